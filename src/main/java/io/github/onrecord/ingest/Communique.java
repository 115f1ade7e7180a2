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
  private static final int HEAD = 5;
  private static final int HEADING_TOKENS = 40;

  private final String text;
  private final Grammar grammar;
  private final Narrative narrative;

  Communique(String text, Grammar grammar, Narrative narrative) {
    this.text = text;
    this.grammar = grammar;
    this.narrative = narrative;
  }

  /** Reads the paragraphs; clauses of the parties are taken first where the document is joint. */
  List<Draft> read(List<Paragraph> all, List<Paragraph> narrated) {
    if (!joint(all)) {
      return narrative.read(narrated);
    }
    List<Draft> clauses = new ArrayList<>();
    List<Paragraph> rest = new ArrayList<>();
    for (Paragraph paragraph : narrated) {
      List<Draft> here = clauses(paragraph);
      if (here.isEmpty()) {
        rest.add(paragraph);
      }
      clauses.addAll(here);
    }
    clauses.addAll(narrative.read(rest));
    return clauses;
  }

  private boolean joint(List<Paragraph> all) {
    int seen = 0;
    for (Paragraph paragraph : all) {
      if (seen++ >= HEAD) {
        break;
      }
      boolean heading = paragraph.tokens().size() < HEADING_TOKENS;
      if (heading
          && grammar.list("communique").occursIn(paragraph.tokens())
          && paragraph.quotations().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private List<Draft> clauses(Paragraph paragraph) {
    List<Draft> drafts = new ArrayList<>();
    for (Span span : paragraph.sentences()) {
      Draft draft = clause(paragraph, paragraph.tokensIn(span.start(), span.end()), span);
      if (draft != null) {
        drafts.add(draft);
      }
    }
    return drafts;
  }

  private @Nullable Draft clause(Paragraph paragraph, List<Token> tokens, Span sentence) {
    int k = 0;
    while (k < tokens.size()
        && (tokens.get(k).is("the")
            || tokens.get(k).is("both")
            || tokens.get(k).type() == Token.Type.NUMBER
            || !tokens.get(k).word())) {
      k++;
    }
    int group = grammar.list("group").match(tokens, k);
    if (group == 0) {
      return null;
    }
    int verb = k + group;
    while (verb < tokens.size()
        && (grammar.is("between", tokens.get(verb)) || tokens.get(verb).is("have"))) {
      verb++;
    }
    if (grammar.list("modal").match(tokens, verb) == 0 || tokens.get(tokens.size() - 1).is(":")) {
      return null;
    }
    int from = verb;
    for (int t = verb + 1; t < Math.min(tokens.size(), verb + 3); t++) {
      int that = grammar.list("that").match(tokens, t);
      if (that > 0) {
        from = t + that;
        break;
      }
    }
    if (from >= tokens.size()) {
      return null;
    }
    Span words = Texts.item(text, tokens.get(from).start(), sentence.end());
    if (words == null) {
      return null;
    }
    int start = k > 0 && tokens.get(k - 1).word() ? k - 1 : k;
    String description = text.substring(tokens.get(start).start(), tokens.get(k + group - 1).end());
    Voice.Unnamed parties = new Voice.Unnamed(description, null, null, true, Gender.PEOPLE);
    return new Draft(
        List.of(words),
        Kind.REPORTED,
        new Scene.Found(parties, 0.9, "parties"),
        "clause of a joint communiqué",
        paragraph.ordinal(),
        sentence,
        null);
  }
}
