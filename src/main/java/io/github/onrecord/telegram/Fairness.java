package io.github.onrecord.telegram;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.onrecord.message.BotMessages;
import io.github.onrecord.record.Language;
import io.github.onrecord.telegram.Incoming.Wish;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Sees to it that nobody's questions crowd out those of others: so many in a minute of a person,
 * and of a chat. Who asks more is told once when to ask again; what they send until then is not
 * answered. Thread-safe.
 */
final class Fairness {
  /** Nobody is ever kept from these. */
  private static final Set<String> ALWAYS = Set.of("forget", "privacy", "unsubscribe");

  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** People and chats whose questions are counted at once. */
  private static final int COUNTED = 100_000;

  private final Limits limits;
  private final Voice voice;
  private final TimeMeter time;
  private final LoadingCache<Long, Bucket> people;
  private final LoadingCache<Long, Bucket> chats;
  private final LoadingCache<Long, Bucket> notices;

  /**
   * The limits, with nobody counted yet.
   *
   * @param time never goes back, whatever happens to the clock
   */
  Fairness(Limits limits, Voice voice, TimeMeter time) {
    this.limits = limits;
    this.voice = voice;
    this.time = time;
    this.people = buckets(limits.perPerson());
    this.chats = buckets(limits.perChat());
    this.notices = buckets(1);
  }

  /** What somebody gets who asks too much; empty when they may ask, which is then counted. */
  Optional<Reply> refusal(Wish wish) {
    boolean counted =
        wish instanceof Incoming.Text
            || wish instanceof Incoming.NotText
            || (wish instanceof Incoming.Command command && !ALWAYS.contains(command.name()));
    if (!counted) {
      return Optional.empty();
    }
    ConsumptionProbe person = take(people, wish.from().personId());
    if (!person.isConsumed()) {
      return Optional.of(refused(wish, limits.perPerson(), person));
    }
    ConsumptionProbe chat = take(chats, wish.from().chatId());
    return chat.isConsumed()
        ? Optional.empty()
        : Optional.of(refused(wish, limits.perChat(), chat));
  }

  private Reply refused(Wish wish, int limit, ConsumptionProbe probe) {
    if (!bucket(notices, wish.from().chatId()).tryConsume(1)) {
      return Reply.NONE;
    }
    Language language = voice.language(wish.from());
    BotMessages messages = Voice.bot(language);
    // Rounded up: who asks again then is answered.
    Duration wait = Duration.ofNanos(probe.getNanosToWaitForRefill()).plusMillis(999);
    return Reply.saying(wish, language, messages.tooFast(limit, wait.toSeconds()));
  }

  private static ConsumptionProbe take(LoadingCache<Long, Bucket> buckets, long key) {
    return bucket(buckets, key).tryConsumeAndReturnRemaining(1);
  }

  private static Bucket bucket(LoadingCache<Long, Bucket> buckets, long key) {
    return buckets.get(key);
  }

  private LoadingCache<Long, Bucket> buckets(int perMinute) {
    return Caffeine.newBuilder()
        .maximumSize(COUNTED)
        .expireAfterAccess(MINUTE)
        .ticker(time::currentTimeNanos)
        .build(
            key ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                    .withCustomTimePrecision(time)
                    .build());
  }
}
