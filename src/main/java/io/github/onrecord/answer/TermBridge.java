package io.github.onrecord.answer;

import io.github.onrecord.record.Language;
import java.util.Set;

/** Leads from words to what they mean in any language. */
@FunctionalInterface
public interface TermBridge {
  /**
   * The language-neutral concepts of a word or a phrase of two words, in any form.
   *
   * @return keys that are equal for words of one sense in any language; empty when it isn't known
   */
  Set<String> terms(String text, Language language);

  /** Knows nothing: sentences in another language than their statement are then refused. */
  static TermBridge none() {
    return (text, language) -> Set.of();
  }
}
