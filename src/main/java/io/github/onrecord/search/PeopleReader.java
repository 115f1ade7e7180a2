package io.github.onrecord.search;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whom a question asks about: officials by name or office, sides, or somebody who is not
 * on record. People and sides that are spoken about, not asked about, stay in the topic.
 */
final class PeopleReader {
  /** Shorter names are not looked for with a typing error: too many are alike. */
  private static final int SHORTEST_TYPO = 4;

  /** How far from an office its holder's name may stand: «міністр юстиції Остап Кривич». */
  static final int NAME_AFTER_OFFICE = 3;

  /** Words of the longest marker of a source: "in the opinion of". */
  private static final int LONGEST_SOURCE = 4;

  /** How far before an actor the word of a condition stands: "if the Drovian minister". */
  private static final int CONDITION_BEFORE = 3;

  private final Analysis analysis;
  private final Markers markers;
  private final Offices offices;
  private final UnknownNames names;
  private final RecordIndex index;

  PeopleReader(RecordIndex index, Markers markers, Offices offices, SpeechWords speech) {
    this.index = index;
    this.analysis = index.analysis();
    this.markers = markers;
    this.offices = offices;
    this.names = new UnknownNames(analysis, markers, offices, speech);
  }

  /** A name in the question and the officials it may mean. */
  record Mention(int from, int to, List<Roster.Person> candidates) {}

  /** Whom the question asks about. */
  record Asked(
      List<Official> officials, List<Official> ambiguous, List<String> unknown, List<Side> sides) {
    static Asked about(List<Side> sides) {
      return new Asked(List.of(), List.of(), List.of(), sides);
    }
  }

  /**
   * Reads whom a question asks about.
   *
   * @param intent what is wanted, or null when the words of the question don't say it
   */
  Asked read(Draft draft, @Nullable Intent intent, Roster roster) {
    List<Sides.Found> sides =
        roster.sides().in(draft.tokens()).stream()
            .filter(side -> !draft.used(side.from()))
            .toList();
    List<Offices.Found> officesFound = offices.in(draft, roster, sides);
    List<Mention> mentions = mentions(draft, roster, officesFound, sides);
    List<Mention> subjects = subjects(draft, intent, mentions);
    List<Official> officials = new ArrayList<>();
    List<Official> ambiguous = new ArrayList<>();
    for (Mention subject : subjects) {
      draft.use(subject.from(), subject.to());
      useOffices(draft, subject, officesFound);
      List<Official> people = subject.candidates().stream().map(Roster.Person::official).toList();
      boolean all = people.size() == 1 || together(draft, intent, subject);
      (all ? officials : ambiguous).addAll(people);
    }
    useOwnSides(draft, subjects, sides, roster);
    if (officials.isEmpty() && ambiguous.isEmpty() && intent != Intent.WHO_SAID) {
      List<String> unknown = names.unknown(draft, sides, officesFound, intent == Intent.QUOTE);
      if (unknown.isEmpty() && intent != Intent.CIRCUMSTANCE) {
        unknown = officesOfNobody(draft, intent, officesFound);
      }
      if (!unknown.isEmpty()) {
        return new Asked(officials, ambiguous, unknown, List.of());
      }
    }
    List<Side> sidesAsked =
        officials.isEmpty() && ambiguous.isEmpty()
            ? sidesAsked(draft, intent, sides, roster)
            : List.of();
    return new Asked(distinct(officials), distinct(ambiguous), List.of(), sidesAsked);
  }

  /** Whoever speaks for a side says its name anyway: it is no topic. */
  private static void useOwnSides(
      Draft draft, List<Mention> subjects, List<Sides.Found> sides, Roster roster) {
    for (Sides.Found side : sides) {
      if (subjects.stream()
          .flatMap(subject -> subject.candidates().stream())
          .anyMatch(person -> Offices.speaksFor(person, side.side(), roster))) {
        draft.use(side.from(), side.to());
      }
    }
  }

  /** Offices asked about that nobody on record holds: "the Drovian finance minister". */
  private List<String> officesOfNobody(
      Draft draft, @Nullable Intent intent, List<Offices.Found> officesFound) {
    List<String> nobody = new ArrayList<>();
    for (Offices.Found office : officesFound) {
      if (office.holders().isEmpty()
          && office.definite()
          && !spokenAbout(draft, office.from(), intent)
          && !conditional(draft, office.from())) {
        nobody.add(draft.text(office.from(), office.to()));
      }
    }
    return nobody;
  }

  /** Whether all whom a name fits are meant: "compare the Brums", «двое Брумов». */
  private boolean together(Draft draft, @Nullable Intent intent, Mention mention) {
    if (mention.from() > 0 && markers.at(draft, mention.from() - 1, Markers.Kind.TOGETHER) > 0) {
      draft.use(mention.from() - 1, mention.from());
      return true;
    }
    return intent == Intent.COMPARISON && !possessive(draft, mention);
  }

  private static <T> List<T> distinct(List<T> all) {
    return List.copyOf(new LinkedHashSet<>(all));
  }

  // --- names and offices ---

  /** Who is named in a text by name, or by office alone, in order, whatever their part in it. */
  List<Mention> mentions(
      Draft draft, Roster roster, List<Offices.Found> officesFound, List<Sides.Found> sides) {
    List<Mention> mentions = new ArrayList<>();
    for (int at = 0; at < draft.size(); at++) {
      if (draft.used(at)) {
        continue;
      }
      List<Roster.Person> candidates = candidates(draft, at, roster);
      if (!candidates.isEmpty()) {
        int from = givenFrom(draft, at, candidates);
        mentions.add(
            new Mention(
                from, at + 1, decide(draft, from, at, candidates, roster, officesFound, sides)));
      }
    }
    for (Offices.Found office : officesFound) {
      boolean named =
          mentions.stream().anyMatch(m -> near(m.from(), m.to(), office.from(), office.to()));
      boolean somebodyElse =
          IntStream.range(office.to(), Math.min(draft.size(), office.to() + NAME_AFTER_OFFICE))
              .takeWhile(at -> !names.small(draft, at))
              .anyMatch(at -> names.capital(draft, at));
      if (!named && !somebodyElse && !office.holders().isEmpty()) {
        mentions.add(new Mention(office.from(), office.to(), office.holders()));
      }
    }
    mentions.sort((a, b) -> Integer.compare(a.from(), b.from()));
    return mentions;
  }

  private List<Roster.Person> candidates(Draft draft, int at, Roster roster) {
    Token token = draft.tokens().get(at);
    String key = NameKey.of(token.text());
    if (key.length() < 2
        || analysis.stops().contains(token.text(), draft.stems().get(at), draft.language())) {
      return List.of();
    }
    List<Roster.Person> exact = roster.bySurname(key);
    if (!exact.isEmpty()) {
      return token.capital()
              || !names.isWord(draft, at)
              || (draft.careless() && !names.inLexicon(draft, at))
              || followsGiven(draft, at, exact)
          ? exact
          : List.of();
    }
    boolean plural = at > 0 && markers.at(draft, at - 1, Markers.Kind.TOGETHER) > 0;
    if (plural && token.text().endsWith("s")) {
      String bare = token.text().substring(0, token.text().length() - 1);
      List<Roster.Person> several = roster.bySurname(NameKey.of(bare));
      return !several.isEmpty() || !bare.endsWith("e")
          ? several
          : roster.bySurname(NameKey.of(bare.substring(0, bare.length() - 1)));
    }
    if (key.length() < SHORTEST_TYPO || names.isWord(draft, at) || index.sounds(key)) {
      return List.of();
    }
    return roster.bySimilarSurname(key);
  }

  private static boolean followsGiven(Draft draft, int at, List<Roster.Person> people) {
    return at > 0 && people.stream().anyMatch(person -> given(draft.word(at - 1), person));
  }

  private static boolean given(String word, Roster.Person person) {
    String key = NameKey.of(word);
    if (key.isEmpty()) {
      return false;
    }
    return person.given().stream()
        .anyMatch(
            name ->
                name.equals(key)
                    || (key.length() == 1 && name.startsWith(key))
                    || (key.length() >= SHORTEST_TYPO
                        && name.charAt(0) == key.charAt(0)
                        && NameKey.near(name, key)));
  }

  private static int givenFrom(Draft draft, int surname, List<Roster.Person> candidates) {
    int from = surname;
    while (from > 0) {
      String word = draft.word(from - 1);
      if (draft.used(from - 1) || candidates.stream().noneMatch(person -> given(word, person))) {
        break;
      }
      from--;
    }
    return from;
  }

  /** Among people of one surname: by first name or initial, then by office, then by side. */
  private List<Roster.Person> decide(
      Draft draft,
      int from,
      int surname,
      List<Roster.Person> candidates,
      Roster roster,
      List<Offices.Found> officesFound,
      List<Sides.Found> sides) {
    List<Roster.Person> left = candidates;
    if (left.size() > 1 && from < surname) {
      left =
          left.stream()
              .filter(p -> IntStream.range(from, surname).allMatch(i -> given(draft.word(i), p)))
              .toList();
    }
    if (left.size() > 1) {
      for (Offices.Found office : officesFound) {
        if (near(from, surname + 1, office.from(), office.to())) {
          List<Roster.Person> fitting = left.stream().filter(office.holders()::contains).toList();
          left = fitting.isEmpty() ? left : fitting;
        }
      }
    }
    if (left.size() > 1) {
      for (Sides.Found side : sides) {
        List<Roster.Person> fitting =
            left.stream().filter(p -> Offices.speaksFor(p, side.side(), roster)).toList();
        left = fitting.isEmpty() || left.size() == 1 ? left : fitting;
      }
    }
    return left.isEmpty() ? candidates : left;
  }

  private static boolean near(int from, int to, int otherFrom, int otherTo) {
    return from <= otherTo + 1 && otherFrom <= to + 1;
  }

  private static void useOffices(Draft draft, Mention mention, List<Offices.Found> offices) {
    for (Offices.Found office : offices) {
      if (near(mention.from(), mention.to(), office.from(), office.to())) {
        draft.use(office.from(), office.to());
      }
    }
  }

  // --- who is asked about, who is spoken about ---

  private List<Mention> subjects(Draft draft, @Nullable Intent intent, List<Mention> mentions) {
    List<Mention> subjects = new ArrayList<>();
    if (intent == Intent.WHO_SAID) {
      return subjects;
    }
    Mention last = null;
    for (Mention mention : mentions) {
      if (spokenAbout(draft, mention.from(), intent) || conditional(draft, mention.from())) {
        continue;
      }
      if (last == null) {
        subjects.add(mention);
      } else if ((intent == Intent.COMPARISON && !possessive(draft, mention))
          || joined(draft, last.to(), mention.from())) {
        subjects.add(mention);
      } else {
        continue;
      }
      last = mention;
    }
    return subjects;
  }

  private static boolean possessive(Draft draft, Mention mention) {
    return draft.word(mention.to() - 1).endsWith("'s");
  }

  /** Whether a topic marker or the like stands right before, titles and such aside. */
  boolean spokenAbout(Draft draft, int from, @Nullable Intent intent) {
    int at = from - 1;
    while (at >= 0
        && (markers.at(draft, at, Markers.Kind.TITLE) > 0
            || offices.head(draft, at)
            || draft.word(at).equals("the")
            || (draft.tokens().get(at).capital() && !draft.startsSentence(at)))) {
      at--;
    }
    if (at < 0 || sourceBefore(draft, at + 1)) {
      return false;
    }
    boolean topic = markers.at(draft, at, Markers.Kind.TOPIC) > 0;
    boolean addressee =
        intent != Intent.COMPARISON && markers.at(draft, at, Markers.Kind.ADDRESSEE) > 0;
    return topic || addressee;
  }

  /** Whether "according to" or the like stands right before. */
  private boolean sourceBefore(Draft draft, int from) {
    for (int at = Math.max(0, from - LONGEST_SOURCE); at < from; at++) {
      if (markers.at(draft, at, Markers.Kind.SOURCE) == from - at) {
        return true;
      }
    }
    return false;
  }

  private boolean joined(Draft draft, int from, int to) {
    if (from >= to) {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (markers.at(draft, i, Markers.Kind.AND) == 0
          && markers.at(draft, i, Markers.Kind.TITLE) == 0
          && !offices.head(draft, i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a person or side acts in a condition: "if the Russian side attacks". */
  private boolean conditional(Draft draft, int from) {
    for (int at = Math.max(0, from - CONDITION_BEFORE); at < from; at++) {
      if (markers.at(draft, at, Markers.Kind.CONDITION) > 0) {
        return true;
      }
    }
    return false;
  }

  private List<Side> sidesAsked(
      Draft draft, @Nullable Intent intent, List<Sides.Found> sides, Roster roster) {
    List<Side> asked = new ArrayList<>();
    int last = -1;
    for (Sides.Found side : sides) {
      boolean party =
          side.to() < draft.size() && markers.at(draft, side.to(), Markers.Kind.PARTY) > 0;
      // Words without a verb, "Ukraine?", ask about a side only if it has spoken.
      boolean topic = intent == null && !party && !roster.sides().onRecord(side.side());
      if ((intent == Intent.WHO_SAID && !party)
          || topic
          || spokenAboutSide(draft, side.from())
          || conditional(draft, side.from())) {
        continue;
      }
      boolean first = asked.isEmpty();
      if (first || intent == Intent.COMPARISON || joined(draft, last, side.from())) {
        asked.add(side.side());
        draft.use(side.from(), side.to() + (party ? 1 : 0));
        last = side.to();
      }
    }
    return distinct(asked);
  }

  private boolean spokenAboutSide(Draft draft, int from) {
    int at = from - 1;
    while (at >= 0 && draft.word(at).equals("the")) {
      at--;
    }
    return at >= 0
        && !sourceBefore(draft, at + 1)
        && (markers.at(draft, at, Markers.Kind.TOPIC) > 0
            || markers.at(draft, at, Markers.Kind.ADDRESSEE) > 0
            || markers.at(draft, at, Markers.Kind.PLACE) > 0);
  }
}
