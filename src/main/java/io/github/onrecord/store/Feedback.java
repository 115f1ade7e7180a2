package io.github.onrecord.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What readers say about answers: reports that one is wrong, and reactions. Thread-safe. */
public final class Feedback {
  /** Reports that a chat may file in {@link #WHILE}: nobody buries the editor. */
  public static final int MOST = 5;

  private static final Duration WHILE = Duration.ofDays(1);

  private final Database database;
  private final Clock clock;

  Feedback(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What became of a report. */
  public enum Filed {
    /** The editor will see it. */
    DONE,
    /** The answer was reported before. */
    KNOWN,
    /** The chat has filed as many as it may for now. */
    TOO_MANY
  }

  /**
   * Files that an answer is wrong.
   *
   * @param messageId Telegram's number of the answer in its chat
   * @param receipt what it rests on, as JSON
   */
  public Filed report(long chatId, long personId, long messageId, String receipt) {
    return database.write(
        session -> {
          boolean known =
              session
                  .one(
                      "SELECT 1 FROM report WHERE chat_id = ? AND message_id = ?",
                      row -> true,
                      chatId,
                      messageId)
                  .isPresent();
          if (known) {
            return Filed.KNOWN;
          }
          long lately =
              session
                  .one(
                      "SELECT count(*) FROM report WHERE chat_id = ? AND created_at > ?",
                      row -> row.number(1),
                      chatId,
                      clock.instant().minus(WHILE))
                  .orElse(0L);
          if (lately >= MOST) {
            return Filed.TOO_MANY;
          }
          session.update(
              "INSERT INTO report (chat_id, person_id, message_id, receipt, created_at)"
                  + " VALUES (?, ?, ?, ?, ?)",
              chatId,
              personId,
              messageId,
              receipt,
              clock.instant());
          return Filed.DONE;
        });
  }

  /** Reports that nobody has closed, oldest first. */
  public List<Report> reports() {
    return database.read(
        session ->
            session.list(
                "SELECT r.id, r.receipt, r.created_at, coalesce((SELECT group_concat(e.emoji || ' '"
                    + " || e.count, ', ') FROM outbox o JOIN reaction e ON e.outbox_id = o.id"
                    + " WHERE o.chat_id = r.chat_id AND o.message_id = r.message_id"
                    + " AND e.count > 0), '') FROM report r ORDER BY r.id",
                row -> new Report(row.number(1), row.text(2), row.moment(3), row.text(4))));
  }

  /** Ends a report that the editor has dealt with; false when there is none of that number. */
  public boolean close(long id) {
    return database.write(session -> session.update("DELETE FROM report WHERE id = ?", id) > 0);
  }

  /**
   * Counts reactions to a message of ours; those to any other are passed over.
   *
   * @param changes by emoji: how many more, or fewer, than before
   */
  public void react(long chatId, long messageId, Map<String, Integer> changes) {
    database.write(
        session -> {
          int counted = 0;
          for (Map.Entry<String, Integer> change : changes.entrySet()) {
            counted +=
                session.update(
                    "INSERT INTO reaction (outbox_id, emoji, count) SELECT max(id), ?1, max(0, ?2)"
                        + " FROM outbox WHERE chat_id = ?3 AND message_id = ?4 AND state = 'SENT'"
                        + " HAVING max(id) IS NOT NULL"
                        + " ON CONFLICT DO UPDATE SET count = max(0, count + ?2)",
                    change.getKey(),
                    change.getValue(),
                    chatId,
                    messageId);
          }
          return counted;
        });
  }
}
