package io.github.onrecord.record;

/**
 * What a document does to an earlier statement.
 *
 * @param statementId the earlier statement
 * @param status what it becomes: {@link Status#CORRECTED}, {@link Status#RETRACTED}, or {@link
 *     Status#HELD} when the statement vanished from a new version of its document, or when a notice
 *     may speak of it
 * @param reason why, for the editor
 */
public record StatusChange(long statementId, Status status, String reason) {
  public StatusChange {
    if (statementId <= 0 || status == Status.STANDING) {
      throw new IllegalArgumentException(
          "A document can't make statement " + statementId + " stand");
    }
  }
}
