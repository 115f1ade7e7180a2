package io.github.onrecord.model;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** A language model that replies in JSON. Its faults are values, never exceptions. */
public interface LanguageModel extends AutoCloseable {
  /**
   * Asks and waits for the reply.
   *
   * @param atMost how long to wait; what isn't there by then is cut off
   */
  Outcome ask(Inquiry inquiry, Duration atMost);

  /** How long a person waits for the model in all, over several calls. */
  Duration deadline();

  /** What was used since the start. */
  ModelCounts counts();

  /** How long was waited for it in all since the start. */
  default Duration waited() {
    return Duration.ZERO;
  }

  /** Why it isn't asked now; empty when it is. */
  default Optional<String> trouble() {
    return Optional.empty();
  }

  /** Cuts off the calls under way. */
  @Override
  void close();

  /**
   * The model of these settings. For {@link Provider#NONE}, one that never replies.
   *
   * @param ledger knows what was used of the day's budget before
   */
  static LanguageModel connect(
      ModelSettings settings, Prompts prompts, Ledger ledger, Clock clock) {
    if (settings.provider() == Provider.NONE) {
      return new NoModel();
    }
    Usage usage = new Usage(settings.budget(), ledger, clock);
    return new ConnectedModel(Providers.connect(settings, usage), settings, prompts, usage, clock);
  }
}
