package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the mentions of people and bodies in the tokens of a sentence. */
final class Mentions {
  private static final int LONGEST_APPOSITION = 20;
  private static final Set<String> BELONGING = Set.of("of", "from", "из", "з", "із", "от", "від");
  private static final Set<String> IS =
      Set.of(
          "is",
          "was",
          "became",
          "remains",
          "now",
          "also",
          "—",
          "–",
          "является",
          "стал",
          "стала",
          "є",
          "став");

  private final Grammar grammar;
  private final OfficePhrases offices;

  Mentions(Grammar grammar, OfficePhrases offices) {
    this.grammar = grammar;
    this.offices = offices;
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
    if (name != null && !(nameAt > 0 && nameAt == i && geographic(tokens, nameAt, name))) {
      int end = nameAt + name.words();
      if (end < tokens.size() && (tokens.get(end).is("'s") || tokens.get(end).is("’"))) {
        OfficePhrase phrase = offices.at(tokens, i, cast);
        return phrase != null && phrase.to() > end + 1
            ? described(tokens, i, phrase, cast)
            : new Mention(Mention.Kind.NAME, name.people(), List.of(), i, end, end, titled, false);
      }
      return apposed(
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
    Gender pronoun = pronoun(token);
    return pronoun == null
        ? null
        : new Mention(Mention.Kind.PRONOUN, List.of(), List.of(), i, i + 1, i + 1, pronoun, true);
  }

  /** «Lake Sorn» is a lake even where a Sorn speaks. */
  private boolean geographic(List<Token> tokens, int i, Cast.NameMatch name) {
    Token before = tokens.get(i - 1);
    return !name.full() && before.capital() && grammar.is("geography", before);
  }

  private @Nullable Gender pronoun(Token token) {
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
      nameAt = afterPossessor(tokens, nameAt);
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
                ? endsApposition(tokens, second.to() + after.words())
                : second.nominative() == phrase.nominative())) {
          int end = second.to() + after.words();
          return closed(
              tokens,
              apposed(tokens, named(after, List.of(second, phrase), i, end, phrase), cast),
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
      return apposed(tokens, mention, cast);
    }
    boolean apposition = !comma || (name != null && endsApposition(tokens, nameAt + name.words()));
    if (name != null && apposition && !(phrase.indefinite() && comma && !name.full())) {
      int end = nameAt + name.words();
      return closed(
          tokens, apposed(tokens, named(name, List.of(phrase), i, end, phrase), cast), comma);
    }
    Mention.Kind kind =
        switch (phrase.kind()) {
          case OFFICE, POST -> phrase.former() ? Mention.Kind.PRIVATE : Mention.Kind.OFFICE;
          case BODY -> Mention.Kind.BODY;
          case UNNAMED -> Mention.Kind.UNNAMED;
          case PRIVATE -> Mention.Kind.PRIVATE;
        };
    boolean possessive = at < tokens.size() && tokens.get(at).is("'s");
    return apposed(
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

  /** «her opposite number, Corvane's Hugh Tarrant»: the name comes after whose it is. */
  static int afterPossessor(List<Token> tokens, int at) {
    boolean possessed =
        at + 2 < tokens.size() && tokens.get(at).capital() && tokens.get(at + 1).is("'s");
    return possessed ? at + 2 : at;
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

  /** Whether a name ends an apposition there: at a mark, or with the house it belongs to. */
  static boolean endsApposition(List<Token> tokens, int end) {
    if (end >= tokens.size() || !tokens.get(end).word()) {
      return true;
    }
    return BELONGING.contains(tokens.get(end).key())
        && end + 2 < tokens.size()
        && (tokens.get(end + 1).capital() || tokens.get(end + 2).capital());
  }

  /** The mention with all that stands in apposition after it. */
  private Mention apposed(List<Token> tokens, Mention mention, Cast cast) {
    List<OfficePhrase> said = new ArrayList<>(mention.offices());
    int to = mention.to();
    if (to < tokens.size()
        && BELONGING.contains(tokens.get(to).key())
        && mention.kind() == Mention.Kind.NAME) {
      int end = belonging(tokens, to, cast);
      if (end > to) {
        said.add(plain(tokens, to + 1, end, OfficePhrase.Kind.POST));
        to = end;
      }
    }
    if (grammar.english()
        && (mention.kind() == Mention.Kind.UNNAMED || mention.kind() == Mention.Kind.OFFICE)) {
      to = afterModifier(tokens, to);
    }
    int is = to + 1 < tokens.size() && tokens.get(to).comma() ? to + 1 : to;
    if (is + 1 < tokens.size()
        && IS.contains(tokens.get(is).key())
        && mention.kind() == Mention.Kind.NAME) {
      int k = is + 1;
      while (k < tokens.size()
          && (IS.contains(tokens.get(k).key()) || grammar.is("between", tokens.get(k)))) {
        k++;
      }
      OfficePhrase phrase = k < tokens.size() ? offices.at(tokens, k, cast) : null;
      boolean dash = tokens.get(is).dash(); // «Квелл — журналистам: …» says to whom, not what
      if (phrase != null
          && phrase.kind() != OfficePhrase.Kind.BODY
          && (!dash || phrase.nominative())) {
        said.add(phrase);
      }
    }
    while (to + 1 < tokens.size() && (tokens.get(to).comma() || tokens.get(to).is("("))) {
      int end = segmentEnd(tokens, to + 1);
      OfficePhrase phrase = apposition(tokens, to + 1, end, cast);
      if (phrase == null) {
        break;
      }
      said.add(phrase);
      boolean closing = end < tokens.size() && (tokens.get(end).comma() || tokens.get(end).is(")"));
      to =
          closing
                  && !(end + 1 < tokens.size()
                      && tokens.get(end).comma()
                      && more(tokens, end + 1, cast))
              ? end + 1
              : end;
      if (!closing || to == end + 1) {
        break;
      }
    }
    boolean unnamed =
        mention.kind() == Mention.Kind.OFFICE
            && grammar.list("anonymous").occursIn(tokens, mention.coreTo(), to);
    return unnamed
        ? mention.endingAt(to, said).as(Mention.Kind.UNNAMED)
        : mention.endingAt(to, said);
  }

  /** «a diplomat familiar with the talks said»: what tells of the person up to the verb. */
  private int afterModifier(List<Token> tokens, int from) {
    int length = grammar.list("known-as").match(tokens, from);
    for (int k = from + length; length > 0 && k < Math.min(tokens.size(), from + 10); k++) {
      Verb verb = grammar.verb(tokens, k);
      if (verb != null && verb.form() == Verb.Form.ANY && k > from + length) {
        return k;
      }
      if (!tokens.get(k).word()) {
        break;
      }
    }
    return from;
  }

  private boolean more(List<Token> tokens, int start, Cast cast) {
    return apposition(tokens, start, segmentEnd(tokens, start), cast) != null;
  }

  private int belonging(List<Token> tokens, int at, Cast cast) {
    int k = at + 1;
    while (k < tokens.size() && k - at < 8) {
      Token token = tokens.get(k);
      boolean inside =
          token.is("the")
              || token.is("of")
              || token.is("for")
              || (token.is("and") && k + 1 < tokens.size() && tokens.get(k + 1).capital());
      if (!token.word()
          || (!inside && !token.capital() && !token.is("'s") && !offices.isRole(token))
          || cast.nameAt(tokens, k) != null) {
        break;
      }
      k++;
    }
    return k - at > 1 ? k : at;
  }

  private static int segmentEnd(List<Token> tokens, int from) {
    int k = from;
    while (k < tokens.size()) {
      Token token = tokens.get(k);
      if (!token.word() && token.type() != Token.Type.NUMBER && !"’'/".contains(token.key())) {
        break;
      }
      k++;
    }
    return k;
  }

  /** What a segment between commas says of the person before it; null when it isn't about them. */
  private @Nullable OfficePhrase apposition(List<Token> tokens, int from, int end, Cast cast) {
    if (end - from > LONGEST_APPOSITION || end <= from) {
      return null;
    }
    boolean closed = end < tokens.size() && (tokens.get(end).comma() || tokens.get(end).is(")"));
    boolean relative = grammar.list("which").match(tokens, from) > 0;
    OfficePhrase phrase = offices.at(tokens, from, cast);
    if (phrase != null
        && (phrase.to() >= end
            || relativeFollows(tokens, phrase.to())
            || secondOffice(tokens, phrase.to(), end, cast))) {
      int nameAt = phrase.to();
      return nameAt < end && cast.nameAt(tokens, nameAt) != null
          ? null
          : whole(tokens, phrase, from, end);
    }
    if (relative) {
      return plain(tokens, from, end, OfficePhrase.Kind.POST);
    }
    if (grammar.list("anonymous").occursIn(tokens, from, end)) {
      return plain(tokens, from, end, OfficePhrase.Kind.POST);
    }
    boolean speech = false;
    for (int k = from; k < end; k++) {
      Verb verb = grammar.verb(tokens, k);
      speech |= verb != null && verb.form() != Verb.Form.BASE;
    }
    boolean leads = grammar.list("leads").match(tokens, from) > 0;
    if (!leads
        && (speech
            || cast.nameAt(tokens, from) != null
            || pronounIn(tokens, from, end)
            || grammar.is("and", tokens.get(from)))) {
      return null;
    }
    boolean verbNext =
        closed
            && end + 1 < tokens.size()
            && (verbAfter(tokens, end + 1) || participle(tokens.get(from)));
    return leads || (verbNext && !grammar.is("that", tokens.get(from)))
        ? plain(tokens, from, end, OfficePhrase.Kind.POST)
        : null;
  }

  private boolean pronounIn(List<Token> tokens, int from, int end) {
    for (int k = from; k < end; k++) {
      if (pronoun(tokens.get(k)) != null) {
        return true;
      }
    }
    return false;
  }

  /** «Morvath's deputy premier and the head of its delegation». */
  private boolean secondOffice(List<Token> tokens, int at, int end, Cast cast) {
    OfficePhrase second =
        grammar.is("and", tokens.get(at)) && at + 1 < end ? offices.at(tokens, at + 1, cast) : null;
    return second != null && second.to() >= end;
  }

  private boolean relativeFollows(List<Token> tokens, int at) {
    return grammar.list("which").match(tokens, at) > 0
        || grammar.list("leads").match(tokens, at) > 0
        || Set.of("in", "at", "with", "on", "for", "of", "по", "на", "в", "у", "з")
            .contains(tokens.get(at).key());
  }

  /** Whether a Russian or Ukrainian participle opens a remark about the person before it. */
  private static boolean participle(Token token) {
    return token.key().matches(".*(вш|ющ|ущ|ащ|ящ|юч|уч|яч)(ий|ая|а|ийся|аяся)");
  }

  private boolean verbAfter(List<Token> tokens, int at) {
    int k = at;
    while (k < tokens.size() && grammar.is("between", tokens.get(k))) {
      k++;
    }
    return k < tokens.size() && grammar.verb(tokens, k) != null;
  }

  private OfficePhrase whole(List<Token> tokens, OfficePhrase phrase, int from, int end) {
    if (phrase.to() >= end) {
      return phrase;
    }
    boolean isPrivate = phrase.kind() == OfficePhrase.Kind.PRIVATE;
    return new OfficePhrase(
        from,
        end,
        isPrivate
            ? phrase.kind()
            : phrase.kind() == OfficePhrase.Kind.POST && leads(tokens, phrase.to(), end)
                ? OfficePhrase.Kind.OFFICE
                : phrase.kind(),
        phrase.text(),
        phrase.keys(),
        phrase.side(),
        phrase.indefinite(),
        phrase.gender(),
        phrase.nominative(),
        phrase.former());
  }

  private boolean leads(List<Token> tokens, int from, int end) {
    return grammar.list("leads").occursIn(tokens, from, end)
        && !grammar.list("private").occursIn(tokens, from, end);
  }

  /** A relative clause or other remark: an office when it says that the person leads a body. */
  private OfficePhrase plain(List<Token> tokens, int from, int end, OfficePhrase.Kind otherwise) {
    boolean isPrivate = grammar.list("private").occursIn(tokens, from, end);
    boolean leads = leads(tokens, from, end);
    boolean binds =
        grammar.list("leads").occursIn(tokens, from, end)
            || grammar.list("which").match(tokens, from) == 0;
    int start = from;
    while (start < end - 1 && grammar.list("which").match(tokens, start) > 0) {
      start++;
    }
    StringBuilder text = new StringBuilder();
    List<String> keys = new ArrayList<>();
    String side = null;
    for (int k = start; k < end; k++) {
      Token token = tokens.get(k);
      text.append(k > start && token.start() > tokens.get(k - 1).end() ? " " : "")
          .append(token.text());
      if (grammar.is("body", token)) {
        keys.add(OfficePhrases.key(token));
      }
      side = token.capital() && side == null ? token.text() : side;
    }
    boolean body = grammar.list("body").occursIn(tokens, start, end) || side != null;
    OfficePhrase.Kind kind =
        isPrivate && binds
            ? OfficePhrase.Kind.PRIVATE
            : leads && body ? OfficePhrase.Kind.OFFICE : otherwise;
    return new OfficePhrase(
        from, end, kind, text.toString(), keys, side, false, Gender.UNKNOWN, true, false);
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
