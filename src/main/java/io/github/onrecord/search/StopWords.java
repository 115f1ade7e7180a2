package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that never are a topic ({@code stop.tsv}), in every form. */
final class StopWords {
  private final Map<Language, Set<String>> words = new HashMap<>();
  private final Map<Language, Set<String>> stems = new HashMap<>();

  StopWords(WordForms forms) {
    for (List<String> row : LanguageData.rows("stop.tsv", 2)) {
      Language language = LanguageData.language(row.get(0));
      for (String word : LanguageData.alternatives(row.get(1))) {
        String folded = Words.fold(word);
        words.computeIfAbsent(language, key -> new HashSet<>()).add(folded);
        stems
            .computeIfAbsent(language, key -> new HashSet<>())
            .addAll(forms.of(folded, language).stems());
      }
    }
  }

  /** Whether a word is one of them: itself, or (not in English) all that it may be a form of. */
  boolean contains(String word, List<String> wordStems, Language language) {
    if (words.getOrDefault(language, Set.of()).contains(word)) {
      return true;
    }
    return language != Language.ENGLISH
        && stems.getOrDefault(language, Set.of()).containsAll(wordStems);
  }
}
