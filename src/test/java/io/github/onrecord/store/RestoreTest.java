package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup is restored as the operations page says, over a store that ended in the worst way. */
class RestoreTest {
  @TempDir Path folder;
  private Path dead;
  private Path backup;

  @BeforeEach
  void aBackupAndAStoreThatDiedAfterIt() throws IOException {
    backup = folder.resolve("backup.db");
    Path alive = Files.createDirectory(folder.resolve("alive"));
    Path grave = Files.createDirectory(folder.resolve("dead"));
    try (Store store = StoreFile.open(alive, Records.CLOCK)) {
      store.record().save(Records.publication("before.txt"));
      store.inbox().put(List.of(new Update(1, 7L, 7L, "a question")));
      store.backup(backup);
      store.record().save(Records.publication("after.txt"));
      // As a death leaves them: the write-ahead log full.
      for (Path file : List.of(alive.resolve("record.db"), alive.resolve("record.db-wal"))) {
        Files.copy(file, grave.resolve(file.getFileName()));
      }
    }
    dead = grave.resolve("record.db");
    assertThat(Files.size(grave.resolve("record.db-wal"))).isPositive();
  }

  @Test
  void theBackupInTheStoresPlaceIsTheStoreAsItWas() throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(dead.resolveSibling(dead.getFileName() + suffix));
    }
    Files.copy(backup, dead);

    try (Store store = Store.open(dead, Records.CLOCK)) {
      assertThat(store.verify()).isEmpty();
      assertThat(store.record().latest("before.txt", null)).isPresent();
      assertThat(store.record().latest("after.txt", null)).isEmpty();
      assertThat(store.inbox().waiting()).as("what waited is answered now").isEqualTo(1);
      store.record().save(Records.publication("later.txt"));
      assertThat(store.verify()).isEmpty();
    }
  }

  @Test
  void theBackupIsUsedWhereItLies() {
    try (Store store = Store.open(backup, Records.CLOCK)) {
      assertThat(store.verify()).isEmpty();
      assertThat(store.record().latest("before.txt", null)).isPresent();
    }
  }
}
