package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question as understood, without a guess: what isn't recognised stays in {@code terms}.
 *
 * @param text the person's own words
 * @param language the language to answer in
 * @param intent what they want to know
 * @param officials the officials asked about, resolved to the record
 * @param ambiguous officials among whom the name in the question doesn't decide; empty when clear
 * @param unknownNames names of people who are not on record
 * @param sides the sides asked about, named themselves or through their officials' offices
 * @param when the days asked about, or null for any
 * @param occasion the question's own words for {@code when} («in October»): a statement may be
 *     about that time instead of having been made then
 * @param terms the topic: what the statements should be about, in the question's own words
 * @param quoted words that stand in quotation marks in the question, without the marks; they are
 *     part of {@code terms} too
 * @param aspect which circumstance is asked for; {@link Aspect#NONE} for none
 * @param negated whether the question asks about a denial
 * @param followUp whether it was read with the help of an earlier question
 */
public record Question(
    String text,
    Language language,
    Intent intent,
    List<Official> officials,
    List<Official> ambiguous,
    List<String> unknownNames,
    List<Side> sides,
    @Nullable DateRange when,
    List<String> occasion,
    List<String> terms,
    List<String> quoted,
    Aspect aspect,
    boolean negated,
    boolean followUp) {
  public Question {
    officials = List.copyOf(officials);
    ambiguous = List.copyOf(ambiguous);
    unknownNames = List.copyOf(unknownNames);
    sides = List.copyOf(sides);
    occasion = List.copyOf(occasion);
    terms = List.copyOf(terms);
    quoted = List.copyOf(quoted);
  }

  /** The same question, asked for something else. */
  public Question as(Intent other) {
    return new Question(
        text,
        language,
        other,
        officials,
        ambiguous,
        unknownNames,
        sides,
        when,
        occasion,
        terms,
        quoted,
        aspect,
        negated,
        followUp);
  }

  /** The same question, about this official and nobody else of the name. */
  public Question by(Official official) {
    return new Question(
        text,
        language,
        intent,
        List.of(official),
        List.of(),
        unknownNames,
        sides,
        when,
        occasion,
        terms,
        quoted,
        aspect,
        negated,
        followUp);
  }

  /** The same question about whoever speaks for one side. */
  public Question by(Side side) {
    return new Question(
        text,
        language,
        intent,
        List.of(),
        List.of(),
        List.of(),
        List.of(side),
        when,
        occasion,
        terms,
        quoted,
        aspect,
        negated,
        followUp);
  }

  /** The same question with other words for its topic. */
  public Question about(List<String> otherTerms) {
    return new Question(
        text,
        language,
        intent,
        officials,
        ambiguous,
        unknownNames,
        sides,
        when,
        occasion,
        otherTerms,
        quoted,
        aspect,
        negated,
        followUp);
  }
}
