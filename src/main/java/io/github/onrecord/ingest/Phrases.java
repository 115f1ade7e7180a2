package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A list of words and phrases that can be looked for in tokens. A word ending in {@code ~} stands
 * for all its case endings. Immutable.
 */
final class Phrases {

  /** Endings that a Russian or Ukrainian noun or adjective can have after its stem. */
  private static final Set<String> ENDINGS =
      new HashSet<>(
          List.of(
              ("|а|я|у|ю|о|е|є|и|ы|і|ї|й|ь|ом|ем|єм|ой|ей|ою|ею|єю|ію|ією|ов|ев|ів|їв|ам|ям|ами|ями|ах|ях|ові|еві|єві"
                      + "|ий|ый|ій|їй|ая|яя|ого|его|ому|ему|им|ым|ім|їм|их|ых|їх|ими|ыми|ую|юю|ое|ее|ие|ые|ия|ии|ью|ьом|ія|ії|иц|ок|оє|ю|ею|ієй|ьою|ями|тя|тей|ство|ства|ству|ством|стве|стві")
                  .split("\\|", -1)));

  private final Map<String, List<String[]>> byFirst = new HashMap<>();
  private final Set<String> stems = new HashSet<>();
  private int shortest = Integer.MAX_VALUE;

  Phrases(List<String> phrases) {
    for (String phrase : phrases) {
      String[] words = Token.key(phrase.strip()).split(" ", -1);
      if (words.length == 1 && words[0].endsWith("~")) {
        String stem = words[0].substring(0, words[0].length() - 1);
        stems.add(stem);
        shortest = Math.min(shortest, stem.length());
      } else {
        byFirst.computeIfAbsent(first(words[0]), k -> new ArrayList<>()).add(words);
        if (words[0].endsWith("~")) {
          shortest = Math.min(shortest, words[0].length() - 1);
        }
      }
    }
    byFirst.values().forEach(list -> list.sort((a, b) -> Integer.compare(b.length, a.length)));
  }

  private static String first(String word) {
    return word;
  }

  /** How many tokens from {@code i} on are a phrase of this list; 0 when none is. */
  int match(List<Token> tokens, int i) {
    if (i < 0 || i >= tokens.size()) {
      return 0;
    }
    String key = tokens.get(i).key();
    int best = longest(byFirst.get(key), tokens, i);
    for (int length = key.length();
        length >= Math.max(2, Math.min(shortest, key.length()));
        length--) {
      String stem = key.substring(0, length);
      if (!ENDINGS.contains(key.substring(length))) {
        continue;
      }
      best = Math.max(best, longest(byFirst.get(stem + "~"), tokens, i));
      if (best == 0 && stems.contains(stem)) {
        best = 1;
      }
    }
    return best;
  }

  private static int longest(
      @org.jspecify.annotations.Nullable List<String[]> candidates, List<Token> tokens, int i) {
    if (candidates != null) {
      for (String[] words : candidates) {
        if (words.length <= tokens.size() - i && follows(words, tokens, i)) {
          return words.length;
        }
      }
    }
    return 0;
  }

  private static boolean follows(String[] words, List<Token> tokens, int i) {
    for (int w = 1; w < words.length; w++) {
      if (!fits(words[w], tokens.get(i + w).key())) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(String pattern, String key) {
    if (!pattern.endsWith("~")) {
      return pattern.equals(key);
    }
    String stem = pattern.substring(0, pattern.length() - 1);
    return key.startsWith(stem) && ENDINGS.contains(key.substring(stem.length()));
  }

  /** Whether a word, in lower case, is one of this list as it stands. */
  boolean holds(String word) {
    return byFirst.containsKey(word);
  }

  boolean contains(Token token) {
    return match(List.of(token), 0) == 1;
  }

  /** Whether any phrase of the list occurs between two tokens. */
  boolean occursIn(List<Token> tokens, int from, int to) {
    for (int i = from; i < to; i++) {
      int length = match(tokens, i);
      if (length > 0 && i + length <= to) {
        return true;
      }
    }
    return false;
  }

  boolean occursIn(List<Token> tokens) {
    return occursIn(tokens, 0, tokens.size());
  }
}
