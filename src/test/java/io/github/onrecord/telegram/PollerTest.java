package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.telegram.BotApiEmulator.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PollerTest {
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
  void anUpdateIsAcknowledgedByTheNextRequestOnly() {
    session.telegram.say(READER, "harbour");

    assertThat(session.poller.poll()).isZero();
    assertThat(session.telegram.unacknowledged()).isEqualTo(1);
    assertThat(session.store.inbox().waiting()).isEqualTo(1);

    session.poller.poll();
    assertThat(session.telegram.unacknowledged()).isZero();
    assertThat(session.store.inbox().waiting()).isEqualTo(1);
  }

  @Test
  void anUpdateThatComesTwiceIsAnsweredOnce() {
    session.telegram.say(READER, "harbour");
    session.poller.poll();
    session.restart();

    assertThat(session.settle()).hasSize(1);
    assertThat(session.settle()).isEmpty();
  }

  @Test
  void anAnswerThatIsCutOffLosesNothing() {
    session.telegram.fail("getupdates", new Fault.ResetAfterwards());
    session.telegram.say(READER, "harbour");

    assertThat(session.poller.poll()).isPositive();
    assertThat(session.settle()).hasSize(1);
  }

  @Test
  void whileAnotherProgramPollsItAsksEverMoreRarely() {
    Fault conflict = new Fault.Rejected(409, "Conflict: terminated by other getUpdates request");
    session.telegram.fail("getupdates", Collections.nCopies(7, conflict).toArray(Fault[]::new));
    session.telegram.say(READER, "harbour");

    assertThat(session.poller.poll()).isEqualTo(Duration.ofSeconds(1));
    for (int i = 0; i < 5; i++) {
      session.poller.poll();
    }
    assertThat(session.poller.poll()).isEqualTo(Poller.CONFLICT);
    assertThat(session.settle()).hasSize(1);
  }

  @Test
  void tooManyRequestsAreFollowedByThePauseThatTelegramAsksFor() {
    session.telegram.fail("getupdates", new Fault.TooManyRequests(17));

    assertThat(session.poller.poll()).isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void faultsInARowAreFollowedByLongerPauses() {
    session.telegram.fail(
        "getupdates",
        new Fault.BadGateway(),
        new Fault.Rejected(500, "Internal Server Error"),
        new Fault.BadGateway());

    assertThat(session.poller.poll()).isEqualTo(Duration.ofSeconds(1));
    assertThat(session.poller.poll()).isEqualTo(Duration.ofSeconds(2));
    assertThat(session.poller.poll()).isEqualTo(Duration.ofSeconds(4));
    assertThat(session.poller.poll()).isLessThan(Duration.ofSeconds(1));
    session.telegram.fail("getupdates", new Fault.BadGateway());
    assertThat(session.poller.poll()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aRefusedTokenEndsItWithASentenceThatSaysWhatToDo() {
    session.telegram.fail("getupdates", new Fault.Rejected(401, "Unauthorized"));

    assertThatThrownBy(session.poller::poll)
        .isInstanceOf(TokenRefused.class)
        .hasMessage(
            "Telegram refuses the bot's token (401 Unauthorized): get the present one from"
                + " @BotFather, set TELEGRAM_BOT_TOKEN and start again.");
  }

  @Test
  void updatesThatNobodyUnderstandsHoldUpNothing() throws Exception {
    ObjectMapper json = new ObjectMapper();
    for (String odd :
        new String[] {
          "{}",
          "{\"invented_by_tomorrow\":{\"a\":[1]}}",
          "{\"message\":null}",
          "{\"message\":{\"chat\":\"no object\",\"text\":5}}",
          "{\"message\":{\"chat\":{\"id\":7,\"type\":\"private\"},\"message_id\":\"x\",\"text\":{}}}",
          "{\"callback_query\":{\"data\":[]}}",
          "{\"my_chat_member\":[]}"
        }) {
      session.telegram.push((ObjectNode) json.readTree(odd));
    }
    session.telegram.say(8, "harbour");

    assertThat(session.settle()).anySatisfy(sent -> assertThat(sent.chatId()).isEqualTo(8));
    assertThat(session.store.inbox().waiting()).isZero();
  }

  @Test
  void entitiesThatReachBeyondTheTextAreIgnored() throws Exception {
    session.telegram.push(
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    "{\"message\":{\"message_id\":1,\"chat\":{\"id\":-5,\"type\":\"group\"},"
                        + "\"from\":{\"id\":3},\"text\":\"harbour\",\"entities\":[{\"type\":"
                        + "\"mention\",\"offset\":3,\"length\":900},{\"type\":\"mention\","
                        + "\"offset\":-2,\"length\":1}]}}"));

    assertThat(session.settle()).isEmpty();
  }
}
