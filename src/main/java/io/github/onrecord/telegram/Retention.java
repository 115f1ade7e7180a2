package io.github.onrecord.telegram;

import io.github.onrecord.store.PersonalData;
import io.github.onrecord.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a day, deletes what people asked and were told longer ago than the operator keeps it; and
 * soon after any deletion, has the file written anew, so that nothing of it is left there.
 */
final class Retention {
  private static final Duration SWEEP = Duration.ofDays(1);

  /** Rest after a failure, most likely a full disk. */
  private static final Duration AFTER_FAILURE = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

  private final PersonalData data;
  private final Duration keep;
  private final Clock clock;
  private @Nullable Instant swept;
  private @Nullable Instant failed;

  /**
   * A retention.
   *
   * @param keep how long questions and answers are kept
   */
  Retention(PersonalData data, Duration keep, Clock clock) {
    this.data = data;
    this.keep = keep;
    this.clock = clock;
  }

  /** Does what is due; called every so often. */
  void tick() {
    Instant now = clock.instant();
    if (within(failed, now, AFTER_FAILURE)) {
      return;
    }
    try {
      if (!within(swept, now, SWEEP)) {
        int gone = data.purge(now.minus(keep));
        swept = now;
        if (gone > 0) {
          LOG.info("Deleted {} questions and messages older than {} days", gone, keep.toDays());
        }
      }
      data.scrub();
    } catch (StoreException e) {
      failed = now;
      LOG.warn(
          "What was deleted may still be in unused parts of the file; trying again in {} min: {}",
          AFTER_FAILURE.toMinutes(),
          e.getMessage());
    }
  }

  /** Whether two moments are near each other, whichever way the clock was set meanwhile. */
  private static boolean within(@Nullable Instant then, Instant now, Duration time) {
    return then != null && Duration.between(then, now).abs().compareTo(time) < 0;
  }
}
