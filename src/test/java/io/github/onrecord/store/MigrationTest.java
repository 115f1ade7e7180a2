package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store of each earlier schema, with rows in its tables, is brought to the present one. */
class MigrationTest {
  private static final long READER = 7_318_294_655L;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("old.db");
  }

  static List<Integer> earlierSchemas() throws IOException {
    return EarlierStore.schemas().stream().filter(number -> number < Schema.VERSION).toList();
  }

  /** How many rows each of a file's tables has. */
  private static Map<String, Integer> rows(Path file) throws SQLException {
    Map<String, Integer> rows = new TreeMap<>();
    try (Connection connection = EarlierStore.source(file).getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                  + " AND name NOT LIKE 'flyway%'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
          rows.put(table, count.getInt(1));
        }
      }
    }
    return rows;
  }

  @ParameterizedTest(name = "from schema {0}")
  @MethodSource("earlierSchemas")
  void nothingIsLostAndTheStoreAsItWasIsKept(int schema) throws IOException, SQLException {
    EarlierStore.make(file, schema);
    Map<String, Integer> before = rows(file);
    assertThat(before).containsEntry("statement", 1);

    try (Store store = Store.open(file, Records.CLOCK)) {
      assertThat(store.verify()).isEmpty();
      assertThat(store.record().statement(1).orElseThrow().text()).isEqualTo("The dam holds,");
      assertThat(store.record().officials()).hasSize(1);
      if (schema >= 2) {
        assertThat(store.inbox().waiting()).isEqualTo(3);
        assertThat(store.personalData().export(READER))
            .contains("in a group", "an old answer", "and the dam?", "Europe/Kyiv");
        assertThat(store.subscriptions().of(READER).orElseThrow().lastDigest()).isNotNull();
        assertThat(store.outbox().claim(1).get(0).message().fleeting()).isFalse();
        store.personalData().forget(READER, Long.MAX_VALUE);
        assertThat(store.personalData().export(READER))
            .doesNotContain("group", "answer", "08:30", "dam");
        assertThat(store.inbox().waiting()).isEqualTo(2);
      }
    }

    Path copy = folder.resolve("old.db.schema-" + schema);
    assertThat(rows(copy)).as("the copy").isEqualTo(before);
    try (Store restored = Store.open(copy, Records.CLOCK)) {
      assertThat(restored.verify()).isEmpty();
    }
  }

  @Test
  void aNewStoreAndOneThatIsUpToDateNeedNoCopy() throws IOException {
    Store.open(file, Records.CLOCK).close();
    Store.open(file, Records.CLOCK).close();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString())).noneMatch(n -> n.contains("-"));
    }
  }

  @Test
  void withoutRoomForTheCopyNothingIsChanged() throws IOException, SQLException {
    EarlierStore.make(file, 5);
    Map<String, Integer> before = rows(file);

    StoreException failure =
        catchThrowableOfType(
            StoreException.class, () -> new SafetyCopies(file).make(5, Schema.VERSION, 10));

    assertThat(failure.fault()).isEqualTo(StoreException.Fault.FULL);
    assertThat(failure)
        .hasMessageStartingWith("There is no room beside the store " + file)
        .hasMessageEndingWith("free 1 MB there; nothing was changed.");
    assertThat(rows(file)).isEqualTo(before);
    assertThat(folder.resolve("old.db.schema-5")).doesNotExist();
  }

  @Test
  void aCopyThatCanNotBeMadeRefusesTheStart() throws IOException, SQLException {
    EarlierStore.make(file, 5);
    // A folder stands where the copy would.
    Files.createDirectories(folder.resolve("old.db.schema-5").resolve("full"));

    StoreException failure =
        catchThrowableOfType(StoreException.class, () -> Store.open(file, Records.CLOCK));

    assertThat(failure).hasMessageContaining("old.db.schema-5 can't be written");
    try (Connection connection = EarlierStore.source(file).getConnection();
        ResultSet version = connection.createStatement().executeQuery("PRAGMA user_version")) {
      assertThat(version.getInt(1)).isEqualTo(5);
    }
  }

  @Test
  void onlyTheCopiesOfTheLastSchemasAreKeptAndNoneForLongerThanQuestions() throws Exception {
    for (int schema = 1; schema <= 4; schema++) {
      Files.writeString(folder.resolve("old.db.schema-" + schema), "a copy");
    }
    Path own = Files.writeString(folder.resolve("old.db.schema-of-mine"), "not a copy");
    EarlierStore.make(file, 5);
    try (Store store = Store.open(file, Records.CLOCK)) {
      assertThat(copies()).containsExactly("old.db.schema-3", "old.db.schema-4", "old.db.schema-5");
      Instant month = Instant.now().minus(Duration.ofDays(30));
      Files.setLastModifiedTime(
          folder.resolve("old.db.schema-4"), FileTime.from(month.minusSeconds(60)));

      store.personalData().purge(month);

      assertThat(copies()).containsExactly("old.db.schema-3", "old.db.schema-5");
      assertThat(own).exists();
    }
  }

  private List<String> copies() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(each -> each.matches("old.db.schema-\\d+"))
          .sorted()
          .toList();
    }
  }
}
