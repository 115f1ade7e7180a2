package io.github.onrecord.telegram;

/**
 * How much is answered at once.
 *
 * @param perPerson questions and commands of one person in a minute
 * @param perChat questions and commands of one chat in a minute
 * @param queue questions that may wait before those that have waited longest are told when their
 *     answer comes
 */
public record Limits(int perPerson, int perChat, int queue) {
  /** What {@code config/onrecord.conf} says unless an operator says otherwise. */
  public static final Limits DEFAULT = new Limits(20, 60, 500);
}
