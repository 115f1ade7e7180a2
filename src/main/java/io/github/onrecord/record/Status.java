package io.github.onrecord.record;

/** Whether a statement may be shown. */
public enum Status {
  /** On record. */
  STANDING,
  /** Waits for an editor; out of every answer until then. */
  HELD,
  /** Replaced by a correction; never an answer. */
  CORRECTED,
  /** Withdrawn by a retraction; never an answer. */
  RETRACTED
}
