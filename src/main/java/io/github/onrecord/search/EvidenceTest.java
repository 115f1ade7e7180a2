package io.github.onrecord.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Does this evidence answer this question?
 *
 * <p>A statement answers when it bears enough of the question's topic; the list ends where
 * relevance falls off. Thresholds were chosen by hand on two thirds of the labelled set, by the
 * answers handled right; their curve isn't drawn yet.
 */
final class EvidenceTest {
  /** Least share of the topic of what is shown as near. */
  private static final float NEAR = 0.2f;

  /** How well at least one of its telling words must be borne. */
  private static final float NEAR_WORD = 0.6f;

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

  /** Those that have to do with the question at least, though they don't answer it. */
  List<Coverings.Hit> near(List<Coverings.Hit> hits, List<Analysis.Unit> units) {
    return hits.stream()
        .filter(
            hit ->
                hit.score() >= NEAR
                    && IntStream.range(0, units.size())
                        .anyMatch(i -> !units.get(i).weak() && hit.strengths().get(i) >= NEAR_WORD))
        .toList();
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
