package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who is named as the speaker in the words beside a quotation, and whether a statement is
 * by them. Safe for use by several threads.
 */
public final class Claimants {
  /** Given names shorter than this, by consonants, are compared as they are. */
  private static final int SHORTEST_CONSONANTS = 2;

  /** Words between a verb of speech and a name that isn't on record: «said ferry minister …». */
  private static final int OFFICE_WORDS = 4;

  /** A name without a verb of speech stands within so many words of the quotation. */
  private static final int NEAR = 4;

  private final RecordIndex index;
  private final Analysis analysis;
  private final Markers markers;
  private final Offices offices;
  private final PeopleReader people;
  private final UnknownNames names;
  private final SpeechVerbs verbs;
  private final TypedText typed;

  /** Speakers of a record. */
  public Claimants(RecordIndex index) {
    this.index = index;
    this.analysis = index.analysis();
    Words words = analysis.lexicon().words();
    this.markers = new Markers(words);
    SpeechWords speech = new SpeechWords(analysis.lexicon().forms());
    this.offices = new Offices(analysis, speech);
    this.people = new PeopleReader(index, markers, offices, speech);
    this.names = new UnknownNames(analysis, markers, offices, speech);
    this.verbs = new SpeechVerbs(words, analysis.lexicon().forms());
    this.typed = new TypedText(analysis);
  }

  /** Where the words about the speaker stand. */
  public enum Place {
    BEFORE,
    AFTER
  }

  /**
   * The speaker whom a clause names.
   *
   * @param clause what stands before the quotation in its sentence, or after it
   */
  public Optional<Claimant> in(String clause, Place place) {
    if (clause.isBlank()) {
      return Optional.empty();
    }
    Set<Language> languages = new LinkedHashSet<>(List.of(typed.language(clause)));
    // «По словам Orla Venn»: names may be in another alphabet, and short clauses in either
    // language.
    if (clause.chars().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.CYRILLIC)) {
      languages.addAll(List.of(Language.RUSSIAN, Language.UKRAINIAN));
    }
    return languages.stream()
        .map(language -> new Clause(clause, language, place).speaker())
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** Whether a text tells that somebody speaks. */
  public boolean tellsOfSpeech(String text) {
    Language language = typed.language(text);
    return new Draft(text, language, analysis)
        .tokens().stream().anyMatch(token -> verbs.verb(token.text(), language));
  }

  /** Whether a text begins with a verb of speech, as author's words inside a quotation do. */
  public boolean beginsWithSpeech(String text) {
    Language language = typed.language(text);
    Draft draft = new Draft(text, language, analysis);
    return draft.size() > 0 && verbs.verb(draft.word(0), language);
  }

  /**
   * Whether a statement may be by a claimant. A name means its bearers alone; an office those who
   * hold it, and an unnamed speaker of their side; a side whoever speaks for it; a name that isn't
   * on record, nobody.
   */
  public boolean fits(Claimant claimant, Statement statement) {
    boolean unnamed = !(statement.speaker() instanceof Speaker.Named);
    boolean among =
        statement.speaker() instanceof Speaker.Named named
            && claimant.officials().stream().anyMatch(who -> who.id() == named.officialId());
    return switch (claimant.how()) {
      case NAME -> among;
      case STRANGE_NAME -> false;
      case OFFICE ->
          among
              || ((unnamed || claimant.officials().isEmpty())
                  && speaksFor(statement, claimant.sides()));
      case SIDE -> speaksFor(statement, claimant.sides());
    };
  }

  private boolean speaksFor(Statement statement, List<Side> sides) {
    if (sides.isEmpty()) {
      return true;
    }
    Set<String> spoken = new LinkedHashSet<>();
    if (statement.side() != null) {
      Sides.separate(statement.side().name()).forEach(side -> spoken.add(Words.fold(side)));
    }
    for (Roster.Person person : index.roster().people()) {
      if (statement.speaker() instanceof Speaker.Named named
          && person.official().id() == named.officialId()) {
        person.sides().stream()
            .flatMap(joint -> Sides.separate(joint).stream())
            .forEach(side -> spoken.add(Words.fold(side)));
      }
    }
    return spoken.isEmpty()
        || sides.stream()
            .anyMatch(
                side -> index.roster().sides().names(side).stream().anyMatch(spoken::contains));
  }

  /** One clause being read. */
  private final class Clause {
    private final Draft draft;
    private final Place place;
    private final Roster roster = index.roster();
    private final List<Sides.Found> sides;
    private final List<Offices.Found> officesFound;
    private final List<Integer> spoken = new ArrayList<>();

    Clause(String text, Language language, Place place) {
      this.draft = new Draft(text, language, analysis);
      this.place = place;
      this.sides = roster.sides().in(draft.tokens());
      for (int i = 0; i < draft.size(); i++) {
        if (verbs.verb(draft.word(i), language)) {
          spoken.add(i);
          draft.use(i, i + 1); // no verb of speech is part of a name or an office
        }
      }
      this.officesFound = offices.in(draft, roster, sides);
    }

    @Nullable Claimant speaker() {
      List<Mention> mentions = new ArrayList<>();
      for (PeopleReader.Mention named : people.mentions(draft, roster, officesFound, sides)) {
        if (speaks(named.from())) {
          mentions.add(mention(named));
        }
      }
      for (Offices.Found office : officesFound) {
        boolean named =
            mentions.stream().anyMatch(m -> m.from <= office.to() && office.from() <= m.to);
        if (!named && speaks(office.from())) {
          mentions.add(
              new Mention(office.from(), office.to(), Claimant.How.OFFICE, office.fitting()));
        }
      }
      for (Mention strange : strangers()) {
        if (mentions.stream().noneMatch(m -> m.from < strange.to && strange.from < m.to)) {
          mentions.removeIf(
              m ->
                  m.how == Claimant.How.OFFICE && strange.from - m.to <= 1 && m.to <= strange.from);
          mentions.add(strange);
        }
      }
      if (mentions.isEmpty()) {
        for (Sides.Found side : sides) {
          if (speaks(side.from()) || !spoken.isEmpty()) {
            mentions.add(new Mention(side.from(), side.to(), Claimant.How.SIDE, List.of()));
          }
        }
      }
      return mentions.stream()
          .filter(this::placed)
          .min(Comparator.comparingInt(this::distance).thenComparingInt(m -> m.from))
          .or(() -> onlyName(mentions))
          .map(this::claimant)
          .orElse(null);
    }

    /** Whoever alone is named beside a quotation is claimed, whatever the words between say. */
    private static Optional<Mention> onlyName(List<Mention> mentions) {
      return mentions.size() == 1 && mentions.get(0).how == Claimant.How.NAME
          ? Optional.of(mentions.get(0))
          : Optional.empty();
    }

    /** Whether whoever is named at a place isn't only spoken to or spoken about. */
    private boolean speaks(int from) {
      return verbs.sourceBefore(draft, from)
          || !people.spokenAbout(draft, from, Intent.WHAT_WAS_SAID);
    }

    private Mention mention(PeopleReader.Mention named) {
      for (Offices.Found office : officesFound) {
        if (office.from() == named.from() && office.to() == named.to()) {
          return new Mention(named.from(), named.to(), Claimant.How.OFFICE, office.fitting());
        }
      }
      int given = named.from() - 1;
      return given >= 0 && otherName(given, named)
          ? new Mention(given, named.to(), Claimant.How.STRANGE_NAME, List.of())
          : new Mention(named.from(), named.to(), Claimant.How.NAME, named.candidates());
    }

    /** Whether the word before a surname is the given name of somebody else. */
    private boolean otherName(int at, PeopleReader.Mention named) {
      Token token = draft.tokens().get(at);
      boolean beside = draft.text().substring(token.span().end(), nameStart(named)).isBlank();
      if (!beside || !nameWord(at) || (draft.startsSentence(at) && names.isWord(draft, at))) {
        return false;
      }
      String key = NameKey.of(token.text());
      String consonants = NameKey.consonants(key);
      return named.candidates().stream()
          .flatMap(person -> person.given().stream())
          .noneMatch(name -> alike(name, key, consonants));
    }

    private int nameStart(PeopleReader.Mention named) {
      return draft.tokens().get(named.from()).span().start();
    }

    /** «Олександр» and Alexander, «Микола» and Nikolai: vowels don't tell, nor does one letter. */
    private static boolean alike(String name, String key, String consonants) {
      String own = NameKey.consonants(name);
      return name.equals(key)
          || (own.length() >= SHORTEST_CONSONANTS
              && consonants.length() >= SHORTEST_CONSONANTS
              && NameKey.near(own, consonants));
    }

    /** Whether a word is written as a name and is no office, title, side, verb or small word. */
    private boolean nameWord(int at) {
      Token token = draft.tokens().get(at);
      return token.capital()
          && !token.number()
          && !offices.head(draft, at)
          && markers.at(draft, at, Markers.Kind.TITLE) == 0
          && sides.stream().noneMatch(side -> side.from() <= at && at < side.to())
          && officesFound.stream().noneMatch(office -> office.from() <= at && at < office.to())
          && !verbs.verb(token.text(), draft.language())
          && !analysis.stops().contains(token.text(), draft.stems().get(at), draft.language());
    }

    /** Names that nobody on record has, where a speaker is named. */
    private List<Mention> strangers() {
      List<Mention> strangers = new ArrayList<>();
      int at = 0;
      while (at < draft.size()) {
        int end = at;
        while (end < draft.size() && nameWord(end) && (end == at || beside(end))) {
          end++;
        }
        if (end > at && strange(at, end)) {
          strangers.add(new Mention(at, end, Claimant.How.STRANGE_NAME, List.of()));
        }
        at = Math.max(at + 1, end);
      }
      return strangers;
    }

    private boolean beside(int at) {
      return draft
          .text()
          .substring(draft.tokens().get(at - 1).span().end(), draft.tokens().get(at).span().start())
          .isBlank();
    }

    private boolean strange(int from, int to) {
      if (IntStream.range(from, to).allMatch(i -> names.isWord(draft, i)) || !speaks(from)) {
        return false;
      }
      boolean placeName =
          from > 0
              && (markers.at(draft, from - 1, Markers.Kind.PLACE) > 0
                  || draft.word(from - 1).equals("the"));
      boolean bySpeech =
          verbs.sourceBefore(draft, from)
              || spoken.stream()
                  .anyMatch(verb -> verb >= to ? verb - to <= 1 : from - verb <= OFFICE_WORDS);
      boolean alone = place == Place.AFTER ? from == 0 : to == draft.size() && endsInColon();
      return !placeName && (bySpeech || alone);
    }

    private boolean endsInColon() {
      return draft.text().stripTrailing().endsWith(":");
    }

    /** Whether a mention stands where a speaker is named. */
    private boolean placed(Mention mention) {
      return !spoken.isEmpty()
          || verbs.sourceBefore(draft, mention.from)
          || (place == Place.AFTER ? mention.from <= NEAR : endsInColon());
    }

    /** How far a mention is from the verb of speech that is nearest to the quotation. */
    private int distance(Mention mention) {
      if (verbs.sourceBefore(draft, mention.from)) {
        return 0;
      }
      int verb =
          spoken.isEmpty()
              ? (place == Place.AFTER ? -1 : draft.size())
              : place == Place.AFTER ? spoken.get(0) : spoken.get(spoken.size() - 1);
      if (verb < mention.from) {
        return mention.from - verb;
      }
      int words = Math.max(1, verb - mention.to + 1);
      return aside(mention.to, verb) ? words + draft.size() : words;
    }

    /** Whether what ends at a word stands in an aside: «Marr, after meeting Venn, said». */
    private boolean aside(int from, int verb) {
      if (verb >= draft.size()) {
        return false;
      }
      String between =
          draft
              .text()
              .substring(
                  draft.tokens().get(from - 1).span().end(),
                  draft.tokens().get(verb).span().start());
      return between.chars().filter(c -> c == ',').count() % 2 == 1;
    }

    private Claimant claimant(Mention mention) {
      List<Official> officials =
          mention.people.stream().map(Roster.Person::official).distinct().toList();
      List<Side> named =
          sides.stream()
              .filter(side -> side.from() < mention.to + 1 && mention.from <= side.to())
              .map(Sides.Found::side)
              .toList();
      return new Claimant(draft.text(mention.from, mention.to), mention.how, officials, named);
    }
  }

  /** Somebody named in a clause. */
  private record Mention(int from, int to, Claimant.How how, List<Roster.Person> people) {}
}
