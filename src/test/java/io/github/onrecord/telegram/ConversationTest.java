package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.CALDER;
import static io.github.onrecord.telegram.FerryTalks.CALDER_WORDS;
import static io.github.onrecord.telegram.FerryTalks.PELL_REPORT;
import static io.github.onrecord.telegram.FerryTalks.verbatim;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.answer.Receipt;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import io.github.onrecord.telegram.FerryTalks.Said;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConversationTest {
  private static final long READER = 7;
  private static final long GROUP = -100200;

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
  void aQuestionIsAnsweredFromTheRecord() {
    assertThat(session.ask(READER, "What about the harbour?"))
        .contains("Ines Calder", "“" + CALDER_WORDS + "”", "as given by The Harbour Post")
        .contains("Joran Pell", "reported, not a quotation", "\n" + PELL_REPORT);
    session.telegram.awaitCall("sendchataction");
  }

  @Test
  void theAnswerIsInTheLanguageOfTheQuestionAndTheWordsStayAsTheyWere() {
    assertThat(session.ask(READER, "Что же Калдер?")).contains("дословно", CALDER_WORDS);
    assertThat(session.ask(READER, "Що ж її, Калдер?")).contains("дослівно", CALDER_WORDS);
  }

  @Test
  void aFollowUpLeansOnThePersonsOwnLastQuestion() {
    session.ask(READER, "Calder on the harbour");
    session.ask(8, "Calder on lighthouses");

    assertThat(session.ask(READER, "and Pell?")).contains(PELL_REPORT);
    assertThat(session.ask(9, "and Nobody?")).contains("Nothing on record");
  }

  @Test
  void aConversationSurvivesARestart() {
    session.ask(READER, "Calder on the harbour");
    session.restart();

    assertThat(session.ask(READER, "and Pell?")).contains(PELL_REPORT);
  }

  @Test
  void anEditedQuestionIsAnsweredAnewAsAReply() {
    int message = session.telegram.say(READER, "Calder on lighthouses, please?");
    session.settle();
    session.telegram.edit(READER, message, "Pell on the harbour");

    List<Sent> answers = session.settle();

    assertThat(answers).hasSize(1);
    assertThat(answers.get(0).text()).contains(PELL_REPORT);
    assertThat(repliesTo(answers.get(0))).isEqualTo(message);
  }

  @Test
  void anEditThatChangesNothingIsNotAnsweredAgain() {
    int message = session.telegram.say(READER, "Pell on the harbour");
    session.settle();
    session.telegram.edit(READER, message, "Pell on the harbour");

    assertThat(session.settle()).isEmpty();
  }

  @Test
  void whatIsNoTextGetsWhatTheBotCanDo() {
    session.telegram.sendPhoto(READER);

    assertThat(session.settle().get(0).text())
        .contains("I can read text only", "What did Calder say about the harbour?");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "\n\n", "\t"})
  void anEmptyQuestionGetsExamples(String nothing) {
    assertThat(session.ask(READER, nothing)).contains("ask a question in words");
  }

  @Test
  void aQuestionThatIsTooLongGetsTheLimit() {
    assertThat(session.ask(READER, "harbour ".repeat(400))).contains("2,000 characters");
  }

  @Test
  void whatTheRecordCantAnswerGetsExamples() {
    assertThat(session.ask(READER, "weather tomorrow"))
        .contains("not something the record can answer", "What did Calder say");
  }

  @Test
  void aLongAnswerIsSplitBetweenStatementsAndTheRestIsBehindMore() {
    publishMany(9, 900);

    List<Sent> pages = askPages("lighthouse");

    assertThat(pages).hasSizeGreaterThan(1);
    assertThat(pages.get(pages.size() - 1).request().toString()).contains("more:6");
    assertThat(pages.subList(1, pages.size()))
        .allSatisfy(page -> assertThat(page.text()).containsPattern("^\\d\\. Ines Calder"));
    session.restart();
    assertThat(session.press(READER, "more:6")).contains("7. Ines Calder", "9. Ines Calder");
  }

  @Test
  void buttonsShowSourceAndContextEvenAfterARestart() {
    session.ask(READER, "Calder on the harbour");
    session.restart();

    assertThat(session.press(READER, "source:1"))
        .contains("https://harbour-post.example/harbour-post-1", "SHA-256");
    assertThat(session.press(READER, "context:1")).contains(CALDER_WORDS, PELL_REPORT);
    session.telegram.awaitCall("answercallbackquery");
  }

  @Test
  void aStatementCanBeCitedInFiveWaysAndCopied() {
    session.ask(READER, "Calder on the harbour");

    assertThat(session.press(READER, "cite:1"))
        .contains("AP\nInes Calder, Chief negotiator (Velmora), said March 4, 2041 (Port Velm)")
        .contains("Chicago\n", "ДСТУ 8302:2015\n", "ГОСТ Р 7.0.5-2008\n", "\"Quotation\"");
    assertThat(last().request().toString())
        .contains("\"text\":\"Copy AP\"", "\"copy_text\"", "\"type\":\"code\"")
        .doesNotContain("Copy JSON-LD");
  }

  @Test
  void oneLeafsThroughTheQuotationsOfAnOfficialInOneMessage() {
    FerryTalks.publish(
        session.store,
        "later",
        LocalDate.of(2041, 3, 6),
        verbatim(CALDER, "The tide is high."),
        FerryTalks.reported(CALDER, "She was glad of it"));
    FerryTalks.publish(
        session.store, "earlier", LocalDate.of(2041, 3, 1), verbatim(CALDER, "No ferry yet."));
    session.ask(READER, "Calder on the tide");
    session.press(READER, "source:3");

    assertThat(session.press(READER, "quote:1"))
        .contains("“" + CALDER_WORDS + "”", "Quotation 2 of 3 by Ines Calder");
    int message = last().messageId();
    assertThat(session.press(READER, "turn:5")).contains("No ferry yet.", "Quotation 1 of 3");
    assertThat(last().method()).isEqualTo("editmessagetext");
    assertThat(last().messageId()).isEqualTo(message);
    session.restart();
    assertThat(session.press(READER, "turn:1")).contains(CALDER_WORDS);
    assertThat(session.press(READER, "turn:3")).contains("The tide is high.", "Quotation 3 of 3");
    assertThat(last().request().toString()).contains("turn:1").doesNotContain("turn:3");
    session.telegram.press(READER, message, "turn:3");
    assertThat(session.settle()).as("what is there already isn't sent again").isEmpty();
    assertThat(session.store.outbox().waiting()).isZero();
  }

  @Test
  void aTimelineShowsStatementsByDayAndHowTheirWordsChanged() {
    FerryTalks.publish(
        session.store,
        "later",
        LocalDate.of(2041, 4, 1),
        verbatim(CALDER, "The harbour opens to ferries in July."));
    FerryTalks.publish(
        session.store,
        "earlier",
        LocalDate.of(2041, 2, 1),
        verbatim(CALDER, "Nobody has asked for a harbour."));

    assertThat(session.ask(READER, "/timeline Calder harbour"))
        .containsSubsequence(
            "Timeline, 3 statements, oldest first",
            "1. Ines Calder",
            "1 February 2041",
            "2. Ines Calder",
            "4 March 2041",
            "3. Ines Calder",
            "1 April 2041",
            "Words changed since 2",
            "The harbour opens to ferries in [− June.] [+ July.]")
        .containsOnlyOnce("Words changed");
    assertThat(last().request().toString()).contains("source:3");
    assertThat(session.ask(READER, "/timeline Calder lighthouses")).contains("Nothing on record");
    assertThat(session.ask(READER, "/timeline")).contains("/timeline NAME TOPIC");
  }

  private Sent last() {
    return session.telegram.sent().get(session.telegram.sent().size() - 1);
  }

  @Test
  void whyTellsWhatAnAnswerRestsOnEvenAfterARestart() {
    assertThat(session.ask(READER, "/why")).contains("Ask a question first");
    session.ask(READER, "Calder on the harbour");
    session.restart();

    String receipt = session.press(READER, "why:answer");

    assertThat(receipt)
        .contains("What this answer rests on", "Question: Calder on the harbour")
        .contains("Statement 1: Ines Calder, own words", "of harbour-post-1", "SHA-256")
        .contains("Checked: the words stand in the archived document");
    session.ask(READER, "/help");
    assertThat(session.ask(READER, "/why")).isEqualTo(receipt);
    assertThat(session.ask(8, "/why")).as("another chat's").contains("Ask a question first");
    session.ask(READER, "Пелл о пошлине");
    assertThat(session.ask(READER, "/why"))
        .contains("На чём основан этот ответ", "Ни одно высказывание в записях не об этом.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "why:answer",
        ":",
        "source:",
        "source:-1",
        "source:1e9",
        "more:6",
        "more:99999999999999999999",
        "again:page",
        "quiet:maybe",
        "language:xx",
        "'; DROP TABLE chat",
        "what:ever"
      })
  void aForgedButtonGetsAClearSentence(String data) {
    int message = session.telegram.say(READER, "Pell on the harbour");
    session.settle();
    session.telegram.press(READER, message, data);

    List<Sent> replies = session.settle();

    assertThat(replies).hasSize(1);
    assertThat(replies.get(0).text()).contains("button doesn't lead anywhere");
  }

  @Test
  void aPressThatComesBeforeItsMessageIsNotedWaitsForIt() {
    session.store.outbox().put(letter());
    long id = session.store.outbox().claim(1).get(0).id();
    session.telegram.press(READER, 77, "why:answer");
    session.poller.poll();
    session.clerk.handOut();
    assertThat(session.store.inbox().waiting()).isEqualTo(1);

    session.store.outbox().sent(id, 77);

    assertThat(session.settle().get(0).text()).contains("Question: What of the harbour?");
  }

  private static Outgoing letter() {
    Receipt receipt =
        new Receipt("What of the harbour?", "NOTHING_ON_RECORD", "NO_TOPIC", List.of());
    return Letters.of(
        READER,
        Page.of("An answer", List.of(), List.of()),
        Memo.in(Language.ENGLISH).with(receipt));
  }

  @Test
  void aButtonOfAnotherChatShowsNothingOfIt() {
    publishMany(9, 20);
    int message = askPages("lighthouse").get(0).messageId();
    session.telegram.press(8, message, "more:6");

    assertThat(session.settle().get(0).text()).contains("button doesn't lead anywhere");
  }

  @Test
  void aStatementThatIsNotThereIsNotShown() {
    session.ask(READER, "harbour");
    session.telegram.press(READER, 1, "source:999");

    assertThat(session.settle().get(0).text()).contains("no longer on record");
  }

  @Test
  void inAGroupTheBotAnswersOnlyWhenItIsAddressed() {
    assertThat(session.ask(GROUP, "What about the harbour?")).isEmpty();
    assertThat(session.ask(GROUP, "/weather")).isEmpty();
    assertThat(session.ask(GROUP, "/quote@other_bot Calder")).isEmpty();

    int message = session.telegram.say(GROUP, "Pell on the harbour, @onrecord_bot");
    Sent answer = session.settle().get(0);

    assertThat(answer.text()).contains(PELL_REPORT);
    assertThat(repliesTo(answer)).isEqualTo(message);
    session.telegram.reply(GROUP, answer.messageId(), "and Calder?");
    assertThat(session.settle().get(0).text()).contains(CALDER_WORDS);
    assertThat(session.ask(GROUP, "/quote@onrecord_bot Calder")).contains(CALDER_WORDS);
  }

  @Test
  void whatPeopleInAGroupSayToEachOtherIsNotStored() throws Exception {
    session.telegram.say(GROUP, "Between you and me: the harbour.");
    session.settle();
    session.store.close();

    byte[] file = Files.readAllBytes(folder.resolve("onrecord.db"));
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).doesNotContain("Between you and me");
    session.restart();
  }

  @Test
  void aPoisonousUpdateIsSetAsideAndTheOthersGoOn() {
    session.telegram.say(READER, "poison");
    session.telegram.say(READER, "Pell on the harbour");
    session.telegram.say(8, "Pell on the harbour");

    List<Sent> answers = session.settle();

    assertThat(answers.stream().map(Sent::chatId).toList()).containsExactly(8L, READER, READER);
    assertThat(answers.get(1).text()).contains("could not be answered because of a fault");
    assertThat(answers.get(2).text()).contains(PELL_REPORT);
    assertThat(session.store.inbox().waiting()).isZero();
  }

  @Test
  void aMessageFromABotIsNotAnswered() {
    session.telegram.sayAsBot(READER, "What about the harbour?");

    assertThat(session.settle()).isEmpty();
  }

  private void publishMany(int count, int length) {
    session.ask(READER, "/help");
    FerryTalks.publish(
        session.store,
        "lighthouses",
        LocalDate.of(2041, 3, 5),
        IntStream.range(0, count)
            .mapToObj(i -> verbatim(CALDER, "Lighthouse " + i + " " + "shines ".repeat(length / 7)))
            .toArray(Said[]::new));
  }

  private List<Sent> askPages(String question) {
    session.telegram.say(READER, question);
    return session.settle();
  }

  private static int repliesTo(Sent sent) {
    return sent.request().path("reply_parameters").path("message_id").asInt();
  }
}
