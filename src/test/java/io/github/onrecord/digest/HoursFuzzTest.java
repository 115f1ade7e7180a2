package io.github.onrecord.digest;

import io.github.onrecord.Fuzzing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever stands for a time or a place is one or isn't. */
class HoursFuzzTest {
  @Test
  void anyTimeAndZoneIsReadOrNot() {
    Fuzzing.run(
        "hours",
        20_000,
        List.of(
            "08:30",
            "8.30",
            "20:15 Europe/Kyiv",
            "Kyiv",
            "Нью-Йорк",
            "UTC+03:00",
            "GMT-12",
            "київ"),
        input -> {
          Hours.looksLikeTime(input);
          Hours.read(input);
          Zones.find(input);
        });
  }
}
