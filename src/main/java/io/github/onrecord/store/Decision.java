package io.github.onrecord.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An editor's decision about a statement, kept as it was made.
 *
 * @param statementId the statement
 * @param outcome what was decided
 * @param speaker the speaker it was given to, as shown to people; null unless that was changed
 * @param editor who decided
 * @param note why, in the editor's words; may be empty
 * @param at when
 */
public record Decision(
    long statementId,
    Outcome outcome,
    @Nullable String speaker,
    String editor,
    String note,
    Instant at) {

  /** What an editor can decide. */
  public enum Outcome {
    ACCEPTED,
    SPEAKER_CHANGED,
    REJECTED
  }
}
