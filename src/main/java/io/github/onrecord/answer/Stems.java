package io.github.onrecord.answer;

import io.github.onrecord.record.Language;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts off endings to compare forms of one word. It is light on purpose: two words that it doesn't
 * unite make the verifier refuse, two that it unites wrongly would let a change of words through.
 */
final class Stems {
  private static final int SHORTEST = 3;
  private static final int SHORTEST_OF_VERBS = 4;

  private final String prefix;
  private final List<String> nouns;
  private final List<String> verbs;
  private final List<String> past;
  private final boolean english;

  Stems(Language language, Map<String, List<String>> endings) {
    this.prefix = language.code() + ":";
    this.english = language == Language.ENGLISH;
    this.nouns = longestFirst(endings.getOrDefault("nouns", List.of()));
    this.verbs = longestFirst(endings.getOrDefault("verbs", List.of()));
    this.past = longestFirst(endings.getOrDefault("past", List.of()));
  }

  private static List<String> longestFirst(List<String> endings) {
    return endings.stream().sorted(Comparator.comparing(String::length).reversed()).toList();
  }

  /** Keys that forms of one word share: as a noun, and as a verb, whose past stays past. */
  Set<String> keys(String word) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(prefix + "n:" + cut(word, nouns, SHORTEST));
    String ofPast = cut(word, past, SHORTEST_OF_VERBS);
    if (!ofPast.equals(word)) {
      keys.add(prefix + "p:" + ofPast);
    } else {
      keys.add(prefix + "v:" + cut(word, verbs, SHORTEST_OF_VERBS));
    }
    return keys;
  }

  boolean same(String word, String other) {
    if (word.length() < SHORTEST || other.length() < SHORTEST) {
      return word.equals(other);
    }
    Set<String> keys = keys(word);
    return keys(other).stream().anyMatch(keys::contains);
  }

  private String cut(String word, List<String> endings, int shortest) {
    for (String ending : endings) {
      if (word.endsWith(ending) && word.length() - ending.length() >= shortest) {
        String stem = word.substring(0, word.length() - ending.length());
        return english ? englishStem(stem, ending) : stem;
      }
    }
    return english ? englishStem(word, "") : word;
  }

  /** «planned» is «plan», «carries» is «carry», «close» is «clos». */
  private static String englishStem(String stem, String ending) {
    int last = stem.length() - 1;
    char end = stem.charAt(last);
    if ((ending.startsWith("ing") || ending.equals("ed"))
        && end == stem.charAt(last - 1)
        && "bdgmnprt".indexOf(end) >= 0) {
      return stem.substring(0, last);
    }
    if (ending.startsWith("ie")) {
      return stem + "y";
    }
    return end == 'e' && stem.length() > SHORTEST ? stem.substring(0, last) : stem;
  }
}
