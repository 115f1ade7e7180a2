package io.github.onrecord.store;

import io.github.onrecord.record.Document;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteDataSource;

/**
 * Makes stores of earlier schemas as they were lived in: {@code store/rows-N.sql} has rows for the
 * tables that schema N brought, put in before the next schema comes.
 */
final class EarlierStore {
  /** Whose the rows are. */
  static final long READER = 7_318_294_655L;

  private static final String TEXT = "“The dam holds,” Nela Brusk said. Observers left.";

  private EarlierStore() {}

  /** The numbers of all schemas, in order. */
  static List<Integer> schemas() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      return files
          .map(migration -> migration.getFileName().toString())
          .map(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
          .sorted()
          .toList();
    }
  }

  static void make(Path file, int schema) throws IOException, SQLException {
    for (int brought = 1; brought <= schema; brought++) {
      Path rows = Path.of("src/test/resources/store/rows-" + brought + ".sql");
      if (Files.exists(rows) || brought == schema) {
        migrate(file, brought);
      }
      for (String line : Files.exists(rows) ? Files.readAllLines(rows) : List.<String>of()) {
        if (!line.startsWith("--")) {
          execute(file, line);
        }
      }
    }
  }

  private static void migrate(Path file, int schema) {
    Flyway.configure()
        .dataSource(source(file))
        .locations("classpath:db/migration")
        .target(Integer.toString(schema))
        .outputQueryResults(false)
        .load()
        .migrate();
  }

  static SQLiteDataSource source(Path file) {
    SQLiteDataSource source = new SQLiteDataSource(Database.settings(Database.PATIENCE));
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static void execute(Path file, String sql) throws SQLException {
    try (Connection connection = source(file).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          sql.replace("%HASH%", Document.sha256(TEXT))
              .replace("%HASH2%", Document.sha256(TEXT + " ")));
    }
  }
}
