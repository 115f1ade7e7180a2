package io.github.onrecord.store;

import java.time.LocalDate;

/** What was used of the language model, by day (UTC). Thread-safe. */
public final class ModelUse {
  private final Database database;

  ModelUse(Database database) {
    this.database = database;
  }

  /** What was used on a day. */
  public record Day(long calls, long inputTokens, long outputTokens) {}

  /** What was used on a day, nothing if nothing is noted. */
  public Day on(LocalDate day) {
    return database.read(
        session ->
            session
                .one(
                    "SELECT calls, input_tokens, output_tokens FROM model_use WHERE day = ?",
                    row -> new Day(row.number(1), row.number(2), row.number(3)),
                    day)
                .orElse(new Day(0, 0, 0)));
  }

  /** Adds to what was used on a day. */
  public void add(LocalDate day, Day more) {
    database.write(
        session ->
            session.update(
                "INSERT INTO model_use (day, calls, input_tokens, output_tokens)"
                    + " VALUES (?, ?, ?, ?) ON CONFLICT (day) DO UPDATE SET"
                    + " calls = calls + excluded.calls,"
                    + " input_tokens = input_tokens + excluded.input_tokens,"
                    + " output_tokens = output_tokens + excluded.output_tokens",
                day,
                more.calls(),
                more.inputTokens(),
                more.outputTokens()));
  }
}
