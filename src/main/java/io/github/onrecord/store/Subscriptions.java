package io.github.onrecord.store;

import io.github.onrecord.record.Language;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who wants a daily summary, and the summaries that were made. Thread-safe. */
public final class Subscriptions {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

  private static final String SELECT =
      "SELECT id, chat_id, local_time, zone, language, quiet, followed_only, active, last_change,"
          + " created_at,"
          + " (SELECT max(local_date) FROM digest WHERE subscription_id = s.id),"
          + " (SELECT max(created_at) FROM digest WHERE subscription_id = s.id)"
          + " FROM subscription s";

  /** No summary is due later than this: every day has one, but where a zone skips a day. */
  private static final Duration FARTHEST = Duration.ofDays(3);

  private final Database database;
  private final Outbox outbox;
  private final Clock clock;

  Subscriptions(Database database, Outbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Subscribes a chat, or changes its subscription. A new one, or one that had ended, begins after
   * what is on record now; a changed one goes on where its last summary ended.
   *
   * @param time local time; seconds are dropped
   */
  public Subscription subscribe(
      long chatId, LocalTime time, ZoneId zone, Language language, boolean quiet) {
    return database.write(
        session -> {
          session.update(
              "INSERT INTO subscription (chat_id, local_time, zone, language, quiet, last_change,"
                  + " created_at) VALUES (?, ?, ?, ?, ?, (SELECT ifnull(max(seq), 0) FROM change),"
                  + " ?) ON CONFLICT (chat_id) DO UPDATE SET local_time = excluded.local_time,"
                  + " zone = excluded.zone, language = excluded.language, quiet = excluded.quiet,"
                  + " last_change = iif(active, last_change, excluded.last_change),"
                  + " created_at = excluded.created_at, active = 1, next_look = 0",
              chatId,
              MINUTE.format(time),
              zone.getId(),
              language.code(),
              quiet,
              clock.instant());
          return of(session, chatId).orElseThrow();
        });
  }

  /** Ends a chat's summaries. Returns whether it had any. */
  public boolean unsubscribe(long chatId) {
    return database.write(
        session ->
            session.update(
                    "UPDATE subscription SET active = 0 WHERE chat_id = ? AND active = 1", chatId)
                > 0);
  }

  /** A chat's subscription, active or not. */
  public Optional<Subscription> of(long chatId) {
    return database.read(session -> of(session, chatId));
  }

  private static Optional<Subscription> of(Session session, long chatId) throws SQLException {
    return session.one(SELECT + " WHERE chat_id = ?", Subscriptions::subscription, chatId);
  }

  /** Chooses whether a chat's summaries tell only what it follows, or everything. */
  public void setFollowedOnly(long chatId, boolean followedOnly) {
    database.write(
        session ->
            session.update(
                "UPDATE subscription SET followed_only = ? WHERE chat_id = ?",
                followedOnly,
                chatId));
  }

  /**
   * The subscriptions whose summary may be due, since nothing is known yet of when it is, or it is
   * now; or the clock was set back since that was found out.
   */
  public List<Subscription> toLookAt(Instant now) {
    return database.read(
        session ->
            session.list(
                SELECT + " WHERE active = 1 AND (next_look <= ? OR next_look > ?) ORDER BY +id",
                Subscriptions::subscription,
                now,
                now.plus(FARTHEST)));
  }

  /** Notes before which moments no summary of subscriptions (by number) is due. */
  public void lookAgain(Map<Long, Instant> moments) {
    if (moments.isEmpty()) {
      return;
    }
    database.write(
        session -> {
          for (Map.Entry<Long, Instant> moment : moments.entrySet()) {
            session.update(
                "UPDATE subscription SET next_look = ? WHERE id = ?",
                moment.getValue(),
                moment.getKey());
          }
          return moments.size();
        });
  }

  /**
   * Keeps a summary: that it was made, how far it went, and its messages, all or nothing.
   *
   * @param day the local date it is for
   * @param toChange the record's last change that it tells; the next summary begins after it
   * @param messages what is sent; empty when nothing is new and the chat wants silence
   * @return false when the summary for this day was made before or the subscription has ended; then
   *     nothing is sent
   */
  public boolean deliver(
      long subscriptionId, LocalDate day, long toChange, List<Outgoing> messages) {
    return database.write(
        session -> {
          int made =
              session.update(
                  "INSERT INTO digest (subscription_id, local_date, from_change, to_change,"
                      + " created_at) SELECT id, ?, last_change, max(last_change, ?), ?"
                      + " FROM subscription WHERE id = ? AND active = 1 ON CONFLICT DO NOTHING",
                  day,
                  toChange,
                  clock.instant(),
                  subscriptionId);
          if (made == 0) {
            return false;
          }
          session.update(
              "UPDATE subscription SET last_change = max(last_change, ?) WHERE id = ?",
              toChange,
              subscriptionId);
          messages.forEach(outbox::put);
          return true;
        });
  }

  private static Subscription subscription(Row row) throws SQLException {
    return new Subscription(
        row.number(1),
        row.number(2),
        LocalTime.parse(row.text(3)),
        ZoneId.of(row.text(4)),
        Language.of(row.text(5)),
        row.truth(6),
        row.truth(7),
        row.truth(8),
        row.number(9),
        row.moment(10),
        row.dayOrNull(11),
        row.momentOrNull(12));
  }
}
