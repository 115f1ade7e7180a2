package io.github.onrecord.ingest;

import io.github.onrecord.record.Language;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How alike two wordings are, in one language or across two: 0 for nothing shared, 1 for all. */
final class Likeness {
  /** Shorter words carry grammar rather than sense. */
  private static final int SENSE = 4;

  /** Words that agree in so many letters are taken for forms of one. */
  private static final int STEM = 5;

  /** Fewer shared meanings prove nothing. */
  private static final int LEAST_SHARED = 3;

  private final WordMeanings meanings;

  Likeness(WordMeanings meanings) {
    this.meanings = meanings;
  }

  /**
   * How much of the shorter wording stands in the longer one. A shortened reprint is as alike as
   * the whole; fewer than three words are alike only when they are the same.
   */
  double of(String a, Language languageOfA, String b, Language languageOfB) {
    List<String> x = words(a);
    List<String> y = words(b);
    if (x.isEmpty() || y.isEmpty()) {
      return 0;
    }
    if (x.equals(y)) {
      return 1;
    }
    return languageOfA == languageOfB ? sameLanguage(x, y) : across(x, languageOfA, y, languageOfB);
  }

  private static double sameLanguage(List<String> x, List<String> y) {
    List<String> shorter = x.size() <= y.size() ? x : y;
    List<String> rest = new ArrayList<>(x.size() <= y.size() ? y : x);
    if (shorter.size() < LEAST_SHARED) {
      return 0;
    }
    int shared = 0;
    for (String word : shorter) {
      if (rest.remove(word)) {
        shared++;
      }
    }
    return (double) shared / shorter.size();
  }

  private double across(
      List<String> x, Language languageOfX, List<String> y, Language languageOfY) {
    List<Set<String>> shorter = senses(x, languageOfX);
    List<Set<String>> longer = senses(y, languageOfY);
    if (shorter.size() > longer.size()) {
      List<Set<String>> swap = shorter;
      shorter = longer;
      longer = swap;
    }
    int shared = 0;
    for (Set<String> sense : shorter) {
      if (longer.stream().anyMatch(other -> other.stream().anyMatch(sense::contains))) {
        shared++;
      }
    }
    return shared < LEAST_SHARED ? 0 : (double) shared / shorter.size();
  }

  /** How much of what a wording speaks of, its longer words, is spoken of in another text. */
  double matter(String wording, Language language, String text, Language languageOfText) {
    List<String> spoken =
        words(wording).stream().filter(w -> w.length() >= SENSE).distinct().toList();
    if (spoken.isEmpty()) {
      return 0;
    }
    if (language != languageOfText) {
      List<Set<String>> here = senses(spoken, language);
      List<Set<String>> there = senses(words(text), languageOfText);
      long shared =
          here.stream()
              .filter(s -> there.stream().anyMatch(o -> o.stream().anyMatch(s::contains)))
              .count();
      return here.isEmpty() ? 0 : (double) shared / here.size();
    }
    Set<String> stems = words(text).stream().map(Likeness::stem).collect(Collectors.toSet());
    long shared = spoken.stream().filter(w -> stems.contains(stem(w))).count();
    return (double) shared / spoken.size();
  }

  private static String stem(String word) {
    return word.length() > STEM ? word.substring(0, STEM) : word;
  }

  private List<Set<String>> senses(List<String> words, Language language) {
    List<Set<String>> senses = new ArrayList<>();
    for (String word : words) {
      if (Character.isDigit(word.charAt(0))) {
        senses.add(Set.of(word));
      } else if (word.length() >= SENSE) {
        Set<String> keys = new HashSet<>(meanings.of(word, language));
        if (!keys.isEmpty()) {
          senses.add(keys);
        }
      }
    }
    return senses;
  }

  private static List<String> words(String text) {
    return text.isEmpty()
        ? List.of()
        : Token.of(text, new Span(0, text.length())).stream()
            .filter(t -> t.type() != Token.Type.MARK)
            .map(Token::key)
            .toList();
  }
}
