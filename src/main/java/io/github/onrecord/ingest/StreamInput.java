package io.github.onrecord.ingest;

import java.io.IOException;
import java.io.InputStream;

/** A stream that is open already: standard input, or a document that ships with the program. */
record StreamInput(String name, InputStream stream) implements Input {
  @Override
  public Original open(Fetcher fetcher) throws UnreadableException {
    try {
      return Original.ofFile(name(), Limits.read(stream));
    } catch (IOException e) {
      throw new UnreadableException("The stream can't be read to its end.");
    }
  }
}
