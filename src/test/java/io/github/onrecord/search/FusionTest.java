package io.github.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Rankings are fused by reciprocal rank. */
class FusionTest {
  @Test
  void countsAThingInEachRankingThatHoldsIt() {
    assertThat(Fusion.of(List.of(List.of(7L, 8L), List.of(8L))))
        .containsEntry(7L, 1 / 61.0)
        .containsEntry(8L, 1 / 62.0 + 1 / 61.0)
        .hasSize(2);
  }

  @Test
  void hasNothingOfNoRanking() {
    assertThat(Fusion.of(List.of())).isEmpty();
    assertThat(Fusion.of(List.of(List.of(), List.of()))).isEmpty();
  }
}
