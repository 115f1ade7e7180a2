package io.github.onrecord.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Does this evidence answer this question?
 *
 * <p>A statement answers when it bears enough of the question's topic; the list ends where
 * relevance falls off. Thresholds were chosen by hand on two thirds of the labelled set, by the
 * answers handled right; their curve isn't drawn yet.
 */
final class EvidenceTest {
  /**
   * Least share of the topic, when the speaker or side is given and the topic needn't find them.
   */
  private final float speakerKnown;

  /** Least share of the topic, when it alone must find the speaker. */
  private final float speakerSought;

  /** Share of the best score below which a statement isn't shown beside it. */
  private final float besideBest;

  /** Least share of the topic of words given to the wrong person. */
  private final float unmistakable;

  EvidenceTest(float speakerKnown, float speakerSought, float besideBest, float unmistakable) {
    this.unmistakable = unmistakable;
    this.speakerKnown = speakerKnown;
    this.speakerSought = speakerSought;
    this.besideBest = besideBest;
  }

  /** The thresholds chosen on data. */
  static EvidenceTest standard() {
    return new EvidenceTest(0.36f, 0.5f, 0.7f, 0.8f);
  }

  /** Those that say nearly all that was asked for, so that whoever said it, it is meant. */
  List<Coverings.Hit> unmistakable(List<Coverings.Hit> hits) {
    return hits.stream().filter(hit -> hit.score() >= unmistakable).toList();
  }

  /**
   * Those that answer, of hits in order of score.
   *
   * @param sought whether the speaker is what is asked for
   */
  List<Coverings.Hit> passing(List<Coverings.Hit> hits, boolean sought) {
    List<Coverings.Hit> passing = new ArrayList<>();
    if (hits.isEmpty()) {
      return passing;
    }
    float best = hits.get(0).score();
    float least = Math.max(sought ? speakerSought : speakerKnown, best * besideBest);
    for (Coverings.Hit hit : hits) {
      if (hit.score() >= least) {
        passing.add(hit);
      }
    }
    return passing;
  }
}
