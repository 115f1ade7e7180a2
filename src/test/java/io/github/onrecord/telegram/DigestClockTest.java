package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.CALDER;
import static io.github.onrecord.telegram.FerryTalks.CALDER_WORDS;
import static io.github.onrecord.telegram.FerryTalks.PELL;
import static io.github.onrecord.telegram.FerryTalks.reported;
import static io.github.onrecord.telegram.FerryTalks.verbatim;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.telegram.BotApiEmulator.Sent;
import io.github.onrecord.telegram.FerryTalks.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Daily summaries, from the command to what arrives. */
class DigestClockTest {
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
  void aSummaryTellsWhatCameOnRecordSinceTheSubscription() {
    session.ask(READER, "/subscribe 08:30 Kyiv");
    publish("a", verbatim(CALDER, "The tide is high."), reported(PELL, "Pell shrugged it off"));

    assertThat(at("2041-03-06T06:29:59Z")).isEmpty();
    assertThat(at("2041-03-06T06:30:00Z").get(0))
        .contains("Daily summary, 6 March 2041", "2 statements came on record since")
        .contains("Velmora", "Ines Calder", "“The tide is high.”", "as given by The Harbour Post")
        .contains("Ostrand", "reported, not a quotation", "Pell shrugged it off")
        .doesNotContain(CALDER_WORDS, "“Pell shrugged");
  }

  @Test
  void itComesOnceADayAndSaysWhenNothingIsNew() {
    session.ask(READER, "/subscribe 08:30 Kyiv");

    assertThat(at("2041-03-06T06:30:00Z")).hasSize(1);
    assertThat(at("2041-03-06T06:30:20Z")).isEmpty();
    assertThat(at("2041-03-06T23:00:00Z")).isEmpty();
    assertThat(at("2041-03-07T06:31:00Z").get(0))
        .contains("7 March 2041", "Nothing new since 6 March 2041", "2 statements on record");
  }

  @Test
  void whoeverWantsSilenceGetsItUntilSomethingIsNew() {
    session.ask(READER, "/subscribe 08:30 Kyiv");
    session.ask(READER, "/settings");
    session.press(READER, "quiet:on");

    assertThat(at("2041-03-06T06:30:00Z")).isEmpty();
    publish("a", verbatim(CALDER, "The tide is high."));
    assertThat(at("2041-03-07T06:30:00Z").get(0)).contains("The tide is high.");
  }

  @Test
  void missedDaysAreMadeUpForOnceWithAllThatTheyBrought() {
    session.ask(READER, "/subscribe 08:30 Kyiv");
    at("2041-03-06T06:30:00Z");
    publish("a", verbatim(CALDER, "The tide is high."));
    publish("b", verbatim(CALDER, "The tide is low."));
    session.restart();

    List<String> late = at("2041-03-09T12:00:00Z");

    assertThat(late).hasSize(1);
    assertThat(late.get(0)).contains("9 March 2041", "The tide is high.", "The tide is low.");
    session.restart();
    assertThat(at("2041-03-09T12:00:10Z")).isEmpty();
    assertThat(at("2041-03-10T06:30:00Z").get(0)).contains("Nothing new since 9 March 2041");
  }

  @Test
  void aHalfPastThreeThatTheClockSkipsComesAtFourAndOneThatItDoublesOnce() {
    session.clock.set(Instant.parse("2041-03-29T12:00:00Z"));
    session.ask(READER, "/subscribe 03:30 Kyiv");
    at("2041-03-30T01:30:00Z");

    // 31 March 2041: 03:00 becomes 04:00 at 01:00 UTC.
    assertThat(at("2041-03-31T00:59:59Z")).isEmpty();
    assertThat(at("2041-03-31T01:00:00Z").get(0)).contains("31 March 2041");
    assertThat(at("2041-03-31T01:30:00Z")).isEmpty();
    session.clock.set(Instant.parse("2041-10-26T12:00:00Z"));
    at("2041-10-26T12:00:00Z");
    // 27 October 2041: 04:00 becomes 03:00 again at 01:00 UTC.
    assertThat(at("2041-10-27T00:30:00Z").get(0)).contains("27 October 2041");
    session.restart();
    assertThat(at("2041-10-27T01:30:00Z")).isEmpty();
  }

  @Test
  void aClockThatIsSetBackAndForthMakesNoSecondSummary() {
    session.ask(READER, "/subscribe 08:30 Kyiv");
    assertThat(at("2041-03-06T06:30:00Z")).hasSize(1);

    assertThat(at("2041-03-06T05:30:00Z")).isEmpty();
    assertThat(at("2041-03-06T06:30:00Z")).isEmpty();
    assertThat(at("2041-03-07T07:30:00Z")).hasSize(1);
  }

  @Test
  void aChangedTimeDoesNotBringTheDaysSummaryTwice() {
    session.ask(READER, "/subscribe 08:30 Kyiv");
    assertThat(at("2041-03-06T06:30:00Z")).hasSize(1);
    assertThat(session.ask(READER, "/subscribe 20:00")).contains("next one comes on 7 March");

    assertThat(at("2041-03-06T18:00:00Z")).isEmpty();
    assertThat(at("2041-03-07T18:00:00Z")).hasSize(1);
  }

  @Test
  void whoeverComesBackIsNotFloodedWithWhatTheyMissed() {
    session.ask(READER, "/subscribe 08:30 Kyiv");
    session.ask(READER, "/unsubscribe");
    publish("a", verbatim(CALDER, "The tide is high."));
    session.clock.set(Instant.parse("2041-05-01T12:00:00Z"));
    session.ask(READER, "/subscribe");

    assertThat(at("2041-05-01T12:00:10Z")).isEmpty();
    assertThat(at("2041-05-02T05:30:00Z").get(0)).contains("Nothing new since 1 May 2041");
  }

  @Test
  void summariesAreInTheLanguageOfTheChatAndAtTheTimeOfItsPlace() {
    session.telegram.say(READER, READER, "uk", "/subscribe 09:00 Нью-Йорк");
    session.settle();
    session.telegram.say(8, 8, "ru", "/subscribe 09:00 Токио");
    session.settle();
    publish("a", verbatim(CALDER, "The tide is high."));

    assertThat(at("2041-03-05T14:00:00Z").get(0))
        .contains("Зведення за день, 5 березня 2041", "1 нове висловлювання", "дослівно");
    assertThat(at("2041-03-06T00:00:00Z").get(0))
        .contains("Сводка за день, 6 марта 2041", "1 новое высказывание", "дословно");
  }

  @Test
  void aGroupGetsItsSummaryToo() {
    session.ask(-100200, "/subscribe@onrecord_bot 08:30 Kyiv");

    assertThat(at("2041-03-06T06:30:00Z")).hasSize(1);
  }

  @Test
  void statementsThatDifferInTheirWordsOnlyShareAnAttribution() {
    session.ask(READER, "/subscribe 08:30 Kyiv");
    publish("a", verbatim(CALDER, "The tide is high."), verbatim(CALDER, "The moon is low."));

    assertThat(at("2041-03-06T06:30:00Z").get(0))
        .containsOnlyOnce("Ines Calder")
        .contains("“The moon is low.”\n“The tide is high.”");
  }

  @Test
  void aLongSummaryIsSplitBetweenStatements() {
    session.ask(READER, "/subscribe 08:30 Kyiv");
    publish(
        "a",
        IntStream.range(0, 30)
            .mapToObj(i -> verbatim(CALDER, "Remark " + i + " on " + "tides ".repeat(30)))
            .toArray(Said[]::new));

    List<String> pages = at("2041-03-06T06:30:00Z");

    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(pages.subList(1, pages.size()))
        .allSatisfy(page -> assertThat(page).startsWith("Ines Calder, Chief negotiator"));
  }

  /**
   * Fifteen weeks, looked at at odd moments, with restarts: a summary for every day, and none
   * twice.
   */
  @Test
  void aSpringBringsEveryDayOnce() {
    session.ask(READER, "/subscribe 03:30 Kyiv");
    Random random = new Random(20410306);
    int before = session.telegram.sent().size();
    LocalDate last = LocalDate.of(2041, 6, 20);
    while (session.clock.instant().isBefore(Instant.parse("2041-06-20T12:00:00Z"))) {
      session.digests.tick();
      session.deliver();
      session.clock.advance(Duration.ofMinutes(30 + random.nextInt(600)));
      if (random.nextInt(40) == 0) {
        session.restart();
      }
    }
    List<String> days =
        session.telegram.sent().stream()
            .skip(before)
            .map(sent -> sent.text().substring(0, sent.text().indexOf('\n')))
            .toList();
    assertThat(days).doesNotHaveDuplicates();
    assertThat(days).hasSize((int) LocalDate.of(2041, 3, 6).datesUntil(last.plusDays(1)).count());
  }

  private List<String> at(String moment) {
    session.clock.set(Instant.parse(moment));
    int before = session.telegram.sent().size();
    session.digests.tick();
    session.deliver();
    return session.telegram.sent().stream().skip(before).map(Sent::text).toList();
  }

  private void publish(String name, Said... said) {
    FerryTalks.publish(session.store, name, LocalDate.of(2041, 3, 5), said);
  }
}
