package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recognises what a person wants to know by the rows of {@code intents.tsv}. */
final class IntentRules {
  private record Rule(Intent intent, List<Cue> cues) {}

  /** An intent and the words that show it. */
  record Read(Intent intent, BitSet words) {}

  private final PerLanguage<List<Rule>> rules;

  IntentRules(Words words, WordForms forms) {
    List<List<String>> rows = LanguageData.rows("intents.tsv", 3);
    rules = new PerLanguage<>(language -> read(rows, language, words, forms));
  }

  private static List<Rule> read(
      List<List<String>> rows, Language language, Words words, WordForms forms) {
    List<Rule> rules = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.get(1).equals(language.code())) {
        rules.add(
            new Rule(
                Intent.valueOf(row.get(0)),
                LanguageData.alternatives(row.get(2)).stream()
                    .map(pattern -> Cue.parse(pattern, language, words, forms))
                    .toList()));
      }
    }
    return rules;
  }

  /** The first row that fits, with all words of that row's patterns; null when none does. */
  @Nullable Read read(Draft draft) {
    for (Rule rule : rules.of(draft.language())) {
      BitSet words = Cue.any(rule.cues(), draft);
      if (words != null) {
        return new Read(rule.intent(), words);
      }
    }
    return null;
  }
}
