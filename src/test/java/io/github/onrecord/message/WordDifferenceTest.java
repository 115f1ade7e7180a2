package io.github.onrecord.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a text differs from an earlier one. */
class WordDifferenceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The harbour opens in June. | The harbour opens in May. | =The harbour opens in -June. +May.",
        "We may pay. | We will not pay. | =We -may +will not =pay.",
        "Ferries first. | Ferries first, then tolls. | =Ferries first, +then tolls.",
        "a b c | A, B! c | =A, B! c",
        "Порт открыт | Порт закрыт | =Порт -открыт +закрыт"
      })
  void wordsStayGoOrCome(String before, String after, String expected) {
    assertThat(shown(WordDifference.between(before, after))).isEqualTo(expected);
  }

  @Test
  void itTellsOnlyWhenTheTextsAreNearlyTheSameAndNotQuite() {
    assertThat(WordDifference.between("a b c d", "a b c e").telling()).isTrue();
    assertThat(WordDifference.between("a b c d", "A b, c d.").telling()).isFalse();
    assertThat(WordDifference.between("a b c d", "x y z a").telling()).isFalse();
    assertThat(WordDifference.between("a ".repeat(900), "a ".repeat(800)).telling()).isFalse();
  }

  private static String shown(WordDifference difference) {
    return difference.pieces().stream()
        .map(
            piece ->
                switch (piece.kind()) {
                      case SAME -> "=";
                      case LEFT_OUT -> "-";
                      case NEW -> "+";
                    }
                    + piece.words())
        .collect(Collectors.joining(" "));
  }
}
