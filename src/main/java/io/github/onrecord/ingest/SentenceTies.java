package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins what one sentence says of another: who announced the sentence before, and whose name the
 * office had that the sentence before left without one.
 */
final class SentenceTies {
  private final String text;
  private final Grammar grammar;
  private final Mentions mentions;
  private final Predicates predicates;
  private final Scene scene;
  private final List<Draft> drafts;

  /**
   * @param drafts the document's statements so far, to which it adds
   */
  SentenceTies(
      String text,
      Grammar grammar,
      Mentions mentions,
      Predicates predicates,
      Scene scene,
      List<Draft> drafts) {
    this.text = text;
    this.grammar = grammar;
    this.mentions = mentions;
    this.predicates = predicates;
    this.scene = scene;
    this.drafts = drafts;
  }

  /**
   * «… . This was announced by X»: what was said is the sentence before, at the end of the
   * paragraph before if need be.
   *
   * @param above the paragraph before, or null
   */
  void saidBefore(Sentence sentence, Paragraph paragraph, @Nullable Paragraph above) {
    int length = grammar.list("this-said").match(sentence.tokens(), 0);
    if (length == 0) {
      return;
    }
    Span before = null;
    for (Span span : paragraph.sentences()) {
      if (span.end() <= sentence.span().start()) {
        before = span;
      }
    }
    Paragraph told = paragraph;
    if (before == null && above != null && above.block().role() == Block.Role.PARAGRAPH) {
      List<Span> sentences = above.sentences();
      before = sentences.isEmpty() ? null : sentences.get(sentences.size() - 1);
      told = above;
    }
    boolean taken = before == null || announces(before, told);
    for (Draft draft : drafts) {
      taken |=
          before != null && draft.around().start() >= before.start() && draft.end() <= before.end();
    }
    if (taken || before == null) {
      return;
    }
    for (Predicate predicate : predicates.in(sentence)) {
      Mention subject = predicate.subject();
      Scene.Found who =
          subject == null ? null : scene.resolve(subject, sentence.tokens(), predicate.agreement());
      Span words = Texts.item(text, before.start(), before.end());
      boolean says = predicate.takes(Verb.Flag.THAT) || predicate.takes(Verb.Flag.COLON);
      if (who != null && words != null && says) {
        drafts.add(
            new Draft(
                List.of(words),
                Kind.REPORTED,
                who,
                "announced in the next sentence",
                paragraph.ordinal(),
                sentence.span(),
                null));
        return;
      }
    }
  }

  /** «The minister commented on the offer. He wrote this online»: what was said is yet to come. */
  private boolean announces(Span span, Paragraph paragraph) {
    Sentence sentence =
        Sentence.of(span, paragraph.tokens(), paragraph.quotations(), mentions, scene.cast());
    return predicates.in(sentence).stream()
        .anyMatch(p -> p.takes(Verb.Flag.COLON) && p.own() && p.from() == 0);
  }

  /**
   * «The commissioner called it absurd. Nadia Rell wants …»: whoever opens a sentence without an
   * office of their own bears the office that the sentence before left without a name.
   */
  void namedAfter(Sentence sentence, Paragraph paragraph) {
    Draft last = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
    if (last == null
        || paragraph.ordinal() - last.paragraph() > 1
        || !(last.speaker().voice() instanceof Voice.Unnamed unnamed)
        || unnamed.role() == null
        || !unnamed.official()) {
      return;
    }
    for (Mention mention : sentence.mentions()) {
      if (mention.kind() != Mention.Kind.NAME
          || !mention.nominative()
          || mention.people().size() != 1) {
        continue;
      }
      Person person = mention.people().get(0);
      boolean near =
          last.paragraph() == paragraph.ordinal()
              || !person.present()
              || name(sentence, mention).contains(" ");
      boolean free =
          near
              && !person.hasOffice()
              && !person.isPrivate()
              && person.gender().fits(unnamed.gender());
      if (free && mention.offices().isEmpty()) {
        String role = unnamed.role();
        List<String> keys =
            Token.of(role, new Span(0, role.length())).stream()
                .filter(t -> t.key().length() > 2)
                .map(OfficeWords::key)
                .toList();
        person.holds(new Person.Office(role, keys, unnamed.side(), last.around().start(), false));
        Scene.Found named =
            new Scene.Found(new Voice.Named(person), 0.7, "named in the next sentence");
        drafts.set(
            drafts.size() - 1,
            new Draft(
                last.parts(),
                last.kind(),
                named,
                last.reason(),
                last.paragraph(),
                last.around(),
                last.quotedBy()));
        scene.saw(named.voice(), true);
      }
      return;
    }
  }

  private static String name(Sentence sentence, Mention mention) {
    StringBuilder words = new StringBuilder();
    for (int k = mention.from(); k < mention.coreTo(); k++) {
      words.append(k > mention.from() ? " " : "").append(sentence.token(k).text());
    }
    return words.toString();
  }
}
