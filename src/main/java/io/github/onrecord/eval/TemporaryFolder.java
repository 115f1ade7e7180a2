package io.github.onrecord.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for a store that nobody keeps: deleted, with all that is in it, when it is closed. */
public final class TemporaryFolder implements AutoCloseable {
  private final Path folder;

  /** Makes one. */
  public TemporaryFolder() {
    try {
      folder = Files.createTempDirectory("onrecord-eval");
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary folder can be made; is the disk full?", e);
    }
  }

  /** A file in it, which doesn't exist yet. */
  public Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> innerFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : innerFirst) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary folder " + folder + " can't be deleted", e);
    }
  }
}
