package io.github.onrecord.answer;

import io.github.onrecord.answer.Phrases.Hit;
import io.github.onrecord.record.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier knows of a language, read from {@code /language/<code>/verifier-*.txt}.
 * Immutable.
 */
final class VerifierWords {
  /** Letters that a verb keeps before an ending of the past. */
  private static final int PAST = 3;

  private final Language language;
  private final TermBridge bridge;
  private final Map<String, Phrases> lists = new HashMap<>();
  private final Phrases force;
  private final Map<String, List<String>> contractions = new HashMap<>();
  private final String letters;
  private final List<String> past;

  private VerifierWords(Language language, TermBridge bridge) {
    this.language = language;
    this.bridge = bridge;
    this.force = new Phrases(this::stems);
    read("negations").forEach((name, words) -> force.add(name, words, true));
    read("modals").forEach((name, words) -> force.add(name, words, true));
    read("limits").forEach((name, words) -> force.add(name, words, false));
    for (String file : List.of("neutral", "reporting", "persons", "numerals", "calendar")) {
      Phrases list = new Phrases(this::stems);
      read(file).forEach((name, words) -> list.add(name, words, false));
      lists.put(file, list);
    }
    this.letters = String.join("", read("letters").getOrDefault("letters", List.of()));
    this.past = read("past").getOrDefault("past", List.of());
    read("forms")
        .forEach(
            (usual, written) ->
                written.forEach(word -> contractions.put(word, List.of(usual.split(" ", -1)))));
  }

  /** The words of all languages in which answers are written. */
  static Map<Language, VerifierWords> load(TermBridge bridge) {
    Map<Language, VerifierWords> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      if (language != Language.OTHER) {
        all.put(language, new VerifierWords(language, bridge));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  Language language() {
    return language;
  }

  /** A word's stems, which it shares with its other forms. */
  private Set<String> stems(String word) {
    return bridge.terms(word, language).stream()
        .filter(key -> !key.startsWith(TermBridge.CONCEPT) && !key.startsWith(TermBridge.SOUND))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether a word ends as verbs of the past do; false in languages whose endings don't tell. */
  boolean past(String word) {
    return past.stream()
        .anyMatch(ending -> word.endsWith(ending) && word.length() >= PAST + ending.length());
  }

  /** Whether a letter, in lower case, is one of the language's. */
  boolean letter(char letter) {
    return letters.contains(Token.normal(String.valueOf(letter)));
  }

  /** Spells out contractions. */
  List<Token> spelledOut(List<Token> tokens) {
    List<Token> all = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      List<String> words = contractions.get(token.lower());
      if (words == null) {
        all.add(token);
      } else {
        words.forEach(word -> all.add(new Token(word, word, Token.Type.WORD)));
      }
    }
    return all;
  }

  /** The length of the longest phrase of a class that begins at {@code i}; 0 for none. */
  int at(String file, String name, List<Token> tokens, int i) {
    Phrases list = lists.get(file);
    return list == null ? 0 : list.at(name, tokens, i);
  }

  /** Whether a single word belongs to a class. */
  boolean has(String file, String name, Token token) {
    return at(file, name, List.of(token), 0) == 1;
  }

  /** The class of the longest word or phrase with force that begins at {@code i}. */
  @Nullable Hit force(List<Token> tokens, int i) {
    return force.at(tokens, i);
  }

  /** The value of a word for a number, or the key of a month or weekday. */
  @Nullable Hit value(String file, List<Token> tokens, int i) {
    Phrases list = lists.get(file);
    return list == null ? null : list.at(tokens, i);
  }

  private Map<String, List<String>> read(String file) {
    String name = "/language/" + language.code() + "/verifier-" + file + ".txt";
    Map<String, List<String>> classes = new TreeMap<>();
    try (InputStream in = VerifierWords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program was packed without " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        int colon = line.indexOf(": ");
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        if (colon <= 0) {
          throw new IllegalStateException(name + " has a line without \"class: words\": " + line);
        }
        List<String> words =
            classes.computeIfAbsent(line.substring(0, colon), key -> new ArrayList<>());
        for (String word : line.substring(colon + 2).split(",", -1)) {
          words.add(Token.normal(word.strip()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return classes;
  }
}
