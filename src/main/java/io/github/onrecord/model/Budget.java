package io.github.onrecord.model;

/**
 * How much of the model may be used in a day (UTC). What is used up ends with the call that is
 * under way; then answers are made without a model until midnight.
 *
 * @param calls calls in all, 0 or more
 * @param tokens tokens read and written in all, 0 or more
 * @param callsOfOne calls for the questions of one person, 0 or more
 * @param tokensOfOne tokens for the questions of one person, 0 or more
 * @param cost what all tokens may cost, in the currency of the prices; 0 for no bound
 * @param inputPrice price of a million tokens read
 * @param outputPrice price of a million tokens written
 */
public record Budget(
    long calls,
    long tokens,
    long callsOfOne,
    long tokensOfOne,
    double cost,
    double inputPrice,
    double outputPrice) {
  private static final double MILLION = 1e6;

  public Budget {
    boolean fine =
        calls >= 0
            && tokens >= 0
            && callsOfOne >= 0
            && tokensOfOne >= 0
            && cost >= 0
            && inputPrice >= 0
            && outputPrice >= 0;
    if (!fine) {
      throw new IllegalArgumentException(
          "The model's daily calls, tokens, cost and prices can't be negative.");
    }
  }

  /** A budget of calls and tokens, whoever asks and whatever they cost. */
  public static Budget of(long calls, long tokens) {
    return new Budget(calls, tokens, calls, tokens, 0, 0, 0);
  }

  /** Whether another call may be begun after so much. */
  boolean allows(Spent all) {
    return all.calls() < calls && all.tokens() < tokens && (cost == 0 || cost(all) < cost);
  }

  /** Whether another call may be begun for a person who has used so much. */
  boolean allowsOne(Spent one) {
    return one.calls() < callsOfOne && one.tokens() < tokensOfOne;
  }

  /** What it cost. */
  public double cost(Spent spent) {
    return (spent.inputTokens() * inputPrice + spent.outputTokens() * outputPrice) / MILLION;
  }
}
