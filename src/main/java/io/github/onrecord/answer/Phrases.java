package io.github.onrecord.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Words and phrases by class, found where they begin in a text. Phrases may be listed in the forms
 * given, or in every form of their words.
 */
final class Phrases {
  /** Shorter words are known in the forms listed only: their stems are other words' stems. */
  private static final int INFLECTED = 4;

  /** Longer words in capitals are words, shorter ones acronyms. */
  private static final int ACRONYM = 3;

  /** Words of a class, and how many tokens they are. */
  record Hit(String name, int length) {}

  private record Entry(String name, List<String> words, List<Set<String>> stems) {}

  private final Map<String, List<Entry>> byFirst = new HashMap<>();
  private final Function<String, Set<String>> stems;

  /** An empty list; {@code stems} leads a word to what its forms share. */
  Phrases(Function<String, Set<String>> stems) {
    this.stems = stems;
  }

  void add(String name, List<String> phrases, boolean anyForm) {
    for (String phrase : phrases) {
      List<String> words = List.of(phrase.split(" ", -1));
      List<Set<String>> forms =
          words.stream().map(word -> anyForm ? stemsOf(word) : Set.<String>of()).toList();
      Entry entry = new Entry(name, words, forms);
      put(words.get(0), entry);
      forms.get(0).forEach(stem -> put(stem, entry));
    }
  }

  private void put(String key, Entry entry) {
    byFirst.computeIfAbsent(key, k -> new ArrayList<>()).add(entry);
  }

  private Set<String> stemsOf(String word) {
    return word.length() < INFLECTED ? Set.of() : stems.apply(word);
  }

  /** The longest phrase that begins at {@code i}; the exact form where two are equally long. */
  @Nullable Hit at(List<Token> tokens, int i) {
    return longest(null, tokens, i);
  }

  /** The length of the longest phrase of a class that begins at {@code i}; 0 for none. */
  int at(String name, List<Token> tokens, int i) {
    Hit hit = longest(name, tokens, i);
    return hit == null ? 0 : hit.length();
  }

  private @Nullable Hit longest(@Nullable String name, List<Token> tokens, int i) {
    String first = tokens.get(i).lower();
    Hit best = longest(byFirst.getOrDefault(first, List.of()), name, tokens, i, null);
    for (String stem : stemsOf(first)) {
      best = longest(byFirst.getOrDefault(stem, List.of()), name, tokens, i, best);
    }
    return best;
  }

  private @Nullable Hit longest(
      List<Entry> entries, @Nullable String name, List<Token> tokens, int i, @Nullable Hit sofar) {
    Hit best = sofar;
    for (Entry entry : entries) {
      int length = entry.words().size();
      if ((name == null || name.equals(entry.name()))
          && (best == null || length > best.length())
          && matches(entry, tokens, i)) {
        best = new Hit(entry.name(), length);
      }
    }
    return best;
  }

  private boolean matches(Entry entry, List<Token> tokens, int i) {
    if (i + entry.words().size() > tokens.size()) {
      return false;
    }
    for (int k = 0; k < entry.words().size(); k++) {
      Token token = tokens.get(i + k);
      if (token.type() == Token.Type.CAPITALS && token.lower().length() <= ACRONYM) {
        return false; // «US» is not «us»
      }
      Set<String> forms = entry.stems().get(k);
      if (!token.lower().equals(entry.words().get(k))
          && (forms.isEmpty() || stemsOf(token.lower()).stream().noneMatch(forms::contains))) {
        return false;
      }
    }
    return true;
  }
}
