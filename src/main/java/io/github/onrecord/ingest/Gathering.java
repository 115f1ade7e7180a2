package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statements that a sentence has brought so far, and what of it they cover; filled by one
 * thread.
 */
final class Gathering {
  private final String text;
  private final Sentence s;
  private final List<Predicate> found;
  private final int paragraph;
  private final List<Draft> drafts = new ArrayList<>();
  private final Set<Integer> usedQuotes = new HashSet<>();
  private int covered;
  private Scene.@Nullable Found pending;
  private boolean open;
  private int verbAt;

  Gathering(ParsedSentence parsed, int paragraph) {
    this.text = parsed.text();
    this.s = parsed.sentence();
    this.found = parsed.found();
    this.paragraph = paragraph;
    this.verbAt = s.span().start();
  }

  /** Says which predicate the statements to come belong to. */
  void about(Predicate predicate) {
    verbAt = s.token(predicate.at()).start();
  }

  List<Draft> drafts() {
    return drafts;
  }

  /** The token up to which the sentence is said by somebody already. */
  int covered() {
    return covered;
  }

  void cover(int to) {
    covered = Math.max(covered, to);
  }

  /** Whether the last statement is a quotation that the next sentence may continue. */
  boolean isOpen() {
    return open;
  }

  void open(boolean goesOn) {
    open = goesOn;
  }

  /** Who is about to speak when the sentence ends with a colon, or null. */
  Scene.@Nullable Found pending() {
    return pending;
  }

  void awaits(Scene.@Nullable Found who) {
    pending = who;
  }

  boolean isUsed(int quote) {
    return usedQuotes.contains(quote);
  }

  int coveredStart() {
    return covered == 0 ? 0 : s.token(Math.min(covered, s.size()) - 1).start();
  }

  boolean quotation(Scene.Found who, int quote, String reason) {
    List<Span> parts = new ArrayList<>();
    int q = quote;
    addWords(q, parts);
    while (s.quote(q + 1) || (s.bound(q + 1) && s.quote(q + 2))) {
      q += s.quote(q + 1) ? 1 : 2;
      addWords(q, parts);
    }
    if (parts.isEmpty()) {
      return false;
    }
    covered = Math.max(covered, q + 1);
    add(Kind.VERBATIM, parts, who, reason);
    open = s.ends(q + 1);
    return true;
  }

  boolean report(Predicate p, Scene.Found who, int from, int to, String reason) {
    List<Span> parts = new ArrayList<>();
    int start = from;
    for (Predicate q : found) {
      boolean remark =
          q.at() != p.at()
              && q.own()
              && q.from() > start
              && q.to() < to
              && s.bound(q.from() - 1)
              && s.bound(q.to())
              && q.subject() != null
              && q.subject().kind() == Mention.Kind.PRONOUN;
      if (remark) {
        addSpan(start, q.from() - 1, parts);
        start = q.to();
      }
    }
    addSpan(start, to, parts);
    if (parts.isEmpty() || words(parts) < 1) {
      return false;
    }
    covered = Math.max(covered, to);
    add(Kind.REPORTED, parts, who, reason);
    open = false;
    if (s.is(to, ":") && s.quote(to + 1)) {
      quotation(who, to + 1, "quotation after the speaker's clause");
    }
    return true;
  }

  long words(List<Span> parts) {
    long words = 0;
    for (Span part : parts) {
      words +=
          Token.of(text, part).stream()
              .filter(t -> t.word() || t.type() == Token.Type.NUMBER)
              .count();
    }
    return words;
  }

  void addWords(int quote, List<Span> parts) {
    Quotation quotation = s.quotations().get(quote);
    if (quotation != null && usedQuotes.add(quote)) {
      Span span = Texts.words(text, quotation.wordsStart(), quotation.wordsEnd());
      if (span != null) {
        parts.add(span);
      }
    }
  }

  void addSpan(int from, int to, List<Span> parts) {
    int start = from;
    int end = to;
    while ((start < end && ",;:".contains(s.token(start).key()))
        || (start < end && s.token(start).dash())) {
      start++;
    }
    while (end > start && (".,;:!…".contains(s.token(end - 1).key()) || s.token(end - 1).dash())) {
      end--;
    }
    if (end > start) {
      parts.add(new Span(s.token(start).start(), s.token(end - 1).end()));
      for (int k = start; k < end; k++) {
        if (s.quote(k)) {
          usedQuotes.add(k);
        }
      }
    }
  }

  void add(Kind kind, List<Span> parts, Scene.Found who, String reason) {
    List<Span> ordered = new ArrayList<>(parts);
    ordered.sort(null);
    drafts.add(new Draft(ordered, kind, who, reason, paragraph, s.span(), verbAt, null));
  }
}
