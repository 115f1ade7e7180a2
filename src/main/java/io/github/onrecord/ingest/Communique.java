package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * In a joint communiqué the parties themselves speak: «The Parties agree to …». Elsewhere «the two
 * sides agreed» is the source's own account and no statement.
 */
final class Communique {
  /** So many paragraphs from the start may say what kind of document it is. */
  private static final int HEAD = 5;

  private static final int HEADING_TOKENS = 40;

  /** A news story about an agreement may tell of one thing that the sides agreed. */
  private static final int LEAST_CLAUSES = 2;

  /** An item this many blocks from a clause belongs to the same list. */
  private static final int NEAR = 2;

  private static final String CLAUSE = "clause of a joint communiqué";

  private final String text;
  private final Grammar grammar;
  private final Narrative narrative;

  /** Who is bound by the items below a lead such as «The Parties:», and whether they go on. */
  private @Nullable Lead lead;

  /**
   * The beginning of a clause.
   *
   * @param parties how they are called
   * @param verb index of the first token after them
   * @param bare whether nothing but a colon follows, so that each item is a clause
   */
  private record Lead(Scene.Found parties, int verb, boolean bare) {}

  Communique(String text, Grammar grammar, Narrative narrative) {
    this.text = text;
    this.grammar = grammar;
    this.narrative = narrative;
  }

  /**
   * Reads the paragraphs; clauses of the parties are taken first where the document is joint.
   *
   * @param all the document's paragraphs, headlines too
   * @param narrated those that no other form has taken
   */
  List<Draft> read(List<Paragraph> all, List<Paragraph> narrated) {
    if (!called(all)) {
      return narrative.read(narrated);
    }
    List<Draft> clauses = new ArrayList<>();
    List<Paragraph> rest = new ArrayList<>();
    List<Paragraph> numbered = new ArrayList<>();
    for (Paragraph paragraph : narrated) {
      int before = clauses.size();
      List<Span> others = clauses(paragraph, clauses);
      boolean none = clauses.size() == before;
      if (!others.isEmpty()) {
        rest.add(none ? paragraph : paragraph.with(others));
      }
      if (none && isItem(paragraph)) {
        numbered.add(paragraph);
      }
    }
    if (clauses.size() < LEAST_CLAUSES) {
      return narrative.read(narrated);
    }
    clauses.addAll(narrative.read(rest));
    clauses.addAll(agreed(clauses, numbered));
    return clauses;
  }

  /**
   * Items beside the parties' clauses in which nobody else speaks: the parties agreed on them too.
   */
  private List<Draft> agreed(List<Draft> drafts, List<Paragraph> items) {
    List<Draft> more = new ArrayList<>();
    Draft like = drafts.get(0);
    for (Paragraph item : items) {
      boolean spoken = drafts.stream().anyMatch(d -> d.paragraph() == item.ordinal());
      boolean beside =
          drafts.stream().anyMatch(d -> itemsApart(d, item) && d.reason().equals(CLAUSE));
      boolean lead = item.span().of(text).strip().endsWith(":");
      if (!spoken && beside && !lead && item.quotations().isEmpty()) {
        add(draft(item, like.speaker(), item.span().start(), item.span()), more);
      }
    }
    return more;
  }

  private static boolean itemsApart(Draft draft, Paragraph item) {
    return Math.abs(draft.paragraph() - item.ordinal()) <= NEAR;
  }

  private static boolean isItem(Paragraph paragraph) {
    return paragraph.block().role() == Block.Role.LIST_ITEM || paragraph.marker();
  }

  private boolean called(List<Paragraph> all) {
    for (Paragraph paragraph : all.subList(0, Math.min(HEAD, all.size()))) {
      if (paragraph.tokens().size() < HEADING_TOKENS
          && grammar.list("communique").occursIn(paragraph.tokens())
          && paragraph.quotations().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** Adds a paragraph's clauses; returns the sentences that are none. */
  private List<Span> clauses(Paragraph paragraph, List<Draft> drafts) {
    List<Span> others = new ArrayList<>();
    Lead above = isItem(paragraph) ? lead : null;
    lead = null;
    for (Span span : paragraph.sentences()) {
      List<Token> tokens = paragraph.tokensIn(span.start(), span.end());
      Lead opens = lead(tokens);
      boolean idle = opens == null && grammar.list("group").match(tokens, first(tokens)) > 0;
      if (idle) {
        others.add(span); // the parties again, but doing nothing that binds them
        continue;
      }
      if (opens != null && tokens.get(tokens.size() - 1).is(":")) {
        lead = opens;
      } else if (opens != null && !opens.bare()) {
        add(clause(paragraph, tokens, opens, span), drafts);
      } else if (above != null) {
        add(draft(paragraph, above.parties(), span.start(), span), drafts);
        lead = above;
      } else {
        others.add(span);
      }
    }
    return others;
  }

  private static void add(@Nullable Draft draft, List<Draft> drafts) {
    if (draft != null) {
      drafts.add(draft);
    }
  }

  /** «The Parties agree», «Стороны:» at the head of a clause; null when it opens otherwise. */
  private @Nullable Lead lead(List<Token> tokens) {
    int k = first(tokens);
    int group = grammar.list("group").match(tokens, k);
    if (group == 0) {
      return null;
    }
    int start = k > 0 && tokens.get(k - 1).word() ? k - 1 : k;
    int verb = k + group;
    while (verb < tokens.size()
        && grammar.list("modal").match(tokens, verb) == 0
        && grammar.is("between", tokens.get(verb))) {
      verb++;
    }
    boolean bare =
        (verb < tokens.size() && tokens.get(verb).is(":"))
            || (tokens.get(tokens.size() - 1).is(":")
                && grammar.list("modal").occursIn(tokens, verb, tokens.size()));
    if (!bare && grammar.list("modal").match(tokens, verb) == 0) {
      return null;
    }
    String name = text.substring(tokens.get(start).start(), tokens.get(k + group - 1).end());
    return new Lead(
        new Scene.Found(new Voice.Unnamed(name, null, null, true, Gender.PEOPLE), 0.9, "parties"),
        verb,
        bare);
  }

  /** The first word that is neither article nor the clause's number. */
  private static int first(List<Token> tokens) {
    int k = 0;
    while (k < tokens.size()
        && (tokens.get(k).is("the") || tokens.get(k).is("both") || !tokens.get(k).word())) {
      k++;
    }
    return k;
  }

  private @Nullable Draft clause(
      Paragraph paragraph, List<Token> tokens, Lead opens, Span sentence) {
    int start = opens.verb();
    for (int t = start + 1; t < Math.min(tokens.size(), start + 3); t++) {
      int that = grammar.list("that").match(tokens, t);
      if (that > 0 && t + that < tokens.size()) {
        start = t + that;
        break;
      }
    }
    return draft(paragraph, opens.parties(), tokens.get(start).start(), sentence);
  }

  private @Nullable Draft draft(Paragraph paragraph, Scene.Found parties, int from, Span sentence) {
    Span words = Texts.item(text, from, sentence.end());
    return words == null
        ? null
        : new Draft(
            List.of(words), Kind.REPORTED, parties, CLAUSE, paragraph.ordinal(), sentence, null);
  }
}
