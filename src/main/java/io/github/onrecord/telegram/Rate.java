package io.github.onrecord.telegram;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.EstimationProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How fast Telegram lets a bot send (core.telegram.org/bots/faq): about 30 messages a second in
 * all, one a second in a chat, 20 a minute in a group. A bucket's size and its refill together make
 * up the limit, so that no stretch of time, however it is cut, holds more. Thread-safe.
 */
final class Rate implements TimeMeter {
  /** Chats whose buckets are kept; whoever drops out has not been sent to for minutes. */
  private static final int CHATS = 10_000;

  /**
   * Tenths of a message, so that a bucket that holds hardly more than one loses nothing while a
   * sender comes a few milliseconds late: (12 + 288) / 10 are the 30 allowed in any second, and
   * 28.8 a second, 96 %, is what goes on for hours.
   */
  private static final long PLACE = 10;

  private static final long SLACK = 12;
  private static final long FILL = 288;

  private final Clock clock;
  private final Map<Long, Bucket> chats =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Bucket> eldest) {
          return size() > CHATS;
        }
      };
  private Bucket all;
  private Instant last;

  Rate(Clock clock) {
    this.clock = clock;
    this.last = clock.instant();
    this.all = all();
  }

  /** How long to wait before the next message to anybody; zero for not at all. */
  synchronized Duration untilNext() {
    mindTheClock();
    return wait(all, PLACE);
  }

  /**
   * Takes a place for a message to a chat.
   *
   * @return zero when it may go now; otherwise how long it must wait, and no place was taken
   */
  synchronized Duration take(long chatId) {
    mindTheClock();
    Bucket chat = chats.computeIfAbsent(chatId, this::chat);
    Duration forAll = wait(all, PLACE);
    Duration forChat = wait(chat, 1);
    if (forAll.isZero() && forChat.isZero()) {
      all.tryConsume(PLACE);
      chat.tryConsume(1);
    }
    return forAll.compareTo(forChat) > 0 ? forAll : forChat;
  }

  /** In whole milliseconds, rounded up: the estimate alone may say 0 for less than a nanosecond. */
  private static Duration wait(Bucket bucket, long tokens) {
    EstimationProbe probe = bucket.estimateAbilityToConsume(tokens);
    return probe.canBeConsumed()
        ? Duration.ZERO
        : Duration.ofMillis(1 + TimeUnit.NANOSECONDS.toMillis(probe.getNanosToWaitForRefill()));
  }

  /** Buckets fill with the clock: one that was set back would keep them empty for as long. */
  private void mindTheClock() {
    Instant now = clock.instant();
    if (now.isBefore(last)) {
      all = all();
      chats.clear();
    }
    last = now;
  }

  private Bucket all() {
    return bucket(
        Bandwidth.builder().capacity(SLACK).refillGreedy(FILL, Duration.ofSeconds(1)).build());
  }

  private Bucket chat(long chatId) {
    Bandwidth second =
        Bandwidth.builder().capacity(1).refillGreedy(1, Duration.ofSeconds(1)).build();
    return chatId > 0
        ? bucket(second)
        : bucket(
            second,
            Bandwidth.builder().capacity(5).refillGreedy(15, Duration.ofMinutes(1)).build());
  }

  private Bucket bucket(Bandwidth... limits) {
    var builder = Bucket.builder().withCustomTimePrecision(this);
    for (Bandwidth limit : limits) {
      builder.addLimit(limit);
    }
    return builder.build();
  }

  @Override
  public long currentTimeNanos() {
    Instant now = clock.instant();
    return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
  }

  @Override
  public boolean isWallClockBased() {
    return true;
  }
}
