package io.github.onrecord.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A phrase that says who somebody is: «the Ilmaran foreign minister», «глава делегации».
 *
 * @param from index of its first token
 * @param to index after its last token
 * @param kind what it names
 * @param text the words without an article
 * @param keys stems of the words that tell this office from others
 * @param side whom it serves, as written, or null
 * @param indefinite whether it introduces somebody new («a diplomat», «один из участников»)
 * @param gender what the form tells
 * @param nominative false when the case shows that it is no subject
 * @param former whether the office was left
 */
record OfficePhrase(
    int from,
    int to,
    Kind kind,
    String text,
    List<String> keys,
    @Nullable String side,
    boolean indefinite,
    Gender gender,
    boolean nominative,
    boolean former) {
  OfficePhrase {
    keys = List.copyOf(keys);
  }

  /** What an office phrase names. */
  enum Kind {
    /** A public office. */
    OFFICE,
    /**
     * A post that is public only beside a public body or person («the director», «her adviser»).
     */
    POST,
    /** A body that speaks: a ministry, a delegation. */
    BODY,
    /** Somebody unnamed who may speak for a side. */
    UNNAMED,
    /** Somebody who is no official. */
    PRIVATE
  }
}
