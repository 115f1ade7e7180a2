package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Recognises what a person wants to know by the rows of {@code intents.tsv}. */
final class IntentRules {
  private record Rule(Intent intent, Language language, List<Cue> cues) {}

  /** An intent and the words that show it. */
  record Read(Intent intent, BitSet words) {}

  private final List<Rule> rules = new ArrayList<>();

  IntentRules(Words words, WordForms forms) {
    for (List<String> row : LanguageData.rows("intents.tsv", 3)) {
      Language language = LanguageData.language(row.get(1));
      List<Cue> cues =
          LanguageData.alternatives(row.get(2)).stream()
              .map(pattern -> Cue.parse(pattern, language, words, forms))
              .toList();
      rules.add(new Rule(Intent.valueOf(row.get(0)), language, cues));
    }
  }

  /** The first row that fits, with all words of that row's patterns; null when none does. */
  @Nullable Read read(Draft draft, Set<Intent> except) {
    for (Rule rule : rules) {
      if (rule.language() != draft.language() || except.contains(rule.intent())) {
        continue;
      }
      BitSet words = new BitSet();
      boolean fits = false;
      for (Cue cue : rule.cues()) {
        BitSet found = cue.in(draft);
        if (found != null) {
          fits = true;
          words.or(found);
        }
      }
      if (fits) {
        return new Read(rule.intent(), words);
      }
    }
    return null;
  }
}
