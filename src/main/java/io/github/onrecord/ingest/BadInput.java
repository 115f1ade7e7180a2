package io.github.onrecord.ingest;

/** Something that was given but can't be an input. */
record BadInput(String name, String reason) implements Input {
  @Override
  public Original open(Fetcher fetcher) throws UnreadableException {
    throw new UnreadableException(reason);
  }
}
