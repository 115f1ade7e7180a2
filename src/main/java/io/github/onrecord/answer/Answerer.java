package io.github.onrecord.answer;

import io.github.onrecord.search.Evidence;

/** Turns evidence into an answer. Safe for use by several threads. */
public final class Answerer {
  private final Composer composer = new Composer();

  private Answerer() {}

  /** Answers without a language model. */
  public static Answerer withoutModel() {
    return new Answerer();
  }

  /** The answer to {@code evidence.question()}: from the evidence, or an honest silence. */
  public Answer answer(Evidence evidence) {
    return composer.compose(evidence);
  }
}
