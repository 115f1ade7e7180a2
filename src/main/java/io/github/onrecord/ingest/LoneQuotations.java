package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the speaker of quotations that no sentence introduces: those that hold their author's
 * words, and those that stand alone.
 */
final class LoneQuotations {
  private final String text;
  private final Grammar grammar;
  private final Mentions mentions;
  private final Predicates predicates;
  private final Scene scene;
  private final List<Draft> drafts;

  /**
   * @param drafts the document's statements so far, to which it adds
   */
  LoneQuotations(
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

  /** A whole quotation with the author's words inside its marks, or outside them in a dash. */
  boolean insideQuotation(Paragraph paragraph, Sentence sentence) {
    boolean found = false;
    for (Quotation quotation : sentence.quotations().values()) {
      if (quotation.open() != sentence.span().start()
          && !sentence.is(indexOf(sentence, quotation) - 1, ":")) {
        continue;
      }
      Span inner =
          new Span(
              quotation.wordsStart(), Math.max(quotation.wordsStart() + 1, quotation.wordsEnd()));
      Speech speech =
          Speech.in(text, inner, paragraph.tokensIn(inner.start(), inner.end()), grammar);
      if (speech != null) {
        found |= attributed(paragraph, speech);
      }
    }
    return found;
  }

  private static int indexOf(Sentence sentence, Quotation quotation) {
    for (var entry : sentence.quotations().entrySet()) {
      if (entry.getValue().equals(quotation)) {
        return entry.getKey();
      }
    }
    return -1;
  }

  /** A speech whose author's words say whose it is. */
  boolean attributed(Paragraph paragraph, Speech speech) {
    for (Span insert : speech.inserts()) {
      Sentence sentence =
          Sentence.of(insert, paragraph.tokens(), List.of(), mentions, scene.cast());
      for (Predicate predicate : predicates.in(sentence)) {
        Mention subject = predicate.subject();
        Scene.Found who = null;
        if (subject != null) {
          who = scene.resolve(subject, sentence.tokens(), predicate.agreement());
        } else {
          Voice last = scene.lastSubject();
          who =
              last != null && last.gender().fits(predicate.agreement())
                  ? new Scene.Found(last, 0.6, "subject before")
                  : null;
        }
        if (who != null && !speech.parts().isEmpty()) {
          if (who.voice() instanceof Voice.Named named) {
            named.person().gender(predicate.agreement());
          }
          drafts.add(
              new Draft(
                  speech.parts(),
                  Kind.VERBATIM,
                  who,
                  "name and verb between dashes",
                  paragraph.ordinal(),
                  insert,
                  null));
          scene.saw(who.voice(), true);
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a sentence is nothing but quotations. */
  static boolean standsAlone(Sentence sentence) {
    boolean quoted = false;
    for (int k = 0; k < sentence.size(); k++) {
      if (sentence.quote(k)) {
        quoted = true;
      } else if (!".,—–-".contains(sentence.token(k).key())) {
        return false;
      }
    }
    return quoted;
  }

  void standing(
      Paragraph paragraph,
      Sentence sentence,
      Scene.@Nullable Found announced,
      int continues,
      boolean first) {
    List<Span> parts = new ArrayList<>();
    sentence.quotations().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              Span words =
                  Texts.words(text, entry.getValue().wordsStart(), entry.getValue().wordsEnd());
              if (words != null) {
                parts.add(words);
              }
            });
    if (parts.isEmpty()) {
      return;
    }
    if (continues >= 0) {
      Draft longer = drafts.get(continues);
      List<Span> all = new ArrayList<>(longer.parts());
      all.addAll(parts);
      drafts.set(continues, longer.with(all));
      return;
    }
    Scene.Found who = announced;
    String reason = "quotation after the speaker's announcement";
    if (who == null) {
      Voice voice = first ? scene.lastSubject() : scene.lastSubjectHere();
      Draft last = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
      boolean spoke =
          last != null
              && last.speaker().voice().equals(voice)
              && paragraph.ordinal() - last.paragraph() <= 1;
      if (first && !spoke && scene.speaker() != null) {
        voice = scene.speaker();
      }
      double certainty =
          !first || (voice != null && voice.equals(scene.speaker())) ? 0.7 : spoke ? 0.55 : 0.4;
      who = voice == null ? null : new Scene.Found(voice, certainty, "last subject");
      reason = "quotation alone, after a sentence about the speaker";
    }
    if (who != null && plausible(parts)) {
      scene.saw(who.voice(), true);
      drafts.add(
          new Draft(
              parts, Kind.VERBATIM, who, reason, paragraph.ordinal(), paragraph.span(), null));
    }
  }

  /** A lone quotation of one or two words is a title or a slogan, not a statement. */
  private boolean plausible(List<Span> parts) {
    String words = parts.get(0).of(text).strip();
    return words.split("\\s+", -1).length >= 3 && !words.equals(words.toUpperCase(Locale.ROOT));
  }
}
