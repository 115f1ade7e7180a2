package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers in digits and words as one value: «38 000», «38,000», «38 тысяч», "thirty-eight
 * thousand".
 */
final class Numbers {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TEN = BigDecimal.TEN;

  /** A number word: its value and whether it counts or orders. */
  private record Word(BigDecimal value, boolean ordinal) {}

  private final PerLanguage<Map<String, Word>> words;

  Numbers(WordForms forms) {
    List<List<String>> rows = LanguageData.rows("numbers.tsv", 5);
    words = new PerLanguage<>(language -> read(rows, language, forms));
  }

  private static Map<String, Word> read(
      List<List<String>> rows, Language language, WordForms forms) {
    Map<String, Word> words = new HashMap<>();
    int column = LanguageData.COLUMNS.indexOf(language);
    for (List<String> row : column < 0 ? List.<List<String>>of() : rows) {
      Word word = new Word(new BigDecimal(row.get(0)), row.get(1).equals("ordinal"));
      for (String form : LanguageData.alternatives(row.get(2 + column))) {
        words.putIfAbsent(form, word);
        forms.of(form, language).stems().forEach(stem -> words.putIfAbsent(stem, word));
      }
    }
    return words;
  }

  /**
   * A number in a text.
   *
   * @param from index of its first token
   * @param to index after its last token
   * @param term {@code n:} and the value, or {@code o:} for an ordinal
   */
  record Found(int from, int to, String term) {}

  /**
   * The numbers among tokens, in order.
   *
   * @param stems for each token what it leads to
   */
  List<Found> in(List<Token> tokens, List<List<String>> stems, Language language) {
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      Found number = read(tokens, stems, at, language);
      if (number != null) {
        found.add(number);
        at = number.to();
      } else {
        at++;
      }
    }
    return found;
  }

  private @Nullable Found read(
      List<Token> tokens, List<List<String>> stems, int from, Language language) {
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal current = null;
    BigDecimal last = null;
    boolean ordinal = false;
    int at = from;
    while (at < tokens.size() && !ordinal) {
      BigDecimal value;
      if (tokens.get(at).number()) {
        if (current != null) {
          if (!continuesDigits(tokens, at)) {
            break;
          }
          current = current.multiply(THOUSAND).add(new BigDecimal(tokens.get(at).text()));
          at++;
          continue;
        }
        value = digits(tokens.get(at).text());
        if (value == null) {
          break;
        }
      } else {
        Word word = word(tokens.get(at).text(), stems.get(at), language);
        if (word == null) {
          break;
        }
        value = word.value();
        ordinal = word.ordinal();
      }
      if (value.compareTo(THOUSAND) >= 0 && !tokens.get(at).number()) {
        total = total.add(value.multiply(current == null ? BigDecimal.ONE : current));
        current = null;
        last = null;
        at++;
        if (at == from + 1) {
          // «тысяча», "million" alone counts as itself
          current = null;
        }
        continue;
      }
      if (value.compareTo(HUNDRED) == 0 && current != null && current.compareTo(TEN) < 0) {
        current = current.multiply(HUNDRED);
      } else if (current == null) {
        current = value;
      } else if (last != null && last.compareTo(TEN) > 0 && value.compareTo(magnitude(last)) < 0) {
        current = current.add(value);
      } else {
        ordinal = false;
        break;
      }
      last = value.compareTo(HUNDRED) == 0 ? HUNDRED : value;
      at++;
    }
    if (at == from) {
      return null;
    }
    BigDecimal value = current == null ? total : total.add(current);
    String text = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    return new Found(from, at, (ordinal ? "o:" : "n:") + text);
  }

  /** What may be added to a word's value: "twenty" takes ones, "hundred" takes tens and ones. */
  private static BigDecimal magnitude(BigDecimal value) {
    return value.compareTo(HUNDRED) >= 0 ? HUNDRED : TEN;
  }

  /** Whether a token of three digits goes on after a blank: «38 000». */
  private static boolean continuesDigits(List<Token> tokens, int at) {
    Token before = tokens.get(at - 1);
    Token token = tokens.get(at);
    return before.number()
        && before.text().length() <= 3
        && token.text().length() == 3
        && token.text().chars().allMatch(Character::isDigit)
        && token.span().start() == before.span().end() + 1;
  }

  private @Nullable Word word(String text, List<String> stems, Language language) {
    Map<String, Word> own = words.of(language);
    Word word = own.get(text);
    for (int i = 0; word == null && i < stems.size(); i++) {
      word = own.get(stems.get(i));
    }
    return word;
  }

  /** The value of a token that begins with a digit, or null when it isn't a number alone. */
  private static @Nullable BigDecimal digits(String text) {
    String bare = text;
    for (String suffix : new String[] {"st", "nd", "rd", "th"}) {
      if (bare.endsWith(suffix)) {
        bare = bare.substring(0, bare.length() - suffix.length());
      }
    }
    if (bare.isEmpty() || bare.length() > 18) {
      return null;
    }
    int groups = 0;
    int separators = 0;
    int sinceSeparator = 0;
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c == '.' || c == ',') {
        separators++;
        sinceSeparator = 0;
        groups += c == ',' ? 1 : 0;
      } else if (Character.digit(c, 10) >= 0 && c <= '9') {
        sinceSeparator++;
      } else {
        return null;
      }
    }
    if (sinceSeparator == 0) {
      return null;
    }
    // 38,000 is a thousand of them in every language here; 2,4 and 2.4 are fractions.
    if (groups > 0 && groups == separators && sinceSeparator == 3) {
      return new BigDecimal(bare.replace(",", ""));
    }
    return separators > 1 ? null : new BigDecimal(bare.replace(',', '.'));
  }
}
