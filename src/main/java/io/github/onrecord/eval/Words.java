package io.github.onrecord.eval;

import com.ibm.icu.lang.UCharacter;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A text as scoring sees it: its words, without regard to case, ё and е, form of the apostrophe,
 * marks and spaces.
 *
 * @param text the text itself
 * @param list its words
 * @param joined its words with a space before, between and after
 */
record Words(String text, List<String> list, String joined) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]++(?:'[\\p{L}\\p{N}_]++)*+");

  static Words of(String text) {
    String folded =
        UCharacter.foldCase(Normalizer.normalize(text, Normalizer.Form.NFKC), true)
            .replace('ё', 'е')
            .replace('’', '\'');
    List<String> list = WORD.matcher(folded).results().map(MatchResult::group).toList();
    return new Words(text, list, spaced(list));
  }

  static String spaced(List<String> words) {
    return " " + String.join(" ", words) + " ";
  }

  int size() {
    return list.size();
  }

  /** Whether these words stand in others, in order and next to each other. */
  boolean within(Words others) {
    return others.joined.contains(joined);
  }

  /** Harmonic mean of the shares of common words, each counted as often as both have it. */
  double f1(Words other) {
    Map<String, Integer> left = new HashMap<>();
    list.forEach(word -> left.merge(word, 1, Integer::sum));
    int common = 0;
    for (String word : other.list) {
      Integer count = left.get(word);
      if (count != null && count > 0) {
        left.put(word, count - 1);
        common++;
      }
    }
    return common == 0 ? 0 : 2.0 * common / (size() + other.size());
  }
}
