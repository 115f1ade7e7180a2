package io.github.onrecord.ingest;

import java.util.List;

/** Turns one kind of document into text with blocks. Readers are immutable and keep no state. */
interface DocumentReader {
  /**
   * Reads a document, or each of a feed's items.
   *
   * @throws UnreadableException with a sentence for the editor when there is no text to be had
   */
  List<DocumentText> read(Original original) throws UnreadableException;
}
