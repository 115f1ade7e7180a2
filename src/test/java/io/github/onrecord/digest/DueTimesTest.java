package io.github.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.store.SummaryWish;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DueTimesTest {
  private static final ZoneId KYIV = ZoneId.of("Europe/Kyiv");
  private static final Instant LONG_AGO = Instant.EPOCH;

  @Test
  void aSummaryIsDueFromItsLocalTimeOn() {
    DueTimes times = new DueTimes(LocalTime.of(8, 30), KYIV, SummaryWish.DAILY);
    LocalDate yesterday = LocalDate.of(2040, 1, 9);

    assertThat(times.due(Instant.parse("2040-01-10T06:29:59Z"), yesterday, LONG_AGO)).isEmpty();
    assertThat(times.due(Instant.parse("2040-01-10T06:30:00Z"), yesterday, LONG_AGO))
        .contains(LocalDate.of(2040, 1, 10));
  }

  @Test
  void aDateIsDueOnce() {
    DueTimes times = new DueTimes(LocalTime.of(8, 30), KYIV, SummaryWish.DAILY);

    assertThat(
            times.due(Instant.parse("2040-01-10T20:00:00Z"), LocalDate.of(2040, 1, 10), LONG_AGO))
        .isEmpty();
  }

  @Test
  void missedDaysAreOwedOneSummary() {
    DueTimes times = new DueTimes(LocalTime.of(8, 30), KYIV, SummaryWish.DAILY);

    assertThat(
            times.due(Instant.parse("2040-01-20T05:00:00Z"), LocalDate.of(2040, 1, 10), LONG_AGO))
        .contains(LocalDate.of(2040, 1, 19));
  }

  @Test
  void whatWasDueBeforeTheSubscriptionIsNotOwed() {
    DueTimes times = new DueTimes(LocalTime.of(8, 30), KYIV, SummaryWish.DAILY);
    Instant subscribed = Instant.parse("2040-01-10T07:00:00Z");

    assertThat(times.due(subscribed.plusSeconds(60), null, subscribed)).isEmpty();
    assertThat(times.next(subscribed, null)).isEqualTo("2040-01-11T06:30:00Z");
  }

  @Test
  void anHourThatTheClockSkipsIsDueAtTheFirstMomentAfterIt() {
    // Kyiv, 25 March 2040: 03:00 becomes 04:00.
    DueTimes times = new DueTimes(LocalTime.of(3, 30), KYIV, SummaryWish.DAILY);

    assertThat(times.on(LocalDate.of(2040, 3, 25))).contains(Instant.parse("2040-03-25T01:00:00Z"));
    assertThat(times.on(LocalDate.of(2040, 3, 26))).contains(Instant.parse("2040-03-26T00:30:00Z"));
  }

  @Test
  void anHourThatTheClockDoublesIsDueOnce() {
    // Kyiv, 28 October 2040: 04:00 becomes 03:00 again.
    DueTimes times = new DueTimes(LocalTime.of(3, 30), KYIV, SummaryWish.DAILY);
    LocalDate day = LocalDate.of(2040, 10, 28);

    assertThat(times.on(day)).contains(Instant.parse("2040-10-28T00:30:00Z"));
    assertThat(times.due(Instant.parse("2040-10-28T01:30:00Z"), day, LONG_AGO)).isEmpty();
  }

  @Test
  void aDateThatAZoneSkipsHasNoSummary() {
    DueTimes times =
        new DueTimes(LocalTime.of(8, 30), ZoneId.of("Pacific/Apia"), SummaryWish.DAILY);

    assertThat(times.on(LocalDate.of(2011, 12, 30))).isEmpty();
    assertThat(times.on(LocalDate.of(2011, 12, 31))).isPresent();
  }

  @Test
  void aClockSetBackAnHourMakesNoSecondSummary() {
    DueTimes times = new DueTimes(LocalTime.of(8, 30), KYIV, SummaryWish.DAILY);
    Instant now = Instant.parse("2040-01-10T06:31:00Z");
    LocalDate made = times.due(now, null, LONG_AGO).orElseThrow();

    assertThat(times.due(now.minus(Duration.ofHours(1)), made, LONG_AGO)).isEmpty();
    assertThat(times.due(now, made, LONG_AGO)).isEmpty();
  }

  /** Two years in every zone tried, looked at every few minutes: each date once, none twice. */
  @Test
  void everyLocalDateGetsItsSummaryOnce() {
    long seed = 4321;
    Random random = new Random(seed);
    for (String zone :
        List.of(
            "Europe/Kyiv",
            "America/New_York",
            "Australia/Lord_Howe",
            "America/Santiago",
            "Asia/Beirut",
            "Pacific/Apia",
            "Africa/Casablanca")) {
      DueTimes times =
          new DueTimes(
              LocalTime.of(random.nextInt(24), random.nextInt(60)),
              ZoneId.of(zone),
              SummaryWish.DAILY);
      Instant start = Instant.parse("2010-12-31T12:00:00Z");
      Instant now = start;
      LocalDate last = null;
      List<LocalDate> made = new ArrayList<>();
      while (now.isBefore(Instant.parse("2013-01-01T00:00:00Z"))) {
        Optional<LocalDate> due = times.due(now, last, start);
        if (due.isPresent()) {
          last = due.get();
          made.add(last);
        }
        now = now.plusSeconds(60 + random.nextInt(7200));
      }
      List<LocalDate> expected =
          made.get(0)
              .datesUntil(made.get(made.size() - 1).plusDays(1))
              .filter(date -> times.on(date).isPresent())
              .toList();
      assertThat(made).as("%s at %s, seed %d", zone, times.time(), seed).isEqualTo(expected);
      assertThat(made).hasSizeBetween(729, 732);
    }
  }
}
