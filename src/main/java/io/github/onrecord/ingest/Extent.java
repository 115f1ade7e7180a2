package io.github.onrecord.ingest;

import java.util.List;
import java.util.Set;

/**
 * How far what one predicate says reaches: to the next clause that is another's, to a remark that
 * closes the sentence, or to the sentence's end.
 */
final class Extent {
  /** Whom one told, and when, takes no more words. */
  private static final int TOLD_WORDS = 8;

  /** Between «but» and the next subject stand no more words of time. */
  private static final int APART = 6;

  private final Sentence s;
  private final List<Predicate> found;
  private final Grammar grammar;
  private final Adjuncts adjuncts;

  Extent(ParsedSentence parsed) {
    this.s = parsed.sentence();
    this.found = parsed.found();
    this.grammar = parsed.grammar();
    this.adjuncts = parsed.adjuncts();
  }

  /** Where what predicate {@code n} says ends, if it begins at a token. */
  int contentEnd(int n, int start, boolean clause) {
    int end = s.size();
    for (int k = start; k < end; k++) {
      boolean quoted = s.is(k, ":") && s.quote(k + 1) && s.ends(k + 2);
      if ((quoted && k > start) || (subordinate(found.get(n)) && s.token(k).comma())) {
        end = k;
      }
    }
    for (int m = n + 1; m < found.size(); m++) {
      Predicate q = found.get(m);
      if (q.at() <= start || q.from() <= start) {
        continue;
      }
      int stop = stopsAt(found.get(n), q, start, clause);
      if (stop > start) {
        end = Math.min(end, stop);
        break;
      }
    }
    for (int k = start; k < end; k++) {
      int relayed = k > start ? s.relay(k, grammar) : k;
      if (relayed > k && (relayed >= end || s.ends(relayed))) {
        end = k;
        break;
      }
      if (s.token(k).comma() && grammar.list("aside").match(s.tokens(), k + 1) > 0) {
        int close = k + 1;
        while (close < end && !s.token(close).comma()) {
          close++;
        }
        if (close >= end - 1) {
          end = k;
        }
      }
    }
    while (end > start && (".!…,;:".contains(s.token(end - 1).key()) || s.token(end - 1).dash())) {
      end--;
    }
    return end;
  }

  int clauseBegin(int left) {
    for (int k = left - 1; k >= 0; k--) {
      if (s.is(k, ";") || s.is(k, ":")) {
        return k + 1;
      }
    }
    int k = 0;
    while (k < left && (s.bound(k) || (grammar.is("and", s.token(k)) && k == 0))) {
      k++;
    }
    return k;
  }

  /** «Four months after X said that …, there are two»: the clause ends at the comma. */
  private boolean subordinate(Predicate p) {
    return grammar.english()
        && p.from() > 0
        && Set.of(
                "after",
                "before",
                "when",
                "since",
                "while",
                "until",
                "once",
                "because",
                "although",
                "though")
            .contains(s.token(p.from() - 1).key());
  }

  private int stopsAt(Predicate p, Predicate q, int start, boolean clause) {
    int k = q.from() - 1;
    if (q.verb() != null && q.verb().form() == Verb.Form.GERUND) {
      Adjuncts.Next next = adjuncts.after(s, q);
      boolean says =
          next.kind() == Adjuncts.Kind.THAT
              || next.kind() == Adjuncts.Kind.COLON
              || (next.kind() == Adjuncts.Kind.CLAUSE && q.takes(Verb.Flag.BARE));
      return s.bound(k) && says ? k : -1;
    }
    if (q.own()) {
      for (int semicolon = k; semicolon > start; semicolon--) {
        if (s.is(semicolon, ";")) {
          return semicolon;
        }
      }
      int before = k;
      while (before > start + 1
          && k - before < APART
          && s.token(before).word()
          && !grammar.is("contrast", s.token(before))) {
        before--;
      }
      if (!grammar.english() && s.bound(before - 1) && grammar.is("contrast", s.token(before))) {
        return before - 1;
      }
      boolean contrast =
          k > start
              && grammar.is("contrast", s.token(k))
              && (s.bound(k - 1) || (grammar.english() && !grammar.is("and", s.token(k))));
      boolean parenthetical = s.bound(k) && (s.ends(adjuncts.skip(s, q.to())) || toldAtTheEnd(q));
      if (contrast) {
        return s.bound(k - 1) ? k - 1 : k;
      }
      return parenthetical ? k : -1;
    }
    if (k <= start || !agrees(p, q)) {
      return -1;
    }
    if (grammar.is("and", s.token(k))) {
      boolean comma = s.bound(k - 1);
      return comma ? k - 1 : clause && grammar.english() && !q.takes(Verb.Flag.BARE) ? -1 : k;
    }
    return !clause && s.token(k).comma() ? k : -1;
  }

  /**
   * «…, he told state television on Monday»: the remark that ends a sentence names who was told.
   */
  private boolean toldAtTheEnd(Predicate q) {
    if (!q.takes(Verb.Flag.TOLD) || s.size() - q.to() > TOLD_WORDS) {
      return false;
    }
    for (int k = q.to(); k < s.size() - 1; k++) {
      if (!s.token(k).word() || grammar.is("that", s.token(k)) || adjuncts.finite(s, k)) {
        return false;
      }
    }
    return true;
  }

  private boolean agrees(Predicate p, Predicate q) {
    if (p.verb() == null || q.verb() == null) {
      return false;
    }
    return p.verb().form() == q.verb().form();
  }
}
