package io.github.onrecord.model;

/**
 * What was used of a model.
 *
 * @param calls calls begun
 * @param inputTokens tokens read, as far as the server tells
 * @param outputTokens tokens written, as far as the server tells
 */
public record Spent(long calls, long inputTokens, long outputTokens) {
  /** Nothing. */
  public static final Spent NOTHING = new Spent(0, 0, 0);

  static final Spent CALL = new Spent(1, 0, 0);

  /** Tokens read and written. */
  public long tokens() {
    return inputTokens + outputTokens;
  }

  /** Both together. */
  public Spent plus(Spent more) {
    return new Spent(
        calls + more.calls, inputTokens + more.inputTokens, outputTokens + more.outputTokens);
  }
}
