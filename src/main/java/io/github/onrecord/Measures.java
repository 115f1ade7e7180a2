package io.github.onrecord;

import io.github.onrecord.answer.CountingDesk;
import io.github.onrecord.ingest.FeedPoller;
import io.github.onrecord.model.LanguageModel;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.store.Store;
import io.github.onrecord.telegram.Bot;
import io.github.onrecord.web.Health;
import io.github.onrecord.web.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an operator can see of the program while it serves: whether each part is ready, and figures.
 *
 * @param refusals how many sentences of a model were refused, by reason
 * @param model null when there is none
 * @param feeds gives the poller that runs now, or null
 */
record Measures(
    Store store,
    RecordIndex index,
    Bot bot,
    CountingDesk desk,
    Supplier<Map<String, Long>> refusals,
    @Nullable LanguageModel model,
    Supplier<@Nullable FeedPoller> feeds,
    Clock clock) {

  Health health() {
    Health health =
        new Health()
            .part(
                "store",
                () -> {
                  store.record().lastChange();
                  return Optional.empty();
                })
            .part(
                "index",
                () -> {
                  index.catchUp();
                  return Optional.empty();
                })
            .part("telegram", bot::trouble);
    return model == null ? health : health.part("model", model::trouble);
  }

  Metrics metrics() {
    Metrics metrics =
        new Metrics()
            .counters("onrecord.questions", "Questions answered", "outcome", desk::outcomes)
            .counters(
                "onrecord.deliveries", "Messages sent, by how it ended", "result", bot::deliveries)
            .counters(
                "onrecord.refusals",
                "Sentences of a model that the verifier refused",
                "reason",
                refusals)
            .gauge(
                "onrecord.inbox", "Updates that wait to be answered", () -> store.inbox().waiting())
            .gauge(
                "onrecord.outbox", "Messages that wait to be sent", () -> store.outbox().waiting())
            .gauge(
                "onrecord.statements",
                "Statements that stand",
                () -> store.record().standing().statements())
            .gauge("onrecord.documents", "Documents archived", () -> store.catalogue().documents())
            .gauge(
                "onrecord.changes", "Number of the last change", () -> store.record().lastChange())
            .gauges(
                "onrecord.feed.age.seconds",
                "Time since a feed was last read",
                "feed",
                this::feedAges);
    return model == null ? metrics : modelMetrics(metrics, model);
  }

  private static Metrics modelMetrics(Metrics metrics, LanguageModel model) {
    return metrics
        .counter("onrecord.model.calls", "Requests sent", () -> model.counts().calls())
        .counter("onrecord.model.faults", "Requests that failed", () -> model.counts().faults())
        .counter(
            "onrecord.model.seconds",
            "Time that was waited for replies in all",
            () -> model.waited().toMillis() / 1000.0)
        .counters(
            "onrecord.model.tokens",
            "Tokens read and written",
            "direction",
            () ->
                Map.of(
                    "input", model.counts().inputTokens(),
                    "output", model.counts().outputTokens()));
  }

  private Map<String, Long> feedAges() {
    Map<String, Long> ages = new TreeMap<>();
    FeedPoller poller = feeds.get();
    if (poller != null) {
      poller
          .lastRead()
          .forEach(
              (feed, read) -> ages.put(feed, Duration.between(read, clock.instant()).toSeconds()));
    }
    return ages;
  }
}
