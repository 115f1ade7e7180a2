package io.github.onrecord.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message to be sent.
 *
 * @param chatId to whom
 * @param kind whether it may be repeated when nobody knows if it arrived
 * @param payload what to send, as JSON that the sender understands
 * @param statements numbers of the statements that it shows as standing, in order: when one is
 *     withdrawn, its readers must know
 * @param memo anything else its buttons need later, as JSON, or null
 * @param fleeting whether it leaves no trace: nothing of it is kept once it was sent or given up
 * @param edits Telegram's number of the message whose place it takes, or null for a new one
 */
public record Outgoing(
    long chatId,
    Kind kind,
    String payload,
    List<Long> statements,
    @Nullable String memo,
    boolean fleeting,
    @Nullable Long edits) {
  public Outgoing {
    statements = List.copyOf(statements);
  }

  /** A message of which a copy is kept. */
  public Outgoing(
      long chatId, Kind kind, String payload, List<Long> statements, @Nullable String memo) {
    this(chatId, kind, payload, statements, memo, false, null);
  }

  /** The same message to another chat. */
  public Outgoing to(long otherChat) {
    return new Outgoing(otherChat, kind, payload, statements, memo, fleeting, edits);
  }

  /** The same message, leaving no trace. */
  public Outgoing asFleeting() {
    return new Outgoing(chatId, kind, payload, statements, memo, true, edits);
  }

  /** What a message is, since that decides what happens when its outcome is unknown. */
  public enum Kind {
    /** Repeated after an unknown outcome: a lost answer is worse than one that comes twice. */
    ANSWER,
    /** Never repeated after an unknown outcome: a summary never comes twice. */
    DIGEST
  }
}
