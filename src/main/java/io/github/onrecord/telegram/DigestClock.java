package io.github.onrecord.telegram;

import io.github.onrecord.answer.Desk;
import io.github.onrecord.digest.Digest;
import io.github.onrecord.digest.DigestMaker;
import io.github.onrecord.digest.DigestMaker.Choice;
import io.github.onrecord.digest.DigestMaker.News;
import io.github.onrecord.digest.DueTimes;
import io.github.onrecord.digest.Following;
import io.github.onrecord.digest.Leads;
import io.github.onrecord.message.DigestMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.store.Store;
import io.github.onrecord.store.Subscription;
import io.github.onrecord.store.Subscriptions;
import io.github.onrecord.store.Subscriptions.Made;
import io.github.onrecord.store.SummaryWish;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes summaries when they are due. That one was made, how far it went and its messages are
 * committed together, once for each subscription and local date; so none comes twice, and what a
 * day missed is told by the next one.
 */
final class DigestClock {
  /** How late a summary may be; short enough for the minute that was asked for. */
  private static final Duration TICK = Duration.ofSeconds(20);

  /** Summaries that are committed together. */
  private static final int TOGETHER = 200;

  /** The chat of a summary before it is known who gets it. */
  private static final long NOBODY = 0;

  private static final Logger LOG = LoggerFactory.getLogger(DigestClock.class);

  private final Store store;
  private final Subscriptions subscriptions;
  private final DigestMaker digests;
  private final Following following;
  private final Desk desk;
  private final Clock clock;
  private final Runnable made;

  /**
   * A clock.
   *
   * @param desk where sentences over the statements are written, if there is a model
   * @param made told when there is something new in the outbox
   */
  DigestClock(
      Store store,
      DigestMaker digests,
      Following following,
      Desk desk,
      Clock clock,
      Runnable made) {
    this.store = store;
    this.subscriptions = store.subscriptions();
    this.digests = digests;
    this.following = following;
    this.desk = desk;
    this.clock = clock;
    this.made = made;
  }

  /** Makes the summaries that are due now, and says when to come again. */
  Duration tick() {
    Instant now = clock.instant();
    Round round = new Round();
    Map<Long, Instant> waiting = new HashMap<>();
    for (Subscription one : subscriptions.toLookAt(now)) {
      DueTimes times = new DueTimes(one.wish().time(), one.wish().zone(), one.wish().days());
      Optional<LocalDate> day = times.due(now, one.lastDigest(), one.since());
      if (day.isEmpty()) {
        waiting.put(one.id(), times.next(now, one.lastDigest()));
      } else {
        try {
          round.make(one, day.get());
        } catch (RuntimeException e) {
          LOG.error("The summary of subscription {} failed and is tried again", one.id(), e);
        }
      }
    }
    round.deliver();
    subscriptions.lookAgain(waiting);
    if (round.any) {
      made.run();
    }
    return TICK;
  }

  /**
   * What makes one summary read like another.
   *
   * @param wish with the same hour for all, which isn't seen in it
   * @param toldUpTo to the minute, as it is shown
   */
  private record Edition(
      long lastChange, Set<Long> followed, SummaryWish wish, LocalDate day, Instant toldUpTo) {
    static Edition of(Subscription one, Set<Long> followed, LocalDate day) {
      SummaryWish wish = one.wish();
      return new Edition(
          one.lastChange(),
          followed,
          wish.at(LocalTime.MIDNIGHT, wish.zone(), wish.days()),
          day,
          one.told().truncatedTo(ChronoUnit.MINUTES));
    }
  }

  /** The summaries of one moment: what reads alike is written once, however many get it. */
  private final class Round {
    private final Map<Long, Following.Reading> readings = new HashMap<>();
    private final Map<Edition, List<Outgoing>> written = new HashMap<>();
    private final Map<Long, Set<String>> wishes = store.follows().daily();
    private final Leads leads = new Leads(desk);
    private final List<Made> ready = new ArrayList<>();
    private boolean any;

    void make(Subscription one, LocalDate day) {
      Following.Reading reading =
          readings.computeIfAbsent(
              one.lastChange(), change -> following.reading(digests.news(change)));
      Edition edition = Edition.of(one, followed(one, reading), day);
      List<Outgoing> letters = written.get(edition);
      if (letters == null) {
        letters = write(edition, reading.news(), leads);
        written.put(edition, letters);
      }
      ready.add(
          new Made(
              one.id(),
              day,
              reading.news().upTo(),
              letters.stream().map(letter -> letter.to(one.chatId())).toList()));
      if (ready.size() == TOGETHER) {
        deliver();
      }
    }

    /**
     * Keeps what is ready; if that fails, each on its own, so that one can't hold up the others.
     */
    void deliver() {
      try {
        any |= subscriptions.deliver(ready) > 0;
      } catch (RuntimeException together) {
        for (Made each : ready) {
          try {
            any |= subscriptions.deliver(each);
          } catch (RuntimeException e) {
            LOG.error(
                "The summary of subscription {} failed and is tried again",
                each.subscriptionId(),
                e);
          }
        }
      }
      ready.clear();
    }

    private Set<Long> followed(Subscription one, Following.Reading reading) {
      Set<Long> followed = new HashSet<>();
      for (String wish : wishes.getOrDefault(one.chatId(), Set.of())) {
        followed.addAll(reading.about(wish));
      }
      return followed;
    }
  }

  private List<Outgoing> write(Edition edition, News news, Leads leads) {
    SummaryWish wish = edition.wish();
    Digest digest =
        digests.digest(
            news,
            new Choice(edition.followed(), wish.followedOnly(), wish.verbatimOnly(), wish.brief()));
    if (digest.isEmpty() && wish.quiet()) {
      return List.of();
    }
    Message message =
        new DigestMessages(Phrases.in(wish.language()))
            .of(
                digest,
                new DigestMessages.Edition(
                    edition.day(),
                    edition.toldUpTo(),
                    wish.zone(),
                    wish.days().size() == 1,
                    wish.followedOnly(),
                    wish.brief()),
                leads.of(digest, wish.language()));
    return Letters.of(NOBODY, Outgoing.Kind.DIGEST, message, Memo.in(wish.language()), null);
  }
}
