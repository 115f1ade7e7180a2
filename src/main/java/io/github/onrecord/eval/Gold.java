package io.github.onrecord.eval;

import io.github.onrecord.record.Kind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A labelled statement.
 *
 * @param id its id, unique in the set
 * @param article the file name of the document it stands in
 * @param speaker the official, or null for who is unnamed
 * @param date the day spoken (ISO 8601), or null when the article doesn't fix it
 * @param sameAs id of the first statement of this utterance, or null
 * @param retractedBy the article that withdraws it, or null
 */
record Gold(
    String id,
    String article,
    @Nullable String speaker,
    Kind kind,
    Words words,
    @Nullable String date,
    @Nullable String sameAs,
    @Nullable String retractedBy) {

  /** As it is written in a set. Unknown fields are passed over. */
  record Line(
      @Nullable String id,
      @Nullable String article,
      @Nullable String speaker,
      @Nullable Kind kind,
      @Nullable String text,
      @Nullable List<String> parts,
      @Nullable String date,
      @Nullable String sameAs,
      @Nullable String retractedBy) {

    Gold gold() {
      boolean hasParts = parts != null && !parts.isEmpty();
      return new Gold(
          LabelledSet.given("id", id),
          LabelledSet.given("article", article),
          speaker,
          LabelledSet.given("kind", kind),
          Words.of(hasParts ? String.join(" ", parts) : LabelledSet.given("text", text)),
          date,
          sameAs,
          retractedBy);
    }
  }

  /** The same words of the same speaker in the same article, at least; {@code other} has more. */
  boolean isPartOf(Gold other) {
    return !id.equals(other.id)
        && article.equals(other.article)
        && Objects.equals(speaker, other.speaker)
        && words.within(other.words);
  }
}
