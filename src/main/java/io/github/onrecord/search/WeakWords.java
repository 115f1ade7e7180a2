package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that say little about a topic ({@code weak.tsv}), in every form. */
final class WeakWords {
  private final PerLanguage<Set<String>> stems;

  WeakWords(WordForms forms) {
    List<List<String>> rows = LanguageData.rows("weak.tsv", LanguageData.COLUMNS.size());
    stems = new PerLanguage<>(language -> read(rows, language, forms));
  }

  private static Set<String> read(List<List<String>> rows, Language language, WordForms forms) {
    Set<String> stems = new HashSet<>();
    int column = LanguageData.COLUMNS.indexOf(language);
    for (List<String> row : column < 0 ? List.<List<String>>of() : rows) {
      for (String word : LanguageData.alternatives(row.get(column))) {
        stems.addAll(forms.of(Words.fold(word), language).stems());
      }
    }
    return stems;
  }

  /** Whether all that a word may be a form of is such a word. */
  boolean contains(List<String> wordStems, Language language) {
    return stems.of(language).containsAll(wordStems);
  }
}
