package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares an office as a text words it with one that a person is known to hold. */
final class OfficeLikeness {
  private OfficeLikeness() {}

  /** How well an office phrase fits an office that a person holds; 0 when it doesn't. */
  static double of(OfficePhrase phrase, Person.Office office) {
    Set<String> asked = new HashSet<>(phrase.keys());
    if (asked.isEmpty()) {
      return 0;
    }
    List<String> held = withTitles(office.keys());
    for (String key : asked) {
      if (!held.contains(key)) {
        return 0;
      }
    }
    if (deputy(held) && !deputy(phrase.keys())) {
      return 0;
    }
    if (phrase.side() != null
        && office.side() != null
        && !Scene.sameSide(phrase.side(), office.side())) {
      return 0;
    }
    return 1 + (double) asked.size() / Math.max(1, held.size());
  }

  /** The head of a foreign ministry is called its minister. */
  private static List<String> withTitles(List<String> keys) {
    boolean foreign = keys.stream().anyMatch(key -> key.matches("мид|мзс|дипло"));
    boolean head = keys.stream().anyMatch(key -> key.matches("глав.|голов|керів|руков|шеф|очіль"));
    if (!foreign || !head) {
      return keys;
    }
    List<String> more = new ArrayList<>(keys);
    more.addAll(List.of("минис", "мініс"));
    return more;
  }

  private static boolean deputy(List<String> keys) {
    return keys.stream()
        .anyMatch(key -> key.matches("deput|vice.*|under|замес|зам.{0,5}|засту|вице.*|віце.*"));
  }
}
