package io.github.onrecord.ingest;

/** One thing to ingest: a file, standard input, or a web address. Made by {@link Inputs}. */
public sealed interface Input permits FileInput, StreamInput, WebInput, ReadInput, BadInput {
  /** What it was called when it was given; the document's name in the record. */
  String name();

  /**
   * Reads its bytes.
   *
   * @throws UnreadableException with a sentence for the editor
   */
  Original open(Fetcher fetcher) throws UnreadableException;
}
