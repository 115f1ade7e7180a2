package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.CALDER;
import static io.github.onrecord.telegram.FerryTalks.CALDER_WORDS;
import static io.github.onrecord.telegram.FerryTalks.PELL;
import static io.github.onrecord.telegram.FerryTalks.verbatim;
import static io.github.onrecord.telegram.Session.EDITOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.record.Status;
import io.github.onrecord.store.Editing;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What editors do over Telegram, and that nobody else can. */
class EditorsTest {
  private static final long READER = 7;
  private static final long GROUP = -100200;
  private static final ObjectMapper JSON = new ObjectMapper();

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
  void aLinkIsTakenInWithWhatWasFound() {
    assertThat(session.ask(EDITOR, "https://harbour-post.example/1"))
        .contains("1 verbatim, 1 reported", "Statement 1", CALDER_WORDS);
    assertThat(session.intake.taken).containsExactly("https://harbour-post.example/1");
    assertThat(session.store.editing().last(5))
        .extracting(Editing.Done::editor, Editing.Done::deed, Editing.Done::at)
        .containsExactly(tuple(EDITOR, Editing.Deed.INGESTED, session.clock.instant()));
  }

  @Test
  void aForwardedPostKeepsItsChannelDayAndAddress() {
    ObjectNode message = message("We open the harbour, said Ines Calder.");
    ObjectNode origin = message.putObject("forward_origin");
    origin.put("type", "channel").put("date", 2_246_700_000L).put("message_id", 12);
    origin
        .putObject("chat")
        .put("id", -100)
        .put("type", "channel")
        .put("title", "Harbour News")
        .put("username", "harbour_news");
    push(message);

    assertThat(session.intake.taken)
        .containsExactly(
            "https://t.me/harbour_news/12|We open the harbour, said Ines Calder.|2041-03-12|Harbour"
                + " News|https://t.me/harbour_news/12");
  }

  @Test
  void aFileIsFetchedAndTakenIn() {
    session.telegram.file("f1", "The harbour is open, Calder said.");
    ObjectNode message = message(null);
    message
        .putObject("document")
        .put("file_id", "f1")
        .put("file_name", "a.txt")
        .put("file_size", 33);
    push(message);

    assertThat(session.intake.taken)
        .containsExactly("a.txt|The harbour is open, Calder said.|null|null|null");
  }

  @Test
  void aFileThatIsTooLargeIsNotFetched() {
    ObjectNode message = message(null);
    message.putObject("document").put("file_id", "f1").put("file_size", 21_000_000L);

    assertThat(push(message)).contains("20 MB at most");
    assertThat(session.telegram.calls()).doesNotContain("getfile");
  }

  @Test
  void whatWaitsIsAcceptedRejectedOrGivenToSomebodyElse() {
    FerryTalks.hold(session.store, "a", verbatim(CALDER, "One."), verbatim(CALDER, "Two."));
    FerryTalks.hold(session.store, "b", verbatim(CALDER, "Pell was here, three."));

    assertThat(session.ask(EDITOR, "/review"))
        .contains("3 statements wait for an editor", "One.", "waits for an editor");
    assertThat(session.press(EDITOR, "editor:see:3")).contains("In context", "One.", "Two.");
    assertThat(session.press(EDITOR, "editor:accept:3")).contains("Statement 3 stands");
    assertThat(session.press(EDITOR, "editor:next:3")).contains("2 statements wait", "Two.");
    assertThat(session.press(EDITOR, "editor:reject:4")).contains("stays out of every answer");
    assertThat(session.press(EDITOR, "editor:next:4")).contains("1 statement waits", "three.");
    assertThat(session.press(EDITOR, "editor:who:5")).contains("Whose words are these?");
    assertThat(session.press(EDITOR, "editor:to:5-2")).contains("another speaker", "Joran Pell");

    assertThat(session.ask(EDITOR, "/review")).contains("Nothing waits");
    assertThat(status(3)).isEqualTo(Status.STANDING);
    assertThat(status(4)).isEqualTo(Status.HELD);
    assertThat(session.store.record().statement(5).orElseThrow().speaker().shownAs())
        .isEqualTo("Joran Pell");
    assertThat(session.store.review().decisions(5).get(0).editor()).isEqualTo("Telegram 99");
    assertThat(session.ask(EDITOR, "/stats"))
        .contains("statements that stand: 4", "99 · SPEAKER_CHANGED 5 · Joran Pell")
        .contains("https://harbour-post.example/feed");
  }

  @Test
  void whoWasShownAStatementIsToldThatItIsSomebodyElses() {
    session.ask(READER, "Calder on the harbour");
    assertThat(session.ask(EDITOR, "/speaker 1 Joran Pell")).contains("another speaker");

    List<Sent> told = corrections();

    assertThat(told).hasSize(2);
    assertThat(told.get(0).method()).isEqualTo("editmessagetext");
    assertThat(told.get(0).text())
        .startsWith("⚠️ Changed since this was sent: words given below as those of Ines Calder are")
        .contains("those of Joran Pell");
    assertThat(told.get(1).text())
        .contains("somebody else's", "as those of Ines Calder", "Joran Pell, Chief negotiator");
    assertThat(corrections()).isEmpty();
    session.restart();
    assertThat(corrections()).isEmpty();

    session.ask(READER, "harbour opens ferries");
    session.ask(EDITOR, "/speaker 1 Ines Calder");
    assertThat(corrections())
        .filteredOn(sent -> sent.chatId() == READER && sent.method().equals("sendmessage"))
        .singleElement()
        .extracting(Sent::text)
        .asString()
        .contains("as those of Joran Pell");
  }

  @Test
  void aRetractionByHandReachesReadersWithItsReason() {
    session.ask(READER, "Calder on the harbour");
    assertThat(session.ask(EDITOR, "/retract 1")).contains("/retract NUMBER REASON");
    assertThat(session.ask(EDITOR, "/retract 1 The paper took it back."))
        .contains("Statement 1 is withdrawn");

    assertThat(corrections().get(1).text())
        .contains("Withdrawn: a statement", "By an editor of this bot: The paper took it back.");
    assertThat(session.ask(EDITOR, "/retract 1 again")).contains("No statement that stands");
    assertThat(session.ask(EDITOR, "/correct 99 why")).contains("has the number 99");
    assertThat(session.store.verify()).isEmpty();
    assertThat(session.store.editing().last(1).get(0).about()).isEqualTo("The paper took it back.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/review", "/stats", "/correct 1 x", "/retract 1 x", "/speaker 1 Joran Pell"})
  void nobodyElseLearnsOfAnyOfIt(String command) {
    String name = command.split(" ", 2)[0];

    assertThat(session.ask(READER, command)).startsWith("There is no command " + name);
    session.telegram.say(GROUP, EDITOR, "en", command + "@onrecord_bot");
    session.settle();
    assertThat(status(1)).isEqualTo(Status.STANDING);
    assertThat(session.store.editing().last(5)).isEmpty();
    assertThat(session.ask(READER, "/help")).doesNotContain(name + " ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "editor:accept:3",
        "editor:reject:3",
        "editor:to:3-2",
        "editor:next:0",
        "editor:see:3"
      })
  void aForgedButtonOfAnEditorDoesNothing(String forged) {
    FerryTalks.hold(session.store, "a", verbatim(CALDER, "One."));
    session.ask(READER, "/help");
    session.telegram.press(READER, last().messageId(), forged);

    assertThat(session.settle().get(0).text()).contains("button doesn't lead anywhere");
    assertThat(status(3)).isEqualTo(Status.HELD);
    assertThat(session.store.editing().last(5)).isEmpty();
  }

  @Test
  void whatOthersSendIsNotTakenIn() {
    session.ask(READER, "https://harbour-post.example/1");
    session.telegram.sendPhoto(READER);
    session.settle();

    assertThat(session.intake.taken).isEmpty();
  }

  @Test
  void eachSideHasItsRowAlsoWhenItIsSilent() {
    FerryTalks.publish(
        session.store, "a", LocalDate.of(2041, 3, 5), verbatim(PELL, "The lighthouse is ours."));

    assertThat(session.ask(READER, "/compare lighthouse"))
        .contains("On record by side: lighthouse", "Ostrand: 1", "Velmora: 0")
        .containsSubsequence("Ostrand", "“The lighthouse is ours.”")
        .containsSubsequence("Velmora\nNothing on record on this.");
    assertThat(session.ask(READER, "/compare")).contains("/compare sanctions");
  }

  private ObjectNode message(@Nullable String text) {
    ObjectNode message = JSON.createObjectNode().put("message_id", 500);
    message.put("date", 2_246_700_000L);
    message.putObject("chat").put("id", EDITOR).put("type", "private");
    message.putObject("from").put("id", EDITOR).put("is_bot", false).put("first_name", "E");
    return text == null ? message : message.put("text", text);
  }

  private String push(ObjectNode message) {
    session.telegram.push(JSON.createObjectNode().set("message", message));
    return String.join("\n", session.settle().stream().map(Sent::text).toList());
  }

  private Status status(long statement) {
    return session.store.record().statement(statement).orElseThrow().status();
  }

  private List<Sent> corrections() {
    int before = session.telegram.sent().size();
    session.corrections.tick();
    session.deliver();
    return session.telegram.sent().subList(before, session.telegram.sent().size());
  }

  private Sent last() {
    return session.telegram.sent().get(session.telegram.sent().size() - 1);
  }
}
