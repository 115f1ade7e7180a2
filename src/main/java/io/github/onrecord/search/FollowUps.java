package io.github.onrecord.search;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Completes a question that leans on the one before: by a pronoun, a reply, an office, a "why". */
final class FollowUps {
  /** A question of fewer words that points back means what was asked before. */
  private static final int FEW_TERMS = 2;

  private final RecordIndex index;
  private final Analysis analysis;
  private final Markers markers;
  private final PeopleReader people;

  FollowUps(RecordIndex index, Markers markers, PeopleReader people) {
    this.index = index;
    this.analysis = index.analysis();
    this.markers = markers;
    this.people = people;
  }

  /**
   * The question with what it leaves to the one before.
   *
   * @param plain whether its own words don't say what is wanted
   */
  Question complete(Question own, Question before, Draft draft, boolean plain) {
    boolean onward = markers.at(draft, 0, Markers.Kind.ONWARD) > 0;
    boolean pronoun = markers.any(draft, Markers.Kind.PRONOUN);
    boolean backward = markers.any(draft, Markers.Kind.BACKWARD);
    if (!(onward || pronoun || backward) || !own.unknownNames().isEmpty()) {
      return own;
    }
    int office = markers.first(draft, 0, Markers.Kind.SUCCESSION);
    boolean succession = office < draft.size() && !before.officials().isEmpty();
    List<String> left = succession ? without(own.terms(), draft.word(office)) : own.terms();
    Subject subject =
        succession
            ? successor(before, draft.text(office, office + 1), left)
            : subject(own, before, draft);
    List<String> terms = new ArrayList<>(subject.terms());
    boolean unsaid = saysLittle(left, own);
    if (unsaid || (backward && terms.size() < FEW_TERMS)) {
      terms.addAll(withoutNames(before.terms(), subject.officials()));
    }
    Intent intent =
        plain || (left.isEmpty() && own.intent() == Intent.WHAT_WAS_SAID)
            ? before.intent()
            : own.intent();
    int asked = subject.officials().size() + subject.sides().size();
    if (intent == Intent.COMPARISON && subject.named() && asked == 1) {
      intent = Intent.POSITION; // one of those compared before
    }
    return new Question(
        own.text(),
        own.language(),
        intent,
        subject.officials(),
        subject.ambiguous(),
        subject.unknown(),
        subject.sides(),
        own.when(),
        own.occasion(),
        terms,
        own.quoted(),
        unsaid && own.aspect().equals(Aspect.NONE) ? before.aspect() : own.aspect(),
        own.negated(),
        true);
  }

  /**
   * Whom a question is about, and its topic without them.
   *
   * @param named whether its own words say it
   */
  private record Subject(
      List<Official> officials,
      List<Official> ambiguous,
      List<String> unknown,
      List<Side> sides,
      List<String> terms,
      boolean named) {}

  /** Another one in the office of those asked about before; nobody is guessed. */
  private Subject successor(Question before, String word, List<String> terms) {
    List<Official> others = sameOffice(before.officials());
    return others.size() == 1
        ? new Subject(others, List.of(), List.of(), List.of(), terms, true)
        : new Subject(List.of(), List.of(), List.of(word), List.of(), terms, true);
  }

  private Subject subject(Question own, Question before, Draft draft) {
    if (!own.ambiguous().isEmpty()) {
      List<Official> same = ofSides(own.ambiguous(), before);
      return same.size() == 1
          ? new Subject(same, List.of(), List.of(), List.of(), own.terms(), true)
          : new Subject(
              own.officials(), own.ambiguous(), List.of(), own.sides(), own.terms(), true);
    }
    if (!own.officials().isEmpty() || !own.sides().isEmpty()) {
      return new Subject(own.officials(), List.of(), List.of(), own.sides(), own.terms(), true);
    }
    List<Official> spokenTo =
        markers.any(draft, Markers.Kind.REPLY) ? othersNamed(before) : List.of();
    return spokenTo.isEmpty()
        ? new Subject(before.officials(), List.of(), List.of(), before.sides(), own.terms(), false)
        : new Subject(
            spokenTo, List.of(), List.of(), List.of(), withNames(own.terms(), before), true);
  }

  /** Whether a topic is nothing but words that could be said of anything: "want". */
  private boolean saysLittle(List<String> terms, Question own) {
    return terms.stream()
        .flatMap(term -> analysis.units(term, own.language()).stream())
        .allMatch(Analysis.Unit::weak);
  }

  /** Those who hold or held the same office for the same side. */
  private List<Official> sameOffice(List<Official> officials) {
    List<Roster.Person> all = index.roster().people();
    List<Roster.Person> before =
        all.stream().filter(p -> officials.contains(p.official())).toList();
    return all.stream()
        .filter(person -> !officials.contains(person.official()))
        .filter(person -> before.stream().anyMatch(other -> sameOffice(person, other)))
        .map(Roster.Person::official)
        .toList();
  }

  private static boolean sameOffice(Roster.Person one, Roster.Person other) {
    return one.sides().stream().anyMatch(other.sides()::contains)
        && one.roles().stream()
            .anyMatch(role -> other.roles().stream().anyMatch(held -> same(role, held)));
  }

  private static boolean same(Roster.Role one, Roster.Role other) {
    return one.words() > 0 && one.terms().equals(other.terms());
  }

  /** Those of several who speak for a side that was asked about before. */
  private static List<Official> ofSides(List<Official> officials, Question before) {
    Set<Side> sides =
        before.officials().stream()
            .map(Official::side)
            .filter(side -> side != null)
            .collect(Collectors.toSet());
    sides.addAll(before.sides());
    return officials.stream().filter(official -> sides.contains(official.side())).toList();
  }

  /** Whoever is named in a question beside those it asks about: the one spoken to may reply. */
  private List<Official> othersNamed(Question before) {
    Draft draft = new Draft(before.text(), before.language(), analysis);
    Roster roster = index.roster();
    return people.mentions(draft, roster, List.of(), roster.sides().in(draft.tokens())).stream()
        .filter(mention -> mention.candidates().size() == 1)
        .map(mention -> mention.candidates().get(0).official())
        .filter(official -> !before.officials().contains(official))
        .distinct()
        .toList();
  }

  /** A topic and those who are replied to. */
  private static List<String> withNames(List<String> terms, Question before) {
    List<String> both = new ArrayList<>(terms);
    before.officials().forEach(official -> both.add(official.name()));
    return both;
  }

  /** A topic without the names of those who are asked about now. */
  private List<String> withoutNames(List<String> terms, List<Official> officials) {
    Set<String> names =
        index.roster().people().stream()
            .filter(person -> officials.contains(person.official()))
            .flatMap(person -> person.surnames().stream())
            .collect(Collectors.toSet());
    return terms.stream()
        .map(
            term ->
                analysis.lexicon().words().of(term).stream()
                    .filter(word -> !names.contains(NameKey.of(word.text())))
                    .map(Token::surface)
                    .collect(Collectors.joining(" ")))
        .filter(term -> !term.isBlank())
        .toList();
  }

  private List<String> without(List<String> terms, String word) {
    return terms.stream()
        .map(
            term ->
                analysis.lexicon().words().of(term).stream()
                    .filter(token -> !token.text().equals(word))
                    .map(Token::surface)
                    .collect(Collectors.joining(" ")))
        .filter(term -> !term.isBlank())
        .toList();
  }
}
