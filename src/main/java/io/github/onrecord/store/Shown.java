package io.github.onrecord.store;

import java.util.List;

/**
 * A message that shows statements in a way that isn't right any more.
 *
 * @param id its number in the outbox
 * @param messageId Telegram's number for it
 * @param message what was sent
 * @param withdrawn numbers of the statements that were corrected or retracted since
 * @param decided statements that an editor gave to somebody else or rejected since
 */
public record Shown(
    long id, long messageId, Outgoing message, List<Long> withdrawn, List<Decided> decided) {
  public Shown {
    withdrawn = List.copyOf(withdrawn);
    decided = List.copyOf(decided);
  }

  /**
   * What an editor decided about a statement that had been shown.
   *
   * @param statementId its number
   * @param decisionId the last decision's number
   * @param rejected whether it is nobody's statement now
   * @param shownAs whose words they were shown as
   */
  public record Decided(long statementId, long decisionId, boolean rejected, String shownAs) {}
}
