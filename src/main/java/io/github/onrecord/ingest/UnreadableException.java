package io.github.onrecord.ingest;

/** A document can't be read; the message is one sentence for the editor that says why. */
final class UnreadableException extends Exception {
  UnreadableException(String sentence) {
    super(sentence);
  }
}
