package io.github.onrecord.store;

import java.util.List;

/**
 * A message that shows statements as standing which were withdrawn since.
 *
 * @param id its number in the outbox
 * @param messageId Telegram's number for it
 * @param message what was sent
 * @param withdrawn numbers of the statements that were corrected or retracted since
 */
public record Shown(long id, long messageId, Outgoing message, List<Long> withdrawn) {
  public Shown {
    withdrawn = List.copyOf(withdrawn);
  }
}
