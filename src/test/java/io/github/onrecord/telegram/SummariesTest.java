package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.CALDER;
import static io.github.onrecord.telegram.FerryTalks.PELL;
import static io.github.onrecord.telegram.FerryTalks.reported;
import static io.github.onrecord.telegram.FerryTalks.verbatim;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.store.SummaryWish;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import io.github.onrecord.telegram.FerryTalks.Said;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What chats can want of their summaries, and what they then read. */
class SummariesTest {
  private static final long READER = 7;
  private static final long GROUP = -100200;
  private static final long CHANNEL = -1_000_000_000_300L;
  private static final long MEMBER = 55;

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
  void onWorkdaysOnlyAndThenWithAllThatTheWeekendBrought() {
    // 5 March 2041 is a Tuesday.
    assertThat(session.ask(READER, "/subscribe 08:30 Kyiv mon-fri"))
        .contains("a summary Monday to Friday at 08:30 (Europe/Kyiv)");
    assertThat(at("2041-03-08T06:30:00Z")).hasSize(1);
    publish("a", day(9), verbatim(CALDER, "The tide is high."));

    assertThat(at("2041-03-09T07:00:00Z")).isEmpty();
    assertThat(at("2041-03-10T07:00:00Z")).isEmpty();
    assertThat(at("2041-03-11T06:30:00Z").get(0)).contains("11 March 2041", "The tide is high.");
  }

  @Test
  void onceAWeek() {
    assertThat(session.ask(READER, "/subscribe weekly 9:00 Kyiv")).contains("once a week (Monday)");
    assertThat(at("2041-03-11T07:00:00Z").get(0)).contains("Weekly summary, 11 March 2041");
    assertThat(at("2041-03-17T23:00:00Z")).isEmpty();
    assertThat(at("2041-03-18T07:00:00Z")).hasSize(1);
  }

  @Test
  void whatIsSaidAgainIsToldApartWithHowOften() {
    publish("a", day(1), verbatim(PELL, "The ferry fee must fall before the summer."));
    publish("b", day(3), verbatim(PELL, "The ferry fee must fall before the summer!"));
    session.ask(READER, "/subscribe 08:30 Kyiv");
    publish("c", day(5), verbatim(PELL, "The ferry fee must fall before the summer."));
    publish("d", day(5), verbatim(CALDER, "A fog."));

    assertThat(at("2041-03-06T06:30:00Z").get(0))
        .containsSubsequence("A fog.", "Said again", "Joran Pell", "must fall before")
        .contains("3rd time since 1 March 2041.");
  }

  @Test
  void whatIsSaidInOtherWordsStandsBesideWhatWasSaidBefore() {
    publish("a", day(1), verbatim(PELL, "The ferry fee must fall before the summer begins."));
    session.ask(READER, "/subscribe 08:30 Kyiv");
    publish("b", day(5), verbatim(PELL, "The ferry fee may fall before the summer begins."));

    assertThat(at("2041-03-06T06:30:00Z").get(0))
        .containsSubsequence(
            "Said in other words than before",
            "“The ferry fee may fall before the summer begins.”",
            "Before, on 1 March 2041 · as given by The Harbour Post",
            "“The ferry fee must fall before the summer begins.”");
  }

  @Test
  void twoSentencesThatShareSmallWordsOnlyAreNoChange() {
    publish("a", day(1), verbatim(PELL, "We will not sign the harbour treaty this year."));
    session.ask(READER, "/subscribe 08:30 Kyiv");
    publish("b", day(5), verbatim(PELL, "We will not leave the talks this year."));

    assertThat(at("2041-03-06T06:30:00Z").get(0)).doesNotContain("other words");
  }

  @Test
  void whatWasWithdrawnSinceIsToldApartToWhoeverMayHaveReadIt() {
    session.ask(READER, "/subscribe 08:30 Kyiv");
    FerryTalks.withdraw(session.store, 1);

    assertThat(at("2041-03-06T06:30:00Z").get(0))
        .containsSubsequence("Corrected or withdrawn", "Ines Calder", "withdrawn since");
    assertThat(at("2041-03-07T06:30:00Z").get(0)).doesNotContain("withdrawn");
  }

  @Test
  void onlyOwnWordsAndShort() {
    session.ask(READER, "/subscribe 08:30 Kyiv short, only verbatim");
    publish("a", day(5), verbatim(CALDER, "The tide is high."), reported(PELL, "Pell left early"));

    assertThat(at("2041-03-06T06:30:00Z").get(0))
        .contains("Ines Calder, Velmora · 5 March 2041 · own words · as given by The Harbour Post")
        .doesNotContain("Pell left early", "Chief negotiator");
  }

  @Test
  void talksStandApartWhereThereAreSeveral() {
    session.ask(READER, "/subscribe 08:30 Kyiv");
    FerryTalks.publishAt(
        session.store, "a", day(5), "Cape Oster", verbatim(CALDER, "The tide is high."));
    publish("b", day(5), verbatim(PELL, "A low tide."));

    assertThat(at("2041-03-06T06:30:00Z").get(0))
        .contains("Port Velm · Ostrand", "Cape Oster · Velmora");
  }

  @Test
  void everySettingHasAButtonThatShowsItInItsPlace() {
    session.ask(READER, "/settings");
    assertThat(session.press(READER, "summary:start")).contains("every day at 08:30");
    assertThat(session.press(READER, "choose:days")).contains("On which days?");
    assertThat(session.press(READER, "days:weekdays")).contains("Monday to Friday at 08:30");
    session.press(READER, "choose:at");
    assertThat(session.press(READER, "at:18")).contains("at 18:00 (Europe/Kyiv)");
    session.press(READER, "choose:zone");
    assertThat(session.press(READER, "zone:3")).contains("(Europe/London)");
    assertThat(session.press(READER, "own:on")).contains("no reports");
    assertThat(session.press(READER, "brief:on")).contains("Short:");
    assertThat(session.press(READER, "only:on")).contains("only what you follow");
    assertThat(session.press(READER, "quiet:on")).contains("no message");
    assertThat(session.press(READER, "hush:on"))
        .contains("Quiet hours: 22:00 to 07:00 (Europe/London)");
    assertThat(last().method()).isEqualTo("editmessagetext");

    SummaryWish wish = session.store.subscriptions().of(READER).orElseThrow().wish();
    assertThat(wish.days()).hasSize(5).contains(DayOfWeek.MONDAY);
    assertThat(wish.verbatimOnly() && wish.brief() && wish.followedOnly() && wish.quiet()).isTrue();
    assertThat(session.press(READER, "summary:stop")).contains("Summary: none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "at:24",
        "at:x",
        "days:8",
        "days:0",
        "zone:6",
        "zone:-1",
        "own:maybe",
        "hush:",
        "choose:all",
        "summary:begin",
        "at:99999999999999999999"
      })
  void forgedDataChangesNothing(String forged) {
    session.ask(READER, "/subscribe 08:30 Kyiv");
    session.ask(READER, "/settings");
    SummaryWish before = session.store.subscriptions().of(READER).orElseThrow().wish();
    session.telegram.press(READER, last().messageId(), forged);

    assertThat(session.settle().get(0).text()).contains("button doesn't lead anywhere");
    assertThat(session.store.subscriptions().of(READER).orElseThrow().wish()).isEqualTo(before);
  }

  @Test
  void alertsWaitForTheEndOfTheQuietHoursAndComeTogetherOnce() {
    assertThat(session.ask(READER, "/quiet 22:00-07:00"))
        .contains("22:00 to 07:00 (Europe/Kyiv); alerts wait");
    session.ask(READER, "/follow Calder");
    session.press(READER, "follow:now");
    session.clock.set(Instant.parse("2041-03-05T21:00:00Z"));
    publish("a", day(5), verbatim(CALDER, "The tide is high."));
    assertThat(alerts()).isEmpty();
    publish("b", day(5), verbatim(CALDER, "The tide is low."));
    session.clock.set(Instant.parse("2041-03-06T04:59:00Z"));
    assertThat(alerts()).isEmpty();

    session.clock.set(Instant.parse("2041-03-06T05:00:00Z"));
    assertThat(alerts()).singleElement().asString().contains("The tide is high.", "tide is low.");
    assertThat(alerts()).isEmpty();
    assertThat(session.ask(READER, "/quiet off")).contains("Quiet hours: none");
    assertThat(session.ask(READER, "/quiet tonight")).contains("“tonight” are no hours");
  }

  @Test
  void inAGroupOnlyAdminsDecide() {
    session.telegram.ordinary(MEMBER);
    session.telegram.say(GROUP, MEMBER, "en", "/subscribe@onrecord_bot 08:30 Kyiv");
    assertThat(session.settle().get(0).text()).contains("Only admins of this chat");
    assertThat(session.store.subscriptions().of(GROUP)).isEmpty();

    session.telegram.say(GROUP, 56, "en", "/subscribe@onrecord_bot 08:30 Kyiv");
    assertThat(session.settle().get(0).text()).contains("every day at 08:30");
    session.telegram.say(GROUP, MEMBER, "en", "/settings@onrecord_bot");
    session.settle();
    session.telegram.press(GROUP, MEMBER, last().messageId(), "summary:stop");
    assertThat(session.settle()).as("only the one who pressed is told").isEmpty();
    assertThat(session.store.subscriptions().of(GROUP).orElseThrow().active()).isTrue();
    session.telegram.press(GROUP, 56, last().messageId(), "summary:stop");
    session.settle();
    assertThat(session.store.subscriptions().of(GROUP).orElseThrow().active()).isFalse();
  }

  @Test
  void aChannelGetsSummariesThatItsAdminsStart() {
    session.telegram.promote(CHANNEL, MEMBER);
    assertThat(session.settle().get(0).text()).contains("/subscribe 08:30 Kyiv");
    session.telegram.post(CHANNEL, "Good morning, readers.");
    assertThat(session.settle()).as("what a channel says isn't for the bot").isEmpty();
    session.telegram.post(CHANNEL, "/subscribe 08:30 Kyiv");
    assertThat(session.settle().get(0).text()).contains("every day at 08:30");

    publish("a", day(5), verbatim(CALDER, "The tide is high."));
    assertThat(at("2041-03-06T06:30:00Z").get(0)).contains("The tide is high.");
  }

  @ParameterizedTest
  @CsvSource({
    "ru, /subscribe по будням в 9 по Киеву, с понедельника по пятницу в 09:00 (Europe/Kyiv)",
    "uk, /subscribe щотижня о 9 за Києвом, раз на тиждень (понеділок) о 09:00 (Europe/Kyiv)"
  })
  void aNewcomerSubscribesInTheirOwnWords(String code, String typed, String said) {
    session.telegram.say(READER, READER, code, typed);

    assertThat(session.settle().get(0).text()).contains(said);
  }

  private List<String> at(String moment) {
    session.clock.set(Instant.parse(moment));
    int before = session.telegram.sent().size();
    session.digests.tick();
    session.deliver();
    return session.telegram.sent().stream().skip(before).map(Sent::text).toList();
  }

  private List<String> alerts() {
    int before = session.telegram.sent().size();
    session.alerts.tick();
    session.deliver();
    return session.telegram.sent().stream().skip(before).map(Sent::text).toList();
  }

  private Sent last() {
    return session.telegram.sent().get(session.telegram.sent().size() - 1);
  }

  private static LocalDate day(int ofMarch) {
    return LocalDate.of(2041, 3, ofMarch);
  }

  private void publish(String name, LocalDate day, Said... said) {
    FerryTalks.publish(session.store, name, day, said);
  }
}
