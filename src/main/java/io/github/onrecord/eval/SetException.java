package io.github.onrecord.eval;

/** The labelled set is at fault; the message is a sentence that says what to do. */
public final class SetException extends RuntimeException {
  private static final long serialVersionUID = 1;

  SetException(String message, Throwable cause) {
    super(message, cause);
  }
}
