package io.github.onrecord.telegram;

import io.github.onrecord.record.Language;
import io.github.onrecord.store.Inbox;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.store.Received;
import io.github.onrecord.store.Store;
import io.github.onrecord.telegram.Incoming.Wish;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * When more waits than may: whoever has waited longest is told by when the answer comes, and makes
 * room for those who have just asked. What was promised is taken up again when half of the time has
 * passed, or as soon as nothing else waits.
 */
final class Overload {
  /** Answers a second that can be counted on, some of which wait for a model. */
  private static final int ANSWERS = 5;

  /** Messages a second that can be counted on; Telegram allows about thirty. */
  private static final int MESSAGES = 20;

  private static final Duration SOONEST = Duration.ofMinutes(2);

  /** Promises made at once, so that answering goes on. */
  private static final int STEP = 50;

  private static final Logger LOG = LoggerFactory.getLogger(Overload.class);

  private final Store store;
  private final Inbox inbox;
  private final IncomingReader reader;
  private final Voice voice;
  private final int bound;
  private final Clock clock;
  private boolean busy;

  /** Reads an update of the inbox. */
  interface IncomingReader {
    Incoming read(Received received);
  }

  /**
   * Sees to an inbox.
   *
   * @param bound how many questions may wait without a promise
   */
  Overload(Store store, IncomingReader reader, Voice voice, int bound, Clock clock) {
    this.store = store;
    this.inbox = store.inbox();
    this.reader = reader;
    this.voice = voice;
    this.bound = bound;
    this.clock = clock;
  }

  /** Makes promises to those who wait too long. By one thread at a time. */
  void relieve() {
    List<Received> beyond = inbox.beyond(bound, STEP);
    if (beyond.isEmpty()) {
      return;
    }
    if (!busy) {
      LOG.warn("More than {} updates wait; the oldest are answered later and told so", bound);
      busy = true;
    }
    Duration wait = expected();
    Instant now = clock.instant();
    for (Received received : beyond) {
      Incoming incoming = reader.read(received);
      boolean asked = incoming instanceof Incoming.Text || incoming instanceof Incoming.Command;
      List<Outgoing> notice =
          asked && incoming instanceof Wish wish ? notice(wish, wait) : List.of();
      inbox.promise(received.id(), now.plus(wait), now.plus(wait.dividedBy(2)), notice);
    }
  }

  /** Nothing else waits: what was promised can be done now. */
  void rest() {
    busy = false;
    inbox.recall();
  }

  private Duration expected() {
    Duration wait =
        Duration.ofSeconds(inbox.waiting() / ANSWERS + store.outbox().waiting() / MESSAGES);
    Duration longer = wait.compareTo(SOONEST) > 0 ? wait : SOONEST;
    return Duration.ofMinutes(longer.plusSeconds(59).toMinutes());
  }

  private List<Outgoing> notice(Wish wish, Duration wait) {
    Language language = voice.language(wish.from());
    return Reply.saying(wish, language, Voice.bot(language).busy(wait.toMinutes())).letters();
  }
}
