package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the clause that a predicate reports: after a colon or «that», around it, or after it
 * without «that».
 */
final class ReportedWords {
  private final Gathering gathering;
  private final Extent extent;
  private final Sentence s;
  private final Grammar grammar;
  private final Adjuncts adjuncts;

  ReportedWords(ParsedSentence parsed, Gathering gathering, Extent extent) {
    this.gathering = gathering;
    this.extent = extent;
    this.s = parsed.sentence();
    this.grammar = parsed.grammar();
    this.adjuncts = parsed.adjuncts();
  }

  boolean afterColon(Predicate p, int n, Scene.Found who, int colon) {
    if (s.ends(colon + 1)) {
      gathering.awaits(who);
      return true;
    }
    int q = colon + 1;
    while (s.bound(q)) {
      q++;
    }
    if (s.quote(q)) {
      return gathering.quotation(who, q, "name and verb before the quotation");
    }
    if (q != colon + 1) {
      return false;
    }
    int end = extent.contentEnd(n, colon + 1, false);
    return gathering.report(p, who, colon + 1, end, "name and verb before a colon");
  }

  boolean thatClause(Predicate p, int n, Scene.Found who, int that) {
    if (p.verb() == null
        || !(p.takes(Verb.Flag.THAT)
            || p.takes(Verb.Flag.KEEP)
            || (p.takes(Verb.Flag.COLON) && grammar.english()))) {
      return false;
    }
    boolean keep = p.takes(Verb.Flag.KEEP) || (p.negation() >= 0 && p.takes(Verb.Flag.OBJECT));
    int content = that + grammar.list("that").match(s.tokens(), that);
    int end = extent.contentEnd(n, content, true);
    if (!keep && s.quote(content) && (end == content + 1 || s.ends(content + 1))) {
      return gathering.quotation(who, content, "name and verb before the quotation");
    }
    if (keep) {
      return gathering.report(
          p,
          who,
          p.negation() >= 0 ? p.negation() : p.at(),
          end,
          "verb of denial kept with its clause");
    }
    boolean purpose = s.token(that).key().matches("чтобы|щоб|щоби");
    int start = purpose ? that : content;
    int from = start;
    for (int k = content; k < end; k++) {
      int split = andThat(k, end);
      if (split > 0) {
        gathering.report(p, who, from, k, "name, verb and «that»");
        from = split;
        k = split;
      }
    }
    return gathering.report(p, who, from, end, "name, verb and «that»");
  }

  /** After «and that»: where the second clause begins; 0 when there is none at {@code k}. */
  private int andThat(int k, int end) {
    int conjunction = s.token(k).comma() ? k + 1 : k;
    if (conjunction + 1 >= end || !grammar.is("and", s.token(conjunction))) {
      return 0;
    }
    int length = grammar.list("that").match(s.tokens(), conjunction + 1);
    boolean that =
        length > 0
            && (!grammar.english() || !s.quote(conjunction + 2))
            && !s.token(conjunction + 1).key().matches("чтобы|щоб|щоби");
    return that && conjunction + 1 + length < end ? conjunction + 1 + length : 0;
  }

  /** The kingdom, she said, was ready. It was ready, she said. */
  boolean clauseAround(Predicate p, int n, Scene.Found who) {
    int left = p.from() - 1;
    boolean bounded = s.bound(left);
    int right = p.takes(Verb.Flag.TOLD) ? adjuncts.addressed(s, p.to()) : adjuncts.skip(s, p.to());
    boolean source = p.verb() == null || (left < 0 && grammar.is("as", s.token(p.from())));
    int conjunction = left;
    if (!bounded && source && left >= 0) {
      // «Катера по его словам стоят»: a source phrase needs no commas.
      bounded = true;
      conjunction = p.from();
    }
    int start = Math.max(gathering.covered(), extent.clauseBegin(left));
    boolean rightBound =
        right >= s.size()
            || s.bound(right)
            || s.ends(right)
            || s.is(right, ";")
            || s.is(right, ":");
    if (source && (left < 0 || start >= left || s.is(left, ":"))) {
      // According to X, the clause. Details: according to X, the clause.
      int content = p.to();
      while (content < s.size() && s.bound(content)) {
        content++;
      }
      int end = extent.contentEnd(n, content, true);
      if (s.quote(content) && s.ends(content + 1)) {
        return gathering.quotation(who, content, "«according to» before the quotation");
      }
      return content < end && gathering.report(p, who, content, end, "«according to»");
    }
    if ((p.takes(Verb.Flag.TOLD) && !p.takes(Verb.Flag.THAT))
        || !bounded
        || (!rightBound && !source)
        || start >= left
        || left < 1) {
      return false;
    }
    if (p.verb() != null && !remarks(p)) {
      return false;
    }
    if ((p.verb() != null && p.verb().form() == Verb.Form.GERUND)
        || (p.takes(Verb.Flag.OBJECT) && !p.takes(Verb.Flag.THAT) && !p.takes(Verb.Flag.KEEP))) {
      return false;
    }
    if (grammar.list("asked").match(s.tokens(), start) > 0) {
      return false;
    }
    return around(p, n, who, start, conjunction, source ? p.to() : right);
  }

  /**
   * Whether a verb can stand beside a clause as the author's remark: «the line opens in May, X
   * said», but not «after the talks, X briefed reporters», which tells that X spoke, not what.
   */
  private boolean remarks(Predicate p) {
    return p.takes(Verb.Flag.THAT)
        || p.takes(Verb.Flag.BARE)
        || p.takes(Verb.Flag.KEEP)
        || p.takes(Verb.Flag.COLON);
  }

  boolean around(Predicate p, int n, Scene.Found who, int left, int right) {
    return around(p, n, who, Math.max(gathering.covered(), extent.clauseBegin(left)), left, right);
  }

  boolean around(Predicate p, int n, Scene.Found who, int start, int conjunction, int right) {
    boolean source = p.verb() == null;
    if (start >= conjunction) {
      return false;
    }
    List<Span> parts = new ArrayList<>();
    int rest = right;
    if (source && grammar.list("phrase-of").match(s.tokens(), p.from()) > 0) {
      int quote = s.bound(rest) ? rest + 1 : rest;
      if (s.quote(quote)) {
        return gathering.report(p, who, quote, quote + 1, "phrase of the speaker");
      }
    }
    gathering.addSpan(start, conjunction, parts);
    int end = rest;
    if (rest < s.size() && (s.bound(rest) || (source && !s.ends(rest)))) {
      int content = s.bound(rest) ? rest + 1 : rest;
      end = extent.contentEnd(n, content, true);
      if (source && s.quote(content) && s.ends(content + 1) && parts.isEmpty()) {
        return gathering.quotation(who, content, "«according to»");
      }
      gathering.addSpan(content, end, parts);
    }
    boolean tail = parts.size() == 1 && !source;
    if (parts.isEmpty() || gathering.words(parts) < 2 || (tail && phraseOnly(start, conjunction))) {
      return false;
    }
    gathering.cover(Math.max(end, p.to()));
    gathering.add(Kind.REPORTED, parts, who, "name and verb in the middle of the clause");
    gathering.open(false);
    return true;
  }

  /** English: said the delegations had spent the day. */
  boolean clauseAfter(Predicate p, int n, Scene.Found who, Adjuncts.Next next) {
    int from =
        next.kind() == Adjuncts.Kind.CLAUSE
            ? next.at()
            : next.kind() == Adjuncts.Kind.QUOTE && grammar.english() && p.verb() != null
                ? adjuncts.clause(s, p)
                : -1;
    if (from < 0 || (!p.takes(Verb.Flag.BARE) && !p.takes(Verb.Flag.TOLD)) || p.negation() >= 0) {
      return false;
    }
    int end = extent.contentEnd(n, from, true);
    if (end - from < 2) {
      return false;
    }
    for (int k = from; k < end; k++) {
      int split = andThat(k, end);
      if (split > 0) {
        gathering.report(p, who, from, k, "name, verb and clause");
        from = split;
        k = split;
      }
    }
    return gathering.report(p, who, from, end, "name, verb and clause");
  }

  /** «After the talks, X spoke»: a phrase of time or place before the subject is no clause. */
  private boolean phraseOnly(int from, int to) {
    if (!grammar.is("place", s.token(from))) {
      return false;
    }
    for (int k = from + 1; k < to; k++) {
      if (grammar.english()
          ? adjuncts.finite(s, k)
          : s.token(k).key().matches(".*(л|ла|ло|ли|лся|лась|ет|ёт|ит|ют|ут|ат|ят|ться|в|є|ть|мо)")
              && s.token(k).key().length() > 3) {
        return false;
      }
    }
    return true;
  }

  /** «повторил то, на чём стоял с апреля: …»: a colon further on, before what is said. */
  boolean colonLater(Predicate p, int n, Scene.Found who) {
    if (p.verb() == null || !p.takes(Verb.Flag.THAT) || !p.own()) {
      return false;
    }
    for (int k = p.to(); k < s.size(); k++) {
      if (s.is(k, ":") && !s.ends(k + 1)) {
        return afterColon(p, n, who, k);
      }
      if (s.is(k, ";") || s.quote(k)) {
        return false;
      }
    }
    return false;
  }
}
