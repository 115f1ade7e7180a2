package io.github.onrecord.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages on their way to people, in the order in which each chat gets them.
 *
 * <p>In order: {@link #put}; {@link #claim} before sending; then {@link #sent}, {@link #later} (it
 * surely didn't arrive), {@link #unknown} (nobody knows) or {@link #failed}. At the start, {@link
 * #recover} settles what a dead predecessor was sending. Thread-safe.
 */
public final class Outbox {
  /**
   * In the words of the index over open messages, so that no query reads what was sent for years.
   */
  private static final String OPEN = "state IN ('PENDING', 'SENDING')";

  /** Chooses what waits for nothing else of its chat. */
  private static final String NEXT_OF_CHAT =
      " WHERE "
          + OPEN
          + " AND state = 'PENDING' AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.chat_id = o.chat_id"
          + " AND e.id < o.id AND e."
          + OPEN
          + ")";

  private final Database database;
  private final Clock clock;

  Outbox(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds a message after all others of its chat. */
  public long put(Outgoing message) {
    return put(message, null, null);
  }

  /**
   * The same.
   *
   * @param person whom it answers, or null when nobody asked
   * @param update number in the inbox of what it answers, or null
   */
  long put(Outgoing message, @Nullable Long person, @Nullable Long update) {
    return database.write(
        session -> {
          long id =
              session.insert(
                  "INSERT INTO outbox (chat_id, person_id, inbox_id, kind, payload, memo, fleeting,"
                      + " message_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id",
                  message.chatId(),
                  person,
                  update,
                  message.kind(),
                  message.payload(),
                  message.memo(),
                  message.fleeting(),
                  message.edits(),
                  clock.instant());
          int ordinal = 0;
          for (long statement : message.statements()) {
            session.update(
                "INSERT INTO outbox_statement (outbox_id, ordinal, statement_id, decision_told)"
                    + " VALUES (?1, ?2, ?3, (SELECT ifnull(max(id), 0) FROM decision"
                    + " WHERE statement_id = ?3))",
                id,
                ordinal++,
                statement);
          }
          return id;
        });
  }

  /**
   * Claims messages that are due, oldest first, at most one of each chat: the next one of a chat
   * follows when the fate of this one is known.
   */
  public List<Sending> claim(int limit) {
    return database.write(
        session -> {
          Instant now = clock.instant();
          List<Long> due =
              session.list(
                  "SELECT id FROM outbox o"
                      + NEXT_OF_CHAT
                      + " AND not_before <= ? ORDER BY id LIMIT ?",
                  row -> row.number(1),
                  now,
                  limit);
          List<Sending> claimed = new ArrayList<>();
          for (long id : due) {
            session.update(
                "UPDATE outbox SET state = 'SENDING', attempts = attempts + 1, tried_at = ?"
                    + " WHERE id = ?",
                now,
                id);
            claimed.add(sending(session, id));
          }
          return claimed;
        });
  }

  static Sending sending(Session session, long id) throws SQLException {
    List<Long> statements =
        session.list(
            "SELECT statement_id FROM outbox_statement WHERE outbox_id = ? ORDER BY ordinal",
            row -> row.number(1),
            id);
    return session
        .one(
            "SELECT chat_id, kind, payload, memo, attempts, uncertain, fleeting,"
                + " iif(state = 'SENT', NULL, message_id), inbox_id FROM outbox WHERE id = ?",
            row ->
                new Sending(
                    id,
                    row.numberOrNull(9),
                    new Outgoing(
                        row.number(1),
                        Outgoing.Kind.valueOf(row.text(2)),
                        row.text(3),
                        statements,
                        row.textOrNull(4),
                        row.truth(7),
                        row.numberOrNull(8)),
                    row.count(5),
                    row.truth(6)),
            id)
        .orElseThrow();
  }

  /**
   * It arrived.
   *
   * @param messageId Telegram's number for it, by which its buttons are known later
   */
  public void sent(long id, long messageId) {
    database.write(
        session -> {
          session.update(
              "UPDATE outbox SET state = 'SENT', message_id = ?, reason = NULL"
                  + " WHERE id = ? AND state = 'SENDING'",
              messageId,
              id);
          return vanish(session, id);
        });
  }

  /** What is to leave no trace is deleted as soon as its fate is known. */
  private boolean vanish(Session session, long id) throws SQLException {
    int gone =
        session.update(
            "DELETE FROM outbox WHERE id = ? AND fleeting = 1 AND state IN ('SENT', 'FAILED')", id);
    if (gone > 0) {
      PersonalData.scrubAfterCommit(database, session);
    }
    return gone > 0;
  }

  /** It surely didn't arrive; it is tried again, not before a moment. */
  public void later(long id, Instant notBefore, String reason) {
    database.write(
        session ->
            session.update(
                "UPDATE outbox SET state = 'PENDING', not_before = ?, reason = ?"
                    + " WHERE id = ? AND state = 'SENDING'",
                notBefore,
                reason,
                id));
  }

  /**
   * Nobody knows whether it arrived: an answer is tried again, a summary is given up.
   *
   * @param notBefore when an answer is tried again at the earliest
   */
  public void unknown(long id, Instant notBefore, String reason) {
    database.write(
        session ->
            session.update(
                "UPDATE outbox SET uncertain = 1, not_before = ?, reason = ?, state ="
                    + " CASE kind WHEN 'ANSWER' THEN 'PENDING' ELSE 'FAILED' END"
                    + " WHERE id = ? AND state = 'SENDING'",
                notBefore,
                reason,
                id));
  }

  /** It can't arrive and is given up. */
  public void failed(long id, String reason) {
    database.write(
        session -> {
          session.update(
              "UPDATE outbox SET state = 'FAILED', reason = ?"
                  + " WHERE id = ? AND state IN ('PENDING', 'SENDING')",
              reason,
              id);
          return vanish(session, id);
        });
  }

  /**
   * Settles what a dead predecessor was sending, as {@link #unknown} does. For the start only,
   * before the first {@link #claim}.
   *
   * @return the summaries that were given up
   */
  public List<Sending> recover() {
    return database.write(
        session -> {
          List<Sending> givenUp = new ArrayList<>();
          for (long id :
              session.list(
                  "SELECT id FROM outbox WHERE "
                      + OPEN
                      + " AND state = 'SENDING' AND kind = 'DIGEST' ORDER BY +id",
                  row -> row.number(1))) {
            givenUp.add(sending(session, id));
          }
          session.update(
              "UPDATE outbox SET uncertain = 1, reason = 'the program ended while sending',"
                  + " state = CASE kind WHEN 'ANSWER' THEN 'PENDING' ELSE 'FAILED' END"
                  + " WHERE "
                  + OPEN
                  + " AND state = 'SENDING'");
          return givenUp;
        });
  }

  /** What a message that arrived shows, for its buttons; a split answer has several messages. */
  public Optional<Outgoing> delivered(long chatId, long messageId) {
    return database.read(
        session -> {
          Optional<Long> id =
              session.one(
                  "SELECT id FROM outbox WHERE chat_id = ? AND message_id = ? AND state = 'SENT'"
                      + " ORDER BY id DESC LIMIT 1",
                  row -> row.number(1),
                  chatId,
                  messageId);
          return id.isEmpty()
              ? Optional.empty()
              : Optional.of(sending(session, id.get()).message());
        });
  }

  /** Whether a message is on its way to a chat whose fate, and so whose number, isn't known yet. */
  public boolean sending(long chatId) {
    return database.read(
        session ->
            session
                .one(
                    "SELECT 1 FROM outbox WHERE chat_id = ? AND "
                        + OPEN
                        + " AND state = 'SENDING' LIMIT 1",
                    row -> true,
                    chatId)
                .isPresent());
  }

  /** The last messages of a chat that arrived or may still arrive, the newest first. */
  public List<Outgoing> recent(long chatId, int limit) {
    return database.read(
        session -> {
          List<Outgoing> recent = new ArrayList<>();
          for (long id :
              session.list(
                  "SELECT id FROM outbox WHERE chat_id = ? AND state <> 'FAILED'"
                      + " ORDER BY id DESC LIMIT ?",
                  row -> row.number(1),
                  chatId,
                  limit)) {
            recent.add(sending(session, id).message());
          }
          return recent;
        });
  }

  /** The clock was set back: what waits for a moment waits no longer than it would have. */
  public void setBack(Duration back) {
    database.write(
        session ->
            session.update(
                "UPDATE outbox SET not_before = max(0, not_before - ?) WHERE " + OPEN,
                back.toMillis()));
  }

  /** How many messages are not yet sent or given up. */
  public long waiting() {
    return database.read(
        session ->
            session
                .one(
                    "SELECT count(*) FROM outbox WHERE state IN ('PENDING', 'SENDING')",
                    row -> row.number(1))
                .orElse(0L));
  }

  /** When the next message is due that only waits for its time; empty when there is none. */
  public Optional<Instant> nextDue() {
    return database.read(
        session ->
            session
                .one(
                    "SELECT min(not_before) FROM outbox o" + NEXT_OF_CHAT,
                    row -> Optional.ofNullable(row.momentOrNull(1)))
                .orElse(Optional.empty()));
  }
}
