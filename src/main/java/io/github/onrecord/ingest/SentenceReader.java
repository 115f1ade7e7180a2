package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds who says what in one sentence.
 *
 * <p>For each predicate of speech, in order: whose it is; then what is said, by the first pattern
 * that fits: a quotation before it, words after a colon, a quotation after it, a clause after
 * «that», a clause around it, a clause after it, its object. What one predicate covers is not
 * looked at again, so that a statement within a statement stays inside it.
 */
final class SentenceReader {
  private final String text;
  private final Grammar grammar;
  private final Predicates predicates;
  private final Scene scene;
  private final Adjuncts adjuncts;

  /**
   * What a sentence brought.
   *
   * @param drafts statements, in order
   * @param pending who is about to speak when the sentence ends with a colon, or null
   * @param open whether the last statement is a quotation that the next one may continue
   */
  record Result(List<Draft> drafts, Scene.@Nullable Found pending, boolean open) {
    Result {
      drafts = List.copyOf(drafts);
    }
  }

  SentenceReader(
      String text, Grammar grammar, Predicates predicates, Scene scene, Adjuncts adjuncts) {
    this.text = text;
    this.grammar = grammar;
    this.predicates = predicates;
    this.scene = scene;
    this.adjuncts = adjuncts;
  }

  /** Reads a sentence of a paragraph and tells the scene who appeared in it. */
  Result read(Sentence sentence, int paragraph) {
    return new Reading(sentence, paragraph).run();
  }

  private final class Reading {
    private final Sentence s;
    private final List<Predicate> found;
    private final Gathering gathering;
    private final Subjects whose;
    private final QuotedWords quoted;
    private final ReportedWords reported;
    private final ObjectWords object;
    private final Announcement announcement;

    Reading(Sentence sentence, int paragraph) {
      this.s = sentence;
      this.found = predicates.in(sentence);
      ParsedSentence parsed = new ParsedSentence(text, sentence, found, grammar, adjuncts);
      Extent extent = new Extent(parsed);
      this.gathering = new Gathering(parsed, paragraph);
      this.whose = new Subjects(parsed, scene, extent);
      this.quoted = new QuotedWords(parsed, gathering);
      this.reported = new ReportedWords(parsed, gathering, extent);
      this.object = new ObjectWords(parsed, gathering, extent);
      this.announcement = new Announcement(parsed, scene, whose, gathering);
    }

    Result run() {
      Scene.@Nullable Found before = null;
      Predicate last = null;
      List<Voice> subjects = new ArrayList<>();
      int tail = tail();
      for (int n = 0; n < found.size(); n++) {
        Predicate predicate = found.get(n);
        boolean asked =
            predicate.from() > 0 && grammar.is("whether", s.token(predicate.from() - 1));
        if (asked || (n < tail && predicate.at() < found.get(tail).from())) {
          continue;
        }
        boolean nested = predicate.at() < gathering.covered();
        if (nested && !(predicate.verb() != null && predicate.to() > gathering.covered())) {
          continue;
        }
        Scene.Found who = whose.speaker(predicate, before, last);
        if (who == null) {
          continue;
        }
        if (who.voice() instanceof Voice.Named named && predicate.agreement() != Gender.UNKNOWN) {
          named.person().gender(predicate.agreement());
        }
        before = who;
        last = predicate;
        subjects.add(who.voice());
        if (predicate.verb() == null || !silent(predicate)) {
          content(predicate, n, who);
        }
      }
      if (gathering.drafts().isEmpty() && gathering.pending() == null && subjects.isEmpty()) {
        announcement.read(subjects);
      } else if (gathering.drafts().isEmpty()
          && gathering.pending() == null
          && s.is(s.size() - 1, ":")) {
        gathering.awaits(before);
      }
      note(subjects);
      return new Result(gathering.drafts(), gathering.pending(), gathering.isOpen());
    }

    /**
     * «The ministry expects rain, its spokesman said»: the remark that closes a sentence, by its
     * index, says whose all of it is; -1 when there is none.
     */
    private int tail() {
      int n = found.size() - 1;
      if (n < 1) {
        return -1;
      }
      Predicate p = found.get(n);
      Mention subject = p.subject();
      int left = p.from() - 1;
      boolean closes =
          p.own()
              && (p.takes(Verb.Flag.THAT) || p.takes(Verb.Flag.BARE))
              && s.token(Math.max(0, left)).comma()
              && !s.quote(left - 1)
              && s.ends(adjuncts.skip(s, p.to()));
      for (int k = left; k >= 0 && closes; k--) {
        closes = !s.is(k, ";") && !s.is(k, ":");
      }
      Scene.Found who =
          closes && subject != null ? scene.resolve(subject, s.tokens(), p.agreement()) : null;
      return who != null && who.voice().official() ? n : -1;
    }

    /** Tells the scene who was mentioned: speakers as subjects, others as they stand. */
    private void note(List<Voice> subjects) {
      boolean open = subjects.isEmpty();
      for (Mention mention : s.mentions()) {
        boolean reported =
            mention.from() < gathering.covered()
                && !gathering.drafts().isEmpty()
                && insideReport(mention);
        if (reported) {
          continue;
        }
        boolean pronoun = mention.kind() == Mention.Kind.PRONOUN;
        Scene.Found who =
            pronoun
                ? scene.pronoun(mention.gender())
                : scene.resolve(mention, s.tokens(), Gender.UNKNOWN);
        if (who == null || who.certainty() < 0.5 || (pronoun && !open)) {
          open &= !(pronoun && mention.nominative());
          continue;
        }
        boolean leads = open && mention.nominative() && !whose.afterPreposition(mention);
        scene.saw(who.voice(), leads);
        open &= !leads;
      }
      subjects.forEach(voice -> scene.saw(voice, true));
    }

    private boolean insideReport(Mention mention) {
      int at = s.token(mention.from()).start();
      return gathering.drafts().stream()
          .anyMatch(d -> d.parts().stream().anyMatch(p -> p.start() <= at && at < p.end()));
    }

    /** Whether nothing is said: «declined to comment», «did not say». */
    private boolean silent(Predicate predicate) {
      int to =
          Math.min(
              s.size(),
              predicate.at() + (predicate.verb() == null ? 1 : predicate.verb().words()) + 4);
      boolean refusal = predicate.takes(Verb.Flag.KEEP) && predicate.takes(Verb.Flag.OBJECT);
      boolean keeps =
          predicate.takes(Verb.Flag.OBJECT)
              || predicate.takes(Verb.Flag.KEEP)
              || predicate.takes(Verb.Flag.WISH);
      if (predicate.negation() >= 0 && !keeps) {
        return true;
      }
      int next = predicate.at() + (predicate.verb() == null ? 1 : predicate.verb().words());
      for (int k = next; k < Math.min(to, next + 2); k++) {
        if (Set.of("nothing", "little", "ничего", "нічого", "no").contains(s.token(k).key())
            && !refusal) {
          return s.token(k).is("no")
              ? s.is(k + 1, "comment") || s.is(k + 1, "more")
              : !s.is(k + 1, "that")
                  && (s.ends(k + 1)
                      || s.bound(k + 1)
                      || s.is(k + 1, "about")
                      || s.is(k + 1, "in")
                      || s.is(k + 1, "о")
                      || s.is(k + 1, "про"));
        }
      }
      return refusal
          && (grammar.list("silent").occursIn(s.tokens(), next, to)
              || grammar.list("silent").occursIn(s.tokens(), predicate.from(), predicate.at()));
    }

    private void content(Predicate p, int n, Scene.Found who) {
      gathering.about(p);
      if (p.verb() == null && quoted.introducedLater(n)) {
        return;
      }
      int which = p.from() - 1;
      if (which > 1
          && s.token(which - 1).comma()
          && grammar.list("which").match(s.tokens(), which) == 1
          && s.bound(p.to())) {
        reported.around(p, n, who, which - 1, p.to());
        return;
      }
      if (quoted.before(p, n, who)) {
        return;
      }
      Adjuncts.Next next = adjuncts.after(s, p);
      boolean done =
          switch (next.kind()) {
            case COLON -> reported.afterColon(p, n, who, next.at());
            case QUOTE -> quoted.after(p, n, who, next.at());
            case THAT -> reported.thatClause(p, n, who, next.at());
            default -> false;
          };
      if (!done
          && !reported.clauseAround(p, n, who)
          && !reported.clauseAfter(p, n, who, next)
          && !object.before(p, n, who)
          && !object.after(p, n, who)) {
        reported.colonLater(p, n, who);
      }
    }
  }
}
