package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
  private static final Duration LEASE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Store store;
  private Inbox inbox;

  @BeforeEach
  void open() {
    store = StoreFile.open(folder, clock);
    inbox = store.inbox();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Update update(long id, long chat) {
    return new Update(id, chat, null, "{\"update_id\":" + id + ",\"chat\":" + chat + "}");
  }

  private static Outgoing answer(long chat, String text) {
    return new Outgoing(chat, Outgoing.Kind.ANSWER, text, List.of(), null);
  }

  private List<Long> taken(int limit) {
    return inbox.take(limit, LEASE).stream().map(taken -> taken.update().updateId()).toList();
  }

  @Test
  void asksForWhatFollowsTheHighestNumberStored() {
    assertThat(inbox.nextOffset()).isZero();
    assertThat(inbox.put(List.of(update(41, 1), update(43, 1), update(42, 1)))).isEqualTo(3);
    assertThat(inbox.nextOffset()).isEqualTo(44);
  }

  @Test
  void takesAnUpdateOnceHoweverOftenItComes() {
    inbox.put(List.of(update(41, 1), update(41, 1)));
    assertThat(inbox.put(List.of(update(41, 1), update(40, 1)))).isEqualTo(1);
    assertThat(inbox.waiting()).isEqualTo(2);
  }

  @Test
  void numbersMayStartAnewAfterAQuietWeek() {
    inbox.put(List.of(update(900_000, 1)));
    clock.advance(Inbox.QUIET);

    assertThat(inbox.nextOffset()).isZero();
    assertThat(inbox.put(List.of(update(17, 1)))).isEqualTo(1);
    assertThat(inbox.nextOffset()).isEqualTo(18);
  }

  @Test
  void aKnownNumberWithOtherContentIsANewNumberingEvenWithoutAQuietWeek() {
    inbox.put(List.of(update(41, 1), update(42, 1)));

    assertThat(inbox.put(List.of(update(41, 2)))).isEqualTo(1);
    assertThat(inbox.nextOffset()).isEqualTo(42);
  }

  @Test
  void aNumberFarBelowAllOthersIsANewNumbering() {
    inbox.put(List.of(update(5_000_000, 1)));

    assertThat(inbox.put(List.of(update(12, 1)))).isEqualTo(1);
    assertThat(inbox.nextOffset()).isEqualTo(13);
  }

  @Test
  void handsOutAChatsUpdatesOneAfterTheOtherAndChatsSideBySide() {
    inbox.put(List.of(update(1, 7), update(2, 7), update(3, 8), new Update(4, null, null, "{}")));

    List<Received> first = inbox.take(10, LEASE);
    assertThat(first).extracting(taken -> taken.update().updateId()).containsExactly(1L, 3L, 4L);
    assertThat(taken(10)).isEmpty();

    inbox.finish(first.get(0).id(), List.of(), null);
    assertThat(taken(10)).containsExactly(2L);
  }

  @Test
  void anUpdateWhoseHandlerDiedIsDueAgainWhenItsLeaseEndsOrTheProgramStarts() {
    inbox.put(List.of(update(1, 7)));
    assertThat(inbox.take(1, LEASE).get(0).attempts()).isEqualTo(1);

    clock.advance(LEASE);
    assertThat(inbox.take(1, LEASE).get(0).attempts()).isEqualTo(2);

    inbox.release();
    assertThat(inbox.take(1, LEASE).get(0).attempts()).isEqualTo(3);
  }

  @Test
  void anUpdatePutOffWaitsForItsTime() {
    inbox.put(List.of(update(1, 7)));
    Received received = inbox.take(1, LEASE).get(0);
    inbox.retry(received.id(), "the model is away", clock.instant().plus(Duration.ofSeconds(5)));

    assertThat(taken(1)).isEmpty();
    clock.advance(Duration.ofSeconds(5));
    assertThat(taken(1)).containsExactly(1L);
  }

  @Test
  void repliesLeaveWithTheMarkThatTheQuestionIsDoneAndOnlyOnce() {
    inbox.put(List.of(update(1, 7)));
    long id = inbox.take(1, LEASE).get(0).id();
    Asked asked = new Asked(7, 70, 700, "And the others?", clock.instant());

    assertThat(inbox.finish(id, List.of(answer(7, "A"), answer(7, "B")), asked)).isTrue();
    assertThat(inbox.finish(id, List.of(answer(7, "again")), null)).isFalse();

    assertThat(store.outbox().waiting()).isEqualTo(2);
    assertThat(store.chats().conversation(7, 70)).containsExactly(asked);
    assertThat(inbox.waiting()).isZero();
  }

  @Test
  void aReplyThatCannotBeStoredLeavesTheQuestionOpen() {
    inbox.put(List.of(update(1, 7)));
    long id = inbox.take(1, LEASE).get(0).id();
    Outgoing showsNothing = new Outgoing(7, Outgoing.Kind.ANSWER, "{}", List.of(404L), null);

    assertThatThrownBy(() -> inbox.finish(id, List.of(answer(7, "A"), showsNothing), null))
        .isInstanceOf(StoreException.class);
    assertThat(inbox.waiting()).isEqualTo(1);
    assertThat(store.outbox().waiting()).isZero();
  }

  @Test
  void aPoisonousUpdateIsSetAsideWithItsTextAndTheNextGoesOn() {
    inbox.put(List.of(update(1, 7), update(2, 7)));
    long id = inbox.take(1, LEASE).get(0).id();

    assertThat(inbox.fail(id, "can't be read", List.of(answer(7, "Sorry")))).isTrue();
    assertThat(inbox.fail(id, "can't be read", List.of(answer(7, "Sorry")))).isFalse();
    assertThat(taken(1)).containsExactly(2L);
    assertThat(store.outbox().waiting()).isEqualTo(1);
    String raw =
        store
            .database()
            .read(
                session ->
                    session
                        .one("SELECT raw FROM inbox WHERE state = 'FAILED'", row -> row.text(1))
                        .orElseThrow());
    assertThat(raw).isEqualTo(update(1, 7).raw());
  }
}
