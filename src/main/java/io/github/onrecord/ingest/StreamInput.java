package io.github.onrecord.ingest;

import java.io.IOException;
import java.io.InputStream;

/** Standard input. */
record StreamInput(InputStream stream) implements Input {
  @Override
  public String name() {
    return "-";
  }

  @Override
  public Original open(Fetcher fetcher) throws UnreadableException {
    try {
      return Original.ofFile(name(), Limits.read(stream));
    } catch (IOException e) {
      throw new UnreadableException("Standard input can't be read.");
    }
  }
}
