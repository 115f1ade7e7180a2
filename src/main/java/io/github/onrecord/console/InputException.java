package io.github.onrecord.console;

/** What the person gave is at fault; the message is a sentence that says what to do. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1;

  InputException(String message) {
    super(message);
  }
}
