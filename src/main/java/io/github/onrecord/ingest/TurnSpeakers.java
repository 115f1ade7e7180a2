package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whom the label of a transcript's turn means. */
final class TurnSpeakers {
  private static final double SURE = 0.95;

  /** Somebody named elsewhere in the document too, but without an office. */
  private static final double UNINTRODUCED = 0.75;

  /** A label that nothing else in the document explains. */
  private static final double STRANGER = 0.6;

  private final Grammar grammar;
  private final Mentions mentions;
  private final Scene scene;
  private final Set<String> outlet;
  private final Set<Person> speaking = new HashSet<>();

  /**
   * @param source the document's source, whose name may label the questions, or null
   */
  TurnSpeakers(Grammar grammar, Mentions mentions, Scene scene, @Nullable String source) {
    this.grammar = grammar;
    this.mentions = mentions;
    this.scene = scene;
    this.outlet = Set.copyOf(source == null ? List.of() : keys(source));
  }

  /**
   * The speaker; null for whoever is no official.
   *
   * @param guest who is introduced as the one who answers, or null
   * @param turns how many turns bear the label
   * @param questions how many of them end with a question
   */
  Scene.@Nullable Found of(String label, Scene.@Nullable Found guest, int turns, int questions) {
    int parenthesis = label.indexOf('(');
    List<Token> whole = tokens(label);
    List<Token> name = parenthesis > 0 ? tokens(label.substring(0, parenthesis)) : whole;
    if (name.isEmpty()) {
      return null;
    }
    boolean asks = questions * 2 >= turns;
    Scene.Found named = named(quotesOutlet(whole) ? whole : name, guest, asks);
    if (named == null && isHost(label)) {
      return parenthesis > 0 ? named(whole, guest, true) : null;
    }
    if (named != null || mentionsPrivate(whole)) {
      return named;
    }
    if (isAnswer(label)) {
      return guest != null ? guest : lastOfficial();
    }
    if (knows(name)) {
      return null;
    }
    Scene.Found office = office(name);
    if (office != null) {
      return office;
    }
    Person initials = byInitials(name);
    if (initials != null) {
      return new Scene.Found(new Voice.Named(initials), 0.85, "initials of the label");
    }
    return asks || isOutlet(name) ? null : stranger(name, guest);
  }

  /** Whether a label names whoever asks or presides: «Q», «Модератор». */
  boolean isHost(String label) {
    List<Token> tokens = tokens(label);
    return grammar.list("host").match(tokens, 0) > 0;
  }

  /** Whether a label says no more than that its turn is an answer: «A», «Ответ». */
  boolean isAnswer(String label) {
    List<Token> tokens = tokens(label);
    return !tokens.isEmpty() && grammar.list("answer").match(tokens, 0) == tokens.size();
  }

  private Scene.@Nullable Found named(
      List<Token> label, Scene.@Nullable Found guest, boolean asks) {
    for (int k = 0; k < label.size(); k++) {
      Cast.NameMatch match = scene.cast().nameAt(label, k);
      if (match == null) {
        continue;
      }
      List<Person> people = match.people();
      if (people.size() > 1) {
        people = byInitial(people, label.get(0));
      }
      if (people.size() > 1) {
        people = narrowed(people, guest);
      }
      if (people.size() != 1) {
        return people.isEmpty()
            ? null
            : new Scene.Found(new Voice.Named(people.get(0)), 0.2, "surname shared by several");
      }
      Person person = people.get(0);
      if (person.isPrivate() || (!person.official() && (asks || quotesOutlet(label)))) {
        return null;
      }
      double certainty = person.official() ? SURE : UNINTRODUCED;
      person.markGuest();
      speaking.add(person);
      return new Scene.Found(new Voice.Named(person), certainty, "label");
    }
    return null;
  }

  /** Of several who share a surname: those whose first name begins with a label's initial. */
  private static List<Person> byInitial(List<Person> people, Token first) {
    if (!first.initial()) {
      return people;
    }
    List<Person> fit =
        people.stream()
            .filter(p -> Token.key(p.first()).startsWith(first.key().substring(0, 1)))
            .toList();
    return fit.isEmpty() ? people : fit;
  }

  /** Of several who share a surname: the guest, or those whom the document names in full. */
  private static List<Person> narrowed(List<Person> people, Scene.@Nullable Found guest) {
    if (guest != null
        && guest.voice() instanceof Voice.Named named
        && people.contains(named.person())) {
      return List.of(named.person());
    }
    List<Person> officials = people.stream().filter(Person::official).toList();
    List<Person> present = officials.stream().filter(Person::present).toList();
    return present.isEmpty() ? officials : present;
  }

  /** «Ирина Соль, «Вестник»:» is a journalist. */
  private static boolean quotesOutlet(List<Token> label) {
    return label.stream().anyMatch(t -> "«“„\"".contains(t.text()));
  }

  /** Whether the label is a name the document gives to somebody who is no official. */
  private boolean knows(List<Token> label) {
    for (int k = 0; k < label.size(); k++) {
      if (scene.cast().nameAt(label, k) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean mentionsPrivate(List<Token> label) {
    return grammar.list("private").occursIn(label);
  }

  private Scene.@Nullable Found office(List<Token> label) {
    for (Mention mention : mentions.in(label, scene.cast())) {
      if (mention.kind() == Mention.Kind.OFFICE || mention.kind() == Mention.Kind.BODY) {
        return scene.resolve(mention, label, Gender.UNKNOWN);
      }
    }
    return null;
  }

  /** The one official whose initials the label is. */
  private @Nullable Person byInitials(List<Token> label) {
    StringBuilder letters = new StringBuilder();
    for (Token token : label) {
      if (token.initial() || token.text().matches("\\p{Lu}{2,3}")) {
        letters.append(token.key().replace(".", ""));
      } else if (!token.is(".")) {
        return null;
      }
    }
    if (letters.length() < 2) {
      return null;
    }
    List<Person> bearers = new ArrayList<>();
    for (Person person : scene.cast().people()) {
      boolean fits =
          person.official()
              && !person.first().isEmpty()
              && Token.key(person.first()).charAt(0) == letters.charAt(0)
              && Token.key(person.last()).charAt(0) == letters.charAt(letters.length() - 1);
      if (fits) {
        bearers.add(person);
      }
    }
    return bearers.size() == 1 ? bearers.get(0) : null;
  }

  private boolean isOutlet(List<Token> label) {
    return grammar.list("geography").occursIn(label)
        || (!outlet.isEmpty()
            && label.stream().filter(Token::word).allMatch(t -> outlet.contains(t.key())));
  }

  /** Somebody whom only the label names: in an interview that is its guest. */
  private Scene.@Nullable Found stranger(List<Token> label, Scene.@Nullable Found guest) {
    Token last = label.get(label.size() - 1);
    if (!last.word() || (guest != null && labelled(guest))) {
      return null;
    }
    String surname = last.text().charAt(0) + last.text().substring(1).toLowerCase(Locale.ROOT);
    Person person = scene.cast().add("", surname, true);
    person.markGuest();
    return new Scene.Found(new Voice.Named(person), STRANGER, "label without introduction");
  }

  private Scene.@Nullable Found lastOfficial() {
    Voice voice = scene.lastOfficial();
    return voice == null ? null : new Scene.Found(voice, STRANGER, "official of the headline");
  }

  private boolean labelled(Scene.Found guest) {
    return guest.voice() instanceof Voice.Named named && speaking.contains(named.person());
  }

  private static List<String> keys(String words) {
    return tokens(words).stream().filter(Token::word).map(Token::key).toList();
  }

  private static List<Token> tokens(String label) {
    return label.isEmpty() ? List.of() : Token.of(label, new Span(0, label.length()));
  }
}
