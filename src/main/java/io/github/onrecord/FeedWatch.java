package io.github.onrecord;

import io.github.onrecord.ingest.FeedPoller;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that asks feeds for news whenever the next one is due. */
final class FeedWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedWatch.class);

  /** After an unexpected fault; the feeds themselves back off on their own. */
  private static final Duration AFTER_FAULT = Duration.ofMinutes(5);

  private final FeedPoller poller;
  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "onrecord-feeds"));

  FeedWatch(FeedPoller poller, Clock clock) {
    this.poller = poller;
    this.clock = clock;
  }

  void start() {
    thread.execute(this::tick);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // A tick catches and logs what goes wrong in it.
  private void tick() {
    Duration rest = AFTER_FAULT;
    try {
      rest = Duration.between(clock.instant(), poller.tick());
    } catch (RuntimeException e) {
      LOG.error("The feeds couldn't be asked; trying again in {}", AFTER_FAULT, e);
    }
    if (!thread.isShutdown()) {
      thread.schedule(this::tick, Math.max(0, rest.toMillis()), TimeUnit.MILLISECONDS);
    }
  }

  /** Lets a document that is being taken in be finished, and begins no other. */
  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
        LOG.warn("A feed is still being read; what it brings is read again at the next start");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
