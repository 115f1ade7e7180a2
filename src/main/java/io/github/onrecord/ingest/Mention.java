package io.github.onrecord.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is named, described or pointed to in a sentence, with all that stands in apposition.
 *
 * @param kind how
 * @param people who may be meant by a name; empty for other kinds
 * @param offices what is said of them here, in order; for {@link Kind#OFFICE} and below the first
 *     is the phrase itself
 * @param from index of the first token among the sentence's
 * @param to index after the last token, appositions included
 * @param coreTo index after the name, office or pronoun itself
 * @param gender what the form tells
 * @param nominative false when the case shows that it is no subject
 */
record Mention(
    Kind kind,
    List<Person> people,
    List<OfficePhrase> offices,
    int from,
    int to,
    int coreTo,
    Gender gender,
    boolean nominative) {
  Mention {
    people = List.copyOf(people);
    offices = List.copyOf(offices);
  }

  /** How somebody is mentioned. */
  enum Kind {
    NAME,
    OFFICE,
    BODY,
    UNNAMED,
    PRIVATE,
    PRONOUN
  }

  @Nullable OfficePhrase office() {
    return offices.isEmpty() ? null : offices.get(0);
  }

  boolean holds(int token) {
    return from <= token && token < to;
  }

  Mention as(Kind other) {
    return new Mention(other, people, offices, from, to, coreTo, gender, nominative);
  }

  Mention startingAt(int start) {
    return new Mention(kind, people, offices, start, to, coreTo, gender, nominative);
  }

  Mention endingAt(int end, List<OfficePhrase> more) {
    return new Mention(kind, people, more, from, end, coreTo, gender, nominative);
  }
}
