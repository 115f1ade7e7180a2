package io.github.onrecord.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a quote card, each text on a line or more of its own.
 *
 * @param verbatim whether the words are the speaker's own; only then do they stand in quotation
 *     marks
 * @param kind says in words what {@code verbatim} says
 * @param words copied from the record; at most {@link CardMessages#LONGEST} characters of them
 * @param speaker who is meant
 * @param capacity the speaker's role then and side; may be empty
 * @param circumstances when and where
 * @param source which outlet gives it
 * @param remarks what a reader must know besides: that it was withdrawn, or shortened
 * @param link where the statement is found, or null when it has no address
 */
public record CardText(
    boolean verbatim,
    String kind,
    String words,
    String speaker,
    String capacity,
    String circumstances,
    String source,
    List<String> remarks,
    @Nullable String link) {
  public CardText {
    remarks = List.copyOf(remarks);
  }
}
