package io.github.onrecord.search;

import io.github.onrecord.record.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sorts statements for and against a claim by what they say and deny, and leaves open whatever
 * can't be told from the words: a missing word, another number, a condition or a possibility where
 * the claim has none.
 */
final class Stances {
  /** Share of the claim's words that a statement for it must have. */
  private static final float FOR = 0.8f;

  /** Share of the claim's words that one against it must have: it leaves out what it denies. */
  private static final float AGAINST = 0.6f;

  /** Words before a verb of denial that governs all that follows: "she also denied". */
  private static final int DENIAL_WITHIN = 3;

  private static final String CLAUSE_ENDS = ".!?;:,—–";

  private final Analysis analysis;
  private final Markers markers;

  Stances(Analysis analysis) {
    this.analysis = analysis;
    this.markers = new Markers(analysis.lexicon().words());
  }

  /**
   * How a statement of somebody asked about stands to the question's claim.
   *
   * @param claim the units of the question's topic
   */
  Stance of(Statement statement, Question question, List<Analysis.Unit> claim) {
    if (claim.stream().filter(unit -> !unit.weak()).count() < 2) {
      return Stance.OPEN;
    }
    Set<String> said = analysis.terms(statement.text(), statement.language());
    float share = share(claim, said);
    if (share < AGAINST) {
      return Stance.OPEN;
    }
    List<Boolean> negated = negated(statement, claim);
    if (negated.size() != 1) {
      return Stance.OPEN;
    }
    Draft whole = new Draft(statement.text(), statement.language(), analysis);
    boolean denied = negated.get(0) != markers.first(whole, 0, Markers.Kind.DENY) < DENIAL_WITHIN;
    if (denied != question.negated()) {
      return Stance.OTHERWISE;
    }
    boolean possible =
        markers.any(whole, Markers.Kind.MODAL) || markers.any(whole, Markers.Kind.CONDITION);
    Draft asked = new Draft(question.text(), question.language(), analysis);
    boolean possibleClaim =
        markers.any(asked, Markers.Kind.MODAL) || markers.any(asked, Markers.Kind.CONDITION);
    boolean numbers =
        claim.stream().filter(Stances::number).allMatch(unit -> sureness(unit, said) > 0);
    return share >= FOR && numbers && (!possible || possibleClaim) ? Stance.SO : Stance.OPEN;
  }

  /** Whether the clauses that have words of the claim are negated; both when some of them are. */
  private List<Boolean> negated(Statement statement, List<Analysis.Unit> claim) {
    return clauses(statement).stream()
        .filter(clause -> share(claim, analysis.terms(clause, statement.language())) > 0)
        .map(clause -> new Draft(clause, statement.language(), analysis))
        .map(clause -> markers.any(clause, Markers.Kind.NEGATION))
        .distinct()
        .toList();
  }

  /** Cut at punctuation and at words such as "that". */
  private List<String> clauses(Statement statement) {
    Draft words = new Draft(statement.text(), statement.language(), analysis);
    List<String> clauses = new ArrayList<>();
    int from = 0;
    for (int at = 1; at <= words.size(); at++) {
      if (at == words.size() || ends(words, at)) {
        clauses.add(words.text(from, at));
        from = at;
      }
    }
    return clauses;
  }

  private boolean ends(Draft words, int at) {
    int before = words.tokens().get(at - 1).span().end();
    int after = words.tokens().get(at).span().start();
    return markers.at(words, at, Markers.Kind.CLAUSE) > 0
        || words.text().substring(before, after).chars().anyMatch(c -> CLAUSE_ENDS.indexOf(c) >= 0);
  }

  private static float share(List<Analysis.Unit> claim, Set<String> said) {
    float sum = 0;
    for (Analysis.Unit unit : claim) {
      sum += sureness(unit, said);
    }
    return sum / claim.size();
  }

  private static float sureness(Analysis.Unit unit, Set<String> said) {
    float surest = 0;
    for (Map.Entry<String, Float> alternative : unit.alternatives().entrySet()) {
      if (said.contains(alternative.getKey())) {
        surest = Math.max(surest, alternative.getValue());
      }
    }
    return surest;
  }

  private static boolean number(Analysis.Unit unit) {
    return unit.alternatives().keySet().stream()
        .anyMatch(term -> term.startsWith(Analysis.NUMBER) || term.startsWith(Analysis.ORDINAL));
  }
}
