package io.github.onrecord.telegram;

import java.time.Duration;

/** Pauses that double with every failure in a row, from a second to a minute. */
final class Backoff {
  static final Duration LONGEST = Duration.ofMinutes(1);

  private int failures;

  boolean failing() {
    return failures > 0;
  }

  void reset() {
    failures = 0;
  }

  Duration next() {
    failures++;
    return after(failures);
  }

  /** The pause after so many failures in a row. */
  static Duration after(int failures) {
    Duration pause = Duration.ofSeconds(1L << Math.min(Math.max(failures, 1) - 1, 10));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
