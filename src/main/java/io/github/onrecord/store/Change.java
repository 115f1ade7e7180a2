package io.github.onrecord.store;

/**
 * Something in the record that is new or different, for whoever keeps a copy of it.
 *
 * @param seq its number; a later change has a higher one, and no number is ever used twice
 * @param type what changed
 * @param id the changed statement's, passage's or official's number
 */
public record Change(long seq, Type type, long id) {

  /** What changed. */
  public enum Type {
    STATEMENT,
    PASSAGE,
    OFFICIAL
  }
}
