package io.github.onrecord.ingest;

import java.net.URI;

/** A web address. */
record WebInput(String name, URI address) implements Input {
  @Override
  public Original open(Fetcher fetcher) throws UnreadableException {
    return fetcher.fetch(name, address);
  }
}
