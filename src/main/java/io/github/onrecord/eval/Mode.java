package io.github.onrecord.eval;

/** How the record gets to know what the set's articles say. */
public enum Mode {
  /** The articles are ingested: extraction is scored, and answers end to end. */
  INGEST("ingest"),
  /** The labels are imported: answers are scored as if extraction made no mistake. */
  GOLD("gold");

  private final String key;

  Mode(String key) {
    this.key = key;
  }

  /** The name in files. */
  public String key() {
    return key;
  }
}
