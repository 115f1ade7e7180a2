package io.github.onrecord.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/** Empty stores for tests, copied from one that was made once: making one takes a while. */
final class StoreFile {
  private static final Supplier<byte[]> EMPTY = new Once();

  private StoreFile() {}

  /** Opens an empty store in a folder. */
  static Store open(Path folder, Clock clock) {
    return Store.open(in(folder), clock);
  }

  /** The file of an empty store in a folder. */
  static Path in(Path folder) {
    try {
      return Files.write(folder.resolve("record.db"), EMPTY.get());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Once implements Supplier<byte[]> {
    private byte[] bytes = {};

    @Override
    public synchronized byte[] get() {
      if (bytes.length == 0) {
        try {
          Path folder = Files.createTempDirectory("store");
          Path file = folder.resolve("empty.db");
          Store.open(file, Records.CLOCK).close();
          bytes = Files.readAllBytes(file);
          Files.delete(file);
          Files.delete(folder);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return bytes;
    }
  }
}
