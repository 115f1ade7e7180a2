package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that only say that somebody spoke ({@code speech.tsv}); the topic is elsewhere. */
final class SpeechWords {
  /**
   * The words of a language.
   *
   * @param all verbs and nouns
   * @param speaking verbs beside which whoever speaks is named: «сказал Брум»
   */
  private record Own(Set<String> all, Set<String> speaking) {}

  private final PerLanguage<Own> own;

  SpeechWords(WordForms forms) {
    List<List<String>> rows = LanguageData.rows("speech.tsv", 3);
    own = new PerLanguage<>(language -> read(rows, language, forms));
  }

  private static Own read(List<List<String>> rows, Language language, WordForms forms) {
    Own own = new Own(new HashSet<>(), new HashSet<>());
    for (List<String> row : rows) {
      if (row.get(1).equals(language.code())) {
        for (String word : LanguageData.alternatives(row.get(2))) {
          Set<String> entries = new HashSet<>(Set.of(Words.fold(word)));
          if (language != Language.ENGLISH) {
            entries.addAll(forms.of(Words.fold(word), language).stems());
          }
          own.all().addAll(entries);
          if (row.get(0).equals("speaking")) {
            own.speaking().addAll(entries);
          }
        }
      }
    }
    return own;
  }

  /** Whether a word of a question only says that somebody spoke. */
  boolean at(Draft draft, int at) {
    return contains(own.of(draft.language()).all(), draft, at);
  }

  /** Whether a word is a verb beside which the speaker is named. */
  boolean speaking(Draft draft, int at) {
    return at >= 0 && at < draft.size() && contains(own.of(draft.language()).speaking(), draft, at);
  }

  private static boolean contains(Set<String> words, Draft draft, int at) {
    return words.contains(draft.word(at))
        || (draft.language() != Language.ENGLISH && words.containsAll(draft.stems().get(at)));
  }
}
