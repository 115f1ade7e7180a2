package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that never are a topic ({@code stop.tsv}), in every form. */
final class StopWords {
  private record Own(Set<String> words, Set<String> stems) {}

  private final PerLanguage<Own> own;

  StopWords(WordForms forms) {
    List<List<String>> rows = LanguageData.rows("stop.tsv", 2);
    own = new PerLanguage<>(language -> read(rows, language, forms));
  }

  private static Own read(List<List<String>> rows, Language language, WordForms forms) {
    Set<String> words = new HashSet<>();
    Set<String> stems = new HashSet<>();
    for (List<String> row : rows) {
      if (row.get(0).equals(language.code())) {
        for (String word : LanguageData.alternatives(row.get(1))) {
          words.add(Words.fold(word));
          stems.addAll(forms.of(Words.fold(word), language).stems());
        }
      }
    }
    return new Own(words, stems);
  }

  /** Whether this very form of a word stands among them. */
  boolean lists(String word, Language language) {
    return own.of(language).words().contains(word);
  }

  /** Whether a word is one of them: itself, or (not in English) all that it may be a form of. */
  boolean contains(String word, List<String> wordStems, Language language) {
    Own known = own.of(language);
    return known.words().contains(word)
        || (language != Language.ENGLISH && known.stems().containsAll(wordStems));
  }
}
