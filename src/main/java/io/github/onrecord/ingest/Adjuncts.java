package io.github.onrecord.ingest;

import java.util.Set;

/** Skips what stands between a verb of speech and what is said: to whom, when and where. */
final class Adjuncts {
  private final Grammar grammar;
  private final CalendarText calendar;

  /** What comes after the adjuncts. */
  enum Kind {
    COLON,
    QUOTE,
    THAT,
    CLAUSE,
    OTHER
  }

  /**
   * What comes next.
   *
   * @param kind what it is
   * @param at its first token
   */
  record Next(Kind kind, int at) {}

  Adjuncts(Grammar grammar, CalendarText calendar) {
    this.grammar = grammar;
    this.calendar = calendar;
  }

  /** What follows a predicate after its adjuncts. */
  Next after(Sentence s, Predicate p) {
    int skipped = skip(s, p.to());
    if (p.verb() != null) {
      Next next = scan(s, p.to());
      if (next.kind() != Kind.OTHER) {
        return next;
      }
    }
    if (skipped < s.size() && s.quote(skipped)) {
      return new Next(Kind.QUOTE, skipped);
    }
    if (skipped < s.size() && s.token(skipped).is(":")) {
      return new Next(Kind.COLON, skipped);
    }
    if (grammar.english() && p.verb() != null) {
      int clause = clause(s, p);
      if (clause >= 0) {
        return new Next(Kind.CLAUSE, clause);
      }
    }
    return new Next(Kind.OTHER, skipped);
  }

  /** Looks for «that», a colon or a quotation, before another predicate begins. */
  private Next scan(Sentence s, int from) {
    for (int k = from; k < s.size(); k++) {
      Token token = s.token(k);
      if (token.is(":")) {
        return new Next(Kind.COLON, k);
      }
      boolean named =
          s.quote(k)
              && !s.bound(k - 1)
              && s.bound(k + 1)
              && grammar.list("that").match(s.tokens(), k + 2) > 0;
      if (named) {
        continue; // «told “Wire”, that …»: a paper's name
      }
      if (s.quote(k)) {
        boolean comma = s.bound(k - 1) && k - 1 >= from;
        return comma || k == from || wordsOnlyAdjunct(s, from, k)
            ? new Next(Kind.QUOTE, k)
            : new Next(Kind.OTHER, from);
      }
      boolean afterComma = k > 0 && s.token(k - 1).comma();
      if (grammar.english()
          && k > from
          && token.is("that")
          && grammar.is("place", s.token(k - 1))) {
        continue; // «responded to that post»
      }
      if (grammar.is("that", token)
          && (grammar.english() ? !afterComma || k == from + 1 : afterComma || k == from)) {
        return new Next(Kind.THAT, k);
      }
      if (grammar.list("that").match(s.tokens(), k) > 0 && token.word() && afterComma) {
        return new Next(Kind.THAT, k);
      }
      boolean stops =
          token.is(";")
              || token.is(".")
              || token.dash()
              || (token.comma()
                  && !(k + 1 < s.size()
                      && (s.quote(k + 1) || grammar.list("that").match(s.tokens(), k + 1) > 0)))
              || (k > from && token.word() && finite(s, k) && !attributive(s, k));
      if (stops) {
        return new Next(Kind.OTHER, from);
      }
    }
    return new Next(Kind.OTHER, from);
  }

  /** Whether a token names a day or a month: when, not what. */
  boolean day(Sentence s, int k) {
    return calendar.weekday(s.token(k).text()) != null
        || calendar.month(s.token(k).text()) != null
        || s.token(k).type() == Token.Type.NUMBER
        || grammar.list("today").match(s.tokens(), k) > 0
        || grammar.list("yesterday").match(s.tokens(), k) > 0;
  }

  boolean finite(Sentence s, int k) {
    Verb verb = grammar.verb(s.tokens(), k);
    return (verb != null
            && verb.form() != Verb.Form.BASE
            && verb.form() != Verb.Form.GERUND
            && s.mentionAt(k) == null)
        || (grammar.english()
            && Set.of(
                    "was", "were", "is", "are", "had", "has", "would", "will", "could", "can",
                    "should", "did", "does")
                .contains(s.token(k).key()));
  }

  /** «the closed session»: a form of a verb that stands before a noun. */
  private static boolean attributive(Sentence s, int k) {
    return k > 0
        && Set.of("the", "a", "an", "his", "her", "their", "its", "this")
            .contains(s.token(k - 1).key());
  }

  private boolean wordsOnlyAdjunct(Sentence s, int from, int to) {
    return skip(s, from) == to;
  }

  /** The first token after adjuncts of time, place and addressee. */
  int skip(Sentence s, int from) {
    int k = from;
    while (k < s.size()) {
      int length =
          Math.max(
              grammar.list("between").match(s.tokens(), k),
              grammar.list("addressee").match(s.tokens(), k));
      boolean placed = grammar.english() && grammar.is("place", s.token(k)) && !infinitive(s, k);
      int after = placed ? phrase(s, k) : k;
      if (after > k) {
        k = after;
      } else if (length > 0 && !grammar.is("and", s.token(k))) {
        k += length;
      } else if (grammar.list("place").match(s.tokens(), k) > 0 && !infinitive(s, k)) {
        int phrase = phrase(s, k);
        if (phrase == k) {
          return k;
        }
        k = phrase;
      } else if (calendar.weekday(s.token(k).text()) != null
          || (k > from
              && calendar.weekday(s.token(k - 1).text()) != null
              && grammar.is("daytime", s.token(k)))) {
        k++;
      } else {
        return k;
      }
    }
    return k;
  }

  /** «promised to free them»: what is promised, not to whom. */
  private boolean infinitive(Sentence s, int k) {
    return s.is(k, "to")
        && k + 1 < s.size()
        && s.token(k + 1).word()
        && !s.token(k + 1).capital()
        && !grammar.is("stop", s.token(k + 1))
        && grammar.list("addressee").match(s.tokens(), k + 1) == 0
        && s.mentionAt(k + 1) == null;
  }

  /** The first token after adjuncts when an addressee may be among them («told the Herald»). */
  int addressed(Sentence s, int from) {
    int plain = skip(s, from);
    return plain > from ? plain : skip(s, afterAddressee(s, from));
  }

  /** The end of a phrase of place or time that begins with a preposition. */
  private int phrase(Sentence s, int from) {
    int k = from + grammar.list("place").match(s.tokens(), from);
    int start = k;
    while (k < s.size()) {
      Token token = s.token(k);
      if (!token.word() && token.type() != Token.Type.NUMBER) {
        break;
      }
      Verb verb = grammar.verb(s.tokens(), k);
      if (grammar.is("that", token)
          || (verb != null && verb.form() != Verb.Form.BASE && s.mentionAt(k) == null)) {
        break;
      }
      k++;
    }
    return k > start || k >= s.size() ? k : from;
  }

  /** English: where the clause begins that follows a verb without «that»; -1 when none does. */
  int clause(Sentence s, Predicate p) {
    int k = p.to();
    if (p.takes(Verb.Flag.TOLD)) {
      k = afterAddressee(s, k);
    }
    while (k < s.size()) {
      Token token = s.token(k);
      int length = betweenLength(s, k);
      if (length > 0) {
        k += length;
      } else if (infinitive(s, k)) {
        return -1;
      } else if (grammar.is("place", token)) {
        int end = shortPhrase(s, k);
        if (end == k) {
          return -1;
        }
        k = end;
      } else if (calendar.weekday(token.text()) != null) {
        k++;
      } else {
        break;
      }
    }
    if (k >= s.size() || (!s.token(k).word() && s.token(k).type() != Token.Type.NUMBER)) {
      return -1;
    }
    for (int v = k + 1; v < s.size(); v++) {
      boolean objectEnds =
          p.takes(Verb.Flag.OBJECT)
              && grammar.is("contrast", s.token(v))
              && v + 1 < s.size()
              && finite(s, v + 1);
      if (objectEnds) {
        return -1; // «confirmed the date but said …»
      }
      if (finiteLike(s, v) || s.quote(v)) {
        return k;
      }
    }
    return -1;
  }

  private int betweenLength(Sentence s, int k) {
    String key = s.token(k).key();
    if (Set.of(
            "there", "so", "too", "only", "no", "his", "her", "was", "is", "were", "would", "will")
        .contains(key)) {
      return key.equals("only") && s.is(k + 1, ":") ? 1 : 0;
    }
    return grammar.list("between").match(s.tokens(), k);
  }

  /** Whether a token looks like the finite verb that a clause needs. */
  private boolean finiteLike(Sentence s, int k) {
    String key = s.token(k).key();
    return s.token(k).word()
        && (finite(s, k)
            || Set.of(
                    "must",
                    "may",
                    "might",
                    "cannot",
                    "saw",
                    "came",
                    "went",
                    "took",
                    "gave",
                    "made",
                    "knew",
                    "met",
                    "put",
                    "ran",
                    "stood",
                    "began",
                    "left",
                    "lost",
                    "won",
                    "kept",
                    "held",
                    "fell",
                    "led",
                    "built",
                    "sent",
                    "brought",
                    "got",
                    "wasn't",
                    "isn't",
                    "didn't",
                    "wouldn't",
                    "couldn't",
                    "weren't",
                    "aren't",
                    "do",
                    "don't",
                    "doesn't",
                    "be",
                    "have",
                    "need",
                    "needs")
                .contains(key)
            || (key.length() > 3
                && (key.endsWith("ed")
                    || (key.endsWith("s")
                        && !key.endsWith("ss")
                        && k > 0
                        && s.token(k - 1).word()
                        && !s.token(k).capital()))));
  }

  private int afterAddressee(Sentence s, int from) {
    int length = grammar.list("addressee").match(s.tokens(), from);
    if (length > 0) {
      return from + length;
    }
    Mention mention = s.mentionAt(from);
    if (mention != null && mention.from() == from) {
      return mention.to();
    }
    int k = from;
    while (k < s.size()
        && ((Set.of("the", "a", "an", "his", "her", "their", "this", "its")
                    .contains(s.token(k).key())
                && k == from)
            || (s.token(k).capital() && k - from < 4)
            || s.is(k, "'s"))) {
      k++;
    }
    if (k > from && !s.token(k - 1).capital() && k < s.size() && s.token(k).word()) {
      k++;
      boolean longer =
          k + 1 < s.size()
              && s.token(k).word()
              && !s.token(k).capital()
              && !grammar.is("stop", s.token(k))
              && pronoun(s.token(k + 1));
      k += longer ? 1 : 0; // «told the same programme she …»
    }
    return k;
  }

  private boolean pronoun(Token token) {
    return grammar.is("man", token) || grammar.is("woman", token) || grammar.is("people", token);
  }

  /** A preposition with its noun phrase, as short as it can be. */
  private int shortPhrase(Sentence s, int from) {
    int k = from + 1;
    if (k < s.size()
        && grammar.is("place", s.token(k))
        && !Set.of("this", "next", "last").contains(s.token(k).key())) {
      k++;
    }
    if (k < s.size()
        && Set.of("the", "a", "an", "this", "his", "her", "its", "their", "last", "next")
            .contains(s.token(k).key())) {
      k++;
    }
    Mention mention = k < s.size() ? s.mentionAt(k) : null;
    if (mention != null && mention.from() == k) {
      return mention.to();
    }
    int start = k;
    while (k < s.size() && k - start < 5) {
      Token token = s.token(k);
      boolean stop =
          (!token.word() && token.type() != Token.Type.NUMBER)
              || (grammar.is("place", token) && k > start)
              || Set.of(
                      "the", "a", "an", "his", "her", "its", "their", "he", "she", "it", "they",
                      "we", "that", "no", "both", "there", "all", "any", "every")
                  .contains(token.key())
              || (s.mentionAt(k) != null && k > start);
      if (stop) {
        break;
      }
      boolean timeDone = k > start && (calendar.weekday(s.token(k - 1).text()) != null);
      if (timeDone) {
        break;
      }
      k++;
      if (token.capital() && !(k < s.size() && s.token(k).capital())) {
        break;
      }
    }
    return k > start ? k : from;
  }
}
