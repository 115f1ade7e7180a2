package io.github.onrecord.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteDataSource;

/** Stores as an earlier version left them, with three updates that wait. */
public final class OldStore {
  static final long READER = 7_318_294_655L;

  private OldStore() {}

  /** Makes a store of version 2. */
  public static Path copy(Path file) throws IOException {
    Path template = Files.createTempDirectory("old").resolve("old.db");
    try {
      make(template);
      return Files.copy(template, file);
    } catch (SQLException e) {
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(template);
      Files.delete(template.getParent());
    }
  }

  static void make(Path file) throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource(Database.settings(Database.PATIENCE));
    source.setUrl("jdbc:sqlite:" + file);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .target("2")
        .load()
        .migrate();
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      for (Map.Entry<Integer, String> update :
          Map.of(
                  1, "{\"message\":{\"from\":{\"id\":7318294655},\"text\":\"in a group\"}}",
                  2, "{\"callback_query\":{\"from\":{\"id\":8}}}",
                  3, "not JSON at all")
              .entrySet()) {
        statement.execute(
            "INSERT INTO inbox (numbering, update_id, chat_id, raw, received_at) VALUES (1, "
                + update.getKey()
                + ", -100, '"
                + update.getValue()
                + "', 0)");
      }
      statement.execute(
          "INSERT INTO subscription (chat_id, local_time, zone, language, quiet, last_change,"
              + " created_at) VALUES ("
              + READER
              + ", '08:30', 'Europe/Kyiv', 'uk', 0, 0, 0)");
      statement.execute(
          "INSERT INTO outbox (chat_id, kind, payload, created_at) VALUES ("
              + READER
              + ", 'ANSWER', '\"an old answer\"', 0)");
    }
  }
}
