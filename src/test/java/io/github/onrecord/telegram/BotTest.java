package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.PELL_REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.check.Checked;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Store;
import io.github.onrecord.telegram.BotApiEmulator.Fault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bot with its threads. */
class BotTest {
  @TempDir Path folder;
  private final BotApiEmulator telegram = new BotApiEmulator();
  private Store store;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("onrecord.db"), Clock.systemUTC());
    FerryTalks.begin(store);
  }

  @AfterEach
  void close() {
    store.close();
    telegram.close();
  }

  @Test
  void itIntroducesItselfAnswersAndEnds() throws Exception {
    telegram.fail("getme", new Fault.BadGateway());
    for (long chat = 1; chat <= 8; chat++) {
      telegram.say(chat, "Pell on the harbour");
    }
    try (Bot bot = bot()) {
      bot.start();
      telegram.await(sent -> sent.size() == 8);
      bot.close();
      assertThat(bot.awaitEnd()).isEmpty();
    }
    assertThat(telegram.sent())
        .allSatisfy(sent -> assertThat(sent.text()).contains(PELL_REPORT))
        .extracting(BotApiEmulator.Sent::chatId)
        .doesNotHaveDuplicates();
    assertThat(Collections.frequency(telegram.calls(), "setmycommands")).isEqualTo(4);
    assertThat(telegram.calls()).contains("deletewebhook", "sendchataction");
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.isAlive() && thread.getName().startsWith("onrecord-telegram"));
  }

  @Test
  void whatWasTakenIsStillAnsweredAfterTheNextStart() {
    telegram.fail("sendmessage", new Fault.Rejected(500, "Internal Server Error"));
    telegram.say(1, "Pell on the harbour");
    try (Bot bot = bot()) {
      bot.start();
      telegram.awaitCall("sendmessage");
    }
    try (Bot bot = bot()) {
      bot.start();
      telegram.await(sent -> !sent.isEmpty());
    }
    assertThat(telegram.sent()).hasSize(1);
  }

  @Test
  void aRefusedTokenEndsIt() throws Exception {
    telegram.fail("getme", new Fault.Rejected(401, "Unauthorized"));
    try (Bot bot = bot()) {
      bot.start();

      assertThat(bot.awaitEnd()).hasValueSatisfying(s -> assertThat(s).contains("@BotFather"));
    }
  }

  @Test
  void theTokenIsNotShown() {
    assertThat(settings().toString()).doesNotContain(BotApiEmulator.TOKEN);
  }

  private Bot bot() {
    return new Bot(
        settings(),
        store,
        new PlainDesk(store.record()),
        text -> new Checked(Language.ENGLISH, List.of()),
        Session.EXAMPLES::get,
        Clock.systemUTC());
  }

  private BotSettings settings() {
    return new BotSettings(
        URI.create(telegram.url()),
        BotApiEmulator.TOKEN,
        Duration.ofSeconds(1),
        LocalTime.of(8, 30),
        ZoneOffset.UTC,
        20,
        Duration.ofDays(30),
        null,
        null,
        Limits.DEFAULT,
        null);
  }
}
