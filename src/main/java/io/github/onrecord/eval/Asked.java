package io.github.onrecord.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question of a labelled set.
 *
 * @param id its id, unique in the set
 * @param lang ISO 639 code of its language
 * @param question its text
 * @param previous the question asked before it in the same conversation, or null
 * @param answerable whether the record can answer it
 * @param gold ids of the statements that answer it, or their words
 */
record Asked(
    String id,
    String lang,
    String question,
    @Nullable String previous,
    boolean answerable,
    List<String> gold) {

  /** As it is written in a set. Unknown fields are passed over. */
  record Line(
      @Nullable String id,
      @Nullable String lang,
      @Nullable String question,
      @Nullable String previous,
      @Nullable Boolean answerable,
      @Nullable List<String> gold) {

    Asked asked() {
      return new Asked(
          LabelledSet.given("id", id),
          LabelledSet.given("lang", lang),
          LabelledSet.given("question", question),
          previous,
          LabelledSet.given("answerable", answerable),
          gold == null ? List.of() : List.copyOf(gold));
    }
  }
}
