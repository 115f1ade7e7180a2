package io.github.onrecord.eval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Words as scoring sees them. */
class WordsTest {

  @Test
  void caseMarksAndLettersThatAreWrittenInTwoWaysDoNotCount() {
    assertThat(Words.of("ЁЛКИ — об’єкт, “Straße”: ﬁve_½, it's").list())
        .containsExactly("елки", "об'єкт", "strasse", "five_1", "2", "it's");
  }

  @Test
  void aWordIsWithinOnlyAsAWhole() {
    assertThat(Words.of("The toll").within(Words.of("…the toll, again"))).isTrue();
    assertThat(Words.of("the toll").within(Words.of("the tollgate"))).isFalse();
  }

  @Test
  void aRepeatedWordIsCommonAsOftenAsBothHaveIt() {
    assertThat(Words.of("no no no").f1(Words.of("no, no"))).isEqualTo(0.8);
    assertThat(Words.of("").f1(Words.of(""))).isZero();
  }
}
