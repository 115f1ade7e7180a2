package io.github.onrecord.ingest;

/** Something whose bytes are at hand already. */
record ReadInput(Original original) implements Input {
  @Override
  public String name() {
    return original.name();
  }

  @Override
  public Original open(Fetcher fetcher) {
    return original;
  }
}
