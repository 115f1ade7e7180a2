package io.github.onrecord.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The current row of a query's result; columns are counted from 1 in the order of the query. */
final class Row {
  private final ResultSet result;

  Row(ResultSet result) {
    this.result = result;
  }

  /** Makes a value of the current row. */
  interface Mapper<T> {
    T map(Row row) throws SQLException;
  }

  String text(int column) throws SQLException {
    return result.getString(column);
  }

  @Nullable String textOrNull(int column) throws SQLException {
    return result.getString(column);
  }

  long number(int column) throws SQLException {
    return result.getLong(column);
  }

  int count(int column) throws SQLException {
    return result.getInt(column);
  }

  @Nullable Long numberOrNull(int column) throws SQLException {
    long number = result.getLong(column);
    return result.wasNull() ? null : number;
  }

  double real(int column) throws SQLException {
    return result.getDouble(column);
  }

  boolean truth(int column) throws SQLException {
    return result.getInt(column) != 0;
  }

  @Nullable LocalDate dayOrNull(int column) throws SQLException {
    String day = result.getString(column);
    return day == null ? null : LocalDate.parse(day);
  }

  Instant moment(int column) throws SQLException {
    return Instant.ofEpochMilli(result.getLong(column));
  }

  @Nullable Instant momentOrNull(int column) throws SQLException {
    long millis = result.getLong(column);
    return result.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
