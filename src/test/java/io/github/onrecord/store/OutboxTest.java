package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Store store;
  private Outbox outbox;

  @BeforeEach
  void open() {
    store = StoreFile.open(folder, clock);
    outbox = store.outbox();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Outgoing message(long chat, Outgoing.Kind kind, String payload) {
    return new Outgoing(chat, kind, payload, List.of(), null);
  }

  private static Outgoing answer(long chat, String payload) {
    return message(chat, Outgoing.Kind.ANSWER, payload);
  }

  private List<String> claimed() {
    return outbox.claim(10).stream().map(sending -> sending.message().payload()).toList();
  }

  @Test
  void aChatGetsItsMessagesInOrderAndChatsDoNotWaitForEachOther() {
    outbox.put(answer(7, "first"));
    outbox.put(answer(7, "second"));
    outbox.put(answer(8, "other"));

    List<Sending> claimed = outbox.claim(10);
    assertThat(claimed).extracting(s -> s.message().payload()).containsExactly("first", "other");
    assertThat(claimed()).isEmpty();

    outbox.sent(claimed.get(0).id(), 100);
    assertThat(claimed()).containsExactly("second");
  }

  @Test
  void claimsAtMostSoMany() {
    outbox.put(answer(1, "a"));
    outbox.put(answer(2, "b"));
    assertThat(outbox.claim(1)).hasSize(1);
    assertThat(outbox.waiting()).isEqualTo(2);
  }

  @Test
  void aMessageThatSurelyDidNotArriveIsTriedAgainInItsTime() {
    long id = outbox.put(answer(7, "first"));
    outbox.put(answer(7, "second"));
    outbox.claim(1);
    outbox.later(id, clock.instant().plusSeconds(30), "too many requests");

    assertThat(claimed()).isEmpty();
    assertThat(outbox.nextDue()).contains(Records.NOON.plusSeconds(30));
    clock.advance(Duration.ofSeconds(30));
    Sending again = outbox.claim(1).get(0);
    assertThat(again.id()).isEqualTo(id);
    assertThat(again.attempts()).isEqualTo(2);
    assertThat(again.repeated()).isFalse();
  }

  @Test
  void anAnswerOfUnknownOutcomeIsRepeatedAndSaysSo() {
    long id = outbox.put(answer(7, "answer"));
    outbox.claim(1);
    outbox.unknown(id, clock.instant(), "the connection broke");

    Sending again = outbox.claim(1).get(0);
    assertThat(again.id()).isEqualTo(id);
    assertThat(again.repeated()).isTrue();
  }

  @Test
  void aSummaryOfUnknownOutcomeIsNeverRepeated() {
    long id = outbox.put(message(7, Outgoing.Kind.DIGEST, "summary"));
    outbox.claim(1);
    outbox.unknown(id, clock.instant(), "the connection broke");

    assertThat(claimed()).isEmpty();
    assertThat(outbox.waiting()).isZero();
  }

  @Test
  void aSummaryThatSurelyDidNotArriveIsTriedAgain() {
    long id = outbox.put(message(7, Outgoing.Kind.DIGEST, "summary"));
    outbox.claim(1);
    outbox.later(id, clock.instant(), "bad gateway");

    assertThat(claimed()).containsExactly("summary");
  }

  @Test
  void whatADeadPredecessorWasSendingIsSettledAtTheStart() {
    outbox.put(answer(7, "answer"));
    outbox.put(message(8, Outgoing.Kind.DIGEST, "summary"));
    outbox.put(message(8, Outgoing.Kind.DIGEST, "not tried yet"));
    outbox.claim(10);

    assertThat(outbox.recover())
        .extracting(givenUp -> givenUp.message().payload())
        .containsExactly("summary");
    assertThat(claimed()).containsExactlyInAnyOrder("answer", "not tried yet");
  }

  @Test
  void whatIsGivenUpLetsTheNextThrough() {
    long id = outbox.put(answer(7, "impossible"));
    outbox.put(answer(7, "possible"));
    outbox.claim(1);
    outbox.failed(id, "message is too long");

    assertThat(claimed()).containsExactly("possible");
  }

  @Test
  void aSentMessageIsNotTouchedByALateReport() {
    long id = outbox.put(answer(7, "answer"));
    outbox.claim(1);
    outbox.sent(id, 100);
    outbox.unknown(id, clock.instant(), "late");
    outbox.failed(id, "late");
    outbox.later(id, clock.instant(), "late");

    assertThat(claimed()).isEmpty();
    assertThat(outbox.delivered(7, 100)).isPresent();
  }

  @Test
  void theButtonsOfASentMessageKnowItsStatementsAfterARestart() {
    store.record().save(Records.publication("pass.txt"));
    Outgoing shown = new Outgoing(7, Outgoing.Kind.ANSWER, "{}", List.of(2L, 1L), "{\"more\":[3]}");
    long id = outbox.put(shown);
    outbox.claim(1);
    outbox.sent(id, 100);
    store.close();
    store = Store.open(folder.resolve("record.db"), clock);

    assertThat(store.outbox().delivered(7, 100)).contains(shown);
    assertThat(store.outbox().delivered(8, 100)).isEmpty();
  }
}
