package io.github.onrecord.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sound of a word in Latin letters, without its inflection: one key for Korsava, «Корсаву» and
 * «Корсаві». Letters and endings are data ({@code letters.tsv}, {@code endings.tsv}).
 */
final class NameKey {
  /** A stem shorter than this is no longer the word. */
  private static final int SHORTEST_STEM = 3;

  /** By first letter, longest first. */
  private static final Map<Character, List<List<String>>> LETTERS =
      LanguageData.rows("letters.tsv", 2).stream()
          .sorted(Comparator.comparing((List<String> row) -> -row.get(0).length()))
          .collect(Collectors.groupingBy(row -> row.get(0).charAt(0)));

  private static final List<String> ENDINGS =
      LanguageData.rows("endings.tsv", 1).stream()
          .map(row -> row.get(0))
          .sorted(Comparator.comparing((String ending) -> -ending.length()))
          .toList();

  private NameKey() {}

  /** The key of a folded word of any alphabet; may be empty. */
  static String of(String word) {
    return latin(withoutEnding(word));
  }

  /** The word without the ending of a Cyrillic case; a Latin word without the possessive. */
  static String withoutEnding(String word) {
    if (word.endsWith("'s")) {
      return word.substring(0, word.length() - 2);
    }
    for (String ending : ENDINGS) {
      if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST_STEM) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  /** Latin letters by sound, without doubled letters and without a vowel at the end. */
  static String latin(String word) {
    StringBuilder key = new StringBuilder();
    int at = 0;
    while (at < word.length()) {
      int before = at;
      for (List<String> row : LETTERS.getOrDefault(word.charAt(at), List.of())) {
        if (word.startsWith(row.get(0), at)) {
          append(key, row.get(1));
          at += row.get(0).length();
          break;
        }
      }
      if (at == before) {
        char c = word.charAt(at++);
        if (Character.isLetterOrDigit(c)) {
          append(key, String.valueOf(c));
        }
      }
    }
    while (key.length() > SHORTEST_STEM && vowel(key.charAt(key.length() - 1))) {
      key.setLength(key.length() - 1);
    }
    return key.toString();
  }

  private static void append(StringBuilder key, String letters) {
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (key.isEmpty() || key.charAt(key.length() - 1) != c || Character.isDigit(c)) {
        key.append(c);
      }
    }
  }

  /** The consonants of a key: vowels are what transliterations disagree on most. */
  static String consonants(String key) {
    StringBuilder consonants = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      if (!vowel(key.charAt(i))) {
        consonants.append(key.charAt(i));
      }
    }
    return consonants.toString();
  }

  private static boolean vowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  /** Whether two keys differ by at most one letter put in, left out, changed or two swapped. */
  static boolean near(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int start = 0;
    int shorter = Math.min(a.length(), b.length());
    while (start < shorter && a.charAt(start) == b.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
      end++;
    }
    int restA = a.length() - start - end;
    int restB = b.length() - start - end;
    boolean swapped =
        restA == 2
            && restB == 2
            && a.charAt(start) == b.charAt(start + 1)
            && a.charAt(start + 1) == b.charAt(start);
    return swapped || (restA <= 1 && restB <= 1);
  }
}
