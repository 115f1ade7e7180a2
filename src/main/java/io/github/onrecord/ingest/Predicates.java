package io.github.onrecord.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the predicates of speech in a sentence and the subject of each. */
final class Predicates {
  private static final Set<String> PASSIVE =
      Set.of("is", "was", "were", "are", "been", "be", "being", "got");
  private static final Set<String> NOT_FINITE =
      Set.of(
          "to", "would", "could", "can", "may", "might", "should", "must", "will", "shall",
          "cannot");

  private final Grammar grammar;
  private final SourcePhrases sources;
  private final VerbSubjects subjects;

  Predicates(Grammar grammar, CalendarText calendar) {
    this.grammar = grammar;
    this.sources = new SourcePhrases(grammar);
    this.subjects = new VerbSubjects(grammar, calendar);
  }

  /** The predicates in order. */
  List<Predicate> in(Sentence sentence) {
    List<Predicate> found = new ArrayList<>();
    int i = 0;
    while (i < sentence.size()) {
      Predicate predicate = sources.at(sentence, i);
      if (predicate == null && sentence.token(i).word()) {
        predicate = verbAt(sentence, i, found);
      }
      if (predicate == null) {
        i++;
      } else {
        found.add(predicate);
        i = Math.max(predicate.to(), predicate.at() + 1);
      }
    }
    return found;
  }

  private @Nullable Predicate verbAt(Sentence sentence, int i, List<Predicate> before) {
    List<Token> tokens = sentence.tokens();
    Verb verb = grammar.verb(tokens, i);
    if (verb == null
        || sentence.mentionAt(i) != null
        || (grammar.english() && tokens.get(i).capital() && i > 0)) {
      return null;
    }
    if (grammar.english() && notFinite(tokens, i, verb)) {
      return null;
    }
    if (verb.takes(Verb.Flag.DOCUMENT)) {
      return sources.inDocument(sentence, i, verb);
    }
    int negation = negation(tokens, i);
    Mention subject = subjects.beside(sentence, i, verb);
    int from = subject == null ? i : subject.from();
    int to = i + verb.words();
    boolean left = subject != null;
    if (subject == null) {
      Mention right = subjects.after(sentence, i, verb);
      if (right != null) {
        subject = right;
        to = right.to();
      }
    }
    if (subject == null && verb.form() != Verb.Form.GERUND) {
      subject = subjects.before(sentence, i, verb, before);
      from = subject == null ? i : subject.from();
      left = subject != null;
    }
    boolean base = grammar.english() && verb.form() == Verb.Form.BASE;
    if (base && (subject == null || !plural(tokens, subject))) {
      return null;
    }
    boolean own = subject != null;
    if (!left) {
      from = leftEdge(tokens, i, negation);
    }
    return new Predicate(i, Math.min(from, i), to, verb, subject, own, negation);
  }

  private static boolean plural(List<Token> tokens, Mention subject) {
    return subject.gender() == Gender.PEOPLE
        || (subject.people().isEmpty() && tokens.get(subject.coreTo() - 1).key().endsWith("s"));
  }

  /** Adverbs before an inverted verb belong to it. */
  private int leftEdge(List<Token> tokens, int i, int negation) {
    int k = negation >= 0 ? negation : i;
    while (k > 0
        && grammar.is("between", tokens.get(k - 1))
        && !grammar.is("and", tokens.get(k - 1))) {
      k--;
    }
    if (k > 0 && grammar.is("as", tokens.get(k - 1))) {
      k--;
    }
    return k;
  }

  private static boolean notFinite(List<Token> tokens, int i, Verb verb) {
    int k = i - 1;
    while (k >= 0
        && Set.of("not", "n't", "also", "never", "only", "then").contains(tokens.get(k).key())) {
      k--;
    }
    if (k < 0) {
      return verb.form() == Verb.Form.BASE;
    }
    String before = tokens.get(k).key();
    if (NOT_FINITE.contains(before)) {
      boolean only =
          before.equals("would") && i + 1 < tokens.size() && tokens.get(i + 1).is("only");
      return !only;
    }
    if (PASSIVE.contains(before)) {
      return verb.form() != Verb.Form.GERUND;
    }
    if (verb.form() == Verb.Form.BASE) {
      return !tokens.get(k).word()
          || Set.of("the", "a", "an", "of", "in", "for", "on", "no", "his", "her", "its", "their")
              .contains(before)
          || before.endsWith("'s");
    }
    return Set.of(
            "the", "a", "an", "of", "his", "her", "its", "their", "this", "that's", "no", "own")
        .contains(before);
  }

  private int negation(List<Token> tokens, int i) {
    for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
      if (grammar.is("not", tokens.get(k)) || tokens.get(k).key().endsWith("n't")) {
        boolean auxiliary =
            k > 0
                && Set.of("did", "does", "do", "has", "had", "have")
                    .contains(tokens.get(k - 1).key());
        return auxiliary ? k - 1 : k;
      }
      if (!grammar.is("between", tokens.get(k))) {
        return -1;
      }
    }
    return -1;
  }
}
