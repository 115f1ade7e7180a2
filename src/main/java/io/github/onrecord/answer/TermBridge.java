package io.github.onrecord.answer;

import io.github.onrecord.record.Language;
import java.util.Set;

/** Leads from words to what they share with other forms and other languages. */
@FunctionalInterface
public interface TermBridge {
  /** What a key begins with that names a concept of all languages. */
  String CONCEPT = "c:";

  /** What a key begins with that gives a word's sound. */
  String SOUND = "x:";

  /**
   * The keys of a word or of a phrase of two words.
   *
   * @return for a word, its stems (which no other language shares), its sound and its concepts; for
   *     a phrase, the concepts that it names as a whole; empty when nothing is known
   */
  Set<String> terms(String text, Language language);
}
