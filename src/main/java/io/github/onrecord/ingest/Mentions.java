package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the mentions of people and bodies in the tokens of a sentence. */
final class Mentions {

  private final Grammar grammar;
  private final OfficePhrases offices;
  private final Appositions appositions;

  Mentions(Grammar grammar, OfficePhrases offices) {
    this.grammar = grammar;
    this.offices = offices;
    this.appositions = new Appositions(grammar, offices);
  }

  /** The mentions in order, not overlapping. */
  List<Mention> in(List<Token> tokens, Cast cast) {
    List<Mention> found = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Mention mention = at(tokens, i, cast);
      if (mention == null) {
        i++;
      } else {
        found.add(mention);
        i = Math.max(mention.to(), i + 1);
      }
    }
    return found;
  }

  private @Nullable Mention at(List<Token> tokens, int i, Cast cast) {
    Token token = tokens.get(i);
    if (!token.word()) {
      return null;
    }
    int nameAt = i;
    Gender titled = Gender.UNKNOWN;
    if (grammar.is("sir", token) || grammar.is("madam", token)) {
      titled = grammar.is("madam", token) ? Gender.WOMAN : Gender.MAN;
      nameAt = i + 1 < tokens.size() && tokens.get(i + 1).is(".") ? i + 2 : i + 1;
    }
    Cast.NameMatch name = nameAt < tokens.size() ? cast.nameAt(tokens, nameAt) : null;
    Cast.NameMatch told = name == null ? null : firstNameAfter(tokens, nameAt + 1, name);
    name = told == null ? name : told;
    if (name != null && !(nameAt > 0 && nameAt == i && geographic(tokens, nameAt, name))) {
      int end = nameAt + name.words();
      if (end < tokens.size() && (tokens.get(end).is("'s") || tokens.get(end).is("’"))) {
        OfficePhrase phrase = offices.at(tokens, i, cast);
        return phrase != null && phrase.to() > end + 1
            ? described(tokens, i, phrase, cast)
            : new Mention(Mention.Kind.NAME, name.people(), List.of(), i, end, end, titled, false);
      }
      return appositions.with(
          tokens,
          new Mention(
              Mention.Kind.NAME,
              name.people(),
              List.of(),
              i,
              end,
              end,
              titled,
              nominative(tokens, nameAt, name)),
          cast);
    }
    OfficePhrase phrase = offices.at(tokens, i, cast);
    if (phrase != null) {
      return described(tokens, i, phrase, cast);
    }
    Gender pronoun = pronoun(grammar, token);
    if (pronoun == null && ofTwo(tokens, i)) {
      int end = grammar.english() ? i + 2 : i + 1;
      return new Mention(
          Mention.Kind.PRONOUN, List.of(), List.of(), i, end, end, Gender.UNKNOWN, true);
    }
    return pronoun == null
        ? null
        : new Mention(Mention.Kind.PRONOUN, List.of(), List.of(), i, i + 1, i + 1, pronoun, true);
  }

  /** «The latter said», «второй возразил»: one of two named before, where a verb follows. */
  private boolean ofTwo(List<Token> tokens, int i) {
    int k = grammar.english() ? i + 1 : i;
    if ((grammar.english() && !tokens.get(i).is("the")) || k + 1 >= tokens.size()) {
      return false;
    }
    boolean says =
        grammar.is("former-of-two", tokens.get(k)) || grammar.is("latter", tokens.get(k));
    return says && grammar.verb(tokens, k + 1) != null;
  }

  /** «Zelm (Arkady, not the governor)»: which of several is meant; null when it isn't said. */
  private static Cast.@Nullable NameMatch firstNameAfter(
      List<Token> tokens, int at, Cast.NameMatch name) {
    if (name.people().size() < 2 || at + 1 >= tokens.size() || !tokens.get(at).is("(")) {
      return null;
    }
    List<Person> meant =
        name.people().stream()
            .filter(p -> Names.same(Token.key(p.first()), tokens.get(at + 1).key()))
            .toList();
    int close = at;
    while (close < tokens.size() && !tokens.get(close).is(")")) {
      close++;
    }
    return meant.size() == 1 && close < tokens.size()
        ? new Cast.NameMatch(meant, close + 2 - at, true)
        : null;
  }

  /** «Lake Sorn» is a lake even where a Sorn speaks. */
  private boolean geographic(List<Token> tokens, int i, Cast.NameMatch name) {
    Token before = tokens.get(i - 1);
    return !name.full() && before.capital() && grammar.is("geography", before);
  }

  /** Whom a pronoun stands for; null when a token is none. */
  static @Nullable Gender pronoun(Grammar grammar, Token token) {
    if (grammar.is("man", token)) {
      return Gender.MAN;
    }
    if (grammar.is("woman", token)) {
      return Gender.WOMAN;
    }
    return grammar.is("people", token) ? Gender.PEOPLE : null;
  }

  /** A name is no subject when its case shows it: its form isn't the one kept as nominative. */
  private boolean nominative(List<Token> tokens, int i, Cast.NameMatch name) {
    Token last = tokens.get(i + name.words() - 1);
    if (!Names.cyrillic(last.key()) || name.people().size() != 1) {
      return true;
    }
    Person person = name.people().get(0);
    String kept = Token.key(person.last());
    if (!person.nominative() || kept.equals(last.key())) {
      return true;
    }
    return last.text().equals(last.text().toUpperCase(java.util.Locale.ROOT))
        || !Names.same(kept, last.key());
  }

  private Mention described(List<Token> tokens, int i, OfficePhrase phrase, Cast cast) {
    int at = phrase.to();
    boolean comma = at < tokens.size() && tokens.get(at).comma();
    int nameAt =
        comma || (at < tokens.size() && (tokens.get(at).is("'s") || tokens.get(at).is("’")))
            ? at + 1
            : at;
    if (nameAt < tokens.size()
        && (grammar.is("sir", tokens.get(nameAt)) || grammar.is("madam", tokens.get(nameAt)))) {
      nameAt++;
    }
    if (comma) {
      nameAt = Appositions.afterPossessor(tokens, nameAt);
    }
    boolean bodyOnly = !grammar.english() && phrase.kind() == OfficePhrase.Kind.BODY;
    Cast.NameMatch name = nameAt < tokens.size() && !bodyOnly ? cast.nameAt(tokens, nameAt) : null;
    if (name == null
        && comma
        && !bodyOnly
        && (grammar.english() || phrase.kind() != OfficePhrase.Kind.PRIVATE)) {
      OfficePhrase second = nameAt < tokens.size() ? offices.at(tokens, nameAt, cast) : null;
      if (second != null
          && second.to() < tokens.size()
          && second.kind() == OfficePhrase.Kind.OFFICE) {
        Cast.NameMatch after = cast.nameAt(tokens, second.to());
        if (after != null
            && (grammar.english()
                ? Appositions.ends(tokens, second.to() + after.words())
                : second.nominative() == phrase.nominative())) {
          int end = second.to() + after.words();
          return closed(
              tokens,
              appositions.with(tokens, named(after, List.of(second, phrase), i, end, phrase), cast),
              true);
        }
      }
    }
    if (name != null && !comma && owned(phrase, name)) {
      int end = nameAt + name.words();
      Cast.NameMatch holder = end < tokens.size() ? cast.fullNameAt(tokens, end) : null;
      Mention mention =
          holder == null
              ? new Mention(
                  Mention.Kind.OFFICE,
                  List.of(),
                  List.of(phrase),
                  i,
                  end,
                  end,
                  phrase.gender(),
                  phrase.nominative())
              : named(holder, List.of(phrase), i, end + holder.words(), phrase);
      return appositions.with(tokens, mention, cast);
    }
    boolean apposition =
        !comma || (name != null && Appositions.ends(tokens, nameAt + name.words()));
    if (name != null && apposition && !(phrase.indefinite() && comma && !name.full())) {
      int end = nameAt + name.words();
      return closed(
          tokens,
          appositions.with(tokens, named(name, List.of(phrase), i, end, phrase), cast),
          comma);
    }
    Mention.Kind kind =
        switch (phrase.kind()) {
          case OFFICE, POST -> phrase.former() ? Mention.Kind.PRIVATE : Mention.Kind.OFFICE;
          case BODY -> Mention.Kind.BODY;
          case UNNAMED -> Mention.Kind.UNNAMED;
          case PRIVATE -> Mention.Kind.PRIVATE;
        };
    boolean possessive = at < tokens.size() && tokens.get(at).is("'s");
    return appositions.with(
        tokens,
        new Mention(
            kind,
            List.of(),
            List.of(phrase),
            i,
            at,
            at,
            phrase.gender(),
            phrase.nominative() && !possessive),
        cast);
  }

  /**
   * «the deputy of Rell», «заместитель Релл»: the surname is the principal's, who has an office.
   */
  private boolean owned(OfficePhrase phrase, Cast.NameMatch name) {
    if (grammar.english()
        || name.full()
        || phrase.keys().size() != 1
        || name.people().size() != 1) {
      return false;
    }
    Person person = name.people().get(0);
    String key = phrase.keys().get(0);
    return key.matches("замес|засту|совет|радни|помощ|поміч|предс|речни|речниц|пресс|прес-")
        && person.hasOffice()
        && person.offices().stream().noneMatch(o -> o.keys().contains(key));
  }

  /** An apposition takes the comma that closes it. */
  private static Mention closed(List<Token> tokens, Mention mention, boolean comma) {
    boolean open =
        comma
            && mention.to() == mention.coreTo()
            && mention.to() < tokens.size()
            && tokens.get(mention.to()).comma();
    return open ? mention.endingAt(mention.to() + 1, mention.offices()) : mention;
  }

  private static Mention named(
      Cast.NameMatch name, List<OfficePhrase> offices, int from, int end, OfficePhrase phrase) {
    return new Mention(
        Mention.Kind.NAME,
        name.people(),
        offices,
        from,
        end,
        end,
        phrase.gender(),
        phrase.nominative());
  }

  /** Writes down in the cast what mentions say of people. */
  void learn(List<Token> tokens, List<Mention> mentions) {
    for (Mention mention : mentions) {
      if (mention.kind() != Mention.Kind.NAME || mention.people().size() != 1) {
        continue;
      }
      Person person = mention.people().get(0);
      person.gender(mention.gender());
      for (OfficePhrase phrase : mention.offices()) {
        person.gender(phrase.gender());
        boolean current = !phrase.former();
        switch (phrase.kind()) {
          case OFFICE, UNNAMED -> {
            if (current) {
              person.holds(
                  new Person.Office(
                      phrase.text(),
                      phrase.keys(),
                      phrase.side(),
                      tokens.get(mention.from()).start(),
                      phrase.kind() == OfficePhrase.Kind.BODY));
            } else {
              person.markFormer();
            }
          }
          case BODY ->
              person.holds(
                  new Person.Office(
                      phrase.text(),
                      phrase.keys(),
                      phrase.side(),
                      tokens.get(mention.from()).start(),
                      phrase.kind() == OfficePhrase.Kind.BODY));
          case PRIVATE -> {
            if (current) {
              person.markPrivate();
            }
          }
          case POST -> {
            if (!current) {
              person.markFormer();
            }
          }
        }
      }
    }
  }
}
