package io.github.onrecord.ingest;

/** What grammar tells about somebody. */
enum Gender {
  MAN,
  WOMAN,
  PEOPLE,
  UNKNOWN;

  boolean fits(Gender other) {
    return this == UNKNOWN || other == UNKNOWN || this == other;
  }
}
