package io.github.onrecord.model;

import java.time.Duration;

/** Stands where a model could be. */
final class NoModel implements LanguageModel {
  @Override
  public Outcome ask(Inquiry inquiry, Duration atMost) {
    return new Outcome.Failed(Outcome.Reason.NO_MODEL, "no model is configured");
  }

  @Override
  public Duration deadline() {
    return Duration.ZERO;
  }

  @Override
  public ModelCounts counts() {
    return new ModelCounts(0, 0, 0, 0, 0);
  }

  @Override
  public void close() {
    // Nothing is under way.
  }
}
