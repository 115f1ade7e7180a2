package io.github.onrecord.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Notices that the clock was set back. For one thread. */
final class SetBack {
  /** Less is the clock's own unrest. */
  private static final Duration NOTICED = Duration.ofSeconds(2);

  private final Clock clock;
  private Instant last;

  SetBack(Clock clock) {
    this.clock = clock;
    this.last = clock.instant();
  }

  /** By how much since it was last asked; zero when it wasn't. */
  Duration look() {
    Instant now = clock.instant();
    Duration back = Duration.between(now, last);
    last = now;
    return back.compareTo(NOTICED) > 0 ? back : Duration.ZERO;
  }
}
