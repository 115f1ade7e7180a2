package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Knows what is measured ({@code amounts.tsv}): whoever asks for a price or a quota is answered by
 * a figure, though the word itself needn't be said again: "We are at 165".
 */
final class Amounts {
  /** The index term of texts that give an amount. */
  static final String TERM = "m:";

  /** The meaning of "how much". */
  static final Analysis.Unit ASKED = new Analysis.Unit("#", Map.of(TERM, 1f), true, true);

  /** Smaller whole numbers are amounts only before a unit: "one treaty" isn't one. */
  private static final BigDecimal LEAST = BigDecimal.TEN;

  private static final BigDecimal FIRST_YEAR = BigDecimal.valueOf(1800);
  private static final BigDecimal LAST_YEAR = BigDecimal.valueOf(2200);

  private final PerLanguage<Set<String>> measured;
  private final PerLanguage<Set<String>> units;
  private final PerLanguage<Set<String>> months;

  Amounts(WordForms forms) {
    List<List<String>> rows = LanguageData.rows("amounts.tsv", 4);
    List<List<String>> calendar = LanguageData.rows("calendar.tsv", 4);
    measured = new PerLanguage<>(language -> stems(rows, "measured", language, forms));
    units = new PerLanguage<>(language -> stems(rows, "unit", language, forms));
    months = new PerLanguage<>(language -> stems(calendar, "month ", language, forms));
  }

  private static Set<String> stems(
      List<List<String>> rows, String kind, Language language, WordForms forms) {
    Set<String> stems = new HashSet<>();
    int column = LanguageData.COLUMNS.indexOf(language);
    for (List<String> row : column < 0 ? List.<List<String>>of() : rows) {
      if (row.get(0).startsWith(kind)) {
        for (String word : LanguageData.alternatives(row.get(1 + column))) {
          stems.addAll(forms.of(Words.fold(word), language).stems());
        }
      }
    }
    return stems;
  }

  /** Whether a word names what is told by a figure: "price", «квота». */
  boolean measured(List<String> stems, Language language) {
    return stems.stream().anyMatch(measured.of(language)::contains);
  }

  /** Whether a number is an amount, and no day, year or mere count. */
  boolean amount(Numbers.Found number, List<List<String>> stems, Language language) {
    if (!number.term().startsWith(Analysis.NUMBER)
        || among(months, stems, number.from() - 1, language)
        || among(months, stems, number.to(), language)) {
      return false;
    }
    if (among(units, stems, number.to(), language)) {
      return true;
    }
    BigDecimal value = new BigDecimal(number.term().substring(Analysis.NUMBER.length()));
    boolean whole = value.stripTrailingZeros().scale() <= 0;
    boolean year = whole && value.compareTo(FIRST_YEAR) >= 0 && value.compareTo(LAST_YEAR) < 0;
    return !year && (!whole || value.compareTo(LEAST) >= 0);
  }

  private static boolean among(
      PerLanguage<Set<String>> words, List<List<String>> stems, int at, Language language) {
    return at >= 0
        && at < stems.size()
        && stems.get(at).stream().anyMatch(words.of(language)::contains);
  }
}
