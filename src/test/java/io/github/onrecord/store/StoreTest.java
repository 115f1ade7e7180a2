package io.github.onrecord.store;

import static io.github.onrecord.store.Records.CLOCK;
import static io.github.onrecord.store.Records.publication;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.onrecord.store.StoreException.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aStoreWithARecord() {
    file = StoreFile.in(folder);
    try (Store store = Store.open(file, CLOCK)) {
      store.record().save(publication("pass.txt"));
    }
  }

  private StoreException failure() {
    return catchThrowableOfType(StoreException.class, () -> Store.open(file, CLOCK).close());
  }

  private void sql(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void makesAFileThatIsWhole() {
    Path fresh = folder.resolve("fresh.db");
    try (Store store = Store.open(fresh, CLOCK)) {
      store.record().save(publication("pass.txt"));
      assertThat(store.verify()).isEmpty();
    }
  }

  @Test
  void everyConnectionIsDurableAndHoldsReferences() {
    try (Store store = Store.open(file, CLOCK)) {
      Database.Work<String> settings =
          session ->
              session.one("PRAGMA journal_mode", row -> row.text(1)).orElseThrow()
                  + session.one("PRAGMA synchronous", row -> row.text(1)).orElseThrow()
                  + session.one("PRAGMA foreign_keys", row -> row.text(1)).orElseThrow();
      String walFullOn = "wal" + 2 + 1;
      assertThat(store.database().write(settings)).isEqualTo(walFullOn);
      assertThat(store.database().read(settings)).isEqualTo(walFullOn);
    }
  }

  @Test
  void refusesAStoreOfANewerVersionAndLeavesItAlone() throws Exception {
    sql("PRAGMA user_version = 1000");
    byte[] before = Files.readAllBytes(file);

    StoreException failure = failure();
    assertThat(failure.fault()).isEqualTo(Fault.NEWER_VERSION);
    assertThat(failure)
        .hasMessage(
            "The store "
                + file
                + " was made by a newer version of OnRecord (its schema is 1000, this program"
                + " knows up to "
                + Schema.VERSION
                + "): use that version, or name another file with --store.");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void refusesTheDatabaseOfAnotherProgram() throws SQLException {
    file = folder.resolve("other.db");
    sql("CREATE TABLE recipe (name TEXT)");

    assertThat(failure())
        .hasMessage(
            "The file "
                + file
                + " is a database of another program: name another file with --store.");
  }

  @Test
  void refusesAFileThatIsNoDatabase() throws IOException {
    byte[] text =
        "This is a letter, and not a short one. ".repeat(200).getBytes(StandardCharsets.UTF_8);
    Files.write(file, text);

    StoreException failure = failure();
    assertThat(failure.fault()).isEqualTo(Fault.DAMAGED);
    assertThat(failure)
        .hasMessage(
            "The store "
                + file
                + " is damaged or no database: restore a backup in its place, or name another file"
                + " with --store.");
    assertThat(Files.readAllBytes(file)).isEqualTo(text);
  }

  @Test
  void refusesAFileWhoseFirstPageIsDamaged() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    java.util.Arrays.fill(bytes, 100, 3000, (byte) 7);
    Files.write(file, bytes);

    assertThat(failure().fault()).isEqualTo(Fault.DAMAGED);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
  }

  @Test
  void saysWhenTheFolderIsNotThere() {
    file = folder.resolve("nowhere").resolve("record.db");

    StoreException failure = failure();
    assertThat(failure.fault()).isEqualTo(Fault.READ_ONLY);
    assertThat(failure)
        .hasMessage(
            "The store "
                + file
                + " can't be written: make the file and its folder writable for this user, or name"
                + " another file with --store.");
  }

  @Test
  void refusesAFileThatCannotBeWritten() {
    assertThat(file.toFile().setWritable(false)).isTrue();
    assumeFalse(Files.isWritable(file), "the superuser writes everywhere");

    assertThat(failure().fault()).isEqualTo(Fault.READ_ONLY);
  }

  @Test
  void refusesAFolderThatCannotBeWritten() {
    assertThat(folder.toFile().setWritable(false)).isTrue();
    try {
      assumeFalse(Files.isWritable(folder), "the superuser writes everywhere");
      assertThat(failure().fault()).isEqualTo(Fault.READ_ONLY);
    } finally {
      assertThat(folder.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void saysWhenAWriteIsNotAllowed() {
    try (Store store = Store.open(file, CLOCK)) {
      StoreException failure =
          catchThrowableOfType(
              StoreException.class,
              () ->
                  store
                      .database()
                      .write(
                          session -> {
                            session.connection().createStatement().execute("PRAGMA query_only = 1");
                            return session.update("INSERT INTO utterance DEFAULT VALUES");
                          }));
      assertThat(failure.fault()).isEqualTo(Fault.READ_ONLY);
    }
  }

  @Test
  void aFullDiskLosesNothingThatWasStored() {
    try (Store store = Store.open(file, CLOCK)) {
      long last = store.record().lastChange();
      limitPages(store, 1);

      StoreException failure =
          catchThrowableOfType(
              StoreException.class,
              () -> {
                for (int i = 0; i < 1000; i++) {
                  store.record().save(publication("more" + i + ".txt"));
                }
              });
      assertThat(failure.fault()).isEqualTo(Fault.FULL);
      assertThat(failure)
          .hasMessage(
              "The disk that holds the store "
                  + file
                  + " is full: free some space and try again; nothing was changed.");
      assertThat(store.verify()).isEmpty();
      assertThat(store.record().lastChange()).isGreaterThanOrEqualTo(last);

      limitPages(store, 1_000_000);
      store.record().save(publication("after.txt"));
      assertThat(store.record().latest("after.txt", null)).isPresent();
      assertThat(store.verify()).isEmpty();
    }
  }

  /**
   * The file may not grow beyond so many pages, or its present size: what SQLite then reports is
   * what a full disk is.
   */
  private static void limitPages(Store store, int pages) {
    store
        .database()
        .write(
            session ->
                session.connection().createStatement().execute("PRAGMA max_page_count = " + pages));
  }

  @Test
  void saysWhenAnotherProcessKeepsWriting() throws SQLException {
    try (Store store = Store.open(file, CLOCK, Duration.ofMillis(10));
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");

      StoreException failure =
          catchThrowableOfType(
              StoreException.class, () -> store.record().save(publication("more.txt")));
      assertThat(failure.fault()).isEqualTo(Fault.BUSY);
      assertThat(failure)
          .hasMessage(
              "Another process is writing to the store "
                  + file
                  + ": wait until it has finished or stop it, then try again.");
      assertThat(store.record().latest("pass.txt", null)).isPresent();

      statement.execute("ROLLBACK");
      store.record().save(publication("more.txt"));
      assertThat(store.record().latest("more.txt", null)).isPresent();
    }
  }

  @Test
  void writesInOneTransactionStandOrFallTogether() {
    try (Store store = Store.open(file, CLOCK)) {
      assertThatThrownBy(
              () ->
                  store.inTransaction(
                      () -> {
                        store.record().save(publication("a.txt"));
                        assertThat(store.record().latest("a.txt", null)).isPresent();
                        throw new IllegalStateException("changed my mind");
                      }))
          .hasMessage("changed my mind");
      assertThat(store.record().latest("a.txt", null)).isEmpty();

      store.inTransaction(
          () -> {
            store.record().save(publication("a.txt"));
            return store.record().save(publication("b.txt"));
          });
      assertThat(store.record().latest("b.txt", null)).isPresent();
    }
  }

  @Test
  void aTransactionOfWhichAPartFailedIsNotCommittedByMistake() {
    try (Store store = Store.open(file, CLOCK)) {
      assertThatThrownBy(
              () ->
                  store.inTransaction(
                      () -> {
                        store.record().save(publication("a.txt"));
                        assertThatThrownBy(
                                () -> store.database().write(s -> s.update("DELETE FROM document")))
                            .isInstanceOf(StoreException.class);
                        return true;
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(store.record().latest("a.txt", null)).isEmpty();
    }
  }

  @Test
  void aBackupIsAStoreOfTheSameRecord() {
    Path copy = folder.resolve("copy.db");
    try (Store store = Store.open(file, CLOCK)) {
      store.backup(copy);
      store.record().save(publication("later.txt"));
      try (Store restored = Store.open(copy, CLOCK)) {
        assertThat(restored.uuid()).isEqualTo(store.uuid());
        assertThat(restored.record().statementsOf(1)).isEqualTo(store.record().statementsOf(1));
        assertThat(restored.record().latest("later.txt", null)).isEmpty();
        assertThat(restored.verify()).isEmpty();
      }
      assertThatThrownBy(() -> store.backup(copy))
          .isInstanceOf(StoreException.class)
          .hasMessage("The file " + copy + " exists already: name a new file for the backup.");
    }
  }
}
