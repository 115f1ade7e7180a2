package io.github.onrecord.check;

/** What the record says about a quotation. */
public enum Verdict {
  /** Word for word, by whoever is claimed to have said it. */
  EXACT,
  /** Near a statement, with words changed, dropped, added or moved. */
  ALTERED,
  /** Runs of words out of several statements, put together as one. */
  STITCHED,
  /** Word for word, but said by somebody else than claimed. */
  MISATTRIBUTED,
  /** Likely what somebody said in another language. */
  TRANSLATED,
  /** On record as a report, which is not a quotation. */
  REPORTED,
  /** None of these. */
  NOT_ON_RECORD
}
