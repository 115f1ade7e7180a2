package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onrecord.record.Language;
import io.github.onrecord.store.Subscriptions.Made;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriptionsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Kathmandu");
  private static final LocalDate DAY = LocalDate.of(2040, 5, 5);

  @TempDir Path folder;
  private Store store;
  private Subscriptions subscriptions;

  @BeforeEach
  void open() {
    store = StoreFile.open(folder, Records.CLOCK);
    subscriptions = store.subscriptions();
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Subscription subscribe(LocalTime time) {
    return subscriptions.subscribe(7, SummaryWish.daily(time, ZONE, Language.RUSSIAN).quiet(true));
  }

  private static List<Outgoing> summary() {
    return List.of(new Outgoing(7, Outgoing.Kind.DIGEST, "summary", List.of(), null));
  }

  @Test
  void beginsAfterWhatIsOnRecordWhenTheChatSubscribes() {
    store.record().save(Records.publication("before.txt"));
    Subscription subscription = subscribe(LocalTime.of(8, 30, 59));

    assertThat(subscription)
        .isEqualTo(
            new Subscription(
                1,
                7,
                SummaryWish.daily(LocalTime.of(8, 30), ZONE, Language.RUSSIAN).quiet(true),
                true,
                store.record().lastChange(),
                Records.NOON,
                Records.NOON,
                null,
                null));
    assertThat(subscriptions.of(7)).contains(subscription);
    assertThat(subscriptions.toLookAt(Records.NOON)).containsExactly(subscription);
  }

  @Test
  void anotherTimeIsTheSameSubscriptionWhichGoesOnWhereItWas() {
    Subscription first = subscribe(LocalTime.of(8, 30));
    store.record().save(Records.publication("told.txt"));
    long told = store.record().lastChange();
    subscriptions.deliver(new Made(first.id(), DAY, told, summary()));
    store.record().save(Records.publication("new.txt"));

    Subscription changed = subscribe(LocalTime.of(21, 0));
    assertThat(changed.id()).isEqualTo(first.id());
    assertThat(changed.wish().time()).isEqualTo(LocalTime.of(21, 0));
    assertThat(changed.lastChange()).isEqualTo(told);
    assertThat(changed.lastDigest()).isEqualTo(DAY);
    assertThat(changed.lastMade()).isEqualTo(Records.NOON);
  }

  @Test
  void whoComesBackBeginsAfterWhatIsOnRecordThen() {
    long id = subscribe(LocalTime.of(8, 30)).id();
    assertThat(subscriptions.unsubscribe(7)).isTrue();
    assertThat(subscriptions.unsubscribe(7)).isFalse();
    assertThat(subscriptions.toLookAt(Records.NOON)).isEmpty();
    assertThat(subscriptions.deliver(new Made(id, DAY, 1, summary()))).isFalse();
    store.record().save(Records.publication("meanwhile.txt"));

    Subscription again = subscribe(LocalTime.of(8, 30));
    assertThat(again.id()).isEqualTo(id);
    assertThat(again.active()).isTrue();
    assertThat(again.lastChange()).isEqualTo(store.record().lastChange());
  }

  @Test
  void aSummaryOfADayIsMadeOnceWithItsMarkAndItsMessages() {
    long id = subscribe(LocalTime.of(8, 30)).id();

    assertThat(subscriptions.deliver(new Made(id, DAY, 12, summary()))).isTrue();
    assertThat(subscriptions.deliver(new Made(id, DAY, 14, summary()))).isFalse();

    assertThat(store.outbox().waiting()).isEqualTo(1);
    assertThat(subscriptions.of(7).orElseThrow().lastChange()).isEqualTo(12);
    assertThat(subscriptions.of(7).orElseThrow().lastDigest()).isEqualTo(DAY);
    assertThat(subscriptions.deliver(new Made(id, DAY.plusDays(1), 14, summary()))).isTrue();
  }

  @Test
  void aSummaryWhoseMessageCannotBeStoredIsNotMade() {
    long id = subscribe(LocalTime.of(8, 30)).id();
    List<Outgoing> broken =
        List.of(new Outgoing(7, Outgoing.Kind.DIGEST, "summary", List.of(404L), null));

    assertThatThrownBy(() -> subscriptions.deliver(new Made(id, DAY, 12, broken)))
        .isInstanceOf(StoreException.class);
    assertThat(subscriptions.of(7).orElseThrow().lastChange()).isZero();
    assertThat(subscriptions.deliver(new Made(id, DAY, 12, summary()))).isTrue();
  }

  @Test
  void aQuietDayIsNotedWithoutAMessage() {
    long id = subscribe(LocalTime.of(8, 30)).id();
    assertThat(subscriptions.deliver(new Made(id, DAY, 0, List.of()))).isTrue();
    assertThat(store.outbox().waiting()).isZero();
    assertThat(subscriptions.of(7).orElseThrow().lastDigest()).isEqualTo(DAY);
  }

  @Test
  void whatWasToldIsNeverToldAgain() {
    long id = subscribe(LocalTime.of(8, 30)).id();
    subscriptions.deliver(new Made(id, DAY, 12, summary()));
    subscriptions.deliver(new Made(id, DAY.plusDays(1), 3, summary()));
    assertThat(subscriptions.of(7).orElseThrow().lastChange()).isEqualTo(12);
  }

  @Test
  void isLookedAtAgainWhenItMayBeDueOrItsWishOrTheClockHasChanged() {
    Subscription subscription = subscribe(LocalTime.of(8, 30));
    Instant due = Records.NOON.plus(Duration.ofHours(20));
    subscriptions.lookAgain(Map.of(subscription.id(), due));

    assertThat(subscriptions.toLookAt(due.minusMillis(1))).isEmpty();
    assertThat(subscriptions.toLookAt(due)).hasSize(1);
    assertThat(subscriptions.toLookAt(due.minus(Duration.ofDays(400)))).as("set back").hasSize(1);
    subscribe(LocalTime.of(9, 30));
    assertThat(subscriptions.toLookAt(Records.NOON)).hasSize(1);
  }

  @Test
  void keepsAllThatAChatWantsAndLeavesWhatIsOwedAsItIs() {
    Subscription before = subscribe(LocalTime.of(8, 30));
    SummaryWish wish =
        new SummaryWish(
            LocalTime.of(8, 30),
            ZONE,
            Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
            Language.UKRAINIAN,
            false,
            true,
            true,
            true);

    assertThat(subscriptions.subscribe(7, wish).wish()).isEqualTo(wish);
    assertThat(subscriptions.of(7).orElseThrow().began()).isEqualTo(before.began());
  }

  @Test
  void severalAreKeptTogetherAndEachOnce() {
    long id = subscribe(LocalTime.of(8, 30)).id();
    long other =
        subscriptions.subscribe(8, SummaryWish.daily(LocalTime.NOON, ZONE, Language.ENGLISH)).id();
    subscriptions.deliver(new Made(other, DAY, 12, List.of()));

    assertThat(
            subscriptions.deliver(
                List.of(new Made(id, DAY, 12, summary()), new Made(other, DAY, 12, summary()))))
        .isEqualTo(1);
    assertThat(store.outbox().waiting()).isEqualTo(1);
  }
}
