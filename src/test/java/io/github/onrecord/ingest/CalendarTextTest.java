package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTextTest {
  private final CalendarText calendar = new CalendarText();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wednesday, 12 February 2041, 18:40|2041-02-12",
        "Aldermoor, Thursday 13 February 2041|2041-02-13",
        "March 3, 2041|2041-03-03",
        "Published 22 May 2041|2041-05-22",
        "Sept. 4, 2041|2041-09-04",
        "the 3rd of June 2041|2041-06-03",
        "5 марта 2041, 09:12|2041-03-05",
        "20 марта 2041 года, четверг|2041-03-20",
        "16 квітня 2041 року|2041-04-16",
        "Четвер, 5 червня 2041 року|2041-06-05",
        "03.05.2041|2041-05-03",
        "3.5.41 г.|2041-05-03",
        "updated 2041-05-03T10:00|2041-05-03",
        "31/03/2041|2041-03-31",
        "03/31/2041|2041-03-31",
        "8–9 апреля 2041 года|2041-04-08",
        "May 13-14, 2041|2041-05-13",
      })
  void findsADateWithItsYear(String text, LocalDate expected) {
    assertThat(calendar.firstFull(text)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "03/04/2041", // one day in London, another in Washington
        "192.168.10.2041",
        "they may 12 times refuse",
        "30 February 2041",
        "article 14 of 2041",
        "version 1.2.2041.7",
        "2,4 марта",
      })
  void takesNothingElseForOne(String text) {
    assertThat(calendar.firstFull(text)).isEmpty();
  }

  @Test
  void leavesTheYearOpenWhereTheTextDoes() {
    List<CalendarText.Mention> found = calendar.mentions("From 19 November until 8–9 апреля");
    assertThat(found).hasSize(2);
    assertThat(found.get(0).year()).isNull();
    assertThat(found.get(0).month()).isEqualTo(Month.NOVEMBER);
    assertThat(found.get(0).in(2040)).contains(LocalDate.of(2040, 11, 19));
    assertThat(found.get(1).day()).isEqualTo(8);
    assertThat(found.get(1).lastDay()).isEqualTo(9);
  }

  @Test
  void saysWhereADateStands() {
    String text = "On Tuesday, 4 March 2041, they met.";
    assertThat(calendar.mentions(text).get(0).span().of(text)).isEqualTo("4 March 2041");
  }

  @Test
  void knowsWeekdaysInEveryCase() {
    assertThat(calendar.weekday("Monday")).isEqualTo(DayOfWeek.MONDAY);
    assertThat(calendar.weekday("среду")).isEqualTo(DayOfWeek.WEDNESDAY);
    assertThat(calendar.weekday("П’ятницю")).isEqualTo(DayOfWeek.FRIDAY);
    assertThat(calendar.weekday("sun")).isNull();
    assertThat(calendar.month("march")).isNull();
  }
}
