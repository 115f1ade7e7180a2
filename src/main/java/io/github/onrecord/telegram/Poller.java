package io.github.onrecord.telegram;

import io.github.onrecord.store.Inbox;
import io.github.onrecord.telegram.BotApi.Ending;
import java.time.Duration;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;

/**
 * Asks Telegram for updates and stores them. One thread at a time calls {@link #poll}, which says
 * how long to wait before the next call.
 */
final class Poller {
  /**
   * The longest pause while another program polls: asking more often would only take its updates
   * away. It begins short, since the other one may be our predecessor, whose connection dies
   * slowly.
   */
  static final Duration CONFLICT = Duration.ofSeconds(30);

  /** An answer without updates comes after a long wait; one that doesn't must not make us spin. */
  private static final Duration AFTER_NONE = Duration.ofMillis(100);

  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  private final BotApi api;
  private final Inbox inbox;
  private final Arrivals arrivals;
  private final Duration timeout;
  private final Runnable arrived;
  private final Backoff backoff = new Backoff();
  private volatile boolean closing;

  /**
   * A poller.
   *
   * @param arrivals where they are put
   * @param timeout how long Telegram may wait for an update before it answers without any
   * @param arrived told when there is something new in the inbox
   */
  Poller(BotApi api, Inbox inbox, Arrivals arrivals, Duration timeout, Runnable arrived) {
    this.api = api;
    this.inbox = inbox;
    this.arrivals = arrivals;
    this.timeout = timeout;
    this.arrived = arrived;
  }

  /** Whether updates couldn't be fetched the last time. */
  boolean failing() {
    return backoff.failing();
  }

  /** From now on it is no fault when a request is broken off. */
  void close() {
    closing = true;
  }

  /**
   * Asks once.
   *
   * @throws TokenRefused when Telegram doesn't accept the bot's token any more
   */
  Duration poll() {
    StoringUpdates request = new StoringUpdates(arrivals, inbox.nextOffset(), timeout);
    Ending<ArrayList<Update>> ending = api.call(request);
    if (request.failure() != null) {
      throw request.failure();
    }
    if (ending instanceof Ending.Done) {
      if (backoff.failing()) {
        LOG.info("Telegram's updates come in again.");
      }
      backoff.reset();
      if (request.stored() == 0) {
        return AFTER_NONE;
      }
      arrived.run();
      return Duration.ZERO;
    }
    if (ending instanceof Ending.Later<?> later) {
      return later.pause();
    }
    if (closing) {
      return Duration.ZERO;
    }
    TokenRefused.check(ending);
    boolean first = !backoff.failing();
    Duration pause = backoff.next();
    if (ending instanceof Ending.Refused<?> refused && refused.code() == 409) {
      if (first) {
        LOG.warn(
            "Another program takes this bot's updates; asking again, and ever more rarely. Stop the"
                + " other one, or give this one a bot of its own. Telegram says: {}",
            refused.reason());
      }
      return pause.compareTo(CONFLICT) < 0 ? pause : CONFLICT;
    }
    if (first) {
      LOG.warn("Updates can't be fetched, no question is lost meanwhile; trying again: {}", ending);
    }
    return pause;
  }
}
