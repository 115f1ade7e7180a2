package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.message.Message;
import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.store.SummaryWish;
import io.github.onrecord.telegram.BotApiEmulator.Fault;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveryTest {
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
  void aChatGetsItsMessagesInOrderAndNotFasterThanOneASecond() {
    put(READER, "one", "two", "three");
    Instant before = session.clock.instant();

    session.deliver();

    assertThat(texts()).containsExactly("one", "two", "three");
    assertThat(Duration.between(before, session.clock.instant()))
        .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
  }

  @Test
  void noSecondHoldsMoreThanThirtyMessagesAndNoMinuteMoreThanTwentyOfAGroup() {
    for (long chat = 1; chat <= 60; chat++) {
      put(chat, "to " + chat);
    }
    List<Instant> all = deliverNoting();
    assertThat(mostWithin(all, Duration.ofSeconds(1))).isBetween(28, 30);
    assertThat(Duration.between(all.get(0), all.get(59))).isLessThan(Duration.ofMillis(2400));

    for (int i = 0; i < 30; i++) {
      put(-500, "to the group " + i);
    }
    assertThat(mostWithin(deliverNoting(), Duration.ofMinutes(1))).isBetween(17, 20);
  }

  @Test
  void aMorningsSummariesGoOutAtNearlyAllThatIsAllowed() {
    for (long chat = 1; chat <= 900; chat++) {
      put(chat, "summary");
    }

    List<Instant> all = deliverNoting();

    double seconds = Duration.between(all.get(0), all.get(899)).toMillis() / 1000.0;
    assertThat(899 / seconds).isBetween(0.95 * 30, 30.0);
    assertThat(mostWithin(all, Duration.ofSeconds(1))).isLessThanOrEqualTo(30);
  }

  @Test
  void aFullChatDoesNotHoldUpTheOthers() {
    put(READER, "one", "two");
    put(8, "other");

    session.delivery.sendNext();
    session.clock.advance(Duration.ofMillis(100));
    session.delivery.sendNext();
    session.delivery.sendNext();
    session.clock.advance(Duration.ofMillis(500));
    session.delivery.sendNext();

    assertThat(texts()).containsExactly("one", "other");
  }

  @Test
  void tooManyRequestsWaitAsLongAsTelegramAsks() {
    session.telegram.fail("sendmessage", new Fault.TooManyRequests(9));
    put(READER, "one");
    Instant before = session.clock.instant();

    session.deliver();

    assertThat(texts()).containsExactly("one");
    assertThat(Duration.between(before, session.clock.instant()))
        .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(11));
  }

  @Test
  void aFloodInOneChatHoldsThatChatAndFloodsInTwoHoldEverybody() {
    session.telegram.fail("sendmessage", new Fault.TooManyRequests(60));
    put(READER, "one");
    session.delivery.sendNext();
    put(8, "other");
    session.clock.advance(Duration.ofSeconds(1));
    session.delivery.sendNext();
    assertThat(texts()).containsExactly("other");

    session.telegram.fail("sendmessage", new Fault.TooManyRequests(60));
    put(9, "third");
    session.clock.advance(Duration.ofSeconds(1));
    session.delivery.sendNext();
    put(10, "fourth");
    session.clock.advance(Duration.ofSeconds(1));
    session.delivery.sendNext();
    assertThat(texts()).containsExactly("other");

    session.deliver();
    assertThat(texts()).containsExactlyInAnyOrder("other", "one", "third", "fourth");
  }

  @Test
  void aGatewaysPageOrAServersErrorDelaysAndLosesNothing() {
    session.telegram.fail(
        "sendmessage", new Fault.BadGateway(), new Fault.Rejected(500, "Internal Server Error"));
    put(READER, "one", "two");

    session.deliver();

    assertThat(texts()).containsExactly("one", "two");
  }

  @Test
  void anAnswerWhoseFateIsUnknownIsSentAgainAndSaysSo() {
    session.telegram.fail("sendmessage", new Fault.ResetAfterwards());
    put(READER, "one");

    session.deliver();

    assertThat(texts())
        .containsExactly("one", "one\n\nSent again after a fault; you may have it already.");
  }

  @Test
  void aSummaryWhoseFateIsUnknownIsNotSentAgainButShownOnRequest() {
    session.telegram.fail("sendmessage", new Fault.ResetAfterwards());
    subscribeAndMakeOne();

    session.deliver();

    assertThat(texts()).hasSize(2);
    assertThat(texts().get(0)).contains("Daily summary, 6 March 2041");
    assertThat(texts().get(1)).contains("may not have reached you");
    session.restart();
    assertThat(session.press(READER, "again:page")).isEqualTo(texts().get(0));
  }

  @Test
  void aSummaryThatWasBeingSentWhenTheProcessDiedIsNotSentAgainButShownOnRequest() {
    subscribeAndMakeOne();
    session.store.outbox().claim(1);
    session.restart();

    session.deliver();

    assertThat(texts()).hasSize(1);
    assertThat(texts().get(0)).contains("may not have reached you");
    assertThat(session.press(READER, "again:page")).contains("Daily summary, 6 March 2041");
  }

  @Test
  void anAnswerThatWasBeingSentWhenTheProcessDiedIsSentAgain() {
    put(READER, "one");
    session.store.outbox().claim(1);
    session.restart();

    session.deliver();

    assertThat(texts().get(0)).startsWith("one\n\nSent again");
  }

  @Test
  void aSummaryThatSurelyDidNotArriveIsSentLater() {
    session.telegram.fail("sendmessage", new Fault.BadGateway(), new Fault.TooManyRequests(3));
    subscribeAndMakeOne();

    session.deliver();

    assertThat(texts()).hasSize(1);
    assertThat(texts().get(0)).contains("Daily summary");
  }

  @Test
  void aBlockedBotEndsTheSubscriptionWithoutNoise() {
    session.telegram.block(READER);
    subscribeAndMakeOne();
    put(READER, "another");

    session.deliver();

    assertThat(texts()).isEmpty();
    assertThat(session.store.subscriptions().toLookAt(session.clock.instant())).isEmpty();
    assertThat(session.ends).isEmpty();
  }

  @Test
  void aChatThatIsGoneEndsTheSubscription() {
    session.telegram.fail("sendmessage", new Fault.Rejected(400, "Bad Request: chat not found"));
    subscribeAndMakeOne();

    session.deliver();

    assertThat(session.store.subscriptions().toLookAt(session.clock.instant())).isEmpty();
  }

  @Test
  void beingThrownOutEndsTheSubscription() {
    session
        .store
        .subscriptions()
        .subscribe(
            READER, SummaryWish.daily(LocalTime.of(8, 30), ZoneOffset.UTC, Language.ENGLISH));
    session.telegram.expel(READER);

    assertThat(session.settle()).isEmpty();
    assertThat(session.store.subscriptions().toLookAt(session.clock.instant())).isEmpty();
  }

  @Test
  void whatTelegramRefusesIsGivenUpAndTheNextGoesOn() {
    session.telegram.fail("sendmessage", new Fault.Rejected(400, "Bad Request: MESSAGE_ODD"));
    put(READER, "one", "two");

    session.deliver();

    assertThat(texts()).containsExactly("two");
  }

  @Test
  void aRefusedTokenIsReportedAndTheMessageStays() {
    session.telegram.fail("sendmessage", new Fault.Rejected(401, "Unauthorized"));
    put(READER, "one");

    session.delivery.sendNext();

    assertThat(session.ends).hasSize(1);
    assertThat(session.store.outbox().waiting()).isEqualTo(1);
  }

  @Test
  void aClockSetBackDoesNotStopTheSending() {
    put(READER, "one");
    session.deliver();
    session.clock.advance(Duration.ofHours(-1));
    put(READER, "two");
    session.delivery.sendNext();

    assertThat(texts()).containsExactly("one", "two");
  }

  private void subscribeAndMakeOne() {
    session
        .store
        .subscriptions()
        .subscribe(
            READER, SummaryWish.daily(LocalTime.of(8, 30), ZoneOffset.UTC, Language.ENGLISH));
    session.clock.set(Instant.parse("2041-03-06T08:30:00Z"));
    session.digests.tick();
  }

  private void put(long chatId, String... texts) {
    for (String text : texts) {
      Message message =
          new Message(List.of(new Block(List.of(new Run.Plain(text)), false)), List.of());
      Letters.of(chatId, Outgoing.Kind.ANSWER, message, Memo.in(Language.ENGLISH), null)
          .forEach(session.store.outbox()::put);
    }
  }

  private List<String> texts() {
    return session.telegram.sent().stream().map(Sent::text).toList();
  }

  private List<Instant> deliverNoting() {
    List<Instant> moments = new ArrayList<>();
    while (session.store.outbox().waiting() > 0) {
      int before = session.telegram.sent().size();
      Duration rest = session.delivery.sendNext();
      if (session.telegram.sent().size() > before) {
        moments.add(session.clock.instant());
      }
      session.clock.advance(rest);
    }
    return moments;
  }

  private static int mostWithin(List<Instant> moments, Duration stretch) {
    Map<Instant, Integer> counts = new TreeMap<>();
    for (Instant from : moments) {
      counts.put(
          from,
          (int)
              moments.stream()
                  .filter(m -> !m.isBefore(from) && m.isBefore(from.plus(stretch)))
                  .count());
    }
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }
}
