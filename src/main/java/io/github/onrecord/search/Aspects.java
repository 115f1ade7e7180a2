package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be told for a question about circumstances to be answered: a day, a length of time, a
 * place, who took part ({@code aspects.tsv}).
 */
final class Aspects {
  /** What is sought, and the words of the question that show it. */
  record Read(Aspect aspect, BitSet words) {}

  private record Rule(List<Cue> cues, Aspect aspect, boolean figure) {}

  private final PerLanguage<List<Rule>> rules;

  Aspects(Words words, WordForms forms) {
    List<List<String>> rows = LanguageData.rows("aspects.tsv", 4);
    rules = new PerLanguage<>(language -> read(rows, language, words, forms));
  }

  private static List<Rule> read(
      List<List<String>> rows, Language language, Words words, WordForms forms) {
    List<Rule> rules = new ArrayList<>();
    for (List<String> row : rows) {
      if (row.get(1).equals(language.code())) {
        rules.add(
            new Rule(
                LanguageData.alternatives(row.get(2)).stream()
                    .map(pattern -> Cue.parse(pattern, language, words, forms))
                    .toList(),
                new Aspect(LanguageData.alternatives(row.get(3)), row.get(0).startsWith("needed")),
                row.get(0).endsWith("figure")));
      }
    }
    return rules;
  }

  /**
   * The first row that fits, with all words of its patterns; null when none does.
   *
   * @param figuresOnly whether only figures can be sought
   */
  @Nullable Read read(Draft draft, boolean figuresOnly) {
    for (Rule rule : rules.of(draft.language())) {
      if (figuresOnly && !rule.figure()) {
        continue;
      }
      BitSet found = Cue.any(rule.cues(), draft);
      if (found != null) {
        return new Read(rule.aspect(), found);
      }
    }
    return null;
  }
}
