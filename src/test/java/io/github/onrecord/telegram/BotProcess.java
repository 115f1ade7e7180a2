package io.github.onrecord.telegram;

import io.github.onrecord.check.Checked;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The bot as a process of its own, to be killed: {@code STORE URL}. */
final class BotProcess {
  private BotProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    Clock clock = Clock.systemUTC();
    BotSettings settings =
        new BotSettings(
            URI.create(arguments[1]),
            BotApiEmulator.TOKEN,
            Duration.ofSeconds(1),
            LocalTime.of(8, 30),
            ZoneOffset.UTC,
            20,
            Duration.ofDays(30),
            null,
            Limits.DEFAULT,
            null);
    try (Store store = Store.open(Path.of(arguments[0]), clock);
        Bot bot =
            new Bot(
                settings,
                store,
                new PlainDesk(store.record()),
                text -> new Checked(Language.ENGLISH, List.of()),
                Session.EXAMPLES::get,
                clock)) {
      bot.start();
      Optional<String> end = bot.awaitEnd();
      end.ifPresent(System.err::println);
    }
  }
}
