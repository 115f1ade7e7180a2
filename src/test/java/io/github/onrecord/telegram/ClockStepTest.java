package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.telegram.BotApiEmulator.Fault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock jumps an hour while things wait: nobody waits an hour for it, and nothing is lost. */
class ClockStepTest {
  private static final long READER = 7;
  private static final Duration SOON = Duration.ofMinutes(2);

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

  @ParameterizedTest
  @ValueSource(longs = {-60, 60})
  void aMessageThatWaitsIsSentAllTheSame(long minutes) {
    session.telegram.fail("sendmessage", new Fault.TooManyRequests(30));
    session.telegram.say(READER, "harbour");
    session.poller.poll();
    session.clerk.handOut();
    session.delivery.sendNext();
    Instant after = step(minutes);

    session.settle();
    assertThat(session.telegram.sent()).hasSize(1);
    assertThat(session.clock.instant()).isBefore(after.plus(SOON));
  }

  @ParameterizedTest
  @ValueSource(longs = {-60, 60})
  void whileTelegramCannotBeReachedTheClockMayJump(long minutes) {
    session.telegram.fail("sendmessage", new Fault.BadGateway());
    session.telegram.say(READER, "harbour");
    session.poller.poll();
    session.clerk.handOut();
    session.delivery.sendNext();
    Instant after = step(minutes);

    session.settle();
    assertThat(session.telegram.sent()).hasSize(1);
    assertThat(session.clock.instant()).isBefore(after.plus(SOON));
  }

  @ParameterizedTest
  @ValueSource(longs = {-60, 60})
  void aQuestionThatFailedIsTriedAgainAllTheSame(long minutes) {
    session.telegram.say(READER, "poison of the harbour");
    session.poller.poll();
    session.clerk.handOut();
    assertThat(session.store.inbox().waiting()).isEqualTo(1);
    Instant after = step(minutes);

    session.settle();
    assertThat(session.telegram.sent())
        .singleElement()
        .satisfies(sent -> assertThat(sent.text()).contains("could not be answered"));
    assertThat(session.clock.instant()).isBefore(after.plus(SOON));
  }

  @Test
  void updatesGoOnToBeTakenInOrder() {
    session.ask(READER, "harbour");
    step(-60);

    assertThat(session.ask(READER, "harbour")).contains(FerryTalks.PELL_REPORT);
    step(60);
    assertThat(session.ask(READER, "harbour")).contains(FerryTalks.PELL_REPORT);
  }

  private Instant step(long minutes) {
    session.clock.advance(Duration.ofMinutes(minutes));
    return session.clock.instant();
  }
}
