package io.github.onrecord.telegram;

import io.github.onrecord.telegram.BotApi.Ending;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;

/**
 * Answers inline queries beside the inbox. One comes with every letter that somebody types, and
 * Telegram takes no answer after some seconds: what couldn't be answered in time is worth nothing,
 * so it is neither kept nor tried again, and whoever has typed on gets the answer to their last
 * words only. Thread-safe.
 */
final class InlineCounter {
  /** Telegram calls a query too old after about ten seconds. */
  static final Duration WORTH = Duration.ofSeconds(8);

  private static final Logger LOG = LoggerFactory.getLogger(InlineCounter.class);

  private final InlineDesk desk;
  private final BotApi api;
  private final Clock clock;
  private final Executor threads;
  private final Map<Long, String> latest = new ConcurrentHashMap<>();

  /**
   * A counter.
   *
   * @param threads few, and none that anything else waits for; may refuse work
   */
  InlineCounter(InlineDesk desk, BotApi api, Clock clock, Executor threads) {
    this.desk = desk;
    this.api = api;
    this.clock = clock;
    this.threads = threads;
  }

  /** Takes a query and returns at once. */
  void take(Incoming.Inline query) {
    long person = query.from().personId();
    Instant arrived = clock.instant();
    latest.put(person, query.queryId());
    try {
      threads.execute(() -> serve(query, arrived));
    } catch (RejectedExecutionException e) {
      latest.remove(person, query.queryId());
      LOG.debug("More is typed than can be looked up; a query is dropped");
    }
  }

  private void serve(Incoming.Inline query, Instant arrived) {
    boolean late = clock.instant().isAfter(arrived.plus(WORTH));
    if (!latest.remove(query.from().personId(), query.queryId()) || late) {
      return;
    }
    try {
      AnswerInlineQuery answer = desk.answer(query);
      Ending<Boolean> ending = api.call(answer);
      if (!(ending instanceof Ending.Done)) {
        LOG.debug("An inline query went unanswered: {}", ending);
      }
    } catch (RuntimeException e) {
      LOG.error("An inline query failed; the person sees no quotes", e);
    }
  }
}
