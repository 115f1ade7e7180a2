package io.github.onrecord.console;

/** The command can't be run as it was given; the message is a sentence that says what to do. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UsageException(String message) {
    super(message);
  }
}
