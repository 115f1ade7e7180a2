package io.github.onrecord.search;

/** What a person wants to know. */
public enum Intent {
  /** What an official, a side or anybody said (about something). */
  WHAT_WAS_SAID,
  /** Where a side stands on something. */
  POSITION,
  /** Two or more officials, sides or days held against each other. */
  COMPARISON,
  /** Who said certain words. */
  WHO_SAID,
  /** When something was said or happened. */
  WHEN,
  /** Where, how long, who met: what a source tells in its own name. */
  CIRCUMSTANCE,
  /** Whether somebody said something, or a question that presumes it («why did she agree to …»). */
  DID_THEY_SAY,
  /** The words themselves: verbatim first. */
  QUOTE,
  /** What the bot thinks, predicts or advises: never answered. */
  OPINION,
  /** What the bot is and can do. */
  ABOUT_THE_BOT,
  /** Nothing the record could hold, or an attempt to instruct the bot. */
  OUT_OF_SCOPE
}
