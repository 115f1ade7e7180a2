package io.github.onrecord.ingest;

import io.github.onrecord.record.Language;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of a document by its frequent small words and by letters that only one of the
 * languages has. Words come from {@code /ingest/function-words.tsv}. Immutable.
 */
final class LanguageGuess {
  /** Enough of a long text to tell. */
  private static final int ENOUGH = 20_000;

  /**
   * In running text of each of our three languages more than a fifth of the words are in the file;
   * below this share the words say nothing.
   */
  private static final double CLEAR_SHARE = 0.12;

  /** Fewer words than this are a title or a caption: what the page declares counts for more. */
  private static final int FEW_WORDS = 12;

  private final Map<String, Set<String>> words = new HashMap<>();

  LanguageGuess() {
    for (List<String> row : WordFile.rows("/ingest/function-words.tsv", 2)) {
      words.put(row.get(0), new HashSet<>(WordFile.alternatives(row.get(1))));
    }
  }

  /**
   * The language of a text.
   *
   * @param declared the language tag that the document or its feed declares, or null; it decides
   *     where the text is too short to tell. Pages often declare their template's language, so a
   *     clear text wins over it.
   */
  Language of(String text, @Nullable String declared) {
    Map<String, Double> scores = new HashMap<>();
    int total = count(text.substring(0, Math.min(text.length(), ENOUGH)), scores);
    String best = "";
    double most = 0;
    for (Map.Entry<String, Double> entry : scores.entrySet()) {
      if (entry.getValue() > most
          || (entry.getValue() == most && Language.of(entry.getKey()) != Language.OTHER)) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    boolean clear = total > 0 && most / total >= CLEAR_SHARE;
    if (declared != null && !declared.isBlank() && (!clear || total < FEW_WORDS)) {
      return Language.of(declared);
    }
    return clear || total < FEW_WORDS ? Language.of(best) : Language.OTHER;
  }

  /** How many words of the text each language knows; returns the number of words. */
  private int count(String text, Map<String, Double> scores) {
    int total = 0;
    for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}]+", -1)) {
      if (word.isEmpty()) {
        continue;
      }
      total++;
      words.forEach(
          (language, known) -> {
            if (known.contains(word)) {
              scores.merge(language, 1.0, Double::sum);
            }
          });
      String owner = owner(word);
      if (owner != null) {
        scores.merge(owner, 0.5, Double::sum);
      }
    }
    return total;
  }

  /** The language to whose alphabet the word must belong, or null. */
  private static @Nullable String owner(String word) {
    boolean ukrainianI = word.indexOf('і') >= 0;
    boolean russianY = word.indexOf('ы') >= 0;
    if (word.indexOf('ў') >= 0 || (ukrainianI && russianY)) {
      return "be";
    }
    if (word.indexOf('ї') >= 0 || word.indexOf('є') >= 0 || word.indexOf('ґ') >= 0 || ukrainianI) {
      return "uk";
    }
    return russianY || word.indexOf('э') >= 0 || word.indexOf('ё') >= 0 ? "ru" : null;
  }
}
