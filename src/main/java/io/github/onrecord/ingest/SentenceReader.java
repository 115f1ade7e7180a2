package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.HashSet;
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
  /** After a name and a colon, fewer words are a heading or a label. */
  private static final int HEADED_WORDS = 3;

  /** Whom one told, and when, takes no more words. */
  private static final int TOLD_WORDS = 8;

  /** Between «but» and the next subject stand no more words of time. */
  private static final int APART = 6;

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
    private final int paragraph;
    private final List<Predicate> found;
    private final List<Draft> drafts = new ArrayList<>();
    private final Set<Integer> usedQuotes = new HashSet<>();
    private int covered;
    private Scene.@Nullable Found pending;
    private boolean open;
    private int verbAt;

    Reading(Sentence sentence, int paragraph) {
      this.s = sentence;
      this.paragraph = paragraph;
      this.found = predicates.in(sentence);
      this.verbAt = sentence.span().start();
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
        boolean nested = predicate.at() < covered;
        if (nested && !(predicate.verb() != null && predicate.to() > covered)) {
          continue;
        }
        Scene.Found who = speaker(predicate, before, last);
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
      if (drafts.isEmpty() && pending == null && subjects.isEmpty()) {
        announced(subjects);
      } else if (drafts.isEmpty() && pending == null && s.is(s.size() - 1, ":")) {
        pending = before;
      }
      note(subjects);
      return new Result(drafts, pending, open);
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

    /** «X struck another tone: “…”»: a colon before a whole quotation needs no verb of speech. */
    private void announced(List<Voice> subjects) {
      int colon = -1;
      for (int k = 0; k < s.size(); k++) {
        colon = s.is(k, ":") && s.quote(k + 1) && s.ends(k + 2) && colon < 0 ? k : colon;
      }
      for (Mention mention : s.mentions()) {
        int quote = colon < 0 ? wordsOf(mention) : colon + 1;
        boolean subject =
            colon >= 0
                && mention.from() < colon
                && (owner(mention) || (mention.nominative() && !afterPreposition(mention)));
        boolean announces = subject || (colon < 0 && quote > 0);
        Scene.Found who = announces ? scene.resolve(mention, s.tokens(), Gender.UNKNOWN) : null;
        if (who != null) {
          Scene.Found less = new Scene.Found(who.voice(), who.certainty() * 0.75, who.how());
          quotation(less, quote, "name and colon before the quotation");
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
        quotation(
            new Scene.Found(here, 0.55, "subject of the sentence before"),
            colon + 1,
            "colon before the quotation");
        subjects.add(here);
        return;
      }
      headed(subjects);
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

    /**
     * «Minister X's words were, “…”»: the quotation that follows a mention so; 0 when none does.
     */
    private int wordsOf(Mention mention) {
      int k = mention.coreTo();
      int length = s.is(k, "'s") ? grammar.list("words-were").match(s.tokens(), k + 1) : 0;
      int quote = k + 1 + length;
      while (length > 0 && s.bound(quote)) {
        quote++;
      }
      return length > 0 && s.quote(quote) ? quote : 0;
    }

    /** «X on his way out: the gates open in May»: a name, a colon and what was said. */
    private void headed(List<Voice> subjects) {
      Mention mention = s.mentions().isEmpty() ? null : s.mentions().get(0);
      if (mention == null
          || mention.from() != 0
          || !mention.nominative()
          || (mention.kind() != Mention.Kind.NAME && mention.kind() != Mention.Kind.BODY)) {
        return;
      }
      Mention owner = mention.to() < s.size() ? s.mentionAt(mention.to()) : null;
      int colon = adjuncts.skip(s, owner == null ? mention.to() : owner.to());
      Scene.Found who =
          s.is(colon, ":") && s.size() - colon > HEADED_WORDS
              ? scene.resolve(mention, s.tokens(), Gender.UNKNOWN)
              : null;
      if (who == null || !who.voice().official()) {
        return;
      }
      List<Span> parts = new ArrayList<>();
      addSpan(colon + 1, s.size(), parts);
      if (!parts.isEmpty()) {
        Scene.Found less = new Scene.Found(who.voice(), who.certainty() * 0.75, who.how());
        add(Kind.REPORTED, parts, less, "name and colon before the words");
        covered = s.size();
        subjects.add(who.voice());
      }
    }

    /** Tells the scene who was mentioned: speakers as subjects, others as they stand. */
    private void note(List<Voice> subjects) {
      boolean open = subjects.isEmpty();
      for (Mention mention : s.mentions()) {
        boolean reported = mention.from() < covered && !drafts.isEmpty() && insideReport(mention);
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
        boolean leads = open && mention.nominative() && !afterPreposition(mention);
        scene.saw(who.voice(), leads);
        open &= !leads;
      }
      subjects.forEach(voice -> scene.saw(voice, true));
    }

    private boolean insideReport(Mention mention) {
      int at = s.token(mention.from()).start();
      return drafts.stream()
          .anyMatch(d -> d.parts().stream().anyMatch(p -> p.start() <= at && at < p.end()));
    }

    private boolean afterPreposition(Mention mention) {
      return mention.from() > 0 && grammar.is("place", s.token(mention.from() - 1));
    }

    private Scene.@Nullable Found speaker(
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
            || (remark && mention.from() >= clauseBegin(predicate.from()))) {
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
      verbAt = s.token(p.at()).start();
      if (p.verb() == null && quotedLater(n)) {
        return;
      }
      int which = p.from() - 1;
      if (which > 1
          && s.token(which - 1).comma()
          && grammar.list("which").match(s.tokens(), which) == 1
          && s.bound(p.to())) {
        around(p, n, who, which - 1, p.to());
        return;
      }
      if (quoteBefore(p, n, who)) {
        return;
      }
      Adjuncts.Next next = adjuncts.after(s, p);
      boolean done =
          switch (next.kind()) {
            case COLON -> afterColon(p, n, who, next.at());
            case QUOTE -> quoteAfter(p, n, who, next.at());
            case THAT -> thatClause(p, n, who, next.at());
            default -> false;
          };
      if (!done
          && !clauseAround(p, n, who)
          && !clauseAfter(p, n, who, next)
          && !frontedObject(p, n, who)
          && !object(p, n, who)) {
        colonLater(p, n, who);
      }
    }

    /** «Слухи про це речник спростував», «Срок она назвала „крайним“»: the object comes first. */
    private boolean frontedObject(Predicate p, int n, Scene.Found who) {
      boolean keeps = p.takes(Verb.Flag.OBJECT) || p.takes(Verb.Flag.KEEP);
      int start = Math.max(covered, clauseBegin(p.from()));
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
      int end = contentEnd(n, rest, false);
      if (!s.quote(rest) && rest < end) {
        return false;
      }
      List<Span> parts = new ArrayList<>();
      addSpan(start, p.from(), parts);
      addSpan(p.at(), verbEnd, parts);
      addSpan(rest, end, parts);
      covered = Math.max(covered, Math.max(end, verbEnd));
      add(Kind.REPORTED, parts, who, "verb kept with its object");
      open = false;
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

    /** «повторил то, на чём стоял с апреля: …»: a colon further on, before what is said. */
    private boolean colonLater(Predicate p, int n, Scene.Found who) {
      if (p.verb() == null || !p.takes(Verb.Flag.THAT) || !p.own()) {
        return false;
      }
      for (int k = p.to(); k < s.size(); k++) {
        if (s.is(k, ":") && !s.ends(k + 1)) {
          return afterColon(p, n, who, k);
        }
        if (s.is(k, ";") || s.quote(k)) {
          return false;
        }
      }
      return false;
    }

    /** Whether what «according to» covers is itself a quotation that another introduces. */
    private boolean quotedLater(int n) {
      for (int m = n + 1; m < found.size(); m++) {
        Predicate q = found.get(m);
        Adjuncts.Next next = q.verb() == null ? null : adjuncts.after(s, q);
        if (q.own()
            && next != null
            && (next.kind() == Adjuncts.Kind.COLON || next.kind() == Adjuncts.Kind.QUOTE)) {
          return true;
        }
      }
      return false;
    }

    /** «…», said X. Also «…», said X, «…». */
    private boolean quoteBefore(Predicate p, int n, Scene.Found who) {
      int k = p.from() - 1;
      while (k >= 0 && s.bound(k)) {
        k--;
      }
      if (!s.quote(k) || usedQuotes.contains(k) || s.token(k).start() < coveredStart()) {
        return false;
      }
      int start = k;
      while (start > 0 && ((s.bound(start - 1) && s.quote(start - 2)) || s.quote(start - 1))) {
        start -= s.quote(start - 1) ? 1 : 2;
      }
      if (start > 0 && s.token(start - 1).word() && !clauseStart(start)) {
        return false;
      }
      List<Span> parts = new ArrayList<>();
      for (int q = start; q <= k; q++) {
        addWords(q, parts);
      }
      int after = adjuncts.skip(s, p.to());
      int q = after;
      while (s.bound(q) || s.is(q, ".") || s.is(q, ":")) {
        q++;
      }
      boolean continued = s.quote(q) && q > after && q <= after + 2 && !ownedLater(q, n);
      if (continued) {
        addWords(q, parts);
        covered = Math.max(covered, q + 1);
      }
      covered = Math.max(covered, p.to());
      if (parts.isEmpty()) {
        return false;
      }
      add(Kind.VERBATIM, parts, who, "name and verb after the quotation");
      open = true;
      return true;
    }

    /** Whether a later predicate stands directly before a quotation and so owns it. */
    private boolean ownedLater(int quote, int n) {
      for (int m = n + 1; m < found.size(); m++) {
        Predicate later = found.get(m);
        if (later.to() <= quote && later.at() > found.get(n).at() && quote - later.to() <= 2) {
          return true;
        }
      }
      return false;
    }

    private int coveredStart() {
      return covered == 0 ? 0 : s.token(Math.min(covered, s.size()) - 1).start();
    }

    private boolean clauseStart(int quote) {
      return quote == 0 || (grammar.is("and", s.token(quote - 1)) && quote == 1);
    }

    private boolean afterColon(Predicate p, int n, Scene.Found who, int colon) {
      if (s.ends(colon + 1)) {
        pending = who;
        return true;
      }
      int q = colon + 1;
      while (s.bound(q)) {
        q++;
      }
      if (s.quote(q)) {
        return quotation(who, q, "name and verb before the quotation");
      }
      if (q != colon + 1) {
        return false;
      }
      int end = contentEnd(n, colon + 1, false);
      return report(p, who, colon + 1, end, "name and verb before a colon");
    }

    private boolean quoteAfter(Predicate p, int n, Scene.Found who, int quote) {
      boolean comma = s.bound(quote - 1);
      boolean continues =
          comma
              && s.bound(p.from() - 1)
              && p.from() > 1
              && !s.quote(p.from() - 2)
              && startsSmall(quote);
      if (continues) {
        return false;
      }
      boolean whole = s.ends(quote + 1) || (comma && endsClause(quote + 1, n));
      if (!comma && (!grammar.english() || wordsOf(quote) < 2)) {
        return false;
      }
      boolean keeps = !comma && p.takes(Verb.Flag.OBJECT) && !p.takes(Verb.Flag.BARE);
      if (keeps || (!whole && !comma)) {
        return false;
      }
      if (p.verb() == null && !whole) {
        return false;
      }
      return quotation(who, quote, "name and verb before the quotation");
    }

    private long wordsOf(int quote) {
      Quotation quotation = s.quotations().get(quote);
      return quotation == null
          ? 0
          : Token.of(text, new Span(quotation.open(), quotation.end())).stream()
              .filter(Token::word)
              .count();
    }

    private boolean startsSmall(int quote) {
      Quotation quotation = s.quotations().get(quote);
      return quotation != null && Character.isLowerCase(text.charAt(quotation.wordsStart()));
    }

    private boolean endsClause(int at, int n) {
      if (s.bound(at) || s.is(at, ";")) {
        return true;
      }
      return at < s.size()
          && grammar.is("and", s.token(at))
          && n + 1 < found.size()
          && found.get(n + 1).from() == at + 1;
    }

    private boolean quotation(Scene.Found who, int quote, String reason) {
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

    private boolean thatClause(Predicate p, int n, Scene.Found who, int that) {
      if (p.verb() == null
          || !(p.takes(Verb.Flag.THAT)
              || p.takes(Verb.Flag.KEEP)
              || (p.takes(Verb.Flag.COLON) && grammar.english()))) {
        return false;
      }
      boolean keep = p.takes(Verb.Flag.KEEP) || (p.negation() >= 0 && p.takes(Verb.Flag.OBJECT));
      int content = that + grammar.list("that").match(s.tokens(), that);
      int end = contentEnd(n, content, true);
      if (!keep && s.quote(content) && (end == content + 1 || s.ends(content + 1))) {
        return quotation(who, content, "name and verb before the quotation");
      }
      if (keep) {
        return report(
            p,
            who,
            p.negation() >= 0 ? p.negation() : verbStart(p),
            end,
            "verb of denial kept with its clause");
      }
      boolean purpose = s.token(that).key().matches("чтобы|щоб|щоби");
      int start = purpose ? that : content;
      int from = start;
      for (int k = content; k < end; k++) {
        int split = andThat(k, end);
        if (split > 0) {
          report(p, who, from, k, "name, verb and «that»");
          from = split;
          k = split;
        }
      }
      return report(p, who, from, end, "name, verb and «that»");
    }

    /** After «and that»: where the second clause begins; 0 when there is none at {@code k}. */
    private int andThat(int k, int end) {
      int conjunction = s.token(k).comma() ? k + 1 : k;
      if (conjunction + 1 >= end || !grammar.is("and", s.token(conjunction))) {
        return 0;
      }
      int length = grammar.list("that").match(s.tokens(), conjunction + 1);
      boolean that =
          length > 0
              && (!grammar.english() || !s.quote(conjunction + 2))
              && !s.token(conjunction + 1).key().matches("чтобы|щоб|щоби");
      return that && conjunction + 1 + length < end ? conjunction + 1 + length : 0;
    }

    /** The kingdom, she said, was ready. It was ready, she said. */
    private boolean clauseAround(Predicate p, int n, Scene.Found who) {
      int left = p.from() - 1;
      boolean bounded = s.bound(left);
      int right =
          p.takes(Verb.Flag.TOLD) ? adjuncts.addressed(s, p.to()) : adjuncts.skip(s, p.to());
      boolean source = p.verb() == null || (left < 0 && grammar.is("as", s.token(p.from())));
      int conjunction = left;
      if (!bounded && source && left >= 0) {
        // «Катера по его словам стоят»: a source phrase needs no commas.
        bounded = true;
        conjunction = p.from();
      }
      int start = Math.max(covered, clauseBegin(left));
      boolean rightBound =
          right >= s.size()
              || s.bound(right)
              || s.ends(right)
              || s.is(right, ";")
              || s.is(right, ":");
      if ((source && left < 0) || (source && start >= left)) {
        // According to X, the clause.
        int content = p.to();
        while (content < s.size() && s.bound(content)) {
          content++;
        }
        int end = contentEnd(n, content, true);
        if (s.quote(content) && s.ends(content + 1)) {
          return quotation(who, content, "«according to» before the quotation");
        }
        return content < end && report(p, who, content, end, "«according to»");
      }
      if ((p.takes(Verb.Flag.TOLD) && !p.takes(Verb.Flag.THAT))
          || !bounded
          || (!rightBound && !source)
          || start >= left
          || left < 1) {
        return false;
      }
      if (p.verb() != null && !remarks(p)) {
        return false;
      }
      if ((p.verb() != null && p.verb().form() == Verb.Form.GERUND)
          || (p.takes(Verb.Flag.OBJECT) && !p.takes(Verb.Flag.THAT) && !p.takes(Verb.Flag.KEEP))) {
        return false;
      }
      if (grammar.list("asked").match(s.tokens(), start) > 0) {
        return false;
      }
      return around(p, n, who, start, conjunction, source ? p.to() : right);
    }

    /**
     * Whether a verb can stand beside a clause as the author's remark: «the line opens in May, X
     * said», but not «after the talks, X briefed reporters», which tells that X spoke, not what.
     */
    private boolean remarks(Predicate p) {
      return p.takes(Verb.Flag.THAT)
          || p.takes(Verb.Flag.BARE)
          || p.takes(Verb.Flag.KEEP)
          || p.takes(Verb.Flag.COLON);
    }

    private boolean around(Predicate p, int n, Scene.Found who, int left, int right) {
      return around(p, n, who, Math.max(covered, clauseBegin(left)), left, right);
    }

    private boolean around(
        Predicate p, int n, Scene.Found who, int start, int conjunction, int right) {
      boolean source = p.verb() == null;
      if (start >= conjunction) {
        return false;
      }
      List<Span> parts = new ArrayList<>();
      int rest = right;
      if (source && grammar.list("phrase-of").match(s.tokens(), p.from()) > 0) {
        int quote = s.bound(rest) ? rest + 1 : rest;
        if (s.quote(quote)) {
          return report(p, who, quote, quote + 1, "phrase of the speaker");
        }
      }
      addSpan(start, conjunction, parts);
      int end = rest;
      if (rest < s.size() && (s.bound(rest) || (source && !s.ends(rest)))) {
        int content = s.bound(rest) ? rest + 1 : rest;
        end = contentEnd(n, content, true);
        if (source && s.quote(content) && s.ends(content + 1) && parts.isEmpty()) {
          return quotation(who, content, "«according to»");
        }
        addSpan(content, end, parts);
      }
      boolean tail = parts.size() == 1 && !source;
      if (parts.isEmpty() || words(parts) < 2 || (tail && phraseOnly(start, conjunction))) {
        return false;
      }
      covered = Math.max(covered, Math.max(end, p.to()));
      add(Kind.REPORTED, parts, who, "name and verb in the middle of the clause");
      open = false;
      return true;
    }

    private int clauseBegin(int left) {
      for (int k = left - 1; k >= 0; k--) {
        if (s.is(k, ";") || s.is(k, ":")) {
          return k + 1;
        }
      }
      int k = 0;
      while (k < left && (s.bound(k) || (grammar.is("and", s.token(k)) && k == 0))) {
        k++;
      }
      return k;
    }

    /** English: said the delegations had spent the day. */
    private boolean clauseAfter(Predicate p, int n, Scene.Found who, Adjuncts.Next next) {
      int from =
          next.kind() == Adjuncts.Kind.CLAUSE
              ? next.at()
              : next.kind() == Adjuncts.Kind.QUOTE && grammar.english() && p.verb() != null
                  ? adjuncts.clause(s, p)
                  : -1;
      if (from < 0 || (!p.takes(Verb.Flag.BARE) && !p.takes(Verb.Flag.TOLD)) || p.negation() >= 0) {
        return false;
      }
      int end = contentEnd(n, from, true);
      if (end - from < 2) {
        return false;
      }
      for (int k = from; k < end; k++) {
        int split = andThat(k, end);
        if (split > 0) {
          report(p, who, from, k, "name, verb and clause");
          from = split;
          k = split;
        }
      }
      return report(p, who, from, end, "name, verb and clause");
    }

    /** Offered a fee; called it a price; denied the report. */
    private boolean object(Predicate p, int n, Scene.Found who) {
      boolean keeps = p.takes(Verb.Flag.OBJECT) || p.takes(Verb.Flag.KEEP);
      boolean wishes = p.takes(Verb.Flag.WISH) && who.voice() instanceof Voice.Named;
      if (p.verb() == null
          || (!keeps && !wishes)
          || (p.verb().form() == Verb.Form.GERUND && !quotedObject(p))) {
        return false;
      }
      int start = p.negation() >= 0 ? p.negation() : verbStart(p);
      int end = contentEnd(n, Math.max(p.to(), p.at() + p.verb().words()), false);
      int first = p.at() + p.verb().words();
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
        addSpan(start, p.at() + p.verb().words(), parts);
        addSpan(p.subject().to(), end, parts);
        covered = Math.max(covered, end);
        add(Kind.REPORTED, parts, who, "verb kept with its object");
        return true;
      }
      return report(p, who, start, end, "verb kept with its object");
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

    private int verbStart(Predicate p) {
      return p.at();
    }

    private boolean report(Predicate p, Scene.Found who, int from, int to, String reason) {
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

    private long words(List<Span> parts) {
      long words = 0;
      for (Span part : parts) {
        words +=
            Token.of(text, part).stream()
                .filter(t -> t.word() || t.type() == Token.Type.NUMBER)
                .count();
      }
      return words;
    }

    /** «After the talks, X spoke»: a phrase of time or place before the subject is no clause. */
    private boolean phraseOnly(int from, int to) {
      if (!grammar.is("place", s.token(from))) {
        return false;
      }
      for (int k = from + 1; k < to; k++) {
        if (grammar.english()
            ? adjuncts.finite(s, k)
            : s.token(k)
                    .key()
                    .matches(".*(л|ла|ло|ли|лся|лась|ет|ёт|ит|ют|ут|ат|ят|ться|в|є|ть|мо)")
                && s.token(k).key().length() > 3) {
          return false;
        }
      }
      return true;
    }

    /** Where what predicate {@code n} says ends, if it begins at a token. */
    private int contentEnd(int n, int start, boolean clause) {
      int end = s.size();
      for (int k = start; k < end; k++) {
        boolean quoted = s.is(k, ":") && s.quote(k + 1) && s.ends(k + 2);
        if ((quoted && k > start) || (subordinate(found.get(n)) && s.token(k).comma())) {
          end = k;
        }
      }
      for (int m = n + 1; m < found.size(); m++) {
        Predicate q = found.get(m);
        if (q.at() <= start || q.from() <= start) {
          continue;
        }
        int stop = stopsAt(found.get(n), q, start, clause);
        if (stop > start) {
          end = Math.min(end, stop);
          break;
        }
      }
      for (int k = start; k < end; k++) {
        int relayed = k > start ? s.relay(k, grammar) : k;
        if (relayed > k && (relayed >= end || s.ends(relayed))) {
          end = k;
          break;
        }
        if (s.token(k).comma() && grammar.list("aside").match(s.tokens(), k + 1) > 0) {
          int close = k + 1;
          while (close < end && !s.token(close).comma()) {
            close++;
          }
          if (close >= end - 1) {
            end = k;
          }
        }
      }
      while (end > start
          && (".!…,;:".contains(s.token(end - 1).key()) || s.token(end - 1).dash())) {
        end--;
      }
      return end;
    }

    /** «Four months after X said that …, there are two»: the clause ends at the comma. */
    private boolean subordinate(Predicate p) {
      return grammar.english()
          && p.from() > 0
          && Set.of(
                  "after",
                  "before",
                  "when",
                  "since",
                  "while",
                  "until",
                  "once",
                  "because",
                  "although",
                  "though")
              .contains(s.token(p.from() - 1).key());
    }

    private int stopsAt(Predicate p, Predicate q, int start, boolean clause) {
      int k = q.from() - 1;
      if (q.verb() != null && q.verb().form() == Verb.Form.GERUND) {
        Adjuncts.Next next = adjuncts.after(s, q);
        boolean says =
            next.kind() == Adjuncts.Kind.THAT
                || next.kind() == Adjuncts.Kind.COLON
                || (next.kind() == Adjuncts.Kind.CLAUSE && q.takes(Verb.Flag.BARE));
        return s.bound(k) && says ? k : -1;
      }
      if (q.own()) {
        for (int semicolon = k; semicolon > start; semicolon--) {
          if (s.is(semicolon, ";")) {
            return semicolon;
          }
        }
        int before = k;
        while (before > start + 1
            && k - before < APART
            && s.token(before).word()
            && !grammar.is("contrast", s.token(before))) {
          before--;
        }
        if (!grammar.english() && s.bound(before - 1) && grammar.is("contrast", s.token(before))) {
          return before - 1;
        }
        boolean contrast =
            k > start
                && grammar.is("contrast", s.token(k))
                && (s.bound(k - 1) || (grammar.english() && !grammar.is("and", s.token(k))));
        boolean parenthetical = s.bound(k) && (s.ends(adjuncts.skip(s, q.to())) || toldAtTheEnd(q));
        if (contrast) {
          return s.bound(k - 1) ? k - 1 : k;
        }
        return parenthetical ? k : -1;
      }
      if (k <= start || !agrees(p, q)) {
        return -1;
      }
      if (grammar.is("and", s.token(k))) {
        boolean comma = s.bound(k - 1);
        return comma ? k - 1 : clause && grammar.english() && !q.takes(Verb.Flag.BARE) ? -1 : k;
      }
      return !clause && s.token(k).comma() ? k : -1;
    }

    /**
     * «…, he told state television on Monday»: the remark that ends a sentence names who was told.
     */
    private boolean toldAtTheEnd(Predicate q) {
      if (!q.takes(Verb.Flag.TOLD) || s.size() - q.to() > TOLD_WORDS) {
        return false;
      }
      for (int k = q.to(); k < s.size() - 1; k++) {
        if (!s.token(k).word() || grammar.is("that", s.token(k)) || adjuncts.finite(s, k)) {
          return false;
        }
      }
      return true;
    }

    private boolean agrees(Predicate p, Predicate q) {
      if (p.verb() == null || q.verb() == null) {
        return false;
      }
      return p.verb().form() == q.verb().form();
    }

    private void addWords(int quote, List<Span> parts) {
      Quotation quotation = s.quotations().get(quote);
      if (quotation != null && usedQuotes.add(quote)) {
        Span span = Texts.words(text, quotation.wordsStart(), quotation.wordsEnd());
        if (span != null) {
          parts.add(span);
        }
      }
    }

    private void addSpan(int from, int to, List<Span> parts) {
      int start = from;
      int end = to;
      while ((start < end && ",;:".contains(s.token(start).key()))
          || (start < end && s.token(start).dash())) {
        start++;
      }
      while (end > start
          && (".,;:!…".contains(s.token(end - 1).key()) || s.token(end - 1).dash())) {
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

    private void add(Kind kind, List<Span> parts, Scene.Found who, String reason) {
      List<Span> ordered = new ArrayList<>(parts);
      ordered.sort(null);
      drafts.add(new Draft(ordered, kind, who, reason, paragraph, s.span(), verbAt, null));
    }
  }
}
