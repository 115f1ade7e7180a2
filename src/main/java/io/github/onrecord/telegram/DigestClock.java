package io.github.onrecord.telegram;

import io.github.onrecord.digest.Digest;
import io.github.onrecord.digest.DigestMaker;
import io.github.onrecord.digest.DueTimes;
import io.github.onrecord.message.DigestMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.store.Subscription;
import io.github.onrecord.store.Subscriptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Subscriptions subscriptions;
  private final DigestMaker digests;
  private final Clock clock;
  private final Runnable made;

  /**
   * A clock.
   *
   * @param made told when there is something new in the outbox
   */
  DigestClock(Subscriptions subscriptions, DigestMaker digests, Clock clock, Runnable made) {
    this.subscriptions = subscriptions;
    this.digests = digests;
    this.clock = clock;
    this.made = made;
  }

  /** Makes the summaries that are due now, and says when to come again. */
  Duration tick() {
    Instant now = clock.instant();
    Map<Long, Digest> shared = new HashMap<>();
    boolean any = false;
    for (Subscription wish : subscriptions.active()) {
      Optional<LocalDate> day =
          new DueTimes(wish.time(), wish.zone()).due(now, wish.lastDigest(), wish.since());
      if (day.isPresent()) {
        try {
          Digest digest = shared.computeIfAbsent(wish.lastChange(), digests::since);
          any |=
              subscriptions.deliver(
                  wish.id(), day.get(), digest.upTo(), letters(wish, day.get(), digest));
        } catch (RuntimeException e) {
          LOG.error("The summary of subscription {} failed and is tried again", wish.id(), e);
        }
      }
    }
    if (any) {
      made.run();
    }
    return TICK;
  }

  private static List<Outgoing> letters(Subscription wish, LocalDate day, Digest digest) {
    if (digest.isEmpty() && wish.quiet()) {
      return List.of();
    }
    Message message =
        new DigestMessages(Phrases.in(wish.language())).daily(digest, day, told(wish), wish.zone());
    List<Long> statements =
        digest.sides().stream()
            .flatMap(side -> side.entries().stream())
            .map(entry -> entry.statement().id())
            .toList();
    return Letters.of(
        wish.chatId(), Outgoing.Kind.DIGEST, message, Memo.in(wish.language()), statements, null);
  }

  /** Up to when the subscriber knows what came on record. */
  static Instant told(Subscription wish) {
    return wish.lastMade() == null || wish.lastMade().isBefore(wish.since())
        ? wish.since()
        : wish.lastMade();
  }
}
