package io.github.onrecord.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * The order in which one question's statements are shown: by the share of the topic that they bear,
 * or, where a model knows what is near by meaning, by both rankings fused.
 */
final class Nearness {
  /** Statements near by meaning that are looked at for each official or side. */
  private static final int NEIGHBOURS = 5;

  private final @Nullable Neighbours neighbours;
  private final float @Nullable [] place;
  private final Map<Long, Double> fused = new HashMap<>();

  /**
   * Nearness to a question.
   *
   * @param neighbours who knows what is near by meaning, or null for nobody
   */
  Nearness(@Nullable Neighbours neighbours, Question question) {
    this.neighbours = neighbours;
    this.place = neighbours == null ? null : neighbours.place(question);
  }

  /**
   * Ranks what was found among what a filter lets through.
   *
   * @param hits what was found by its words, best first
   * @return the statements that are nearest by meaning, nearest first; none without a model
   */
  List<Long> rank(List<Coverings.Hit> hits, Query filter) throws IOException {
    if (neighbours == null || place == null) {
      return List.of();
    }
    List<Long> nearest = neighbours.nearest(place, filter, NEIGHBOURS);
    List<Long> byWords = hits.stream().map(Coverings.Hit::id).toList();
    fused.putAll(Fusion.of(List.of(byWords, nearest)));
    return nearest;
  }

  /** How near something found is; what was ranked nowhere keeps its place behind the rest. */
  double of(Coverings.Hit hit) {
    return fused.isEmpty() ? hit.score() : fused.getOrDefault(hit.id(), 0.0);
  }
}
