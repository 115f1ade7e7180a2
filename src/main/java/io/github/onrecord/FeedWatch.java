package io.github.onrecord;

import io.github.onrecord.ingest.FeedPoller;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that asks feeds for news whenever the next one is due. */
final class FeedWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FeedWatch.class);

  /** After an unexpected fault; the feeds themselves back off on their own. */
  private static final Duration AFTER_FAULT = Duration.ofMinutes(5);

  private final Clock clock;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "onrecord-feeds"));

  /** Touched by the thread alone. */
  private @Nullable Future<?> next;

  FeedWatch(Clock clock) {
    this.clock = clock;
  }

  /** Asks the feeds of {@code poller} from now on, and no others. */
  void watch(FeedPoller poller) {
    thread.execute(
        () -> {
          if (next != null) {
            next.cancel(false);
          }
          tick(poller);
        });
  }

  private void tick(FeedPoller poller) {
    Duration rest = AFTER_FAULT;
    try {
      rest = Duration.between(clock.instant(), poller.tick());
    } catch (RuntimeException e) {
      LOG.error("The feeds couldn't be asked; trying again in {}", AFTER_FAULT, e);
    }
    if (!thread.isShutdown()) {
      next =
          thread.schedule(() -> tick(poller), Math.max(0, rest.toMillis()), TimeUnit.MILLISECONDS);
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
