package io.github.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesTest {
  @ParameterizedTest
  @CsvSource({
    "Europe/Kyiv, Europe/Kyiv",
    "europe/kiev, Europe/Kiev",
    "Kyiv, Europe/Kyiv",
    "Kiev, Europe/Kyiv",
    "Київ, Europe/Kyiv",
    "КИЕВ, Europe/Kyiv",
    "New York, America/New_York",
    "new_york, America/New_York",
    "Нью-Йорк, America/New_York",
    "Нью Йорк, America/New_York",
    "Женева, Europe/Zurich",
    "Geneva, Europe/Zurich",
    "Вашингтон, America/New_York",
    "Токіо, Asia/Tokyo",
    "Львів, Europe/Kyiv",
    "Дели, Asia/Kolkata",
    "UTC, UTC",
    "UTC+2, +02:00",
    "GMT -5, -05:00",
    "GMT+3, +03:00",
    "+05:30, +05:30"
  })
  void aZoneIsFoundByItsNameOrCityInThreeLanguages(String typed, String zone) {
    assertThat(Zones.find(typed)).map(Object::toString).contains(zone);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Nowhere", "UTC+25", "+", "Europe", "'; DROP TABLE chat; --", "🌍"})
  void whatIsNoZoneIsNotGuessed(String typed) {
    assertThat(Zones.find(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "08:30, 08:30",
    "8:30, 08:30",
    "8.30, 08:30",
    "8, 08:00",
    "0:05, 00:05",
    "23:59, 23:59",
    "8pm, 20:00",
    "12am, 00:00",
    "12:15 PM, 12:15"
  })
  void aTimeOfDayIsRead(String typed, LocalTime time) {
    assertThat(Hours.read(typed)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(strings = {"24:00", "25", "8:60", "8:5", "13pm", "-1", "noon", "", "08:30:00"})
  void whatIsNoTimeOfDayIsRefused(String typed) {
    assertThat(Hours.read(typed)).isEmpty();
  }

  @Test
  void aNumberIsMeantAsATimeEvenIfThereIsNone() {
    assertThat(Hours.looksLikeTime("25:00")).isTrue();
    assertThat(Hours.looksLikeTime("Kyiv")).isFalse();
  }
}
