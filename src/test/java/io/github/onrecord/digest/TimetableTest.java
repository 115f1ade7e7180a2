package io.github.onrecord.digest;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.digest.Timetable.Option;
import io.github.onrecord.store.SummaryWish;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
  private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(MONDAY, FRIDAY);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "08:30 Europe/Kyiv mon-fri | 08:30 | Europe/Kyiv",
        "every weekday at 8 am in Geneva | 08:00 | Europe/Zurich",
        "weekdays 20:15 New York | 20:15 | America/New_York",
        "Monday to Friday, 9:00, London | 09:00 | Europe/London",
        "по будням в 9 утра по Москве | 09:00 | Europe/Moscow",
        "с понедельника по пятницу в 18:00 в Киеве | 18:00 | Europe/Kyiv",
        "пн–пт 8 вечера Женева | 20:00 | Europe/Zurich",
        "у будні о 9:30 за Києвом | 09:30 | Europe/Kyiv",
        "з понеділка до п’ятниці о 7 ранку у Львові | 07:00 | Europe/Kyiv"
      })
  void workdaysAreReadInThreeLanguages(String words, LocalTime time, ZoneId zone) {
    Timetable read = Timetable.read(words);

    assertThat(read.days()).isEqualTo(WORKDAYS);
    assertThat(Hours.read(read.time())).contains(time);
    assertThat(Zones.find(read.place())).contains(zone);
  }

  @Test
  void daysMayBeNamedOneByOneOrOnceAWeek() {
    assertThat(Timetable.read("mon, wed, fri").days()).containsOnly(MONDAY, WEDNESDAY, FRIDAY);
    assertThat(Timetable.read("mon,wed").days()).containsOnly(MONDAY, WEDNESDAY);
    assertThat(Timetable.read("weekly").days()).containsOnly(MONDAY);
    assertThat(Timetable.read("раз на тиждень у неділю").days()).containsOnly(SUNDAY);
    assertThat(Timetable.read("fri-mon").days()).hasSize(4).contains(SUNDAY);
    assertThat(Timetable.read("каждый день").days()).isEqualTo(SummaryWish.DAILY);
  }

  @Test
  void whatElseIsWantedIsReadToo() {
    assertThat(Timetable.read("short, only verbatim").options())
        .containsOnly(Option.BRIEF, Option.VERBATIM);
    assertThat(Timetable.read("только если есть новое").options()).containsOnly(Option.QUIET);
    assertThat(Timetable.read("лише те, за чим стежу").options()).containsOnly(Option.FOLLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Atlantis", "Mondayville", "Saturn-Uranus", "🌍"})
  void whatIsNoDayIsLeftAsAPlace(String words) {
    assertThat(Timetable.read(words).place()).isEqualTo(words);
    assertThat(Timetable.read(words).days()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "22:00-07:00, 2041-03-05T22:00:00Z, true",
    "22:00-07:00, 2041-03-05T06:59:59Z, true",
    "22-7, 2041-03-05T07:00:00Z, false",
    "10pm to 7am, 2041-03-05T21:59:59Z, false",
    "13–15, 2041-03-05T14:00:00Z, true",
    "13 до 15, 2041-03-05T15:00:00Z, false"
  })
  void quietHoursMayGoOverMidnight(String typed, Instant moment, boolean quiet) {
    assertThat(QuietHours.read(typed, ZoneId.of("UTC")).orElseThrow().at(moment)).isEqualTo(quiet);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "22", "22-22", "25-7", "-", "22-7-9", "night"})
  void whatIsNoHoursIsRefused(String typed) {
    assertThat(QuietHours.read(typed, ZoneId.of("UTC"))).isEmpty();
  }
}
