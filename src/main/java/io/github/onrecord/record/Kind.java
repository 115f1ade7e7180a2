package io.github.onrecord.record;

/**
 * How close a statement is to the official's mouth. It is decided at ingestion and never raised.
 */
public enum Kind {
  /** The speaker's own words: inside quotation marks, dash dialogue, or a transcript turn. */
  VERBATIM,
  /** A document's account of what was said; never shown as the speaker's words. */
  REPORTED
}
