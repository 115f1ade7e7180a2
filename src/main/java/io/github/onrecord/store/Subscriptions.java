package io.github.onrecord.store;

import io.github.onrecord.record.Language;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who wants summaries, and those that were made. Thread-safe. */
public final class Subscriptions {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");

  private static final String SELECT =
      "SELECT id, chat_id, local_time, zone, language, quiet, followed_only, active, last_change,"
          + " created_at,"
          + " (SELECT max(local_date) FROM digest WHERE subscription_id = s.id),"
          + " (SELECT max(created_at) FROM digest WHERE subscription_id = s.id),"
          + " days, verbatim_only, brief, began_at"
          + " FROM subscription s";

  /** No summary is due later than this: every week has one, but where a zone skips a day. */
  private static final Duration FARTHEST = Duration.ofDays(15);

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
   */
  public Subscription subscribe(long chatId, SummaryWish wish) {
    return database.write(
        session -> {
          session.update(
              "INSERT INTO subscription (chat_id, local_time, zone, days, language, quiet,"
                  + " followed_only, verbatim_only, brief, last_change, created_at, began_at)"
                  + " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,"
                  + " (SELECT ifnull(max(seq), 0) FROM change), ?10, ?10)"
                  + " ON CONFLICT (chat_id) DO UPDATE SET local_time = excluded.local_time,"
                  + " zone = excluded.zone, days = excluded.days, language = excluded.language,"
                  + " quiet = excluded.quiet, followed_only = excluded.followed_only,"
                  + " verbatim_only = excluded.verbatim_only, brief = excluded.brief,"
                  + " last_change = iif(active, last_change, excluded.last_change),"
                  + " began_at = iif(active, began_at, excluded.began_at),"
                  + " created_at = iif(active AND local_time = excluded.local_time"
                  + " AND zone = excluded.zone AND days = excluded.days,"
                  + " created_at, excluded.created_at), active = 1, next_look = 0",
              chatId,
              MINUTE.format(wish.time()),
              wish.zone().getId(),
              mask(wish.days()),
              wish.language().code(),
              wish.quiet(),
              wish.followedOnly(),
              wish.verbatimOnly(),
              wish.brief(),
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
   * A summary that was made.
   *
   * @param subscriptionId whose it is
   * @param day the local date it is for
   * @param toChange the record's last change that it tells; the next summary begins after it
   * @param messages what is sent; empty when nothing is new and the chat wants silence
   */
  public record Made(long subscriptionId, LocalDate day, long toChange, List<Outgoing> messages) {
    public Made {
      messages = List.copyOf(messages);
    }
  }

  /**
   * Keeps a summary: that it was made, how far it went, and its messages, all or nothing.
   *
   * @return false when the summary for this day was made before or the subscription has ended; then
   *     nothing is sent
   */
  public boolean deliver(Made made) {
    return deliver(List.of(made)) > 0;
  }

  /**
   * Keeps several summaries at once, all or none; each as {@link #deliver(Made)} does.
   *
   * @return how many of them weren't made before
   */
  public int deliver(List<Made> summaries) {
    return database.write(
        session -> {
          int made = 0;
          for (Made summary : summaries) {
            if (deliver(session, summary)) {
              made++;
            }
          }
          return made;
        });
  }

  private boolean deliver(Session session, Made summary) throws SQLException {
    int made =
        session.update(
            "INSERT INTO digest (subscription_id, local_date, from_change, to_change,"
                + " created_at) SELECT id, ?, last_change, max(last_change, ?), ?"
                + " FROM subscription WHERE id = ? AND active = 1 ON CONFLICT DO NOTHING",
            summary.day(),
            summary.toChange(),
            clock.instant(),
            summary.subscriptionId());
    if (made == 0) {
      return false;
    }
    session.update(
        "UPDATE subscription SET last_change = max(last_change, ?) WHERE id = ?",
        summary.toChange(),
        summary.subscriptionId());
    summary.messages().forEach(outbox::put);
    return true;
  }

  private static Subscription subscription(Row row) throws SQLException {
    SummaryWish wish =
        new SummaryWish(
            LocalTime.parse(row.text(3)),
            ZoneId.of(row.text(4)),
            days(row.count(13)),
            Language.of(row.text(5)),
            row.truth(6),
            row.truth(7),
            row.truth(14),
            row.truth(15));
    return new Subscription(
        row.number(1),
        row.number(2),
        wish,
        row.truth(8),
        row.number(9),
        row.moment(10),
        row.moment(16),
        row.dayOrNull(11),
        row.momentOrNull(12));
  }

  private static int mask(Set<DayOfWeek> days) {
    return days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum();
  }

  private static Set<DayOfWeek> days(int mask) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      if ((mask & (1 << (day.getValue() - 1))) != 0) {
        days.add(day);
      }
    }
    return days;
  }
}
