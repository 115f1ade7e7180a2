package io.github.onrecord.search;

/** Whether the evidence answers the question, and if not, why. */
public enum Finding {
  /** At least one statement or passage answers it. */
  SUPPORTED,
  /** The name fits several officials. */
  WHICH_OFFICIAL,
  /** The person asked about is not on record. */
  NO_SUCH_OFFICIAL,
  /** Somebody spoke about this, but not the one asked about. */
  WRONG_SPEAKER,
  /** Nobody on record spoke about this. */
  NO_TOPIC,
  /** It was spoken about, but not in the days asked about. */
  OUT_OF_RANGE,
  /** A question for an opinion, a prediction or advice. */
  OPINION,
  /** A question about the bot itself. */
  ABOUT_THE_BOT,
  /** Nothing the record could hold. */
  OUT_OF_SCOPE
}
