package io.github.onrecord.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
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

  /**
   * Messages that arrived and show what was withdrawn since, oldest first. Of a message that was
   * changed, its latest form counts; while a change is on its way, nothing of it is given.
   */
  public List<Shown> due(int limit) {
    return database.read(
        session -> {
          List<Long> ids =
              session.list(
                  "SELECT DISTINCT o.id FROM statement s"
                      + " JOIN outbox_statement os ON os.statement_id = s.id AND os.told = 0"
                      + " JOIN outbox o ON o.id = os.outbox_id"
                      + " WHERE s.status IN ('CORRECTED', 'RETRACTED') AND o.state = 'SENT'"
                      + " AND NOT EXISTS (SELECT 1 FROM outbox n WHERE n.chat_id = o.chat_id"
                      + " AND n.message_id = o.message_id AND n.id > o.id AND n.state <> 'FAILED')"
                      + " ORDER BY o.id LIMIT ?",
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
    long messageId =
        session
            .one("SELECT message_id FROM outbox WHERE id = ?", row -> row.number(1), id)
            .orElseThrow();
    return new Shown(id, messageId, Outbox.sending(session, id).message(), withdrawn);
  }

  /**
   * Keeps that a message's readers know, with what they get, all or nothing.
   *
   * @param edit the message's new form, or null when it stays as it is
   * @param notices for each withdrawn statement, what the chat is told unless it was told before
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
          if (told == 0) {
            return false;
          }
          if (edit != null) {
            outbox.put(edit);
          }
          for (Map.Entry<Long, List<Outgoing>> notice : notices.entrySet()) {
            if (first(session, shown.message().chatId(), notice.getKey())) {
              notice.getValue().forEach(outbox::put);
            }
          }
          return true;
        });
  }

  private boolean first(Session session, long chatId, long statement) throws SQLException {
    return session.update(
            "INSERT INTO correction (chat_id, statement_id, status, told_at)"
                + " SELECT ?, id, status, ? FROM statement WHERE id = ? ON CONFLICT DO NOTHING",
            chatId,
            clock.instant(),
            statement)
        > 0;
  }
}
