package io.github.onrecord.store;

import io.github.onrecord.record.Language;

/**
 * A chat's wish to be told of new statements.
 *
 * @param id its number
 * @param chatId the chat
 * @param wish whom or what it is about, in the person's words
 * @param language in which it is told
 * @param mode when it is told
 * @param paused whether nothing is told for now
 * @param lastChange the record's last change that was looked at; not used for {@link Mode#DAILY}
 */
public record Follow(
    long id,
    long chatId,
    String wish,
    Language language,
    Mode mode,
    boolean paused,
    long lastChange) {

  /** When something new is told. */
  public enum Mode {
    /** At once, and then never again. */
    ONCE,
    /** At once. */
    NOW,
    /** In the daily summary. */
    DAILY
  }
}
