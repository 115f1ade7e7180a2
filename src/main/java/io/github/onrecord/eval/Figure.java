package io.github.onrecord.eval;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is measured. All are shares from 0 to 1 but those that are named as counts. */
public enum Figure {
  /** Harmonic mean of the two below. */
  STATEMENTS_F1("statements-f1"),
  /** Extracted statements that are labelled ones. */
  STATEMENTS_PRECISION("statements-precision"),
  /** Labelled statements that were extracted. */
  STATEMENTS_RECALL("statements-recall"),
  /** Of the statements found: those with exactly the labelled words. */
  EXACT_SPAN("exact-span"),
  /** Of the statements found: those in the right mouth. */
  SPEAKER("speaker"),
  /** Of the statements found: those rightly told as verbatim or reported. */
  KIND("kind"),
  /** Of the statements found whose label has a day: those of that day. */
  DATE("date"),
  /** Count of extracted statements whose words aren't in their document. */
  WORDS_NOT_IN_DOCUMENT("words-not-in-document", Unit.HARMS),
  /** Verbatim statements in the wrong mouth, or quoted though nobody said them. */
  WRONG_MOUTH("wrong-mouth", Unit.SHARE_HARMED),
  /** Statements that were withdrawn, still shown as standing. */
  RETRACTED_STANDING("retracted-standing", Unit.SHARE_HARMED),
  /** Questions answered with a right statement, or rightly not answered. */
  HANDLED_RIGHT("handled-right"),
  /** Answerable questions that were answered at all. */
  ANSWERED("answered-when-on-record"),
  /** Answerable questions to which a right statement was shown. */
  RIGHT_SHOWN("right-statement-shown"),
  /** Mean share of a question's right statements that were shown as the answer. */
  ANSWER_RECALL("answer-recall"),
  /** Statements shown as the answer that are right. */
  ANSWER_PRECISION("answer-precision"),
  /** Unanswerable questions that were not answered. */
  ABSTAINED("abstained-when-not"),
  /** Answers in the question's language. */
  LANGUAGE("answer-language"),
  /** Count of quotations in messages that stand in no article and not in the question. */
  INVENTED_QUOTES("invented-quotes", Unit.HARMS);

  private enum Unit {
    SHARE_RIGHT,
    SHARE_HARMED,
    HARMS
  }

  private final String key;
  private final Unit unit;

  Figure(String key) {
    this(key, Unit.SHARE_RIGHT);
  }

  Figure(String key, Unit unit) {
    this.key = key;
    this.unit = unit;
  }

  /** The name in files and tables. */
  public String key() {
    return key;
  }

  /** Whether {@code value} is as good as {@code floor} or better; what is not a number isn't. */
  boolean reaches(double value, double floor) {
    return lessIsBetter() ? value <= floor : value >= floor;
  }

  boolean lessIsBetter() {
    return unit != Unit.SHARE_RIGHT;
  }

  /** A value as people read it. */
  String format(double value) {
    if (Double.isNaN(value)) {
      return "n/a";
    }
    return String.format(Locale.ROOT, unit == Unit.HARMS ? "%.0f" : "%.3f", value);
  }

  static Optional<Figure> of(String key) {
    return Arrays.stream(values()).filter(figure -> figure.key.equals(key)).findFirst();
  }
}
