package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.store.Received;
import io.github.onrecord.store.Update;
import io.github.onrecord.telegram.BotApiEmulator.Fault;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates that come in a bad order, are deadly, or can't be answered just now. */
class FaultsOfUpdatesTest {
  private static final long SEED = 20410305;

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
  void anUpdateThatEndsTheProcessAgainAndAgainIsSetAside() {
    session.telegram.say(7, "harbour");
    session.poller.poll();
    for (int death = 0; death < Clerk.DEATHS; death++) {
      List<Received> inHand = session.store.inbox().take(1, Duration.ofMinutes(10));
      assertThat(inHand).hasSize(1);
      session.restart();
    }

    assertThat(session.settle())
        .singleElement()
        .satisfies(sent -> assertThat(sent.text()).contains("could not be answered"));
    assertThat(session.ask(7, "harbour")).contains(FerryTalks.PELL_REPORT);
  }

  @Test
  void whoWasInHandAtSomeDeathsIsStillAnswered() {
    session.telegram.say(7, "harbour");
    session.poller.poll();
    for (int death = 0; death < Clerk.TRIES + 2; death++) {
      session.store.inbox().take(1, Duration.ofMinutes(10));
      session.restart();
    }

    assertThat(session.settle())
        .singleElement()
        .satisfies(sent -> assertThat(sent.text()).contains(FerryTalks.PELL_REPORT));
  }

  @Test
  void tooManyRequestsWithoutATimeWaitFiveSeconds() {
    session.telegram.fail("sendmessage", new Fault.Rejected(429, "Too Many Requests"));
    session.telegram.say(7, "harbour");
    session.poller.poll();
    session.clerk.handOut();
    session.delivery.sendNext();
    Instant refused = session.clock.instant();

    assertThat(session.settle()).hasSize(1);
    assertThat(session.clock.instant()).isBetween(refused.plusSeconds(5), refused.plusSeconds(7));
  }

  @Test
  void updatesOutOfOrderAreAllAnsweredOnce() throws Exception {
    ObjectMapper json = new ObjectMapper();
    List<Update> updates = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      long chat = 100L + i;
      ObjectNode update = json.createObjectNode().put("update_id", 5_000 + i);
      ObjectNode message =
          update.putObject("message").put("message_id", i + 1).put("text", "harbour");
      message.putObject("chat").put("id", chat).put("type", "private");
      message.putObject("from").put("id", chat);
      updates.add(new Update(5_000 + i, chat, chat, json.writeValueAsString(update)));
    }
    List<Update> shuffled = new ArrayList<>(updates);
    shuffled.addAll(updates.subList(0, 20));
    Collections.shuffle(shuffled, new Random(SEED));
    shuffled.forEach(update -> session.store.inbox().put(List.of(update)));

    assertThat(session.settle())
        .as("seed %d", SEED)
        .extracting(Sent::chatId)
        .hasSize(40)
        .doesNotHaveDuplicates();
  }
}
