package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.PELL_REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Language;
import io.github.onrecord.store.Store;
import io.github.onrecord.store.Subscription;
import io.github.onrecord.store.SummaryWish;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bot in a process of its own is killed with SIGKILL at random moments, seeded, while questions
 * come in and summaries fall due. Every question is answered at least once; every summary comes at
 * most once, and one that doesn't come is announced.
 */
class KillTest {
  private static final long SEED = 20410306;
  private static final int KILLS = 5;
  private static final int QUESTIONS_EACH = 12;
  private static final int SUBSCRIBERS = 40;

  @TempDir Path folder;

  @Test
  void noQuestionIsLostAndNoSummaryComesTwice() throws Exception {
    Random random = new Random(SEED);
    Path file = folder.resolve("onrecord.db");
    long chat = 1000;
    List<Long> asked = new ArrayList<>();
    List<Long> subscribed = new ArrayList<>();
    try (BotApiEmulator telegram = new BotApiEmulator()) {
      try (Store store = Store.open(file, Clock.systemUTC())) {
        FerryTalks.begin(store);
        // Due since a minute ago, as if the process had been down then.
        LocalTime due =
            LocalTime.now(ZoneOffset.UTC).minusMinutes(1).truncatedTo(ChronoUnit.MINUTES);
        for (int i = 0; i < SUBSCRIBERS; i++) {
          subscribed.add(chat);
          subscribeYesterday(store, file, chat++, due);
        }
      }
      for (int kill = 0; kill <= KILLS; kill++) {
        Process bot = start(file, telegram.url());
        try {
          int calls = telegram.calls().size();
          for (int i = 0; i < QUESTIONS_EACH; i++) {
            asked.add(chat);
            telegram.say(chat++, "Pell on the harbour");
          }
          if (kill < KILLS) {
            // At some moment of its work, counted in calls, whatever the machine's speed.
            telegram.awaitCalls(calls + 5 + random.nextInt(45));
          } else {
            await(telegram, asked, subscribed);
          }
        } finally {
          bot.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
      }
      check(telegram.sent(), asked, subscribed, file);
    }
  }

  private static void subscribeYesterday(Store store, Path file, long chat, LocalTime due) {
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
    try (Store past = Store.open(file, Clock.fixed(yesterday, ZoneOffset.UTC))) {
      past.subscriptions()
          .subscribe(chat, SummaryWish.daily(due, ZoneOffset.UTC, Language.ENGLISH));
    }
    assertThat(store.subscriptions().of(chat)).isPresent();
  }

  private static Process start(Path file, String url) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-Djava.util.logging.config.file="
                + System.getProperty("java.util.logging.config.file", ""),
            "-cp",
            System.getProperty("java.class.path"),
            BotProcess.class.getName(),
            file.toString(),
            url)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void await(BotApiEmulator telegram, List<Long> asked, List<Long> subscribed) {
    telegram.await(
        sent -> {
          Map<Long, Integer> got = count(sent);
          return asked.stream().allMatch(got::containsKey)
              && subscribed.stream().allMatch(got::containsKey);
        });
  }

  private static void check(List<Sent> sent, List<Long> asked, List<Long> subscribed, Path file) {
    assertThat(asked)
        .as("questions answered, seed %d", SEED)
        .allSatisfy(
            chat ->
                assertThat(sent)
                    .anyMatch(
                        message ->
                            message.chatId() == chat && message.text().contains(PELL_REPORT)));
    for (long chat : subscribed) {
      List<String> got =
          sent.stream().filter(message -> message.chatId() == chat).map(Sent::text).toList();
      long summaries = got.stream().filter(text -> text.startsWith("Daily summary")).count();
      long notices = got.stream().filter(text -> text.contains("may not have reached you")).count();
      assertThat(summaries).as("summaries, seed %d", SEED).isLessThanOrEqualTo(1);
      assertThat(summaries + notices).as("or a notice, seed %d", SEED).isPositive();
    }
    try (Store store = Store.open(file, Clock.systemUTC())) {
      assertThat(store.inbox().waiting()).isZero();
      assertThat(subscribed.stream().map(chat -> store.subscriptions().of(chat).orElseThrow()))
          .hasSize(SUBSCRIBERS)
          .extracting(Subscription::lastDigest)
          .doesNotContainNull();
    }
  }

  private static Map<Long, Integer> count(List<Sent> sent) {
    Map<Long, Integer> count = new HashMap<>();
    sent.forEach(message -> count.merge(message.chatId(), 1, Integer::sum));
    return count;
  }
}
