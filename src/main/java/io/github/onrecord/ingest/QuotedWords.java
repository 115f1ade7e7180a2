package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;

/** Finds the quotation that a predicate owns: «“…,” said X», «X said: “…”», «“…,” said X, “…”». */
final class QuotedWords {
  private final Gathering gathering;
  private final String text;
  private final Sentence s;
  private final List<Predicate> found;
  private final Grammar grammar;
  private final Adjuncts adjuncts;

  QuotedWords(ParsedSentence parsed, Gathering gathering) {
    this.gathering = gathering;
    this.text = parsed.text();
    this.s = parsed.sentence();
    this.found = parsed.found();
    this.grammar = parsed.grammar();
    this.adjuncts = parsed.adjuncts();
  }

  /** «…», said X. Also «…», said X, «…». */
  boolean before(Predicate p, int n, Scene.Found who) {
    int k = p.from() - 1;
    while (k >= 0 && s.bound(k)) {
      k--;
    }
    if (!s.quote(k) || gathering.isUsed(k) || s.token(k).start() < gathering.coveredStart()) {
      return false;
    }
    int start = k;
    while (start > 0 && ((s.bound(start - 1) && s.quote(start - 2)) || s.quote(start - 1))) {
      start -= s.quote(start - 1) ? 1 : 2;
    }
    if (start > 0 && s.token(start - 1).word() && !clauseStart(start)) {
      return false;
    }
    List<Span> parts = new ArrayList<>();
    for (int q = start; q <= k; q++) {
      gathering.addWords(q, parts);
    }
    int after = adjuncts.skip(s, p.to());
    int q = after;
    while (s.bound(q) || s.is(q, ".") || s.is(q, ":")) {
      q++;
    }
    boolean continued = s.quote(q) && q > after && q <= after + 2 && !ownedLater(q, n);
    if (continued) {
      gathering.addWords(q, parts);
      gathering.cover(q + 1);
    }
    gathering.cover(p.to());
    if (parts.isEmpty()) {
      return false;
    }
    gathering.add(Kind.VERBATIM, parts, who, "name and verb after the quotation");
    gathering.open(true);
    return true;
  }

  boolean after(Predicate p, int n, Scene.Found who, int quote) {
    boolean comma = s.bound(quote - 1);
    boolean continues =
        comma
            && s.bound(p.from() - 1)
            && p.from() > 1
            && !s.quote(p.from() - 2)
            && startsSmall(quote);
    if (continues) {
      return false;
    }
    boolean whole = s.ends(quote + 1) || (comma && endsClause(quote + 1, n));
    if (!comma && (!grammar.english() || wordsOf(quote) < 2)) {
      return false;
    }
    boolean keeps = !comma && p.takes(Verb.Flag.OBJECT) && !p.takes(Verb.Flag.BARE);
    if (keeps || (!whole && !comma)) {
      return false;
    }
    if (p.verb() == null && !whole) {
      return false;
    }
    return gathering.quotation(who, quote, "name and verb before the quotation");
  }

  /** Whether what «according to» covers is itself a quotation that another introduces. */
  boolean introducedLater(int n) {
    for (int m = n + 1; m < found.size(); m++) {
      Predicate q = found.get(m);
      Adjuncts.Next next = q.verb() == null ? null : adjuncts.after(s, q);
      if (q.own()
          && next != null
          && (next.kind() == Adjuncts.Kind.COLON || next.kind() == Adjuncts.Kind.QUOTE)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a later predicate stands directly before a quotation and so owns it. */
  private boolean ownedLater(int quote, int n) {
    for (int m = n + 1; m < found.size(); m++) {
      Predicate later = found.get(m);
      if (later.to() <= quote && later.at() > found.get(n).at() && quote - later.to() <= 2) {
        return true;
      }
    }
    return false;
  }

  private boolean clauseStart(int quote) {
    return quote == 0 || (grammar.is("and", s.token(quote - 1)) && quote == 1);
  }

  private boolean startsSmall(int quote) {
    Quotation quotation = s.quotations().get(quote);
    return quotation != null && Character.isLowerCase(text.charAt(quotation.wordsStart()));
  }

  private boolean endsClause(int at, int n) {
    if (s.bound(at) || s.is(at, ";")) {
      return true;
    }
    return at < s.size()
        && grammar.is("and", s.token(at))
        && n + 1 < found.size()
        && found.get(n + 1).from() == at + 1;
  }

  private long wordsOf(int quote) {
    Quotation quotation = s.quotations().get(quote);
    return quotation == null
        ? 0
        : Token.of(text, new Span(quotation.open(), quotation.end())).stream()
            .filter(Token::word)
            .count();
  }
}
