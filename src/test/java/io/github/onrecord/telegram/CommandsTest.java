package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.CALDER;
import static io.github.onrecord.telegram.FerryTalks.CALDER_WORDS;
import static io.github.onrecord.telegram.FerryTalks.PELL_REPORT;
import static io.github.onrecord.telegram.FerryTalks.verbatim;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.store.Subscription;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private static final long READER = 7;

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void begin() {
    session = new Session(folder);
  }

  @AfterEach
  void end() {
    session.close();
  }

  @Test
  void startSaysWhatThisIsAndWhatOneCanAsk() {
    assertThat(session.ask(READER, "/start"))
        .contains("OnRecord answers questions", "On record: 2 statements by 2 officials.")
        .contains("What did Calder say about the harbour?");
  }

  @Test
  void helpListsTheCommands() {
    assertThat(session.ask(READER, "/help"))
        .contains(
            "/quote",
            "/check",
            "/follow",
            "/summary",
            "/subscribe 08:30 Kyiv",
            "/language",
            "@onrecord_bot");
  }

  @Test
  void anUnknownCommandGetsThoseThatThereAre() {
    assertThat(session.ask(READER, "/weather Kyiv"))
        .contains("There is no command /weather", "/quote");
  }

  @Test
  void aQuoteRequestNamesWhomAndWhat() {
    assertThat(session.ask(READER, "/quote Calder harbour"))
        .contains("1 quotation on record", "“" + CALDER_WORDS + "”");
    assertThat(session.ask(READER, "/quote Pell"))
        .contains("No verbatim quotation on record", PELL_REPORT)
        .doesNotContain("“" + PELL_REPORT);
    assertThat(session.ask(READER, "/quote")).contains("/quote NAME TOPIC");
  }

  @Test
  void aSummaryTellsWhatIsNewSinceTheLastOne() {
    assertThat(session.ask(READER, "/summary"))
        .contains("2 statements on record", "Velmora", "“" + CALDER_WORDS + "”", "Ostrand");
    assertThat(session.ask(READER, "/summary"))
        .contains("Nothing new since 5 March 2041", "2 statements on record");

    publish("ferries-2", "The ferries are late.");

    assertThat(session.ask(READER, "/summary"))
        .contains("1 statement came on record since", "3 stand in all", "The ferries are late.")
        .doesNotContain(CALDER_WORDS);
  }

  @ParameterizedTest
  @CsvSource({
    "/subscribe 08:30 Europe/Kyiv, 08:30, Europe/Kyiv",
    "/subscribe 7.15 New York, 07:15, America/New_York",
    "/subscribe Женева 21:00, 21:00, Europe/Zurich",
    "/subscribe 8 pm Львів, 20:00, Europe/Kyiv",
    "/subscribe UTC+2, 08:30, +02:00",
    "/subscribe 22:05, 22:05, Europe/Kyiv",
    "/subscribe, 08:30, Europe/Kyiv"
  })
  void aSubscriptionTakesTimeAndPlaceInAnyOrder(String typed, LocalTime time, String zone) {
    assertThat(session.ask(READER, typed))
        .contains("every day at " + time + " (" + zone + ")", "next one comes on ");

    Subscription kept = session.store.subscriptions().of(READER).orElseThrow();
    assertThat(kept.wish().time()).isEqualTo(time);
    assertThat(kept.wish().zone()).isEqualTo(ZoneId.of(zone));
    assertThat(kept.active()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "/subscribe 25:00 Kyiv, “25:00” is no time of day",
    "/subscribe 8:75, “8:75” is no time of day",
    "/subscribe 08:30 Atlantis, no time zone or city called “Atlantis”",
    "/subscribe 08:30 09:30, no time zone or city called “09:30”"
  })
  void aWrongTimeOrPlaceGetsWhatIsAllowed(String typed, String said) {
    assertThat(session.ask(READER, typed)).contains(said, "/subscribe 08:30 Kyiv");
    assertThat(session.store.subscriptions().of(READER)).isEmpty();
  }

  @Test
  void aWrongPlaceIsNotEchoedAtLength() {
    assertThat(session.ask(READER, "/subscribe " + "🌍".repeat(1500))).hasSizeLessThan(400);
  }

  @Test
  void unsubscribeEndsIt() {
    assertThat(session.ask(READER, "/unsubscribe")).contains("no summary that could end");
    session.ask(READER, "/subscribe");
    assertThat(session.ask(READER, "/unsubscribe")).contains("No more summaries");
    assertThat(session.store.subscriptions().toLookAt(session.clock.instant())).isEmpty();
  }

  @Test
  void settingsShowWhatIsSetAndButtonsChangeIt() {
    assertThat(session.ask(READER, "/settings")).contains("Summary: none", "English");
    session.ask(READER, "/subscribe 08:30 Kyiv");
    assertThat(session.ask(READER, "/settings"))
        .contains("at 08:30 (Europe/Kyiv)", "a summary that says so");

    assertThat(session.press(READER, "quiet:on")).contains("When nothing is new: no message");
    assertThat(session.store.subscriptions().of(READER).orElseThrow().wish().quiet()).isTrue();
    assertThat(session.press(READER, "language:uk")).contains("Тепер я пишу українською");
    assertThat(session.ask(READER, "/settings")).contains("Налаштування", "українська");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ru", "русский", "RU"})
  void aLanguageIsChosenByCodeOrName(String typed) {
    assertThat(session.ask(READER, "/language " + typed)).contains("Теперь я пишу по-русски");
    assertThat(session.ask(READER, "/help")).contains("Что вы можете");
  }

  @Test
  void anUnknownLanguageGetsTheChoice() {
    assertThat(session.ask(READER, "/language Klingon")).contains("In which language");
    assertThat(last().request().toString()).contains("language:en", "language:ru", "language:uk");
  }

  @Test
  void untilOneIsChosenTheLanguageIsThatOfThePersonsTelegram() {
    session.telegram.say(READER, READER, "uk", "/help");
    assertThat(session.settle().get(0).text()).contains("Що ви можете");
    session.telegram.say(READER, READER, "de-AT", "/help");
    assertThat(session.settle().get(0).text()).contains("What you can do");
  }

  @Test
  void aSummaryRequestIsHandledOnceEvenIfItsMarkingFails() {
    session.ask(READER, "/summary");
    session.restart();

    assertThat(session.ask(READER, "/summary")).contains("Nothing new since");
  }

  private Sent last() {
    return session.telegram.sent().get(session.telegram.sent().size() - 1);
  }

  private void publish(String name, String words) {
    FerryTalks.publish(session.store, name, LocalDate.of(2041, 3, 6), verbatim(CALDER, words));
  }
}
