package io.github.onrecord.answer;

import io.github.onrecord.answer.Violation.Empty;
import io.github.onrecord.answer.Violation.IdleLabel;
import io.github.onrecord.answer.Violation.NoLabel;
import io.github.onrecord.answer.Violation.NoSpeaker;
import io.github.onrecord.answer.Violation.NotBorne;
import io.github.onrecord.answer.Violation.SeveralSpeakers;
import io.github.onrecord.answer.Violation.UnknownLabel;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Question;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses every sentence of a model that isn't borne by the statements it rests on. When in doubt
 * it refuses: what is shown then is the statements alone, which is always good.
 *
 * <p>A sentence is a {@link Frame} (who said it) and a claim. The claim is cut at its «and»s; every
 * piece must be borne whole by one sentence of one cited statement ({@link Bearing}), and every
 * cited statement must bear a piece. Nothing is guessed: a word that neither stands in the
 * statement nor is known to mean the same isn't borne.
 */
final class Verifier {
  /** More pieces than this are not tried apart. */
  private static final int MAX_PIECES = 8;

  private final Map<Language, VerifierWords> words;
  private final TermBridge bridge;

  Verifier(TermBridge bridge) {
    this.words = VerifierWords.load(bridge);
    this.bridge = bridge;
  }

  /**
   * What is wrong with a sentence; empty when it may be shown.
   *
   * @param labels the labels it names
   * @param known all statements of the evidence by label
   */
  List<Violation> check(
      String sentence, List<String> labels, Map<String, Match> known, Question question) {
    Set<Match> cited = new LinkedHashSet<>();
    for (String label : labels) {
      Match match = known.get(label);
      if (match == null) {
        return List.of(new UnknownLabel(label));
      }
      cited.add(match);
    }
    VerifierWords language = words.get(question.language());
    if (cited.isEmpty() || language == null) {
      return List.of(new NoLabel());
    }
    if (cited.stream().map(match -> match.statement().speaker()).distinct().count() > 1) {
      return List.of(new SeveralSpeakers());
    }
    return check(sentence, List.copyOf(cited), question, language);
  }

  private List<Violation> check(
      String sentence, List<Match> cited, Question question, VerifierWords language) {
    UnitReader reader = new UnitReader(language, bridge);
    List<Token> tokens = reader.tokens(sentence);
    if (tokens.isEmpty()) {
      return List.of(new Empty());
    }
    List<Violation> violations = new ArrayList<>(Form.check(sentence, tokens, language));
    Frame.Reader frames = new Frame.Reader(language, reader, question, cited);
    Frame frame = frames.read(tokens, violations);
    List<Clause> clauses = clauses(cited);
    for (Unit unit : reader.read(frame.topic())) {
      if (clauses.stream().flatMap(clause -> clause.units().stream()).noneMatch(unit::means)) {
        violations.add(new NotBorne(unit.shown()));
      }
    }
    violations.addAll(claim(frame, cited, clauses, frames, reader, language));
    return List.copyOf(new LinkedHashSet<>(violations));
  }

  private List<Clause> clauses(List<Match> cited) {
    List<Clause> clauses = new ArrayList<>();
    for (Match match : cited) {
      VerifierWords language = words.get(match.statement().language());
      if (language != null) {
        clauses.addAll(Clause.of(match, new UnitReader(language, bridge)));
      }
    }
    return clauses;
  }

  private List<Violation> claim(
      Frame frame,
      List<Match> cited,
      List<Clause> clauses,
      Frame.Reader frames,
      UnitReader reader,
      VerifierWords language) {
    List<List<Unit>> pieces = new ArrayList<>();
    for (List<Token> piece : pieces(frame.claim(), language)) {
      pieces.add(reader.read(piece));
    }
    if (pieces.stream().allMatch(List::isEmpty)) {
      return List.of(new Empty());
    }
    Set<Match> bearing = new LinkedHashSet<>();
    List<List<Unit>> whole = List.of(reader.read(frame.claim()));
    boolean borne =
        borne(whole, 0, frame.ownVerb(), clauses, frames, language, bearing)
            || borne(pieces, 0, frame.ownVerb(), clauses, frames, language, bearing);
    if (!borne) {
      return closest(joined(pieces, 0, pieces.size()), clauses, frames, language);
    }
    return bearing.containsAll(cited) ? List.of() : List.of(new IdleLabel());
  }

  /** Whether the pieces from {@code from} on can be joined so that each is borne by a clause. */
  private static boolean borne(
      List<List<Unit>> pieces,
      int from,
      boolean ownVerb,
      List<Clause> clauses,
      Frame.Reader frames,
      VerifierWords language,
      Set<Match> bearing) {
    if (from == pieces.size()) {
      return true;
    }
    for (int to = pieces.size(); to > from; to--) {
      List<Unit> claim = joined(pieces, from, to);
      for (Clause clause : clauses) {
        if ((!ownVerb || begins(claim, clause))
            && violations(claim, clause, frames, language).isEmpty()
            && borne(pieces, to, false, clauses, frames, language, bearing)) {
          bearing.add(clause.match());
          return true;
        }
      }
    }
    return false;
  }

  /** Without a verb of saying, the report's own verb must say it: «asked for a lower toll». */
  private static boolean begins(List<Unit> claim, Clause clause) {
    Unit first = clause.units().get(0);
    return clause.first() && claim.stream().limit(1).anyMatch(first::means);
  }

  private static List<Violation> violations(
      List<Unit> claim, Clause clause, Frame.Reader frames, VerifierWords language) {
    List<Unit> said =
        claim.stream().map(unit -> frames.speaker(unit) ? unit.with(Unit.SELF_KEY) : unit).toList();
    boolean subject = reportsOwnAct(clause) && said.stream().limit(1).anyMatch(Unit::self);
    return Bearing.check(
        subject ? said.subList(1, said.size()) : said, language.language(), clause);
  }

  /**
   * Whether a report leaves its subject out, since it is the speaker: «asked for a lower toll»,
   * which «Holt said Quellmark had asked for a lower toll» may put in.
   */
  private static boolean reportsOwnAct(Clause clause) {
    Unit first = clause.units().get(0);
    return clause.first()
        && clause.match().statement().kind() == Kind.REPORTED
        && first.kind() == Unit.Kind.FORCE
        && !first.negation();
  }

  /** What is wrong with a claim by the clause that comes nearest to bearing it. */
  private static List<Violation> closest(
      List<Unit> claim, List<Clause> clauses, Frame.Reader frames, VerifierWords language) {
    @Nullable List<Violation> best = null;
    for (Clause clause : clauses) {
      List<Violation> violations = violations(claim, clause, frames, language);
      if (best == null || violations.size() < best.size()) {
        best = violations;
      }
    }
    return best == null ? List.of(new NoLabel()) : best.isEmpty() ? List.of(new NoSpeaker()) : best;
  }

  private static List<Unit> joined(List<List<Unit>> pieces, int from, int to) {
    List<Unit> units = new ArrayList<>();
    pieces.subList(from, to).forEach(units::addAll);
    return units;
  }

  /** A claim cut at its «and»s; the verb of «and added that» goes with the «and». */
  private static List<List<Token>> pieces(List<Token> claim, VerifierWords language) {
    List<List<Token>> pieces = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < claim.size()) {
      int and = claim.get(i).mark(";") ? 1 : language.at("neutral", "and", claim, i);
      if (and > 0 && pieces.size() < MAX_PIECES) {
        pieces.add(claim.subList(start, i));
        i += and;
        i += i < claim.size() ? language.at("reporting", "verb", claim, i) : 0;
        start = i;
      } else {
        i++;
      }
    }
    pieces.add(claim.subList(start, claim.size()));
    return pieces;
  }
}
