package io.github.onrecord.ingest;

import org.jspecify.annotations.Nullable;

/** Whoever may be speaking in a document: a person named in it, or somebody it doesn't name. */
sealed interface Voice {

  /** Whether what this voice says belongs on record. */
  boolean official();

  Gender gender();

  /** A person of the document. */
  record Named(Person person) implements Voice {
    @Override
    public boolean official() {
      return person.official();
    }

    @Override
    public Gender gender() {
      return person.gender();
    }
  }

  /**
   * Somebody without a name.
   *
   * @param description as the document gives it
   * @param role an office that is meant, or null for bodies and anonymous people
   * @param side whom they speak for, as the document gives it, or null
   */
  record Unnamed(
      String description,
      @Nullable String role,
      @Nullable String side,
      boolean official,
      Gender gender)
      implements Voice {}
}
