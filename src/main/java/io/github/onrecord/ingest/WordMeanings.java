package io.github.onrecord.ingest;

import io.github.onrecord.record.Language;
import java.util.Set;

/** What a word means, whatever its form and language: how words of two languages are compared. */
@FunctionalInterface
public interface WordMeanings {
  /** Knows no word: texts of different languages are then never alike. */
  WordMeanings NONE = (word, language) -> Set.of();

  /** The keys that a word shares with words of the same meaning; empty when nothing is known. */
  Set<String> of(String word, Language language);
}
