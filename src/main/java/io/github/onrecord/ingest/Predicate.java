package io.github.onrecord.ingest;

import org.jspecify.annotations.Nullable;

/**
 * A verb of speech, or a phrase like «according to», with whoever it belongs to.
 *
 * @param at index of the verb's first token
 * @param from index of the first token of verb and subject together
 * @param to index after the last
 * @param verb the verb; null for a phrase like «according to»
 * @param subject who speaks, or null when it must be taken from before
 * @param own whether the subject stands beside the verb, so that a new clause begins here
 * @param negation index of the negating word, or -1
 */
record Predicate(
    int at,
    int from,
    int to,
    @Nullable Verb verb,
    @Nullable Mention subject,
    boolean own,
    int negation) {

  boolean takes(Verb.Flag flag) {
    return verb != null && verb.takes(flag);
  }

  Gender agreement() {
    if (verb == null) {
      return Gender.UNKNOWN;
    }
    return switch (verb.form()) {
      case MAN -> Gender.MAN;
      case WOMAN -> Gender.WOMAN;
      case PEOPLE -> Gender.PEOPLE;
      default -> Gender.UNKNOWN;
    };
  }
}
