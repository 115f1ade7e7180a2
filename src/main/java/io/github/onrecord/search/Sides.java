package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import io.github.onrecord.record.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sides on record and how people name them: by name, adjective or people («варданская сторона»,
 * "the Tessarians"), in any alphabet; real states and organisations also by the synonyms of {@code
 * sides.tsv}.
 */
final class Sides {
  /** A side's name must have so many letters in common with an adjective made of it. */
  private static final int SHORTEST_STEM = 4;

  private static final int LONGEST_ABBREVIATION = 4;

  /** Letters that make an adjective or a people of a name: -ian, -sk, -ians, -ets. */
  private static final int LONGEST_SUFFIX = 4;

  /**
   * A side, with all names under which the record has it.
   *
   * @param side how it is shown
   * @param names its names in the index, folded
   * @param keys ways to name it, each the keys of its words
   */
  private record Known(Side side, Set<String> names, Set<List<String>> keys) {}

  private final List<Known> known = new ArrayList<>();
  private final Lexicon lexicon;

  /**
   * A side named in a text.
   *
   * @param from index of its first word
   * @param to index after its last word
   */
  record Found(int from, int to, Side side) {}

  /**
   * @param names the names of sides on record; joint sides with a slash between
   * @param lexicon by which a league is «лига» too
   */
  Sides(Iterable<String> names, Lexicon lexicon) {
    this.lexicon = lexicon;
    Words words = lexicon.words();
    List<List<String>> synonyms = synonyms();
    Map<String, Known> byRow = new LinkedHashMap<>();
    for (String joint : names) {
      for (String name : separate(joint)) {
        add(name, words, synonyms, byRow);
      }
    }
    // A state of the world that nobody on record speaks for is a side all the same: one of whom
    // nothing is on record.
    for (List<String> row : synonyms) {
      if (!byRow.containsKey(row.get(0))) {
        Known side = new Known(new Side(row.get(0)), new LinkedHashSet<>(), new LinkedHashSet<>());
        row.forEach(form -> side.keys().add(keys(words.of(form))));
        known.add(side);
      }
    }
  }

  private void add(
      String name, Words words, List<List<String>> synonyms, Map<String, Known> byRow) {
    String folded = Words.fold(name);
    List<String> keys = keys(words.of(name));
    if (keys.isEmpty()) {
      return;
    }
    for (List<String> row : synonyms) {
      if (row.stream().anyMatch(form -> keys(words.of(form)).equals(keys))) {
        Known side = byRow.get(row.get(0));
        if (side == null) {
          side = new Known(new Side(name), new LinkedHashSet<>(), new LinkedHashSet<>());
          for (String form : row) {
            side.keys().add(keys(words.of(form)));
          }
          byRow.put(row.get(0), side);
          known.add(side);
        }
        side.names().add(folded);
        return;
      }
    }
    for (Known side : known) {
      if (side.keys().stream().anyMatch(other -> same(other, keys))) {
        side.names().add(folded);
        side.keys().add(keys);
        return;
      }
    }
    Known side = new Known(new Side(name), new LinkedHashSet<>(), new LinkedHashSet<>());
    side.names().add(folded);
    side.keys().add(keys);
    known.add(side);
  }

  private static boolean same(List<String> a, List<String> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!named(a.get(i), b.get(i)) && !named(b.get(i), a.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static List<List<String>> synonyms() {
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row : LanguageData.rows("sides.tsv", 3)) {
      List<String> forms = new ArrayList<>();
      row.forEach(cell -> forms.addAll(LanguageData.alternatives(cell)));
      rows.add(forms);
    }
    return rows;
  }

  private static List<String> keys(List<Token> tokens) {
    return tokens.stream().map(Sides::key).toList();
  }

  /** An abbreviation is known by its letters, in capitals: "US" is not "us". */
  private static String key(Token token) {
    String surface = token.surface().replace(".", "");
    boolean abbreviation =
        surface.length() <= LONGEST_ABBREVIATION
            && surface.length() > 1
            && surface.chars().allMatch(Character::isUpperCase);
    return abbreviation ? surface : NameKey.of(token.text());
  }

  /** The single sides of a joint one («Vardania / Ostmark-Lund»). */
  static List<String> separate(String joint) {
    List<String> sides = new ArrayList<>();
    for (String side : joint.split("/", -1)) {
      if (!side.isBlank()) {
        sides.add(side.strip());
      }
    }
    return sides;
  }

  /** Whether anybody on record speaks for a side. */
  boolean onRecord(Side side) {
    return known.stream().anyMatch(k -> k.side().equals(side) && !k.names().isEmpty());
  }

  /** All names under which the index has a side, folded. */
  Set<String> names(Side side) {
    for (Known candidate : known) {
      if (candidate.side().equals(side)) {
        return candidate.names().isEmpty() ? Set.of(Words.fold(side.name())) : candidate.names();
      }
    }
    return Set.of(Words.fold(side.name()));
  }

  /** The sides named in a text, in order. */
  List<Found> in(List<Token> tokens) {
    List<String> keys = keys(tokens);
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at < keys.size()) {
      Found longest = null;
      for (Known side : known) {
        for (List<String> name : side.keys()) {
          int length = matched(keys, at, name);
          if (length > 0
              && (length == name.size() || (onlySide(name.get(0)) && tokens.get(at).capital()))
              && !tooShort(tokens.get(at), name.get(0))
              && (longest == null || at + length > longest.to())) {
            longest = new Found(at, at + length, side.side());
          }
        }
      }
      if (longest == null && tokens.get(at).capital()) {
        longest = byLastWord(tokens.get(at), keys.get(at), at);
      }
      if (longest != null) {
        found.add(longest);
        at = longest.to();
      } else {
        at++;
      }
    }
    return found;
  }

  /** Whether a word in small Latin letters has too little in common with a name: took, Tokyo. */
  private static boolean tooShort(Token token, String name) {
    return name.length() < SHORTEST_STEM && !token.capital() && !token.cyrillic();
  }

  /** A side called by the last word of its name alone: "the Alliance", «союз». */
  private @Nullable Found byLastWord(Token token, String key, int at) {
    Set<String> concepts = concepts(token);
    Found found = null;
    for (Known side : known) {
      if (side.names().isEmpty()) {
        continue;
      }
      boolean called =
          side.keys().stream()
              .anyMatch(
                  name ->
                      name.size() > 1
                          && key.length() >= SHORTEST_STEM
                          && named(name.get(name.size() - 1), key));
      if (called || (!concepts.isEmpty() && meant(side, concepts))) {
        if (found != null) {
          return null;
        }
        found = new Found(at, at + 1, side.side());
      }
    }
    return found;
  }

  /** Whether the last word of a side's name means one of these concepts: League, «лига». */
  private boolean meant(Known side, Set<String> concepts) {
    for (String name : side.names()) {
      List<Token> words = lexicon.words().of(name);
      if (words.size() > 1
          && concepts(words.get(words.size() - 1)).stream().anyMatch(concepts::contains)) {
        return true;
      }
    }
    return false;
  }

  private Set<String> concepts(Token token) {
    Set<String> concepts = new HashSet<>();
    for (Language language :
        token.cyrillic()
            ? List.of(Language.RUSSIAN, Language.UKRAINIAN)
            : List.of(Language.ENGLISH)) {
      lexicon
          .find(List.of(lexicon.forms().of(token.text(), language).stems()), language)
          .forEach(hit -> concepts.add(hit.concept()));
    }
    return concepts;
  }

  /** Whether the first word of a name belongs to one side only. */
  private boolean onlySide(String first) {
    return first.length() >= SHORTEST_STEM
        && known.stream()
                .filter(side -> !side.names().isEmpty())
                .filter(side -> side.keys().stream().anyMatch(name -> name.get(0).equals(first)))
                .count()
            == 1;
  }

  /** How many words of a name stand at a place, from its first on. */
  private static int matched(List<String> keys, int at, List<String> name) {
    int length = 0;
    while (length < name.size()
        && at + length < keys.size()
        && named(name.get(length), keys.get(at + length))) {
      length++;
    }
    return length;
  }

  /** Whether a word is a name or an adjective or people made of it. */
  private static boolean named(String name, String word) {
    if (word.equals(name)) {
      return true;
    }
    String stem = name;
    while (stem.length() > SHORTEST_STEM && "aeiou".indexOf(stem.charAt(stem.length() - 1)) >= 0) {
      stem = stem.substring(0, stem.length() - 1);
    }
    if (name.endsWith("ian") && name.length() > SHORTEST_STEM + 2) {
      stem = name.substring(0, name.length() - 2); // Meridian, «меридийский»
    }
    return stem.length() >= SHORTEST_STEM
        && word.startsWith(stem)
        && word.length() - stem.length() <= LONGEST_SUFFIX;
  }
}
