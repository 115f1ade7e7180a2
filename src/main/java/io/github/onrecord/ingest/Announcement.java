package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds words in a sentence without a verb of speech: «X struck another tone: “…”», «слова
 * министра: «…»», «X on his way out: the gates open in May».
 */
final class Announcement {
  /** After a name and a colon, fewer words are a heading or a label. */
  private static final int HEADED_WORDS = 3;

  private final Scene scene;
  private final Subjects whose;
  private final Gathering gathering;
  private final Sentence s;
  private final Grammar grammar;
  private final Adjuncts adjuncts;

  Announcement(ParsedSentence parsed, Scene scene, Subjects whose, Gathering gathering) {
    this.scene = scene;
    this.whose = whose;
    this.gathering = gathering;
    this.s = parsed.sentence();
    this.grammar = parsed.grammar();
    this.adjuncts = parsed.adjuncts();
  }

  /** «X struck another tone: “…”»: a colon before a whole quotation needs no verb of speech. */
  void read(List<Voice> subjects) {
    int colon = -1;
    for (int k = 0; k < s.size(); k++) {
      colon = s.is(k, ":") && s.quote(k + 1) && s.ends(k + 2) && colon < 0 ? k : colon;
    }
    for (Mention mention : s.mentions()) {
      int quote = colon < 0 ? wordsOf(mention) : colon + 1;
      boolean subject =
          colon >= 0
              && mention.from() < colon
              && (owner(mention)
                  || relativeBefore(mention, colon)
                  || (mention.nominative() && !whose.afterPreposition(mention)));
      boolean announces = subject || (colon < 0 && quote > 0);
      Scene.Found who = announces ? scene.resolve(mention, s.tokens(), Gender.UNKNOWN) : null;
      if (who != null) {
        Scene.Found less = new Scene.Found(who.voice(), who.certainty() * 0.75, who.how());
        gathering.quotation(less, quote, "name and colon before the quotation");
        subjects.add(who.voice());
        return;
      }
    }
    Voice here = scene.lastSubjectHere();
    int first = grammar.is("and", s.token(0)) ? 1 : 0;
    boolean topic =
        colon > 0
            && (grammar.is("about", s.token(first))
                || (first + 1 < colon && grammar.is("about", s.token(first + 1))));
    if (topic && s.mentions().isEmpty() && here != null && here.official()) {
      gathering.quotation(
          new Scene.Found(here, 0.55, "subject of the sentence before"),
          colon + 1,
          "colon before the quotation");
      subjects.add(here);
      return;
    }
    Voice last = scene.lastSubject();
    if (colon > 0
        && grammar.list("word-for-word").match(s.tokens(), 0) == colon
        && last != null
        && last.official()) {
      gathering.quotation(
          new Scene.Found(last, 0.7, "last subject"), colon + 1, "label before the quotation");
      subjects.add(last);
      return;
    }
    headed(subjects);
  }

  /** «We leave you with X, who came out to smoke: “…”»: what is told of X leads up to the words. */
  private boolean relativeBefore(Mention mention, int colon) {
    boolean relative = false;
    for (int k = mention.coreTo(); k < mention.to(); k++) {
      relative |= grammar.list("which").match(s.tokens(), k) > 0 && s.token(k - 1).comma();
    }
    return relative && mention.to() == colon;
  }

  /** «слова министра: «…»», «a note signed by X: “…”»: whose the quoted words are. */
  private boolean owner(Mention mention) {
    for (int length = 1; length <= 2 && mention.from() >= length; length++) {
      int at = mention.from() - length;
      if (grammar.list("words-of").match(s.tokens(), at) == length) {
        return true;
      }
    }
    return false;
  }

  /** «X on his way out: the gates open in May»: a name, a colon and what was said. */
  private void headed(List<Voice> subjects) {
    Mention mention = s.mentions().isEmpty() ? null : s.mentions().get(0);
    if (mention == null
        || (mention.from() != 0 && !describes(mention.from()))
        || !mention.nominative()
        || (mention.kind() != Mention.Kind.NAME && mention.kind() != Mention.Kind.BODY)) {
      return;
    }
    Mention owner = mention.to() < s.size() ? s.mentionAt(mention.to()) : null;
    int after = owner == null ? mention.to() : owner.to();
    int colon =
        adjuncts.skip(s, s.token(Math.min(after, s.size() - 1)).comma() ? after + 1 : after);
    Scene.Found who =
        s.is(colon, ":") && s.size() - colon > HEADED_WORDS
            ? scene.resolve(mention, s.tokens(), Gender.UNKNOWN)
            : null;
    if (who == null || !who.voice().official()) {
      return;
    }
    List<Span> parts = new ArrayList<>();
    gathering.addSpan(colon + 1, s.size(), parts);
    if (!parts.isEmpty()) {
      Scene.Found less = new Scene.Found(who.voice(), who.certainty() * 0.75, who.how());
      gathering.add(Kind.REPORTED, parts, less, "name and colon before the words");
      gathering.cover(s.size());
      subjects.add(who.voice());
    }
  }

  /** «The host of the talks, X, on the radio: …»: only a description stands before the name. */
  private boolean describes(int name) {
    for (int k = 0; k < name - 1; k++) {
      if (!s.token(k).word() || adjuncts.finite(s, k) || s.mentionAt(k) != null) {
        return false;
      }
    }
    return s.token(name - 1).comma();
  }

  /** «Minister X's words were, “…”»: the quotation that follows a mention so; 0 when none does. */
  private int wordsOf(Mention mention) {
    int k = mention.coreTo();
    int length = s.is(k, "'s") ? grammar.list("words-were").match(s.tokens(), k + 1) : 0;
    int quote = k + 1 + length;
    while (length > 0 && s.bound(quote)) {
      quote++;
    }
    return length > 0 && s.quote(quote) ? quote : 0;
  }
}
