package io.github.onrecord.store;

import static io.github.onrecord.store.EarlierStore.READER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever tables there are: those that can hold somebody's number do, and none does after they are
 * forgotten. A table that comes new needs rows in {@code store/rows-N.sql}.
 */
class PersonalTablesTest {
  @TempDir Path folder;

  @Test
  void noTableKeepsTheNumberOfWhoWasForgotten() throws Exception {
    Path file = folder.resolve("old.db");
    EarlierStore.make(file, Schema.VERSION);
    Map<String, List<String>> columns = columns(file);
    assertThat(columns).containsKeys("inbox", "outbox", "turn", "follow", "subscription", "chat");
    for (String table : columns.keySet()) {
      assertThat(rowsOf(file, table, columns.get(table)))
          .as("rows of the reader in %s (%s)", table, columns.get(table))
          .isPositive();
    }

    try (Store store = Store.open(file, Records.CLOCK)) {
      store.personalData().forget(READER, Long.MAX_VALUE);
      assertThat(store.verify()).isEmpty();
    }

    for (String table : columns.keySet()) {
      assertThat(rowsOf(file, table, columns.get(table)))
          .as("rows of the reader in %s", table)
          .isZero();
    }
  }

  /** The columns that hold numbers of chats and people, by table. */
  private static Map<String, List<String>> columns(Path file) throws SQLException {
    Map<String, List<String>> columns = new TreeMap<>();
    try (Connection connection = EarlierStore.source(file).getConnection();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c"
                    + " WHERE t.type = 'table' AND (c.name LIKE '%chat%' OR c.name LIKE '%person%'"
                    + " OR c.name LIKE '%user%' OR c.name LIKE '%reader%'"
                    + " OR (t.name = 'chat' AND c.name = 'id'))")) {
      while (found.next()) {
        columns.computeIfAbsent(found.getString(1), t -> new ArrayList<>()).add(found.getString(2));
      }
    }
    return columns;
  }

  private static int rowsOf(Path file, String table, List<String> columns) throws SQLException {
    String theirs = String.join(" = " + READER + " OR ", columns) + " = " + READER;
    try (Connection connection = EarlierStore.source(file).getConnection();
        Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery("SELECT count(*) FROM " + table + " WHERE " + theirs)) {
      return count.getInt(1);
    }
  }
}
