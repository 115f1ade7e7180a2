package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.CALDER;
import static io.github.onrecord.telegram.FerryTalks.PELL;
import static io.github.onrecord.telegram.FerryTalks.reported;
import static io.github.onrecord.telegram.FerryTalks.verbatim;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.store.Follow;
import io.github.onrecord.telegram.BotApiEmulator.Fault;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import io.github.onrecord.telegram.FerryTalks.Said;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Following an official, a side or a topic, from the preview to the alert. */
class FollowTest {
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
  void aPreviewSaysWhatThereIsSoFar() {
    assertThat(session.ask(READER, "/follow Calder"))
        .contains("Follow “Calder”?", "1 statement so far, last on 4 March 2041.");
    assertThat(session.ask(READER, "/follow Pell harbour")).contains("1 statement so far");
    assertThat(session.ask(READER, "/follow lighthouses")).contains("Nothing on record so far.");
    assertThat(session.store.follows().of(READER)).as("nothing is followed yet").isEmpty();
  }

  @Test
  void whatIsNewIsToldAtOnceAndOnce() {
    follow("Calder", "follow:now");
    publish("a", verbatim(CALDER, "The tide is high."), verbatim(PELL, "So what?"));

    assertThat(alerts())
        .singleElement()
        .asString()
        .contains("1 new statement on what you follow: “Calder”", "“The tide is high.”")
        .doesNotContain("So what?");
    assertThat(alerts()).isEmpty();
    session.restart();
    assertThat(alerts()).isEmpty();
    publish("b", reported(CALDER, "Calder went home"));
    assertThat(alerts().get(0)).contains("reported, not a quotation", "Calder went home");
  }

  @Test
  void severalWishesOfAChatBringOneAlertAndEachStatementOnce() {
    follow("Calder", "follow:now");
    follow("tide", "follow:now");
    publish("a", verbatim(CALDER, "The tide is high."), verbatim(PELL, "A low tide."));

    assertThat(alerts())
        .singleElement()
        .asString()
        .contains("2 new statements on what you follow: “Calder”, “tide”", "A low tide.")
        .containsOnlyOnce("The tide is high.");
  }

  @Test
  void tellMeWhenThereIsOneStandsUnderEverySilenceAndEndsWithTheFirst() {
    assertThat(session.ask(READER, "What about lighthouses?")).contains("Nothing on record");
    assertThat(session.press(READER, "follow:once"))
        .contains("I tell you when there is one: “What about lighthouses?”");
    publish("a", verbatim(CALDER, "A fog."));
    assertThat(alerts()).isEmpty();

    publish("b", verbatim(CALDER, "The lighthouses stay lit."));

    assertThat(alerts().get(0)).contains("The lighthouses stay lit.", "I don't look for more");
    assertThat(session.store.follows().of(READER)).isEmpty();
    publish("c", verbatim(CALDER, "The lighthouses go dark."));
    assertThat(alerts()).isEmpty();
    assertThat(session.press(READER, "follow:now")).contains("I tell you at once");
    assertThat(session.store.follows().of(READER)).hasSize(1);
  }

  @Test
  void aSilenceAfterAFollowUpIsKeptWithItsTopic() {
    session.ask(READER, "Calder on lighthouses");
    session.ask(READER, "and Pell?");

    assertThat(session.press(READER, "follow:once")).contains("“Joran Pell lighthouses”");
  }

  @Test
  void whatIsFollowedInTheDailySummaryStandsFirstInIt() {
    session.ask(READER, "/subscribe 08:30 Kyiv");
    follow("tide", "follow:daily");
    publish("a", verbatim(CALDER, "A fog."), verbatim(CALDER, "The tide is high."));

    assertThat(alerts()).isEmpty();
    assertThat(at("2041-03-06T06:30:00Z").get(0))
        .containsSubsequence("What you follow", "The tide is high.", "Velmora", "A fog.")
        .containsOnlyOnce("The tide is high.");
  }

  @Test
  void whoeverOnlyFollowsGetsNoSummaryOfEverythingElse() {
    follow("tide", "follow:daily");
    publish("a", verbatim(CALDER, "A fog."));
    assertThat(at("2041-03-06T06:30:00Z")).as("quiet on other things").isEmpty();

    publish("b", verbatim(CALDER, "The tide is high."), verbatim(CALDER, "A storm."));

    assertThat(at("2041-03-07T06:30:00Z").get(0))
        .contains("1 statement came on record", "The tide is high.")
        .doesNotContain("A storm.", "A fog.");
    assertThat(session.ask(READER, "/settings")).contains("tells only what you follow");
    assertThat(session.press(READER, "only:off")).contains("tells everything new");
  }

  @Test
  void theListPausesGoesOnAndEndsInItsPlace() {
    follow("Calder", "follow:now");
    follow("tide", "follow:daily");

    assertThat(session.ask(READER, "/follow"))
        .contains("You follow 2 things, of 20 at most", "1. Calder — at once")
        .contains("2. tide — in the daily summary");
    assertThat(session.press(READER, "pause:1")).contains("1. Calder — at once, paused");
    assertThat(last().method()).isEqualTo("editmessagetext");
    publish("a", verbatim(CALDER, "During the pause."));
    assertThat(alerts()).isEmpty();
    assertThat(session.press(READER, "resume:1")).doesNotContain("paused");
    assertThat(alerts()).as("what the pause brought isn't owed").isEmpty();
    publish("b", verbatim(CALDER, "After the pause."));
    assertThat(alerts()).hasSize(1);
    session.ask(READER, "/follow");
    assertThat(session.press(READER, "unfollow:1")).contains("1. tide").doesNotContain("Calder");
    assertThat(session.press(READER, "unfollow:2")).contains("You follow nothing yet");
  }

  @Test
  void anotherChatsWishCantBeTouched() {
    follow("Calder", "follow:now");
    session.ask(8, "/follow");
    for (String forged : List.of("pause:1", "unfollow:1", "resume:x", "official:99")) {
      session.telegram.press(8, last().messageId(), forged);
      assertThat(session.settle().get(0).text()).contains("button doesn't lead anywhere");
    }
    assertThat(session.store.follows().of(READER)).extracting(Follow::paused).containsOnly(false);
  }

  @Test
  void aLimitIsSaidAndKept() {
    for (int i = 0; i < 20; i++) {
      follow("tide " + "x".repeat(4 + i), "follow:now");
    }
    session.ask(READER, "/follow one more");

    assertThat(session.press(READER, "follow:now"))
        .contains("You follow 20 things, and that is the most");
    assertThat(session.store.follows().of(READER)).hasSize(20);
    follow("tide xxxx", "follow:daily");
    assertThat(session.store.follows().of(READER)).as("a change isn't one more").hasSize(20);
  }

  @ParameterizedTest
  @CsvSource({"ru, Следить: «Калдер»?, Пока 1 высказывание", "uk, Стежити: «Калдер»?, Поки що 1"})
  void aPreviewIsInThePersonsLanguage(String code, String title, String soFar) {
    session.telegram.say(READER, READER, code, "/follow Калдер");

    assertThat(session.settle().get(0).text()).contains(title, soFar);
  }

  @Test
  void anOfficialIsFollowedFromAQuotation() {
    session.ask(READER, "Calder on the harbour");
    session.telegram.press(READER, last().messageId(), "quote:1");
    session.settle();

    assertThat(session.press(READER, "official:1")).contains("Follow “Ines Calder”?");
  }

  @Test
  void aWishThatIsTooLongGetsTheLimit() {
    assertThat(session.ask(READER, "/follow " + "tide ".repeat(60))).contains("200 characters");
  }

  @Test
  void aPoisonousWishDoesNotHoldUpOthers() {
    session
        .store
        .follows()
        .add(6, 6, "poison", io.github.onrecord.record.Language.ENGLISH, Follow.Mode.NOW, 20);
    follow("Calder", "follow:now");
    publish("a", verbatim(CALDER, "The tide is high."));

    assertThat(alerts()).hasSize(1);
    assertThat(alerts()).isEmpty();
  }

  @Test
  void anAlertWhoseFateIsUnknownIsNotSentAgainButOffered() {
    follow("Calder", "follow:now");
    publish("a", verbatim(CALDER, "The tide is high."));
    session.telegram.fail("sendmessage", new Fault.ResetAfterwards());

    assertThat(alerts()).hasSize(2).last().asString().contains("may not have reached you");
    assertThat(session.press(READER, "again:page")).contains("The tide is high.");
  }

  @Test
  void aLongAlertCountsWhatItLeavesOut() {
    follow("Calder", "follow:now");
    publish(
        "a",
        IntStream.range(0, 14)
            .mapToObj(i -> verbatim(CALDER, "Remark " + i + "."))
            .toArray(Said[]::new));

    assertThat(alerts().get(0)).contains("14 new statements", "4 more are not shown here");
  }

  /** Statements at odd moments, restarts at others: each comes exactly once. */
  @ParameterizedTest
  @ValueSource(longs = {20410307, 20410308})
  void everyStatementIsToldOnceWhateverHappens(long seed) {
    follow("Calder", "follow:now");
    Random random = new Random(seed);
    int before = session.telegram.sent().size();
    for (int i = 0; i < 40; i++) {
      if (random.nextBoolean()) {
        publish("n" + i, verbatim(CALDER, "Remark number " + i + "."));
      }
      if (random.nextInt(3) == 0) {
        session.alerts.tick();
      }
      if (random.nextInt(4) == 0) {
        session.restart();
      }
      if (random.nextInt(3) == 0) {
        session.deliver();
      }
    }
    session.alerts.tick();
    session.deliver();
    String all =
        String.join("\n", session.telegram.sent().stream().skip(before).map(Sent::text).toList());
    session
        .store
        .record()
        .forEachStatement(
            statement -> {
              if (statement.text().startsWith("Remark")) {
                assertThat(all).as("seed %d", seed).containsOnlyOnce(statement.text());
              }
            });
  }

  private void follow(String wish, String mode) {
    session.ask(READER, "/follow " + wish);
    session.press(READER, mode);
  }

  private List<String> alerts() {
    int before = session.telegram.sent().size();
    session.alerts.tick();
    session.deliver();
    return session.telegram.sent().stream().skip(before).map(Sent::text).toList();
  }

  private List<String> at(String moment) {
    session.clock.set(Instant.parse(moment));
    int before = session.telegram.sent().size();
    session.digests.tick();
    session.deliver();
    return session.telegram.sent().stream().skip(before).map(Sent::text).toList();
  }

  private Sent last() {
    return session.telegram.sent().get(session.telegram.sent().size() - 1);
  }

  private void publish(String name, Said... said) {
    FerryTalks.publish(session.store, name, LocalDate.of(2041, 3, 5), said);
  }
}
