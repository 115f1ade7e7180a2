package io.github.onrecord;

import io.github.onrecord.search.Lexicon;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A generated record on disk. It is kept under {@code target}, since a million statements take
 * minutes to make, and made anew when it isn't there or wasn't finished.
 */
final class GeneratedStore implements AutoCloseable {
  private static final long SEED = 20220110;

  private final Path folder;
  private final GeneratedRecord generated = new GeneratedRecord(SEED, Path.of("config", "lexicon"));
  private final Lexicon lexicon = Lexicon.load(Path.of("config", "lexicon"), null);
  private final Store store;

  GeneratedStore(int statements) throws IOException {
    folder = Path.of("target", "benchmark", "statements-" + statements);
    Files.createDirectories(folder);
    Path made = folder.resolve("made");
    if (!Files.exists(made)) {
      for (String name : new String[] {"record.db", "record.db-wal", "record.db-shm"}) {
        Files.deleteIfExists(folder.resolve(name));
      }
    }
    store = Store.open(folder.resolve("record.db"), Clock.systemUTC());
    if (!Files.exists(made)) {
      generated.fill(store.record(), statements);
      Files.createFile(made);
    }
  }

  Store store() {
    return store;
  }

  GeneratedRecord generated() {
    return generated;
  }

  /**
   * The record's index.
   *
   * @param name of the folder in which it is kept
   */
  RecordIndex index(String name) {
    return RecordIndex.open(store.record(), store.uuid(), folder.resolve(name), lexicon);
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    store.close();
  }
}
