package io.github.onrecord.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteDataSource;

/**
 * Brings a file to the present schema.
 *
 * <p>Each migration in {@code db/migration} ends by writing its number into the file's {@code
 * user_version}, in its own transaction. A file that is up to date is known by that number alone,
 * so that an ordinary start doesn't pay for Flyway. Before a store of an earlier schema is changed,
 * it is copied (see {@link SafetyCopies}).
 */
final class Schema {
  /** The number of the last migration. */
  static final int VERSION = 14;

  /** "ORCD": tells a store from other SQLite files. */
  static final int APPLICATION_ID = 0x4F524344;

  private Schema() {}

  static void prepare(Path file) {
    int found = version(file);
    if (found > VERSION) {
      throw StoreException.newerVersion(file, found, VERSION);
    }
    if (found == 0) {
      migrate(file);
    } else if (found < VERSION) {
      SafetyCopies copies = new SafetyCopies(file);
      copies.make(found, VERSION);
      migrate(file);
      copies.keepLatest();
    }
  }

  private static int version(Path file) {
    try (Connection connection =
            Database.settings(Database.PATIENCE).createConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      int version = number(statement, "PRAGMA user_version");
      boolean ours = number(statement, "PRAGMA application_id") == APPLICATION_ID;
      boolean empty =
          number(
                  statement,
                  "SELECT count(*) FROM sqlite_schema WHERE name NOT LIKE 'flyway%'"
                      + " AND name NOT LIKE 'sqlite%'")
              == 0;
      if (!ours && !empty) {
        throw StoreException.foreign(file);
      }
      return version;
    } catch (SQLException e) {
      throw StoreException.of(file, e);
    }
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getInt(1) : 0;
    }
  }

  private static void migrate(Path file) {
    SQLiteDataSource source = new SQLiteDataSource(Database.settings(Database.PATIENCE));
    source.setUrl("jdbc:sqlite:" + file);
    try {
      Flyway.configure(Schema.class.getClassLoader())
          .dataSource(source)
          .locations("classpath:db/migration")
          .failOnMissingLocations(true)
          .outputQueryResults(false)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw sqlCause(file, e);
    }
  }

  private static RuntimeException sqlCause(Path file, FlywayException failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return StoreException.of(file, sql);
      }
    }
    return failure;
  }
}
