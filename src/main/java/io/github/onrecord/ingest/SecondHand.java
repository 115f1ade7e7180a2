package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks inside verbatim words for direct quotations of other people: «Mrs X said, "…"» in an answer
 * is a statement of Mrs X, quoted by whoever answers.
 */
final class SecondHand {
  private final String text;
  private final Grammar grammar;
  private final Mentions mentions;
  private final Predicates predicates;
  private final Scene scene;
  private final Adjuncts adjuncts;
  private final Sentences sentences;

  SecondHand(
      String text,
      Grammar grammar,
      Mentions mentions,
      Predicates predicates,
      Scene scene,
      Adjuncts adjuncts,
      Sentences sentences) {
    this.text = text;
    this.grammar = grammar;
    this.mentions = mentions;
    this.predicates = predicates;
    this.scene = scene;
    this.adjuncts = adjuncts;
    this.sentences = sentences;
  }

  List<Draft> in(List<Draft> drafts, List<Paragraph> paragraphs) {
    List<Draft> found = new ArrayList<>();
    for (Draft draft : drafts) {
      if (draft.kind() == Kind.VERBATIM && draft.quotedBy() == null) {
        scene.nextParagraph();
        for (Span part : draft.parts()) {
          inside(draft, part, found);
        }
      }
    }
    return found;
  }

  private void inside(Draft outer, Span part, List<Draft> found) {
    List<Quotation> quotations = Quotation.in(text, part);

    SentenceReader reader = new SentenceReader(text, grammar, predicates, scene, adjuncts);
    List<Token> tokens = Token.of(text, part);
    for (Span span : sentences.in(text, part, quotations, grammar.language())) {
      Sentence sentence = Sentence.of(span, tokens, quotations, mentions, scene.cast());
      for (Draft inner : reader.read(sentence, outer.paragraph()).drafts()) {
        boolean other = !inner.speaker().voice().equals(outer.speaker().voice());
        if (inner.kind() == Kind.VERBATIM
            && other
            && inner.speaker().voice() instanceof Voice.Named) {
          found.add(inner.quotedBy(outer.speaker().voice()));
        }
      }
      scene.nextSentence();
    }
  }
}
