package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The people whom one document names, found again under every form of their names. */
final class Cast {
  private final Map<String, List<Person>> bySurname = new HashMap<>();
  private final Set<Person> people = new LinkedHashSet<>();

  /**
   * A name in the text.
   *
   * @param people who may be meant; more than one when a surname is shared
   * @param words how many tokens it takes
   * @param full whether a given name or initial stands with it
   */
  record NameMatch(List<Person> people, int words, boolean full) {
    NameMatch {
      people = List.copyOf(people);
    }
  }

  Set<Person> people() {
    return people;
  }

  /** Adds a person, or another form of one who is there already. */
  Person add(String first, String last, boolean nominative) {
    for (Person person : bearing(Token.key(last))) {
      if (first.isEmpty()
          || person.first().isEmpty()
          || sameFirst(Token.key(first), Token.key(person.first()))) {
        person.seenAs(first, last, nominative);
        index(person, last);
        return person;
      }
    }
    Person person = new Person(first, last, nominative);
    people.add(person);
    index(person, last);
    return person;
  }

  private void index(Person person, String last) {
    Set<String> stems = new LinkedHashSet<>(Names.stems(Token.key(last)));
    int hyphen = last.indexOf('-');
    if (hyphen > 2) {
      stems.add(Token.key(last));
    }
    for (String stem : stems) {
      List<Person> bearers = bySurname.computeIfAbsent(stem, k -> new ArrayList<>());
      if (!bearers.contains(person)) {
        bearers.add(person);
      }
    }
  }

  private static boolean sameFirst(String a, String b) {
    String x = a.replace(".", "");
    String y = b.replace(".", "");
    if (x.length() == 1 || y.length() == 1) {
      return x.charAt(0) == y.charAt(0);
    }
    return Names.same(firstWord(x), firstWord(y));
  }

  private static String firstWord(String name) {
    int space = name.indexOf(' ');
    return space < 0 ? name : name.substring(0, space);
  }

  /** Everybody who bears a surname, in any case. */
  List<Person> bearing(String surname) {
    Map<Person, Boolean> found = new LinkedHashMap<>();
    for (String stem : Names.stems(surname)) {
      for (Person person : bySurname.getOrDefault(stem, List.of())) {
        if (Names.same(surname, Token.key(person.last()))) {
          found.put(person, true);
        }
      }
    }
    return List.copyOf(found.keySet());
  }

  /** The name, full or surname alone, that begins at a token; null when none does. */
  @Nullable NameMatch nameAt(List<Token> tokens, int i) {
    NameMatch full = fullNameAt(tokens, i);
    if (full != null) {
      return full;
    }
    Token token = tokens.get(i);
    if (!token.capital()) {
      return null;
    }
    List<Person> bearers = bearing(token.key());
    return bearers.isEmpty() ? null : new NameMatch(bearers, 1, false);
  }

  /** A given name or initials with a surname that begin at a token; null when none do. */
  @Nullable NameMatch fullNameAt(List<Token> tokens, int i) {
    if (!tokens.get(i).capital()) {
      return null;
    }
    for (int last = Math.min(i + 3, tokens.size() - 1); last > i; last--) {
      if (!allName(tokens, i, last)) {
        continue;
      }
      String first = tokens.get(i).key();
      for (Person person : bearing(tokens.get(last).key())) {
        if (!person.first().isEmpty() && sameFirst(first, Token.key(person.first()))) {
          return new NameMatch(List.of(person), last - i + 1, true);
        }
      }
    }
    return null;
  }

  private static boolean allName(List<Token> tokens, int from, int last) {
    for (int k = from + 1; k <= last; k++) {
      Token token = tokens.get(k);
      boolean particle = k < last && NameFinder.PARTICLES.contains(token.key());
      if ((!token.capital() && !particle) || tokens.get(k).start() - tokens.get(k - 1).end() > 1) {
        return false;
      }
    }
    return true;
  }
}
