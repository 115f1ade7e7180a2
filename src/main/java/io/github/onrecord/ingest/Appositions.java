package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what stands in apposition to a mention: «X, the deputy minister,», «X of the Council», «X,
 * who heads the delegation,», «a diplomat familiar with the talks».
 */
final class Appositions {
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

  Appositions(Grammar grammar, OfficePhrases offices) {
    this.grammar = grammar;
    this.offices = offices;
  }

  /** The mention with all that stands in apposition after it. */
  Mention with(List<Token> tokens, Mention mention, Cast cast) {
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
      if (Mentions.pronoun(grammar, tokens.get(k)) != null) {
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
    boolean now =
        phrase.former()
            && leads(tokens, phrase.to(), end)
            && grammar
                .list("body")
                .occursIn(tokens, phrase.to(), end); // «the retired judge who leads»
    return new OfficePhrase(
        from,
        end,
        isPrivate
            ? phrase.kind()
            : now || (phrase.kind() == OfficePhrase.Kind.POST && leads(tokens, phrase.to(), end))
                ? OfficePhrase.Kind.OFFICE
                : phrase.kind(),
        phrase.text(),
        phrase.keys(),
        phrase.side(),
        phrase.indefinite(),
        phrase.gender(),
        phrase.nominative(),
        phrase.former() && !now);
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
        keys.add(OfficeWords.key(token));
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

  /** Whether a name ends an apposition there: at a mark, or with the house it belongs to. */
  static boolean ends(List<Token> tokens, int end) {
    if (end >= tokens.size() || !tokens.get(end).word()) {
      return true;
    }
    return BELONGING.contains(tokens.get(end).key())
        && end + 2 < tokens.size()
        && (tokens.get(end + 1).capital() || tokens.get(end + 2).capital());
  }

  /** «her opposite number, Corvane's Hugh Tarrant»: the name comes after whose it is. */
  static int afterPossessor(List<Token> tokens, int at) {
    boolean possessed =
        at + 2 < tokens.size() && tokens.get(at).capital() && tokens.get(at + 1).is("'s");
    return possessed ? at + 2 : at;
  }
}
