package io.github.onrecord.search;

/** How a statement stands to the claim in a question («did she say that …»). */
public enum Stance {
  /** Its words bear the claim. */
  SO,
  /** Its words bear the opposite of the claim. */
  OTHERWISE,
  /** It is about the same, and no more can be told from its words. */
  OPEN
}
