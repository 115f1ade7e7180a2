package io.github.onrecord.ingest;

/** A document can't be read; the message is one sentence for the editor that says why. */
class UnreadableException extends Exception {
  private static final long serialVersionUID = 1;

  UnreadableException(String sentence) {
    super(sentence);
  }
}
