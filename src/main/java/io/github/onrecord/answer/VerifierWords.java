package io.github.onrecord.answer;

import io.github.onrecord.record.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier knows of a language, read from {@code /language/<code>/verifier-*.txt}.
 * Immutable.
 */
final class VerifierWords {
  /** Words with force; those of the first two files are known in every form. */
  private static final List<String> FORCE = List.of("negations", "modals", "limits");

  private static final String LISTED = "limits";

  /** Shorter words are known in the forms listed only: their stems are other words' stems. */
  private static final int INFLECTED = 4;

  /** Longer words in capitals are words, shorter ones acronyms. */
  private static final int ACRONYM = 3;

  /** Words that mean something of their own kind, and how many tokens they are. */
  record Hit(String name, int length) {}

  private final Language language;
  private final Map<String, Map<String, List<List<String>>>> classes = new HashMap<>();
  private final Map<String, List<List<String>>> force = new LinkedHashMap<>();
  private final Set<String> inflected = new HashSet<>();
  private final Map<String, List<String>> forms = new HashMap<>();
  private final Stems stems;

  private VerifierWords(Language language) {
    this.language = language;
    Map<String, List<String>> endings = read(language, "endings");
    this.stems = new Stems(language, endings);
    for (String file : FORCE) {
      Map<String, List<String>> lists = read(language, file);
      lists.forEach((name, words) -> force.put(name, phrases(words)));
      if (!file.equals(LISTED)) {
        inflected.addAll(lists.keySet());
      }
    }
    for (String file : List.of("neutral", "reporting", "persons", "numerals", "calendar")) {
      Map<String, List<List<String>>> lists = new LinkedHashMap<>();
      read(language, file).forEach((name, words) -> lists.put(name, phrases(words)));
      classes.put(file, lists);
    }
    classes.put("letters", new HashMap<>());
    read(language, "letters")
        .forEach((name, words) -> list("letters").put(name, List.of(List.copyOf(words))));
    read(language, "forms")
        .forEach(
            (usual, others) ->
                others.forEach(other -> forms.put(other, List.of(usual.split(" ", -1)))));
  }

  /** The words of all languages in which answers are written. */
  static Map<Language, VerifierWords> load() {
    Map<Language, VerifierWords> all = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      if (language != Language.OTHER) {
        all.put(language, new VerifierWords(language));
      }
    }
    return Collections.unmodifiableMap(all);
  }

  Language language() {
    return language;
  }

  Stems stems() {
    return stems;
  }

  /** Whether a letter, in lower case, is one of the language's. */
  boolean letter(char letter) {
    return list("letters")
            .getOrDefault("letters", List.of(List.of("")))
            .get(0)
            .get(0)
            .indexOf(letter)
        >= 0;
  }

  /** Spells out contractions and replaces irregular forms by the usual one. */
  List<Token> usual(List<Token> tokens) {
    List<Token> usual = new ArrayList<>(tokens.size());
    for (Token token : tokens) {
      List<String> words = token.type() == Token.Type.WORD ? forms.get(token.lower()) : null;
      if (words == null) {
        usual.add(token);
      } else {
        for (String word : words) {
          usual.add(new Token(word.equals(words.get(0)) ? token.text() : word, word, token.type()));
        }
      }
    }
    return usual;
  }

  /** The length of the longest phrase of a class that begins at {@code i}; 0 for none. */
  int at(String file, String name, List<Token> tokens, int i) {
    int longest = 0;
    for (List<String> phrase : list(file).getOrDefault(name, List.of())) {
      if (phrase.size() > longest && matches(phrase, tokens, i, false)) {
        longest = phrase.size();
      }
    }
    return longest;
  }

  /** Whether a single word belongs to a class. */
  boolean has(String file, String name, Token token) {
    return at(file, name, List.of(token), 0) == 1;
  }

  /** The class of the longest word or phrase with force that begins at {@code i}, in any form. */
  @Nullable Hit force(List<Token> tokens, int i) {
    return longest(force, tokens, i);
  }

  /** The value of a word for a number, or the key of a month or weekday. */
  @Nullable Hit value(String file, List<Token> tokens, int i) {
    return longest(list(file), tokens, i);
  }

  private @Nullable Hit longest(Map<String, List<List<String>>> lists, List<Token> tokens, int i) {
    Hit best = null;
    for (Map.Entry<String, List<List<String>>> entry : lists.entrySet()) {
      for (List<String> phrase : entry.getValue()) {
        boolean better =
            best == null
                || phrase.size() > best.length()
                || (phrase.size() == best.length()
                    && phrase.size() == 1
                    && phrase.get(0).equals(tokens.get(i).lower()));
        if (better && matches(phrase, tokens, i, inflected.contains(entry.getKey()))) {
          best = new Hit(entry.getKey(), phrase.size());
        }
      }
    }
    return best;
  }

  private boolean matches(List<String> phrase, List<Token> tokens, int i, boolean anyForm) {
    if (i + phrase.size() > tokens.size()) {
      return false;
    }
    for (int k = 0; k < phrase.size(); k++) {
      Token token = tokens.get(i + k);
      if (token.type() == Token.Type.CAPITALS && token.text().length() <= ACRONYM) {
        return false; // «US» is not «us»
      }
      String word = phrase.get(k);
      boolean form = anyForm && word.length() >= INFLECTED && stems.same(token.lower(), word);
      if (!form && !token.lower().equals(word)) {
        return false;
      }
    }
    return true;
  }

  private Map<String, List<List<String>>> list(String file) {
    return classes.computeIfAbsent(file, f -> new HashMap<>());
  }

  private static List<List<String>> phrases(List<String> words) {
    return words.stream()
        .map(word -> List.of(word.split(" ", -1)))
        .sorted(Comparator.comparing((List<String> phrase) -> phrase.size()).reversed())
        .toList();
  }

  private static Map<String, List<String>> read(Language language, String file) {
    String name = "/language/" + language.code() + "/verifier-" + file + ".txt";
    Map<String, Set<String>> lines = new TreeMap<>();
    try (InputStream in = VerifierWords.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The program was packed without " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().toList()) {
        if (line.isBlank() || line.startsWith("#")) {
          continue;
        }
        int colon = line.indexOf(": ");
        if (colon <= 0) {
          throw new IllegalStateException(name + " has a line without \"class: words\": " + line);
        }
        Set<String> words =
            lines.computeIfAbsent(line.substring(0, colon), key -> new LinkedHashSet<>());
        for (String word : line.substring(colon + 2).split(",", -1)) {
          words.add(Token.normal(word.strip()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, List<String>> lists = new LinkedHashMap<>();
    lines.forEach((key, words) -> lists.put(key, List.copyOf(words)));
    return lists;
  }
}
