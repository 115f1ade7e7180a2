package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Side;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.util.BytesRef;

/** Who is on record: officials with their names and capacities, and sides. Immutable. */
final class Roster {
  /**
   * An official as questions name people.
   *
   * @param official the person
   * @param given keys of all words of the names but the last
   * @param surnames keys of the last words of the names
   * @param roles the index terms of each capacity on record
   * @param sides the sides they spoke for, as the record names them
   */
  record Person(
      Official official,
      Set<String> given,
      Set<String> surnames,
      List<Role> roles,
      Set<String> sides) {}

  /** A capacity: its terms, and how many words it has beside those of its side. */
  record Role(Set<String> terms, int words) {}

  private static final int NEAREST_NAMES = 3;

  /** Letters that names begin with to be called alike. */
  private static final int ALIKE = 4;

  private final List<Person> people;
  private final Map<String, List<Person>> bySurname = new LinkedHashMap<>();
  private final Set<String> roleTerms = new LinkedHashSet<>();
  private final Sides sides;

  private Roster(List<Person> people, Sides sides) {
    this.people = List.copyOf(people);
    this.sides = sides;
    for (Person person : people) {
      for (String surname : person.surnames()) {
        bySurname.computeIfAbsent(surname, key -> new ArrayList<>()).add(person);
      }
      person.roles().forEach(role -> roleTerms.addAll(role.terms()));
    }
  }

  /** The sides that officials on record speak for, unless there are more than {@code most}. */
  List<Side> fewSides(int most) {
    List<Side> all =
        people.stream()
            .flatMap(person -> Stream.ofNullable(person.official().side()))
            .distinct()
            .toList();
    return all.size() > most ? List.of() : all;
  }

  /** Reads the roster: officials from the record, capacities and sides from the index. */
  static Roster of(List<Official> officials, SearcherManager searchers, Analysis analysis)
      throws IOException {
    Map<Long, Set<String>> roles = new LinkedHashMap<>();
    Map<Long, Set<String>> sidesOf = new LinkedHashMap<>();
    Set<String> sides = new LinkedHashSet<>();
    IndexSearcher searcher = searchers.acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Terms cast = leaf.reader().terms(Fields.CAST);
        if (cast == null) {
          continue;
        }
        TermsEnum terms = cast.iterator();
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
          String[] parts = term.utf8ToString().split(String.valueOf(Fields.UNIT_SEPARATOR), -1);
          if (!parts[1].isEmpty()) {
            sides.add(parts[1]);
          }
          if (!parts[0].isEmpty()) {
            long official = Long.parseLong(parts[0]);
            roles.computeIfAbsent(official, key -> new LinkedHashSet<>()).add(parts[2]);
            sidesOf.computeIfAbsent(official, key -> new LinkedHashSet<>()).add(parts[1]);
          }
        }
      }
    } finally {
      searchers.release(searcher);
    }
    List<Person> people = new ArrayList<>();
    for (Official official : officials) {
      Set<String> own = roles.getOrDefault(official.id(), new LinkedHashSet<>());
      official.posts().stream().map(Post::role).forEach(own::add);
      own.remove("");
      Set<String> ownSides = sidesOf.getOrDefault(official.id(), new LinkedHashSet<>());
      if (official.side() != null) {
        sides.add(official.side().name());
        ownSides.add(official.side().name());
      }
      people.add(person(official, own, ownSides, analysis));
    }
    return new Roster(people, new Sides(sides, analysis.lexicon()));
  }

  private static Person person(
      Official official, Set<String> roles, Set<String> sides, Analysis analysis) {
    Set<String> given = new LinkedHashSet<>();
    Set<String> surnames = new LinkedHashSet<>();
    List<String> names = new ArrayList<>(official.aliases());
    names.add(official.name());
    for (String name : names) {
      List<Token> tokens = analysis.lexicon().words().of(name);
      for (int i = 0; i < tokens.size(); i++) {
        String key = NameKey.of(tokens.get(i).text());
        if (key.length() > 1 || i < tokens.size() - 1) {
          (i == tokens.size() - 1 ? surnames : given).add(key);
        }
      }
    }
    List<Role> terms = new ArrayList<>();
    for (String role : roles) {
      terms.add(role(role, sides, analysis));
    }
    return new Person(official, given, surnames, terms, sides);
  }

  private static Role role(String role, Set<String> sides, Analysis analysis) {
    List<Token> tokens = analysis.lexicon().words().of(role);
    boolean cyrillic = !tokens.isEmpty() && tokens.get(0).cyrillic();
    Set<String> terms = new LinkedHashSet<>();
    for (Language language :
        cyrillic ? List.of(Language.RUSSIAN, Language.UKRAINIAN) : List.of(Language.ENGLISH)) {
      terms.addAll(analysis.terms(role, language));
    }
    String own = String.join(" ", sides);
    Set<String> known = new LinkedHashSet<>();
    analysis.lexicon().words().of(own).forEach(word -> known.add(NameKey.of(word.text())));
    long words =
        tokens.stream()
            .filter(token -> !analysis.stops().contains(token.text(), List.of(), Language.ENGLISH))
            .filter(token -> known.stream().noneMatch(side -> ofSide(token, side)))
            .count();
    return new Role(terms, (int) words);
  }

  /** Whether a word of an office only says of which side: "Prime Minister of Drovia". */
  private static boolean ofSide(Token word, String side) {
    String key = NameKey.of(word.text());
    return side.length() >= ALIKE && key.startsWith(side.substring(0, ALIKE)) && word.capital();
  }

  List<Person> people() {
    return people;
  }

  Sides sides() {
    return sides;
  }

  /** Whether a term stands in some capacity on record. */
  boolean inRole(String term) {
    return roleTerms.contains(term);
  }

  /** Names on record that resemble names that aren't, best first. */
  List<String> nearestNames(List<String> unknown) {
    Set<String> nearest = new LinkedHashSet<>();
    for (String name : unknown) {
      for (String word : name.split(" ", -1)) {
        String key = NameKey.of(Words.fold(word));
        for (Person person : people) {
          if (person.surnames().stream().anyMatch(surname -> alike(surname, key))) {
            nearest.add(person.official().name());
          }
        }
      }
    }
    return nearest.stream().limit(NEAREST_NAMES).toList();
  }

  private static boolean alike(String surname, String key) {
    int common = 0;
    while (common < Math.min(surname.length(), key.length())
        && surname.charAt(common) == key.charAt(common)) {
      common++;
    }
    return common >= ALIKE || NameKey.consonants(surname).equals(NameKey.consonants(key));
  }

  /** The officials whose surname has this key. */
  List<Person> bySurname(String key) {
    return bySurname.getOrDefault(key, List.of());
  }

  /** The officials whose surname's key differs from this one by one letter. */
  List<Person> bySimilarSurname(String key) {
    Set<Person> similar = new LinkedHashSet<>();
    bySurname.forEach(
        (surname, owners) -> {
          if (surname.charAt(0) == key.charAt(0) && NameKey.near(surname, key)) {
            similar.addAll(owners);
          }
        });
    return List.copyOf(similar);
  }
}
