package io.github.onrecord.telegram;

import io.github.onrecord.digest.Digest;
import io.github.onrecord.digest.DigestMaker;
import io.github.onrecord.digest.DueTimes;
import io.github.onrecord.digest.Following;
import io.github.onrecord.message.DigestMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.store.Follow;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.store.Store;
import io.github.onrecord.store.Subscription;
import io.github.onrecord.store.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
    Map<Long, Following.Reading> shared = new HashMap<>();
    Map<Long, Instant> waiting = new HashMap<>();
    boolean any = false;
    for (Subscription wish : subscriptions.toLookAt(now)) {
      DueTimes times = new DueTimes(wish.time(), wish.zone());
      Optional<LocalDate> day = times.due(now, wish.lastDigest(), wish.since());
      if (day.isEmpty()) {
        waiting.put(wish.id(), times.next(now, wish.lastDigest()));
      } else {
        try {
          Digest digest =
              digest(
                  wish,
                  shared.computeIfAbsent(
                      wish.lastChange(), change -> following.reading(digests.news(change))));
          any |=
              subscriptions.deliver(
                  wish.id(), day.get(), digest.upTo(), letters(wish, day.get(), digest));
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

  private Digest digest(Subscription wish, Following.Reading reading) {
    Set<Long> followed = new HashSet<>();
    for (Follow follow : store.follows().of(wish.chatId())) {
      if (follow.mode() == Follow.Mode.DAILY && !follow.paused()) {
        followed.addAll(reading.about(follow.wish()));
      }
    }
    return digests.digest(reading.news(), followed, wish.followedOnly());
  }

  private static List<Outgoing> letters(Subscription wish, LocalDate day, Digest digest) {
    if (digest.isEmpty() && wish.quiet()) {
      return List.of();
    }
    Message message =
        new DigestMessages(Phrases.in(wish.language()))
            .daily(digest, day, told(wish), wish.zone(), wish.followedOnly());
    return Letters.of(wish.chatId(), Outgoing.Kind.DIGEST, message, Memo.in(wish.language()), null);
  }

  /** Up to when the subscriber knows what came on record. */
  static Instant told(Subscription wish) {
    return wish.lastMade() == null || wish.lastMade().isBefore(wish.since())
        ? wish.since()
        : wish.lastMade();
  }
}
