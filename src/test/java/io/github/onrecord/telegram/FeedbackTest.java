package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.CALDER_WORDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.store.Feedback;
import io.github.onrecord.store.Report;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers say about answers, and how groups and topics are answered. */
class FeedbackTest {
  private static final long READER = 7;
  private static final long GROUP = -100;

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
  void aWrongAnswerIsReportedWithWhatItRestsOn() {
    session.ask(READER, "What about the harbour?");

    assertThat(session.press(READER, "wrong:answer")).contains("the editor will see this answer");
    Report report = session.store.feedback().reports().get(0);
    assertThat(Reports.receipt(report).question()).isEqualTo("What about the harbour?");
    assertThat(Reports.receipt(report).lines()).isNotEmpty();
  }

  @Test
  void theSameAnswerIsReportedOnce() {
    session.ask(READER, "What about the harbour?");
    session.press(READER, "wrong:answer");

    assertThat(session.press(READER, "wrong:answer")).contains("reported already");
    assertThat(session.store.feedback().reports()).hasSize(1);
  }

  @Test
  void nobodyBuriesTheEditor() {
    for (int i = 0; i < Feedback.MOST; i++) {
      session.ask(READER, "What about the harbour, " + i + "?");
      session.press(READER, "wrong:answer");
    }
    session.ask(READER, "And the harbour again?");
    assertThat(session.press(READER, "wrong:answer")).contains("try again tomorrow");
    assertThat(session.store.feedback().reports()).hasSize(Feedback.MOST);

    session.clock.advance(Duration.ofDays(2));
    assertThat(session.press(READER, "wrong:answer")).contains("the editor will see");
  }

  @Test
  void aReportGoesWithWhoeverIsForgotten() {
    session.ask(READER, "What about the harbour?");
    session.press(READER, "wrong:answer");
    assertThat(session.store.personalData().export(READER)).contains("called_wrong_by_you");

    session.ask(READER, "/forget");
    session.press(READER, "forget:yes");

    assertThat(session.store.feedback().reports()).isEmpty();
  }

  @Test
  void reactionsAreCountedNotWhose() {
    session.ask(READER, "What about the harbour?");
    int answer = last().messageId();
    session.press(READER, "wrong:answer");

    Doings.reacts(session.telegram, READER, answer, "", "👎");
    session.settle();
    assertThat(session.store.feedback().reports().get(0).reactions()).isEqualTo("👎 1");

    Doings.reacts(session.telegram, READER, answer, "👎", "❤");
    Doings.reacts(session.telegram, READER, 4711, "", "👎");
    session.settle();
    assertThat(session.store.feedback().reports().get(0).reactions()).isEqualTo("❤ 1");
  }

  @Test
  void aQuestionInATopicIsAnsweredThere() {
    Doings.asksInTopic(session.telegram, GROUP, 33, "@onrecord_bot What about the harbour?");
    Sent answer = session.settle().get(0);

    assertThat(answer.text()).contains(CALDER_WORDS);
    assertThat(answer.request().path("message_thread_id").asInt()).isEqualTo(33);
  }

  @Test
  void aGroupThatBecomesASupergroupKeepsWhatItHas() {
    session.ask(GROUP, "/subscribe@onrecord_bot 08:30 Kyiv");
    session.ask(GROUP, "/language@onrecord_bot uk");
    session.ask(GROUP, "/follow@onrecord_bot Calder");
    session.press(GROUP, "follow:now");

    Doings.moves(session.telegram, GROUP, -100_200);
    session.settle();

    assertThat(session.store.subscriptions().of(-100_200)).isPresent();
    assertThat(session.store.follows().of(-100_200)).hasSize(1);
    assertThat(session.store.chats().language(-100_200)).isPresent();
    assertThat(session.store.subscriptions().of(GROUP)).isEmpty();
  }

  @Test
  void aMessageToTheOldNumberOfAGroupFollowsIt() {
    session.telegram.say(GROUP, "@onrecord_bot What about the harbour?");
    session.telegram.fail("sendmessage", new BotApiEmulator.Fault.Migrated(-100_200));

    Sent answer = session.settle().get(0);

    assertThat(answer.chatId()).isEqualTo(-100_200);
    assertThat(answer.text()).contains(CALDER_WORDS);
  }

  @Test
  void aForwardedPostIsChecked() {
    Doings.forwards(session.telegram, READER, "Calder: “" + CALDER_WORDS + "”", false);
    assertThat(session.settle().get(0).text()).contains("On record, word for word");
  }

  @Test
  void soIsAForwardedPictureWithWords() {
    Doings.forwards(session.telegram, READER, "Calder: “" + CALDER_WORDS + "”", true);
    assertThat(session.settle().get(0).text()).contains("On record, word for word");
  }

  @Test
  void whileAModelWritesADraftShowsWhatWasFound() {
    session.drafting = true;
    session.restart();
    session.ask(READER, "What about the harbour?");

    assertThat(session.telegram.calls()).containsSubsequence("sendmessagedraft", "sendmessage");
    assertThat(last().text()).contains(CALDER_WORDS);
  }

  private Sent last() {
    List<Sent> sent = session.telegram.sent();
    return sent.get(sent.size() - 1);
  }
}
