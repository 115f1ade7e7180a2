package io.github.onrecord.search;

import org.jspecify.annotations.Nullable;

/** The lexicon can't be used; the message names files and lines and says what is expected. */
public final class LexiconException extends RuntimeException {
  LexiconException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
