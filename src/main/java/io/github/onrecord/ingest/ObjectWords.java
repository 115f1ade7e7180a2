package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds statements that are a verb and its object: «offered a fee», «denied the report», «слухи
 * спростував».
 */
final class ObjectWords {
  /** «обратила внимание собравшихся на полную неготовность»: so near stands the noun. */
  private static final int NOUN_WITHIN = 6;

  private final Gathering gathering;
  private final Extent extent;
  private final Sentence s;
  private final Grammar grammar;
  private final Adjuncts adjuncts;

  ObjectWords(ParsedSentence parsed, Gathering gathering, Extent extent) {
    this.gathering = gathering;
    this.extent = extent;
    this.s = parsed.sentence();
    this.grammar = parsed.grammar();
    this.adjuncts = parsed.adjuncts();
  }

  /** Offered a fee; called it a price; denied the report. */
  boolean after(Predicate p, int n, Scene.Found who) {
    boolean keeps = p.takes(Verb.Flag.OBJECT) || p.takes(Verb.Flag.KEEP);
    if (!keeps && p.takes(Verb.Flag.NOUN) && p.negation() < 0) {
      return standpoint(p, n, who);
    }
    boolean wishes = p.takes(Verb.Flag.WISH) && who.voice() instanceof Voice.Named;
    if (p.verb() == null
        || (!keeps && !wishes)
        || (p.verb().form() == Verb.Form.GERUND && !quotedObject(p))) {
      return false;
    }
    int start = p.negation() >= 0 ? p.negation() : p.at();
    int first = p.at() + p.verb().words();
    int end = extent.contentEnd(n, Math.max(p.to(), first), false);
    boolean empty =
        end - first < 1 || (grammar.english() && end - first <= 3 && s.is(end - 1, "so"));
    if (empty) {
      return false;
    }
    if (p.subject() != null && p.subject().from() > p.at()) {
      // «назвал цену X, отвечающий за тарифы»: the subject stands between verb and object.
      List<Span> parts = new ArrayList<>();
      if (p.subject().to() >= end) {
        return false;
      }
      gathering.addSpan(start, p.at() + p.verb().words(), parts);
      gathering.addSpan(p.subject().to(), end, parts);
      gathering.cover(end);
      gathering.add(Kind.REPORTED, parts, who, "verb kept with its object");
      return true;
    }
    return gathering.report(p, who, start, end, "verb kept with its object");
  }

  /**
   * «underscored the need for a list», «обратил внимание гостей на готовность моста»: the noun says
   * where the speaker stands, the verb is cut off. A gerund's subject is the sentence's.
   */
  private boolean standpoint(Predicate p, int n, Scene.Found who) {
    int start = p.to();
    for (int k = start; k < Math.min(s.size(), start + NOUN_WITHIN) && s.token(k).word(); k++) {
      if (grammar.is("onto", s.token(k))) {
        start = k + 1;
      } else if (grammar.is("standpoint", s.token(k))) {
        return gathering.report(
            p, who, start, extent.contentEnd(n, k, false), "verb and noun of standpoint");
      }
    }
    return false;
  }

  /** «…, branding the offer “a joke”»: a gerund is a statement only with words quoted in it. */
  private boolean quotedObject(Predicate p) {
    for (int k = p.to(); k < s.size() && !s.bound(k); k++) {
      if (s.quote(k)) {
        return s.bound(p.at() - 1);
      }
    }
    return false;
  }

  /** «Слухи про це речник спростував», «Срок она назвала „крайним“»: the object comes first. */
  boolean before(Predicate p, int n, Scene.Found who) {
    boolean keeps = p.takes(Verb.Flag.OBJECT) || p.takes(Verb.Flag.KEEP);
    int start = Math.max(gathering.covered(), extent.clauseBegin(p.from()));
    Verb verb = p.verb();
    if (grammar.english()
        || verb == null
        || !keeps
        || p.negation() >= 0
        || p.subject() == null
        || p.subject().from() > p.at()
        || !objectLike(start, p.from())) {
      return false;
    }
    int verbEnd = p.at() + verb.words();
    int rest = adjuncts.skip(s, verbEnd);
    int end = extent.contentEnd(n, rest, false);
    if (!s.quote(rest) && rest < end) {
      return false;
    }
    List<Span> parts = new ArrayList<>();
    gathering.addSpan(start, p.from(), parts);
    gathering.addSpan(p.at(), verbEnd, parts);
    gathering.addSpan(rest, end, parts);
    gathering.cover(Math.max(end, verbEnd));
    gathering.add(Kind.REPORTED, parts, who, "verb kept with its object");
    gathering.open(false);
    return true;
  }

  /** Whether a stretch before the subject can be what the verb is about, not when or where. */
  private boolean objectLike(int from, int to) {
    if (from >= to || grammar.is("place", s.token(from)) || grammar.is("that", s.token(from))) {
      return false;
    }
    for (int k = from; k < to; k++) {
      Token token = s.token(k);
      if (token.word() && !grammar.is("between", token) && !adjuncts.day(s, k)) {
        return true;
      }
    }
    return false;
  }
}
