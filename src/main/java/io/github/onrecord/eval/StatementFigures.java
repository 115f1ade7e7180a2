package io.github.onrecord.eval;

import java.util.EnumMap;
import java.util.Map;

/**
 * How well statements were extracted.
 *
 * @param precision of those extracted, the labelled ones
 * @param recall of those labelled, the extracted ones
 * @param exactSpan of those found, with exactly the labelled words
 * @param speaker of those found, in the right mouth
 * @param kind of those found, rightly verbatim or reported
 * @param date of those found whose label has a day, of that day
 */
record StatementFigures(
    Share precision, Share recall, Share exactSpan, Share speaker, Share kind, Share date) {

  double f1() {
    double p = precision.orZero();
    double r = recall.orZero();
    return p + r == 0 ? 0 : 2 * p * r / (p + r);
  }

  Map<Figure, Double> values() {
    Map<Figure, Double> values = new EnumMap<>(Figure.class);
    values.put(Figure.STATEMENTS_F1, f1());
    values.put(Figure.STATEMENTS_PRECISION, precision.orZero());
    values.put(Figure.STATEMENTS_RECALL, recall.orZero());
    values.put(Figure.EXACT_SPAN, exactSpan.value());
    values.put(Figure.SPEAKER, speaker.value());
    values.put(Figure.KIND, kind.value());
    values.put(Figure.DATE, date.value());
    return values;
  }
}
