package io.github.onrecord.eval;

import org.jspecify.annotations.Nullable;

/** The floors are written wrongly; the message is a sentence for the operator. */
public final class FloorsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  FloorsException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
