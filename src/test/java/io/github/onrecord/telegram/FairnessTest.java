package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.telegram.BotApiEmulator.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody crowds out the others, and whoever must wait is told for how long. */
class FairnessTest {
  private static final int PER_PERSON = 3;
  private static final int PER_CHAT = 5;
  private static final int QUEUE = 10;
  private static final long GROUP = -100;

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void begin() {
    session = new Session(folder, new Limits(PER_PERSON, PER_CHAT, QUEUE));
  }

  @AfterEach
  void end() {
    session.close();
  }

  @Test
  void whoAsksTooMuchIsToldOnceWhenToAskAgain() {
    for (int i = 0; i < PER_PERSON + 4; i++) {
      session.telegram.say(7, "harbour");
    }
    session.telegram.say(8, "harbour");

    List<Sent> sent = session.settle();
    assertThat(to(7, sent))
        .hasSize(PER_PERSON + 1)
        .last()
        .asString()
        .isEqualTo(
            "That is more than 3 messages in a minute, as many as I answer. Please ask again in 20"
                + " seconds; until then I don't answer.");
    assertThat(to(8, sent)).singleElement().asString().contains(FerryTalks.PELL_REPORT);

    session.clock.advance(Duration.ofSeconds(21));
    assertThat(session.ask(7, "harbour")).contains(FerryTalks.PELL_REPORT);
  }

  @Test
  void theSentenceIsInTheReadersLanguage() {
    for (String language : List.of("ru", "uk")) {
      long reader = 70L + language.hashCode();
      for (int i = 0; i <= PER_PERSON; i++) {
        session.telegram.say(reader, reader, language, "harbour");
      }
    }

    assertThat(session.settle())
        .extracting(Sent::text)
        .anyMatch(text -> text.startsWith("Это больше, чем 3 сообщения в минуту"))
        .anyMatch(text -> text.startsWith("Це більше, ніж 3 повідомлення за хвилину"));
  }

  @Test
  void aGroupHasALimitOfItsOwn() {
    for (int person = 1; person <= PER_CHAT + 2; person++) {
      session.telegram.say(GROUP, person, "en", "@onrecord_bot harbour");
    }

    assertThat(to(GROUP, session.settle()))
        .hasSize(PER_CHAT + 1)
        .last()
        .asString()
        .startsWith("That is more than 5 messages in a minute");
  }

  @Test
  void nobodyIsKeptFromBeingForgotten() {
    for (int i = 0; i <= PER_PERSON; i++) {
      session.telegram.say(7, "harbour");
    }
    session.settle();

    assertThat(session.ask(7, "/forget")).isNotEmpty();
    assertThat(session.ask(7, "harbour")).isEmpty();
  }

  @Test
  void aClockThatIsSetBackKeepsNobodyWaiting() {
    session.ask(7, "harbour");
    session.clock.advance(Duration.ofHours(-1));

    assertThat(session.ask(7, "harbour")).contains(FerryTalks.PELL_REPORT);
  }

  @Test
  void beyondTheQueuesBoundWhoeverWaitedLongestIsToldWhenTheAnswerComesAndThenItDoes() {
    int asking = QUEUE + 5;
    for (int chat = 1; chat <= asking; chat++) {
      session.telegram.say(chat, "harbour");
    }
    while (session.poller.poll().isZero()) {
      // More may be waiting.
    }

    session.clerk.handOut();
    session.deliver();
    assertThat(session.telegram.sent())
        .filteredOn(sent -> sent.text().startsWith("Very many people"))
        .extracting(Sent::chatId)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(session.telegram.sent())
        .extracting(Sent::text)
        .contains(
            "Very many people are asking just now. Your question is kept; the answer comes within 2"
                + " minutes.");
    assertThat(session.telegram.sent())
        .filteredOn(sent -> sent.text().contains(FerryTalks.PELL_REPORT))
        .extracting(Sent::chatId)
        .doesNotContain(1L, 2L, 3L, 4L, 5L)
        .isNotEmpty();

    session.settle();
    assertThat(session.telegram.sent())
        .filteredOn(sent -> sent.text().contains(FerryTalks.PELL_REPORT))
        .extracting(Sent::chatId)
        .hasSize(asking)
        .doesNotHaveDuplicates();
    assertThat(session.clock.instant())
        .as("all within the time that was told")
        .isBefore(Session.START.plus(Duration.ofMinutes(2)));
  }

  @Test
  void aPromiseOutlivesTheProcess() {
    for (int chat = 1; chat <= QUEUE + 2; chat++) {
      session.telegram.say(chat, "harbour");
    }
    session.poller.poll();
    session.clerk.handOut();
    session.restart();

    session.settle();
    assertThat(to(1, session.telegram.sent()))
        .hasSize(2)
        .last()
        .asString()
        .contains(FerryTalks.PELL_REPORT);
  }

  private static List<String> to(long chat, List<Sent> sent) {
    return sent.stream().filter(one -> one.chatId() == chat).map(Sent::text).toList();
  }
}
