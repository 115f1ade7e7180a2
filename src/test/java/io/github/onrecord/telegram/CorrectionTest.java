package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.CALDER;
import static io.github.onrecord.telegram.FerryTalks.CALDER_WORDS;
import static io.github.onrecord.telegram.FerryTalks.PELL_REPORT;
import static io.github.onrecord.telegram.FerryTalks.verbatim;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import io.github.onrecord.telegram.BotApiEmulator.Fault;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import io.github.onrecord.telegram.FerryTalks.Said;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A statement that was shown is withdrawn: who was shown it gets to know. */
class CorrectionTest {
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
  void theMessageIsEditedAndTheChatIsToldOnce() {
    session.ask(READER, "What about the harbour?");
    int message = last().messageId();
    withdraw(1, Status.RETRACTED);

    List<Sent> sent = tick();

    assertThat(sent).hasSize(2);
    Sent edit = sent.get(0);
    assertThat(edit.method()).isEqualTo("editmessagetext");
    assertThat(edit.messageId()).isEqualTo(message);
    assertThat(edit.text())
        .startsWith("⚠️ Withdrawn since this was sent: words given below as those of Ines Calder.")
        .contains(CALDER_WORDS, PELL_REPORT);
    assertThat(struck(edit)).containsExactly("“" + CALDER_WORDS + "”");
    assertThat(edit.request().toString()).as("its buttons stay").contains("source:1", "why:answer");
    Sent notice = sent.get(1);
    assertThat(notice.text())
        .contains("Withdrawn: a statement that I showed you", CALDER_WORDS, "withdrawn since")
        .contains("withdrawn by The Harbour Post, Notice, 6 March 2041");
    assertThat(notice.request().path("reply_parameters").path("message_id").asInt())
        .isEqualTo(message);
    assertThat(tick()).isEmpty();
    session.restart();
    assertThat(tick()).isEmpty();
  }

  @Test
  void everyMessageThatShowedItIsEditedButEachChatIsToldOnce() {
    session.ask(READER, "Calder on the harbour");
    session.press(READER, "source:1");
    session.press(READER, "cite:1");
    session.ask(8, "Calder on the harbour");
    session.ask(9, "Pell on the harbour");
    withdraw(1, Status.CORRECTED);

    List<Sent> sent = tick();

    assertThat(sent.stream().filter(one -> one.method().equals("editmessagetext"))).hasSize(4);
    List<Sent> notices = sent.stream().filter(one -> one.method().equals("sendmessage")).toList();
    assertThat(notices).extracting(Sent::chatId).containsExactlyInAnyOrder(READER, 8L);
    assertThat(notices).allSatisfy(one -> assertThat(one.text()).contains("Corrected: a state"));
  }

  @Test
  void aSecondWithdrawalInTheSameMessageKeepsTheFirst() {
    session.ask(READER, "What about the harbour?");
    withdraw(1, Status.RETRACTED);
    tick();
    withdraw(2, Status.CORRECTED);

    Sent edit = tick().get(0);

    assertThat(edit.text()).contains("Corrected since", "Joran Pell", "Withdrawn since");
    assertThat(struck(edit)).containsExactlyInAnyOrder("“" + CALDER_WORDS + "”", PELL_REPORT);
  }

  @Test
  void whatIsAlreadyShownAsWithdrawnIsNotCorrected() {
    session.ask(READER, "Calder on the harbour");
    withdraw(1, Status.RETRACTED);
    tick();
    assertThat(session.press(READER, "source:1")).contains("withdrawn since");

    assertThat(tick()).isEmpty();
  }

  @Test
  void anAnswerThatIsOnItsWayIsCorrectedWhenItHasArrived() {
    session.telegram.fail("sendmessage", new Fault.TooManyRequests(3));
    session.telegram.say(READER, "Calder on the harbour");
    while (session.poller.poll().isZero()) {
      // More may be waiting.
    }
    session.clerk.handOut();
    session.delivery.sendNext();
    withdraw(1, Status.RETRACTED);
    session.corrections.tick();
    session.deliver();
    assertThat(last().text()).contains(CALDER_WORDS).doesNotContain("Withdrawn");

    assertThat(tick()).hasSize(2).first().extracting(Sent::text).asString().contains("Withdrawn");
  }

  @Test
  void onlyThePageThatShowedItIsEdited() {
    FerryTalks.publish(
        session.store,
        "tides",
        LocalDate.of(2041, 3, 5),
        IntStream.range(0, 6)
            .mapToObj(i -> verbatim(CALDER, "Tide " + i + " " + "rises ".repeat(200)))
            .toArray(Said[]::new));
    session.telegram.say(READER, "tide");
    List<Sent> pages = session.settle();
    assertThat(pages).hasSizeGreaterThan(1);
    withdraw(3, Status.RETRACTED);

    List<Sent> sent = tick();

    assertThat(sent.get(0).messageId()).isEqualTo(pages.get(0).messageId());
    assertThat(sent).hasSize(2);
  }

  @Test
  void aSummaryAndItsReaderAreCorrectedInTheirLanguage() {
    session.telegram.say(READER, READER, "uk", "/subscribe 09:00 Київ");
    session.settle();
    FerryTalks.publish(
        session.store, "a", LocalDate.of(2041, 3, 5), verbatim(CALDER, "The tide is high."));
    session.clock.set(Instant.parse("2041-03-06T07:00:00Z"));
    session.digests.tick();
    session.deliver();
    withdraw(3, Status.RETRACTED);

    assertThat(tick().stream().map(Sent::text).toList())
        .satisfiesExactly(
            edit -> assertThat(edit).startsWith("⚠️ Після надсилання відкликано: слова нижче"),
            notice -> assertThat(notice).contains("Відкликано висловлювання, яке я вам показував"));
  }

  @Test
  void whoeverIsForgottenIsNotTold() {
    session.ask(READER, "Calder on the harbour");
    session.ask(READER, "/forget");
    session.press(READER, "forget:yes");
    withdraw(1, Status.RETRACTED);

    assertThat(tick()).isEmpty();
  }

  @Test
  void aMessageThatCanNotBeEditedAnyMoreStillBringsTheNotice() {
    session.ask(READER, "Calder on the harbour");
    withdraw(1, Status.RETRACTED);
    session.telegram.fail(
        "editmessagetext", new Fault.Rejected(400, "Bad Request: message can't be edited"));

    assertThat(tick()).singleElement().extracting(Sent::text).asString().contains("Withdrawn:");
    session.clock.advance(Duration.ofMinutes(1));
    assertThat(tick()).isEmpty();
  }

  private static List<String> struck(Sent sent) {
    return StreamSupport.stream(sent.request().path("entities").spliterator(), false)
        .filter(entity -> entity.path("type").asText().equals("strikethrough"))
        .map(
            (JsonNode entity) -> {
              int from = entity.path("offset").asInt();
              return sent.text().substring(from, from + entity.path("length").asInt());
            })
        .toList();
  }

  private List<Sent> tick() {
    int before = session.telegram.sent().size();
    session.corrections.tick();
    session.deliver();
    return session.telegram.sent().subList(before, session.telegram.sent().size());
  }

  private Sent last() {
    return session.telegram.sent().get(session.telegram.sent().size() - 1);
  }

  private void withdraw(long statement, Status status) {
    String text = "Notice about statement " + statement + ".";
    session
        .store
        .record()
        .save(
            new Publication(
                new Document(
                    0,
                    "notice-" + statement,
                    null,
                    "https://harbour-post.example/notice",
                    "The Harbour Post",
                    "Notice",
                    Language.ENGLISH,
                    LocalDate.of(2041, 3, 6),
                    Instant.parse("2041-03-06T08:00:00Z"),
                    text,
                    Document.sha256(text),
                    null),
                List.of(),
                List.of(),
                List.of(),
                List.of(new StatusChange(statement, status, "a notice"))));
  }
}
