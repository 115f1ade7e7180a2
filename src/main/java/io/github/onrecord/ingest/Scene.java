package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who has been on the scene so far while a document is read from top to bottom, so that «she», «the
 * minister» and a bare surname find their person.
 */
final class Scene {
  /** Keys of words for one who holds the same office on another side. */
  private static final Set<String> COUNTERPART =
      Set.of("count", "oppos", "колле", "колег", "визав", "візав");

  private final Grammar grammar;
  private final Cast cast;
  private final KnownPeople known;
  private final List<Entry> entries = new ArrayList<>();
  private int paragraph;
  private int sentence;
  private @Nullable Voice speaker;

  private record Entry(Voice voice, boolean subject, int paragraph, int sentence) {}

  /**
   * Whom a mention means.
   *
   * @param voice the person or unnamed speaker
   * @param certainty from 0 to 1
   * @param how why it was taken so, for the editor
   */
  record Found(Voice voice, double certainty, String how) {}

  Scene(Grammar grammar, Cast cast, KnownPeople known) {
    this.grammar = grammar;
    this.cast = cast;
    this.known = known;
  }

  /** Writes down whose statement or briefing the whole document is. */
  void isSpeakerOf(Voice voice) {
    speaker = voice;
  }

  /** Whose statement or briefing the whole document is, or null. */
  @Nullable Voice speaker() {
    return speaker;
  }

  void nextParagraph() {
    paragraph++;
    sentence++;
  }

  void nextSentence() {
    sentence++;
  }

  /** Writes down that somebody was mentioned. */
  void saw(Voice voice, boolean subject) {
    entries.add(new Entry(voice, subject, paragraph, sentence));
  }

  /** Who was the last subject in this paragraph, or null. */
  @Nullable Voice lastSubjectHere() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.paragraph() == paragraph && entry.subject()) {
        return entry.voice();
      }
    }
    return null;
  }

  /** Who was the last subject, in this paragraph or the one before, or null. */
  @Nullable Voice lastSubject() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).subject()) {
        return entries.get(i).paragraph() >= paragraph - 1 ? entries.get(i).voice() : null;
      }
    }
    return null;
  }

  /** The person last mentioned who is an official, anywhere before. */
  @Nullable Voice lastOfficial() {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).voice() instanceof Voice.Named named && named.official()) {
        return named;
      }
    }
    return null;
  }

  /** Whom a mention means; null when nothing tells. */
  @Nullable Found resolve(Mention mention, List<Token> tokens, Gender agreement) {
    return switch (mention.kind()) {
      case NAME -> name(mention, agreement);
      case OFFICE -> office(mention, tokens, agreement);
      case PRONOUN -> {
        Token word = tokens.get(mention.coreTo() - 1);
        boolean second = grammar.is("latter", word);
        yield second || grammar.is("former-of-two", word)
            ? ofTwo(second)
            : pronoun(mention.gender());
      }
      case BODY, UNNAMED -> new Found(unnamed(mention, tokens), 0.85, "unnamed");
      case PRIVATE -> new Found(unnamed(mention, tokens), 0.9, "private");
    };
  }

  /** «His Telmark counterpart, Gunter Eiche»: bears the title of whoever was spoken of. */
  private void counterpart(Mention mention, Person person) {
    OfficePhrase phrase = mention.office();
    if (phrase == null
        || !person.recorded().isEmpty()
        || phrase.keys().stream().noneMatch(COUNTERPART::contains)
        || !(lastSubject() instanceof Voice.Named other)
        || other.person() == person
        || other.person().offices().isEmpty()) {
      return;
    }
    Person.Office theirs = other.person().offices().get(0);
    person
        .recorded()
        .add(new Person.Office(phrase.text(), theirs.keys(), phrase.side(), theirs.at(), false));
  }

  private Found name(Mention mention, Gender agreement) {
    List<Person> people = mention.people();
    if (people.size() == 1) {
      counterpart(mention, people.get(0));
    }
    if (people.size() > 1 && people.stream().filter(Person::present).count() == 1) {
      people = people.stream().filter(Person::present).toList();
    }
    if (people.size() == 1) {
      return new Found(new Voice.Named(people.get(0)), 1, "name");
    }
    Set<Person> near = new HashSet<>();
    for (Entry entry : entries) {
      boolean recent = entry.paragraph() >= paragraph - 1;
      if (recent
          && entry.voice() instanceof Voice.Named named
          && people.contains(named.person())
          && named.gender().fits(agreement)) {
        near.add(named.person());
      }
    }
    if (near.size() == 1) {
      return new Found(
          new Voice.Named(near.iterator().next()),
          0.85,
          "surname, the one of that name spoken of here");
    }
    List<Person> fit = people.stream().filter(p -> p.gender().fits(agreement)).toList();
    Person guess = (fit.isEmpty() ? people : fit).get(0);
    return new Found(
        new Voice.Named(guess), fit.size() == 1 ? 0.8 : 0.2, "surname shared by several");
  }

  /** The person whose pronoun or possessive of this gender may be meant. */
  @Nullable Found pronoun(Gender gender) {
    Found byMention = null;
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      if (entry.paragraph() < paragraph - 1) {
        break;
      }
      boolean plural = gender == Gender.PEOPLE != (entry.voice().gender() == Gender.PEOPLE);
      if (plural || !entry.voice().gender().fits(gender)) {
        continue;
      }
      if (entry.subject()) {
        double certainty = entry.paragraph() == paragraph ? 0.9 : 0.75;
        return new Found(entry.voice(), certainty, "pronoun");
      }
      if (byMention == null) {
        byMention = new Found(entry.voice(), 0.6, "pronoun, last mentioned");
      }
    }
    return byMention;
  }

  private @Nullable Found office(Mention mention, List<Token> tokens, Gender agreement) {
    OfficePhrase phrase = mention.office();
    if (phrase == null) {
      return null;
    }
    Gender gender = phrase.gender() == Gender.UNKNOWN ? agreement : phrase.gender();
    Voice here = lastSubjectHere();
    if (here instanceof Voice.Named named
        && named.gender().fits(gender)
        && fits(phrase, named.person())) {
      return new Found(named, 0.9, "office of the last subject");
    }
    Person best = holder(phrase, gender, false);
    boolean bare = phrase.keys().size() == 1 && phrase.side() == null;
    if (best != null && bare && recency(best) == 0) {
      Found spoke = pronoun(gender);
      boolean official =
          spoke != null && spoke.voice() instanceof Voice.Named named && named.person().hasOffice();
      if (official && spoke != null) {
        return new Found(spoke.voice(), 0.6, "title of the last subject");
      }
    }
    if (best != null) {
      return new Found(new Voice.Named(best), 0.9, "office");
    }
    boolean agrees = phrase.side() != null && !grammar.english(); // English verbs tell no gender
    Person sole = agrees ? soleNamedHere(gender) : null;
    if (sole != null && !phrase.indefinite() && phrase.kind() == OfficePhrase.Kind.OFFICE) {
      holds(sole, phrase, tokens.get(mention.from()));
      return new Found(new Voice.Named(sole), 0.75, "the only one named in the paragraph");
    }
    Voice last = lastSubject();
    if (last instanceof Voice.Named named
        && !phrase.indefinite()
        && !named.person().hasOffice()
        && !named.person().isPrivate()
        && named.gender().fits(gender)
        && phrase.kind() == OfficePhrase.Kind.OFFICE) {
      boolean sure = here != null || agreement != Gender.WOMAN || named.gender() == agreement;
      if (sure) {
        holds(named.person(), phrase, tokens.get(mention.from()));
      }
      return new Found(named, sure ? 0.75 : 0.45, "office of the last subject");
    }
    best = holder(phrase, gender, true);
    if (best != null) {
      return new Found(new Voice.Named(best), 0.75, "office on record");
    }
    if (here instanceof Voice.Named named
        && named.official()
        && !phrase.indefinite()
        && phrase.side() == null
        && phrase.kind() == OfficePhrase.Kind.OFFICE
        && named.gender().fits(gender)) {
      return new Found(named, 0.6, "office that nobody else in the document holds");
    }
    Voice.Unnamed unnamed = unnamed(mention, tokens);
    Person recorded = known.byOffice(phrase, cast);
    if (recorded != null) {
      return new Found(new Voice.Named(recorded), 0.7, "office on record");
    }
    if (phrase.kind() == OfficePhrase.Kind.POST) {
      Found referred = pronoun(gender == Gender.UNKNOWN ? Gender.UNKNOWN : gender);
      if (referred != null && referred.voice().official()) {
        return new Found(referred.voice(), 0.55, "post of the last subject");
      }
      return new Found(
          new Voice.Unnamed(unnamed.description(), null, null, false, gender), 0.5, "post");
    }
    return new Found(unnamed, 0.7, "office without a name");
  }

  private static void holds(Person person, OfficePhrase phrase, Token at) {
    person.holds(new Person.Office(phrase.text(), phrase.keys(), phrase.side(), at.start(), false));
  }

  /**
   * Who alone has been named in this paragraph, when nothing but a rank is known of them: «Газета
   * пишет о генерале Арвике. Начальник генштаба предупредил …»
   */
  private @Nullable Person soleNamedHere(Gender gender) {
    Set<Person> named = new HashSet<>();
    for (Entry entry : entries) {
      if (entry.paragraph() == paragraph && entry.voice() instanceof Voice.Named voice) {
        named.add(voice.person());
      }
    }
    if (named.size() != 1) {
      return null;
    }
    Person person = named.iterator().next();
    boolean ranked =
        person.offices().stream()
            .allMatch(o -> o.keys().stream().allMatch(grammar.list("military")::holds));
    return ranked && !person.isPrivate() && person.gender().fits(gender) ? person : null;
  }

  /**
   * «The former said …, the latter …»: the first or the second of the two whom the last sentence
   * before this one that names anybody names; null when it names one or more than two.
   */
  private @Nullable Found ofTwo(boolean second) {
    int at = -1;
    List<Voice> two = new ArrayList<>();
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      boolean named = entry.voice() instanceof Voice.Named;
      if (entry.sentence() == sentence || !named || entry.paragraph() < paragraph - 1) {
        continue;
      }
      if (entry.sentence() != at && two.size() > 1) {
        break;
      }
      at = entry.sentence();
      two.remove(entry.voice()); // «the former said …» names one of them again
      two.add(0, entry.voice());
    }
    return two.size() == 2
        ? new Found(two.get(second ? 1 : 0), 0.75, "the former or the latter of two")
        : null;
  }

  /** The person of the document who best fits an office, by its own words or by the record's. */
  private @Nullable Person holder(OfficePhrase phrase, Gender gender, boolean recorded) {
    Person best = null;
    double bestScore = 0;
    for (Person person : cast.people()) {
      double score = 0;
      if (person.gender().fits(gender) && !person.isPrivate()) {
        for (Person.Office office : recorded ? person.recorded() : person.offices()) {
          score = Math.max(score, OfficeLikeness.of(phrase, office));
        }
      }
      if (score > 0 && score + recency(person) > bestScore) {
        bestScore = score + recency(person);
        best = person;
      }
    }
    return best;
  }

  /** Whether a person holds an office, as the document or the record states it. */
  private static boolean fits(OfficePhrase phrase, Person person) {
    return person.offices().stream().anyMatch(office -> OfficeLikeness.of(phrase, office) > 0)
        || person.recorded().stream().anyMatch(office -> OfficeLikeness.of(phrase, office) > 0);
  }

  static boolean sameSide(String a, String b) {
    String x = Names.key(a);
    String y = Names.key(b);
    int length = Math.min(4, Math.min(x.length(), y.length()));
    return x.regionMatches(0, y, 0, length) || x.contains(y) || y.contains(x);
  }

  private double recency(Person person) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).voice() instanceof Voice.Named named && named.person() == person) {
        return 0.4 / (1 + paragraph - entries.get(i).paragraph())
            + (entries.get(i).subject() ? 0.05 : 0);
      }
    }
    return 0;
  }

  private Voice.Unnamed unnamed(Mention mention, List<Token> tokens) {
    OfficePhrase phrase = mention.office();
    StringBuilder words = new StringBuilder();
    for (int k = mention.from(); k < mention.coreTo(); k++) {
      Token token = tokens.get(k);
      words
          .append(k > mention.from() && token.start() > tokens.get(k - 1).end() ? " " : "")
          .append(token.text());
    }
    boolean official = mention.kind() != Mention.Kind.PRIVATE;
    for (OfficePhrase said : mention.offices()) {
      official &= said.kind() != OfficePhrase.Kind.PRIVATE && !said.former();
    }
    return new Voice.Unnamed(
        words.toString(),
        mention.kind() == Mention.Kind.OFFICE && phrase != null ? phrase.text() : null,
        phrase == null ? null : phrase.side(),
        official,
        phrase == null ? Gender.UNKNOWN : phrase.gender());
  }

  Grammar grammar() {
    return grammar;
  }

  Cast cast() {
    return cast;
  }
}
