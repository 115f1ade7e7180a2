package io.github.onrecord.model;

/** A prompt file is missing or wrong; the message says which and what to do. */
public final class PromptException extends RuntimeException {
  public PromptException(String message) {
    super(message);
  }
}
