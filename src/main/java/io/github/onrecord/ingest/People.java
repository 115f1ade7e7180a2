package io.github.onrecord.ingest;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Post;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The people of the record beside the people of a document: one person in three alphabets is one,
 * two who share a surname stay two.
 */
final class People implements KnownPeople {
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(Official official, List<Name> names) {}

  /** A name in the key that the three languages share. */
  private record Name(String first, String last, String written) {
    static Name of(String written) {
      String clean = written.strip();
      int space = clean.lastIndexOf(' ');
      int dot = clean.lastIndexOf('.');
      int cut = Math.max(space, dot);
      return new Name(
          cut < 0 ? "" : Names.key(clean.substring(0, cut)),
          Names.key(clean.substring(cut + 1)),
          clean);
    }
  }

  People(List<Official> officials) {
    for (Official official : officials) {
      List<Name> names = new ArrayList<>();
      names.add(Name.of(official.name()));
      official.aliases().forEach(alias -> names.add(Name.of(alias)));
      entries.add(new Entry(official, names));
    }
  }

  /**
   * Puts those officials into a cast whose written surname, in any form on record, is in the text.
   */
  void introduce(Cast cast, String text) {
    Map<String, Boolean> words = new HashMap<>();
    List<Token> tokens =
        Token.of(text, new io.github.onrecord.record.Span(0, Math.max(1, text.length())));
    for (Token token : tokens) {
      if (token.capital()) {
        Names.stems(token.key()).forEach(stem -> words.put(stem, true));
      }
    }
    for (Entry entry : entries) {
      for (Name name : entry.names()) {
        String last = name.written().substring(name.written().lastIndexOf(' ') + 1);
        String first =
            name.written().equals(last)
                ? ""
                : name.written().substring(0, name.written().length() - last.length()).strip();
        if (Names.stems(Token.key(last)).stream()
                .anyMatch(stem -> stem.length() >= 3 && words.containsKey(stem))
            && !first.isEmpty()) {
          cast.add(first, last, true).known(entry.official());
        }
      }
    }
    inOtherLetters(cast, tokens);
  }

  /** Finds officials of the record whose given name and surname stand there in other letters. */
  private void inOtherLetters(Cast cast, List<Token> tokens) {
    for (int k = 0; k + 1 < tokens.size(); k++) {
      Token given = tokens.get(k);
      Token surname = tokens.get(k + 1);
      boolean pair = given.capital() && surname.capital() && surname.start() - given.end() == 1;
      if (!pair || !Names.cyrillic(given.key()) || given.text().length() < 3) {
        continue;
      }
      boolean woman = given.key().matches(".*[аяыиіїуюєеой]");
      for (boolean bent : new boolean[] {false, true}) {
        String first = bent ? Names.firstNominative(given.text(), woman) : given.text();
        String last = bent ? Names.lastNominative(surname.text(), woman) : surname.text();
        Official official = match(first, last);
        if (official != null && !official.name().isEmpty()) {
          cast.add(first, last, true).known(official);
          break;
        }
      }
    }
  }

  /** Links people of a document to officials of the record. */
  void recognise(Cast cast) {
    for (Person person : cast.people()) {
      if (person.known() == null && !person.isPrivate()) {
        Official official = match(person.first(), person.last());
        if (official == null && !person.nominative()) {
          boolean woman = person.gender() == Gender.WOMAN;
          official =
              match(
                  Names.firstNominative(person.first(), woman),
                  Names.lastNominative(person.last(), woman));
        }
        if (official != null) {
          person.known(official);
        }
      }
    }
  }

  private @Nullable Official match(String given, String surname) {
    String first = Names.key(given.replaceAll("(\\p{L})\\..*", "$1"));
    String last = Names.key(surname);
    Official best = null;
    int bestDistance = Integer.MAX_VALUE;
    boolean tie = false;
    for (Entry entry : entries) {
      int distance = Integer.MAX_VALUE;
      for (Name name : entry.names()) {
        distance = Math.min(distance, distance(first, last, name));
      }
      if (distance < bestDistance) {
        best = entry.official();
        bestDistance = distance;
        tie = false;
      } else if (distance == bestDistance && distance < Integer.MAX_VALUE) {
        tie = true;
      }
    }
    return tie ? null : best;
  }

  /** How far a name is from one on record; the largest number when it is another's. */
  private static int distance(String first, String last, Name name) {
    int surname = Names.distance(last, name.last());
    if (surname > 1 && sameConsonants(last, name.last())) {
      surname = 1;
    }
    int longest = Math.max(last.length(), name.last().length());
    if (surname > Math.max(1, longest / 4) || (longest < 4 && surname > 0)) {
      return Integer.MAX_VALUE;
    }
    if (first.isEmpty()) {
      return name.first().isEmpty() || surname > 1
          ? surname > 1 ? Integer.MAX_VALUE : surname
          : surname;
    }
    if (name.first().isEmpty()) {
      return Integer.MAX_VALUE;
    }
    if (first.length() == 1 || name.first().length() == 1) {
      return first.charAt(0) == name.first().charAt(0) ? surname + 1 : Integer.MAX_VALUE;
    }
    String a = firstWord(first);
    String b = firstWord(name.first());
    int given = Names.distance(a, b);
    int allowed = Math.max(1, Math.max(a.length(), b.length()) / 3);
    return given > allowed ? Integer.MAX_VALUE : surname + given;
  }

  /** Vowels are what alphabets disagree about. */
  private static boolean sameConsonants(String a, String b) {
    String x = a.replaceAll("[aeiou]", "");
    return x.length() >= 4 && x.equals(b.replaceAll("[aeiou]", ""));
  }

  private static String firstWord(String words) {
    int space = words.indexOf(' ');
    return space < 0 ? words : words.substring(0, space);
  }

  @Override
  public @Nullable Person byOffice(OfficePhrase phrase, Cast cast) {
    if (phrase.side() == null || phrase.keys().isEmpty()) {
      return null;
    }
    Official only = null;
    for (Entry entry : entries) {
      Official official = entry.official();
      if (official.side() == null || !Scene.sameSide(official.side().name(), phrase.side())) {
        continue;
      }
      for (Post post : official.posts()) {
        List<String> held = new ArrayList<>();
        for (Token token :
            Token.of(post.role(), new io.github.onrecord.record.Span(0, post.role().length()))) {
          held.add(OfficeWords.key(token));
        }
        if (post.to() == null && held.containsAll(phrase.keys())) {
          if (only != null && !only.equals(official)) {
            return null;
          }
          only = official;
        }
      }
    }
    if (only == null) {
      return null;
    }
    int space = only.name().lastIndexOf(' ');
    Person person =
        cast.add(
            space < 0 ? "" : only.name().substring(0, space),
            only.name().substring(space + 1),
            true);
    person.known(only);
    return person;
  }
}
