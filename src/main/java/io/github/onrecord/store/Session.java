package io.github.onrecord.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One connection with its prepared statements, used by one thread at a time.
 *
 * <p>All SQL of this room is constant text, so that a statement is prepared once and the cache
 * stays as small as the room's vocabulary. Values only ever travel as parameters.
 */
final class Session {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Session(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /** Begins a transaction; one that may write takes the write lock now. */
  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  /** Commits the transaction. (The driver's own commit would begin the next one at once.) */
  void commit() throws SQLException {
    connection.setAutoCommit(true);
  }

  /** Ends the transaction without a trace, wherever it failed. */
  void undo() {
    try {
      // The driver has closed the statement that failed, so that none of them is kept.
      for (PreparedStatement statement : prepared.values()) {
        statement.close();
      }
      prepared.clear();
      if (connection.getAutoCommit()) {
        // The commit itself failed: for the driver the transaction is over, for SQLite it isn't.
        try (Statement statement = connection.createStatement()) {
          statement.execute("ROLLBACK");
        }
      } else {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    } catch (SQLException alreadyUndone) {
      // SQLite rolls back by itself when the disk is full, and there is nothing to undo when the
      // transaction could not begin; only the driver's own note of it is left.
      forgetTransaction();
    }
  }

  private void forgetTransaction() {
    try {
      connection.setAutoCommit(true);
    } catch (SQLException noTransaction) {
      // As expected: the driver's commit finds nothing to commit.
    }
  }

  /** Runs an INSERT, UPDATE or DELETE and returns the number of rows it touched. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    return bind(sql, values).executeUpdate();
  }

  /** Runs an INSERT that ends with {@code RETURNING} a number. */
  long insert(String sql, @Nullable Object... values) throws SQLException {
    return one(sql, row -> row.number(1), values).orElseThrow();
  }

  /** The result's rows, in order. */
  <T> List<T> list(String sql, Row.Mapper<T> mapper, @Nullable Object... values)
      throws SQLException {
    List<T> list = new ArrayList<>();
    each(sql, row -> list.add(mapper.map(row)), values);
    return list;
  }

  /** The result's first row, if there is one. */
  <T> Optional<T> one(String sql, Row.Mapper<T> mapper, @Nullable Object... values)
      throws SQLException {
    try (ResultSet result = bind(sql, values).executeQuery()) {
      return result.next() ? Optional.of(mapper.map(new Row(result))) : Optional.empty();
    }
  }

  /** Hands every row to {@code mapper} without keeping any; what it returns is ignored. */
  void each(String sql, Row.Mapper<?> mapper, @Nullable Object... values) throws SQLException {
    try (ResultSet result = bind(sql, values).executeQuery()) {
      Row row = new Row(result);
      while (result.next()) {
        mapper.map(row);
      }
    }
  }

  void close() throws SQLException {
    prepared.clear();
    connection.close();
  }

  private PreparedStatement bind(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Instant moment) {
        statement.setLong(i + 1, moment.toEpochMilli());
      } else if (value instanceof Enum<?> constant) {
        statement.setString(i + 1, constant.name());
      } else if (value instanceof LocalDate day) {
        statement.setString(i + 1, day.toString());
      } else if (value instanceof Boolean truth) {
        statement.setInt(i + 1, truth ? 1 : 0);
      } else {
        statement.setObject(i + 1, value);
      }
    }
    return statement;
  }
}
