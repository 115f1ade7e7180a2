package io.github.onrecord.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ledger of which message shows which statement, and of who was told that it was withdrawn. */
public final class Corrections {
  private final Database database;
  private final Outbox outbox;
  private final Clock clock;

  Corrections(Database database, Outbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A decision that changes what readers were shown. */
  private static final String TELLING =
      " d.earlier_status = 'STANDING' AND d.verdict IN ('SPEAKER_CHANGED', 'REJECTED')";

  /** Nothing of a message is given while a change of it is on its way. */
  private static final String LATEST =
      " AND o.state = 'SENT' AND NOT EXISTS (SELECT 1 FROM outbox n WHERE n.chat_id = o.chat_id"
          + " AND n.message_id = o.message_id AND n.id > o.id AND n.state <> 'FAILED')";

  /**
   * Messages that arrived and show what was withdrawn or given to somebody else since, oldest
   * first. Of a message that was changed, its latest form counts; while a change is on its way,
   * nothing of it is given.
   */
  public List<Shown> due(int limit) {
    return database.read(
        session -> {
          List<Long> ids =
              session.list(
                  "SELECT DISTINCT o.id FROM statement s"
                      + " JOIN outbox_statement os ON os.statement_id = s.id AND os.told = 0"
                      + " JOIN outbox o ON o.id = os.outbox_id"
                      + " WHERE s.status IN ('CORRECTED', 'RETRACTED')"
                      + LATEST
                      + " UNION SELECT o.id FROM decision d JOIN outbox_statement os"
                      + " ON os.statement_id = d.statement_id AND os.told = 0"
                      + " AND os.decision_told < d.id JOIN outbox o ON o.id = os.outbox_id WHERE"
                      + TELLING
                      + LATEST
                      + " ORDER BY 1 LIMIT ?",
                  row -> row.number(1),
                  limit);
          List<Shown> due = new ArrayList<>();
          for (long id : ids) {
            due.add(shown(session, id));
          }
          return due;
        });
  }

  private static Shown shown(Session session, long id) throws SQLException {
    List<Long> withdrawn =
        session.list(
            "SELECT s.id FROM outbox_statement os JOIN statement s ON s.id = os.statement_id"
                + " WHERE os.outbox_id = ? AND os.told = 0"
                + " AND s.status IN ('CORRECTED', 'RETRACTED') ORDER BY os.ordinal",
            row -> row.number(1),
            id);
    Map<Long, Shown.Decided> decided = new LinkedHashMap<>();
    session.each(
        "SELECT d.statement_id, d.id, s.status = 'HELD', ifnull(o.name, d.earlier_unnamed)"
            + " FROM outbox_statement os JOIN statement s ON s.id = os.statement_id"
            + " JOIN decision d ON d.statement_id = s.id AND d.id > os.decision_told"
            + " LEFT JOIN official o ON o.id = d.earlier_official"
            + " WHERE os.outbox_id = ? AND os.told = 0 AND s.status IN ('STANDING', 'HELD') AND"
            + TELLING
            + " ORDER BY os.ordinal, d.id",
        row -> {
          Shown.Decided before = decided.get(row.number(1));
          // Readers know it as it was before the first of several decisions.
          String shownAs = before == null ? row.text(4) : before.shownAs();
          return decided.put(
              row.number(1),
              new Shown.Decided(row.number(1), row.number(2), row.truth(3), shownAs));
        },
        id);
    long messageId =
        session
            .one("SELECT message_id FROM outbox WHERE id = ?", row -> row.number(1), id)
            .orElseThrow();
    return new Shown(
        id,
        messageId,
        Outbox.sending(session, id).message(),
        withdrawn,
        List.copyOf(decided.values()));
  }

  /**
   * Keeps that a message's readers know, with what they get, all or nothing.
   *
   * @param edit the message's new form, or null when it stays as it is
   * @param notices for each statement, what the chat is told unless it was told before
   */
  public void settle(Shown shown, @Nullable Outgoing edit, Map<Long, List<Outgoing>> notices) {
    database.write(
        session -> {
          int told = 0;
          for (long statement : shown.withdrawn()) {
            told +=
                session.update(
                    "UPDATE outbox_statement SET told = 1"
                        + " WHERE outbox_id = ? AND statement_id = ? AND told = 0",
                    shown.id(),
                    statement);
          }
          for (Shown.Decided decided : shown.decided()) {
            told +=
                session.update(
                    "UPDATE outbox_statement SET decision_told = ?1"
                        + " WHERE outbox_id = ?2 AND statement_id = ?3 AND decision_told < ?1",
                    decided.decisionId(),
                    shown.id(),
                    decided.statementId());
          }
          if (told == 0) {
            return false;
          }
          if (edit != null) {
            outbox.put(edit);
          }
          for (Map.Entry<Long, List<Outgoing>> notice : notices.entrySet()) {
            if (first(session, shown, notice.getKey())) {
              notice.getValue().forEach(outbox::put);
            }
          }
          return true;
        });
  }

  /** Whether the chat hears of it for the first time. */
  private boolean first(Session session, Shown shown, long statement) throws SQLException {
    long chatId = shown.message().chatId();
    for (Shown.Decided decided : shown.decided()) {
      if (decided.statementId() == statement) {
        return session.update(
                "INSERT INTO correction (chat_id, statement_id, status, decision_id, told_at)"
                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                chatId,
                statement,
                decided.rejected() ? "REJECTED" : "SPEAKER_CHANGED",
                decided.decisionId(),
                clock.instant())
            > 0;
      }
    }
    return session.update(
            "INSERT INTO correction (chat_id, statement_id, status, told_at)"
                + " SELECT ?, id, status, ? FROM statement WHERE id = ? ON CONFLICT DO NOTHING",
            chatId,
            clock.instant(),
            statement)
        > 0;
  }
}
