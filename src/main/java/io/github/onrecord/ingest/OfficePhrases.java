package io.github.onrecord.ingest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds office phrases in tokens: «deputy foreign minister», «заместитель министра иностранных
 * дел».
 */
final class OfficePhrases {
  private final boolean english;
  private final OfficeWords words;
  private final EnglishOffices englishOffices;
  private final SlavicOffices slavicOffices;

  OfficePhrases(Grammar grammar, CalendarText calendar) {
    english = grammar.english();
    words = new OfficeWords(grammar);
    englishOffices = new EnglishOffices(grammar, calendar, words);
    slavicOffices = new SlavicOffices(grammar, words);
  }

  /** The phrase that begins at token {@code i}, or null. A name may follow it directly. */
  @Nullable OfficePhrase at(List<Token> tokens, int i, Cast cast) {
    return english ? englishOffices.at(tokens, i, cast) : slavicOffices.at(tokens, i, cast);
  }

  boolean isRole(Token token) {
    return words.isRole(token);
  }
}
