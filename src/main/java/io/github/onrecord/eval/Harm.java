package io.github.onrecord.eval;

import java.util.EnumMap;
import java.util.Map;

/**
 * What extraction did that must never be done.
 *
 * @param notInDocument statements with words that don't stand in their document
 * @param wrongMouth of the verbatim statements, those in the wrong mouth or quoted though nobody
 *     said them
 * @param standing of the statements that were withdrawn, those still shown as standing
 */
record Harm(int notInDocument, Share wrongMouth, Share standing) {

  Map<Figure, Double> values() {
    Map<Figure, Double> values = new EnumMap<>(Figure.class);
    values.put(Figure.WORDS_NOT_IN_DOCUMENT, (double) notInDocument);
    values.put(Figure.WRONG_MOUTH, wrongMouth.value());
    values.put(Figure.RETRACTED_STANDING, standing.value());
    return values;
  }
}
