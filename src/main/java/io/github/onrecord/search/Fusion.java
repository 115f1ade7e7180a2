package io.github.onrecord.search;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fuses rankings by reciprocal rank: a thing counts 1/(60 + rank) in each ranking that holds it.
 * Cormack, Clarke and Büttcher, «Reciprocal Rank Fusion outperforms Condorcet and individual Rank
 * Learning Methods», SIGIR 2009, from where the 60 is.
 */
final class Fusion {
  private static final double CONSTANT = 60;

  private Fusion() {}

  /**
   * How much each thing counts over all rankings.
   *
   * @param rankings numbers of things, best first
   */
  static Map<Long, Double> of(List<List<Long>> rankings) {
    Map<Long, Double> fused = new HashMap<>();
    for (List<Long> ranking : rankings) {
      for (int rank = 1; rank <= ranking.size(); rank++) {
        fused.merge(ranking.get(rank - 1), 1 / (CONSTANT + rank), Double::sum);
      }
    }
    return fused;
  }
}
