package io.github.onrecord.telegram;

import io.github.onrecord.digest.Digest;
import io.github.onrecord.digest.DigestMaker;
import io.github.onrecord.digest.DigestMaker.News;
import io.github.onrecord.digest.DueTimes;
import io.github.onrecord.digest.Following;
import io.github.onrecord.message.DigestMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Follow;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.store.Store;
import io.github.onrecord.store.Subscription;
import io.github.onrecord.store.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes daily summaries when they are due. That one was made, how far it went and its messages are
 * committed together, once for each subscription and local date; so none comes twice, and what a
 * day missed is told by the next one.
 */
final class DigestClock {
  /** How late a summary may be; short enough for the minute that was asked for. */
  private static final Duration TICK = Duration.ofSeconds(20);

  /** The chat of a summary before it is known who gets it. */
  private static final long NOBODY = 0;

  private static final Logger LOG = LoggerFactory.getLogger(DigestClock.class);

  private final Store store;
  private final Subscriptions subscriptions;
  private final DigestMaker digests;
  private final Following following;
  private final Clock clock;
  private final Runnable made;

  /**
   * A clock.
   *
   * @param made told when there is something new in the outbox
   */
  DigestClock(Store store, DigestMaker digests, Following following, Clock clock, Runnable made) {
    this.store = store;
    this.subscriptions = store.subscriptions();
    this.digests = digests;
    this.following = following;
    this.clock = clock;
    this.made = made;
  }

  /** Makes the summaries that are due now, and says when to come again. */
  Duration tick() {
    Instant now = clock.instant();
    Round round = new Round();
    Map<Long, Instant> waiting = new HashMap<>();
    boolean any = false;
    for (Subscription wish : subscriptions.toLookAt(now)) {
      DueTimes times = new DueTimes(wish.time(), wish.zone());
      Optional<LocalDate> day = times.due(now, wish.lastDigest(), wish.since());
      if (day.isEmpty()) {
        waiting.put(wish.id(), times.next(now, wish.lastDigest()));
      } else {
        try {
          any |= round.deliver(wish, day.get());
        } catch (RuntimeException e) {
          LOG.error("The summary of subscription {} failed and is tried again", wish.id(), e);
        }
      }
    }
    subscriptions.lookAgain(waiting);
    if (any) {
      made.run();
    }
    return TICK;
  }

  /**
   * What makes one summary read like another.
   *
   * @param toldUpTo to the minute, as it is shown
   */
  private record Edition(
      long lastChange,
      Set<Long> followed,
      boolean followedOnly,
      boolean quiet,
      LocalDate day,
      Instant toldUpTo,
      ZoneId zone,
      Language language) {}

  /** The summaries of one moment: what reads alike is written once, however many get it. */
  private final class Round {
    private final Map<Long, Following.Reading> readings = new HashMap<>();
    private final Map<Edition, List<Outgoing>> written = new HashMap<>();

    boolean deliver(Subscription wish, LocalDate day) {
      Following.Reading reading =
          readings.computeIfAbsent(
              wish.lastChange(), change -> following.reading(digests.news(change)));
      Edition edition =
          new Edition(
              wish.lastChange(),
              followed(wish, reading),
              wish.followedOnly(),
              wish.quiet(),
              day,
              told(wish).truncatedTo(ChronoUnit.MINUTES),
              wish.zone(),
              wish.language());
      List<Outgoing> letters = written.computeIfAbsent(edition, one -> write(one, reading.news()));
      return subscriptions.deliver(
          wish.id(),
          day,
          reading.news().upTo(),
          letters.stream().map(letter -> letter.to(wish.chatId())).toList());
    }

    private Set<Long> followed(Subscription wish, Following.Reading reading) {
      Set<Long> followed = new HashSet<>();
      for (Follow follow : store.follows().of(wish.chatId())) {
        if (follow.mode() == Follow.Mode.DAILY && !follow.paused()) {
          followed.addAll(reading.about(follow.wish()));
        }
      }
      return followed;
    }
  }

  private List<Outgoing> write(Edition edition, News news) {
    Digest digest = digests.digest(news, edition.followed(), edition.followedOnly());
    if (digest.isEmpty() && edition.quiet()) {
      return List.of();
    }
    Message message =
        new DigestMessages(Phrases.in(edition.language()))
            .daily(
                digest, edition.day(), edition.toldUpTo(), edition.zone(), edition.followedOnly());
    return Letters.of(NOBODY, Outgoing.Kind.DIGEST, message, Memo.in(edition.language()), null);
  }

  /** Up to when the subscriber knows what came on record. */
  static Instant told(Subscription wish) {
    return wish.lastMade() == null || wish.lastMade().isBefore(wish.since())
        ? wish.since()
        : wish.lastMade();
  }
}
