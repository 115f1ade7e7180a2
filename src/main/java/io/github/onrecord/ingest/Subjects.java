package io.github.onrecord.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Tells whose a predicate is: its own subject, that of a predicate before it, that of the sentence,
 * or that of the sentence before.
 */
final class Subjects {
  private final Scene scene;
  private final Extent extent;
  private final Sentence s;
  private final Grammar grammar;
  private final Adjuncts adjuncts;

  Subjects(ParsedSentence parsed, Scene scene, Extent extent) {
    this.scene = scene;
    this.extent = extent;
    this.s = parsed.sentence();
    this.grammar = parsed.grammar();
    this.adjuncts = parsed.adjuncts();
  }

  Scene.@Nullable Found speaker(
      Predicate predicate, Scene.@Nullable Found before, @Nullable Predicate last) {
    Mention subject = predicate.subject();
    if (subject != null) {
      if (subject.kind() == Mention.Kind.PRONOUN && subject.gender() != Gender.PEOPLE) {
        Scene.Found here = earlierHere(predicate, subject, before);
        if (here != null) {
          return here;
        }
      }
      return scene.resolve(subject, s.tokens(), predicate.agreement());
    }
    boolean gerund = predicate.verb() != null && predicate.verb().form() == Verb.Form.GERUND;
    if (before != null
        && last != null
        && (gerund || before.voice().gender().fits(predicate.agreement()))
        && (gerund || coordinated(predicate) || !grammar.english())) {
      return new Scene.Found(before.voice(), before.certainty() * 0.95, before.how());
    }
    for (Mention mention : s.mentions()) {
      boolean usable =
          mention.from() < predicate.at()
              && mention.nominative()
              && (mention.kind() != Mention.Kind.PRONOUN || gerund)
              && !afterPreposition(mention)
              && (gerund || !grammar.english() || coordinated(predicate));
      if (usable) {
        Scene.Found who = scene.resolve(mention, s.tokens(), predicate.agreement());
        if (who != null && (gerund || who.voice().gender().fits(predicate.agreement()))) {
          return new Scene.Found(who.voice(), who.certainty() * 0.8, "subject of the sentence");
        }
      }
    }
    if (grammar.english() || gerund || unknownBefore(predicate) || !opens(predicate)) {
      return null;
    }
    Voice voice = scene.lastSubjectHere();
    if (predicate.agreement() == Gender.PEOPLE) {
      return voice instanceof Voice.Unnamed body && body.official()
          ? new Scene.Found(body, 0.7, "body of the sentence before")
          : null;
    }
    return voice != null && voice.gender().fits(predicate.agreement())
        ? new Scene.Found(voice, 0.7, "subject of the sentence before")
        : null;
  }

  /** Whether a name that is nobody's on the scene stands before the verb: its subject, maybe. */
  private boolean unknownBefore(Predicate predicate) {
    int k = predicate.negation() >= 0 ? predicate.negation() - 1 : predicate.at() - 1;
    while (k > 0 && grammar.is("between", s.token(k))) {
      k--;
    }
    return k >= 0
        && s.token(k).capital()
        && !grammar.is("between", s.token(k))
        && !grammar.is("place", s.token(k))
        && !grammar.is("and", s.token(k))
        && s.mentionAt(k) == null;
  }

  private boolean opens(Predicate predicate) {
    return predicate.from() == 0
        || (predicate.from() == 1 && grammar.is("and", s.token(0)))
        || s.bound(predicate.from() - 1)
        || s.quote(predicate.from() - 1);
  }

  /** A pronoun means somebody named earlier in the same sentence only as its subject. */
  private Scene.@Nullable Found earlierHere(
      Predicate predicate, Mention pronoun, Scene.@Nullable Found before) {
    if (before != null
        && before.voice().gender().fits(pronoun.gender())
        && !(before.voice() instanceof Voice.Unnamed u && u.gender() == Gender.PEOPLE)) {
      return new Scene.Found(before.voice(), before.certainty() * 0.95, "pronoun");
    }
    if (predicate.verb() == null) {
      Scene.Found earlier =
          scene.lastSubjectHere() == null ? null : scene.pronoun(pronoun.gender());
      if (earlier != null && earlier.voice().equals(scene.lastSubjectHere())) {
        return earlier;
      }
    }
    boolean remark =
        s.bound(predicate.from() - 1)
            && (s.bound(predicate.to()) || s.ends(adjuncts.skip(s, predicate.to())));
    for (Mention mention : s.mentions()) {
      if (mention.from() >= pronoun.from()
          || (remark && mention.from() >= extent.clauseBegin(predicate.from()))) {
        break; // «X, said she, was late»: not X
      }
      if (mention.nominative()
          && mention.kind() != Mention.Kind.PRONOUN
          && !afterPreposition(mention)) {
        Scene.Found who = scene.resolve(mention, s.tokens(), pronoun.gender());
        if (who != null
            && who.voice().gender().fits(pronoun.gender())
            && who.voice() instanceof Voice.Named) {
          return new Scene.Found(who.voice(), 0.85, "pronoun");
        }
      }
    }
    return null;
  }

  private boolean coordinated(Predicate predicate) {
    int k = predicate.from() - 1;
    return k >= 0 && (grammar.is("and", s.token(k)) || s.token(k).comma());
  }

  boolean afterPreposition(Mention mention) {
    return mention.from() > 0 && grammar.is("place", s.token(mention.from() - 1));
  }
}
