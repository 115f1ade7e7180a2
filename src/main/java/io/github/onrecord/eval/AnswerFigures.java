package io.github.onrecord.eval;

import java.util.EnumMap;
import java.util.Map;

/**
 * How well questions were answered.
 *
 * @param handledRight answered with a right statement, or rightly not answered
 * @param answered of the answerable, those answered at all
 * @param rightShown of the answerable with labelled answers, those to which one was shown
 * @param recall mean share of the labelled answers that were shown
 * @param precision of the statements shown as answers, the right ones
 * @param abstained of the unanswerable, those not answered
 * @param language answers in the question's language
 * @param inventedQuotes quotations in messages that stand neither in an article nor in the question
 */
record AnswerFigures(
    Share handledRight,
    Share answered,
    Share rightShown,
    Share recall,
    Share precision,
    Share abstained,
    Share language,
    int inventedQuotes) {

  Map<Figure, Double> values() {
    Map<Figure, Double> values = new EnumMap<>(Figure.class);
    values.put(Figure.HANDLED_RIGHT, handledRight.value());
    values.put(Figure.ANSWERED, answered.value());
    values.put(Figure.RIGHT_SHOWN, rightShown.value());
    values.put(Figure.ANSWER_RECALL, recall.orZero());
    values.put(Figure.ANSWER_PRECISION, precision.value());
    values.put(Figure.ABSTAINED, abstained.value());
    values.put(Figure.LANGUAGE, language.value());
    values.put(Figure.INVENTED_QUOTES, (double) inventedQuotes);
    return values;
  }
}
