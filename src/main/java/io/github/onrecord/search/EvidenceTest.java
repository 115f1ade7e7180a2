package io.github.onrecord.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Does this evidence answer this question?
 *
 * <p>A statement answers when it bears enough of the question's topic; the list ends where
 * relevance falls off. The lines were set on two thirds of three labelled sets; the page {@code
 * src/site/markdown/threshold.md} shows their curve.
 */
final class EvidenceTest {
  /** Share of the topic to bear when the words alone must find the speaker. */
  private static final float SOUGHT = 0.5f;

  /** When the speaker or side is given, so that the topic needn't find them. */
  private static final float GIVEN = 0.36f;

  /**
   * Whoever asks openly wants all there is; a position or a claim is easily taken from other words.
   */
  private static final Map<Intent, Float> GIVEN_AND_WANTED =
      Map.of(Intent.WHAT_WAS_SAID, 0.34f, Intent.POSITION, 0.4f, Intent.DID_THEY_SAY, 0.38f);

  /** Least share of the best statement's score to be shown beside it. */
  private static final float BESIDE_BEST = 0.72f;

  /** The same for a few words of somebody's own, which leave the topic to the text around. */
  private static final float TERSE_BESIDE_BEST = 0.66f;

  /** What asks for all there is. */
  private static final Set<Intent> WIDE =
      Set.of(Intent.WHAT_WAS_SAID, Intent.POSITION, Intent.COMPARISON);

  /** Least share of the topic of words given to the wrong person. */
  private static final float UNMISTAKABLE = 0.7f;

  /** Share of the best score from which a statement that tells what is sought is preferred. */
  private static final float TELLING_BESIDE_BEST = 0.72f;

  /** Least share of the topic of what is shown as near. */
  private static final float NEAR = 0.2f;

  /** How well at least one of its telling words must be borne. */
  private static final float NEAR_WORD = 0.6f;

  /** How much higher than usual the lines are at which a statement answers. */
  private final float stricter;

  EvidenceTest(float stricter) {
    this.stricter = stricter;
  }

  /** Those that say nearly all that was asked for, so that whoever said it, it is meant. */
  List<Coverings.Hit> unmistakable(List<Coverings.Hit> hits) {
    return hits.stream().filter(hit -> hit.score() >= UNMISTAKABLE + stricter).toList();
  }

  /**
   * Whether a claim has two words at least that don't mean the same: one word alone, "resigned",
   * doesn't tell that somebody else's words are meant.
   */
  static boolean severalMeanings(List<Analysis.Unit> units) {
    for (int i = 1; i < units.size(); i++) {
      if (Collections.disjoint(
          units.get(0).alternatives().keySet(), units.get(i).alternatives().keySet())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Those that tell what is sought, as far as they are no worse than others; else all that pass.
   *
   * @param all statements about the topic in order of score
   * @param telling those of them that tell it, in order of score
   * @param passing those that would answer without regard to that
   */
  static List<Coverings.Hit> telling(
      List<Coverings.Hit> all, List<Coverings.Hit> telling, List<Coverings.Hit> passing) {
    float least = all.get(0).score() * TELLING_BESIDE_BEST;
    List<Coverings.Hit> better = telling.stream().filter(hit -> hit.score() >= least).toList();
    return better.isEmpty() ? passing : better;
  }

  /** Those that have to do with the question at least, though they don't answer it. */
  static List<Coverings.Hit> near(List<Coverings.Hit> hits, List<Analysis.Unit> units) {
    return hits.stream()
        .filter(
            hit ->
                hit.score() >= NEAR
                    && IntStream.range(0, units.size())
                        .anyMatch(i -> !units.get(i).weak() && hit.strengths().get(i) >= NEAR_WORD))
        .toList();
  }

  /**
   * Those that answer a question about somebody, of their statements in order of score. For a claim
   * names alone are not enough: "has she apologised to Drovia?" isn't about Drovia.
   */
  List<Coverings.Hit> answering(
      List<Coverings.Hit> hits, Intent intent, List<Analysis.Unit> units) {
    if (intent == Intent.DID_THEY_SAY && units.stream().anyMatch(Analysis.Unit::known)) {
      List<Coverings.Hit> bearing = hits.stream().filter(hit -> bearsWord(hit, units)).toList();
      return passing(bearing, intent, GIVEN_AND_WANTED.getOrDefault(intent, GIVEN));
    }
    return passing(hits, intent, GIVEN_AND_WANTED.getOrDefault(intent, GIVEN));
  }

  private static boolean bearsWord(Coverings.Hit hit, List<Analysis.Unit> units) {
    return IntStream.range(0, units.size())
        .anyMatch(i -> units.get(i).known() && hit.strengths().get(i) > 0);
  }

  /** Those that answer a question that names nobody, of all statements in order of score. */
  List<Coverings.Hit> finding(List<Coverings.Hit> hits, Intent intent) {
    return passing(hits, intent, SOUGHT);
  }

  private List<Coverings.Hit> passing(List<Coverings.Hit> hits, Intent intent, float topic) {
    List<Coverings.Hit> passing = new ArrayList<>();
    if (hits.isEmpty()) {
      return passing;
    }
    float best = hits.get(0).score();
    for (Coverings.Hit hit : hits) {
      boolean terse = hit.terse() && WIDE.contains(intent);
      float beside = best * (terse ? TERSE_BESIDE_BEST : BESIDE_BEST);
      if (hit.score() >= Math.max(topic + stricter, beside)) {
        passing.add(hit);
      }
    }
    return passing;
  }
}
