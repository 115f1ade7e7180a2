package io.github.onrecord.store;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What people sent, kept from before Telegram is told that it was taken until it is answered.
 *
 * <p>In order: {@link #put} before the acknowledgement; {@link #take} hands out what is due, a
 * chat's updates one after the other; then {@link #finish}, {@link #retry} or {@link #fail}.
 * Thread-safe.
 */
public final class Inbox {
  /**
   * Telegram may choose new update numbers after a week without updates; an offset of the old
   * numbering would then make it drop the new updates. A day earlier is safe, since Telegram keeps
   * nothing unacknowledged for more than 24 hours.
   */
  static final Duration QUIET = Duration.ofDays(6);

  /** An unknown number this far below the highest one is no late-comer but a new numbering. */
  static final long FAR_BELOW = 100_000;

  private final Database database;
  private final Outbox outbox;
  private final Chats chats;
  private final Clock clock;

  Inbox(Database database, Outbox outbox, Chats chats, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.chats = chats;
    this.clock = clock;
  }

  /**
   * Stores updates, all or none. Once this returns, they survive whatever happens. Updates that
   * were stored before are passed over.
   *
   * @return how many are new
   */
  public int put(List<Update> updates) {
    return database.write(
        session -> {
          Instant now = clock.instant();
          int added = 0;
          for (Update update : updates) {
            added += put(session, update, now);
          }
          return added;
        });
  }

  private record Numbering(long number, long highest, Instant last) {}

  private static Optional<Numbering> numbering(Session session) throws SQLException {
    return session.one(
        "SELECT numbering, update_id, (SELECT received_at FROM inbox ORDER BY id DESC LIMIT 1)"
            + " FROM inbox ORDER BY numbering DESC, update_id DESC LIMIT 1",
        row -> new Numbering(row.number(1), row.number(2), row.moment(3)));
  }

  private static int put(Session session, Update update, Instant now) throws SQLException {
    Numbering current = numbering(session).orElse(new Numbering(1, Long.MIN_VALUE, now));
    Optional<String> known =
        session.one(
            "SELECT raw FROM inbox WHERE numbering = ? AND update_id = ?",
            row -> row.text(1),
            current.number(),
            update.updateId());
    boolean quiet = !now.isBefore(current.last().plus(QUIET));
    if (!quiet && known.isPresent() && sameUpdate(known.get(), update.raw())) {
      return 0;
    }
    boolean anew = quiet || known.isPresent() || update.updateId() < current.highest() - FAR_BELOW;
    return session.update(
        "INSERT INTO inbox (numbering, update_id, chat_id, person_id, raw, received_at)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        anew ? current.number() + 1 : current.number(),
        update.updateId(),
        update.chatId(),
        update.personId(),
        update.raw(),
        now);
  }

  /** A forgotten update has lost its text and is taken to be the same. */
  private static boolean sameUpdate(String known, String raw) {
    return known.isEmpty() || known.equals(raw);
  }

  /**
   * The offset with which to ask Telegram for more: the highest number stored plus 1, or 0 (from
   * the earliest that Telegram still has) when nothing came for so long that the numbers may start
   * anew.
   */
  public long nextOffset() {
    return database.read(
        session ->
            numbering(session)
                .filter(current -> clock.instant().isBefore(current.last().plus(QUIET)))
                .map(current -> current.highest() + 1)
                .orElse(0L));
  }

  /**
   * Takes updates that are due, oldest first, at most one of each chat; the next one of the chat
   * follows when this one is finished.
   *
   * @param limit at most so many
   * @param lease after this time an update that was neither finished nor put off is due again
   */
  public List<Received> take(int limit, Duration lease) {
    return database.write(
        session -> {
          Instant now = clock.instant();
          List<Received> due =
              session.list(
                  "SELECT id, update_id, chat_id, person_id, raw, attempts + 1, received_at FROM"
                      + " inbox i"
                      + " WHERE state = 'NEW' AND not_before <= ? AND NOT EXISTS (SELECT 1 FROM"
                      + " inbox e WHERE e.state = 'NEW' AND e.chat_id = i.chat_id AND e.id < i.id)"
                      + " ORDER BY +id LIMIT ?",
                  Inbox::received,
                  now,
                  limit);
          for (Received received : due) {
            session.update(
                "UPDATE inbox SET attempts = attempts + 1, not_before = ? WHERE id = ?",
                now.plus(lease),
                received.id());
          }
          return due;
        });
  }

  /** Makes everything that a dead predecessor had taken due at once. For the start only. */
  public void release() {
    database.write(
        session -> session.update("UPDATE inbox SET not_before = 0 WHERE state = 'NEW'"));
  }

  /**
   * Marks an update as done and puts its replies into the outbox, both or neither.
   *
   * @param asked the question to remember for follow-ups, or null when it was none
   * @return false when it was finished before; then nothing is sent
   */
  public boolean finish(long id, List<Outgoing> replies, @Nullable Asked asked) {
    return database.write(
        session -> {
          if (!end(session, id, "DONE", null)) {
            return false;
          }
          reply(session, id, replies);
          if (asked != null) {
            chats.remember(asked);
          }
          return true;
        });
  }

  /** Puts an update off as if it had not been taken: it is not to blame that it can't be done. */
  public void giveBack(long id, Instant notBefore) {
    database.write(
        session ->
            session.update(
                "UPDATE inbox SET not_before = ?, attempts = max(0, attempts - 1)"
                    + " WHERE id = ? AND state = 'NEW'",
                notBefore,
                id));
  }

  /** Puts an update off after a failure of its own. */
  public void retry(long id, String reason, Instant notBefore) {
    database.write(
        session ->
            session.update(
                "UPDATE inbox SET not_before = ?, reason = ? WHERE id = ? AND state = 'NEW'",
                notBefore,
                reason,
                id));
  }

  /**
   * Sets an update aside that can't be handled; its text stays for the operator.
   *
   * @param replies what the person is told, may be empty
   * @return false when it was finished before; then nothing is sent
   */
  public boolean fail(long id, String reason, List<Outgoing> replies) {
    return database.write(
        session -> {
          if (!end(session, id, "FAILED", reason)) {
            return false;
          }
          reply(session, id, replies);
          return true;
        });
  }

  private void reply(Session session, long id, List<Outgoing> replies) throws SQLException {
    Long person =
        session
            .one(
                "SELECT person_id FROM inbox WHERE id = ?",
                row -> Optional.ofNullable(row.numberOrNull(1)),
                id)
            .orElse(Optional.empty())
            .orElse(null);
    replies.forEach(reply -> outbox.put(reply, person, id));
  }

  private boolean end(Session session, long id, String state, @Nullable String reason)
      throws SQLException {
    return session.update(
            "UPDATE inbox SET state = ?, reason = ?, finished_at = ? WHERE id = ? AND state = 'NEW'",
            state,
            reason,
            clock.instant(),
            id)
        > 0;
  }

  /**
   * What nobody has taken up yet beyond a number of waiting updates of chats, oldest first; what
   * was promised before isn't counted.
   *
   * @param bound how many may wait
   * @param limit at most so many
   */
  public List<Received> beyond(int bound, int limit) {
    return database.read(
        session -> {
          long waiting =
              session
                  .one(
                      "SELECT count(*) FROM inbox WHERE state = 'NEW' AND attempts = 0 AND promised"
                          + " IS NULL AND chat_id IS NOT NULL",
                      row -> row.number(1))
                  .orElse(0L);
          return waiting <= bound
              ? List.of()
              : session.list(
                  "SELECT id, update_id, chat_id, person_id, raw, attempts, received_at FROM inbox"
                      + " WHERE state = 'NEW' AND attempts = 0 AND promised IS NULL AND chat_id IS"
                      + " NOT NULL ORDER BY +id LIMIT ?",
                  Inbox::received,
                  Math.min(limit, waiting - bound));
        });
  }

  /**
   * Puts an update off, and tells its chat by when it is answered.
   *
   * @param by what was promised
   * @param notBefore when it is taken up again at the latest; {@link #recall} may come before
   * @param notice what the chat is told; may be empty
   */
  public void promise(long id, Instant by, Instant notBefore, List<Outgoing> notice) {
    database.write(
        session -> {
          int put =
              session.update(
                  "UPDATE inbox SET promised = ?, not_before = ? WHERE id = ? AND state = 'NEW'"
                      + " AND attempts = 0 AND promised IS NULL",
                  by,
                  notBefore,
                  id);
          if (put > 0) {
            reply(session, id, notice);
          }
          return put;
        });
  }

  /** There is time again: makes due what was put off by a promise. */
  public void recall() {
    database.write(
        session ->
            session.update(
                "UPDATE inbox SET not_before = 0 WHERE state = 'NEW' AND attempts = 0 AND promised"
                    + " IS NOT NULL AND not_before > 0"));
  }

  private static Received received(Row row) throws SQLException {
    return new Received(
        row.number(1),
        new Update(row.number(2), row.numberOrNull(3), row.numberOrNull(4), row.text(5)),
        row.count(6),
        row.moment(7));
  }

  /** The clock was set back: what waits for a moment waits no longer than it would have. */
  public void setBack(Duration back) {
    database.write(
        session ->
            session.update(
                "UPDATE inbox SET not_before = max(0, not_before - ?) WHERE state = 'NEW' AND"
                    + " not_before > 0",
                back.toMillis()));
  }

  /** How many updates wait to be handled. */
  public long waiting() {
    return database.read(
        session ->
            session
                .one("SELECT count(*) FROM inbox WHERE state = 'NEW'", row -> row.number(1))
                .orElse(0L));
  }
}
