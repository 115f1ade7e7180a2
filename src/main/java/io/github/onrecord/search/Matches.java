package io.github.onrecord.search;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.store.RecordStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes of what was found for a question the matches that people see: statements with documents.
 */
final class Matches {
  /** What asks for somebody's words; in a comparison or a claim others would only be in the way. */
  private static final Set<Intent> QUOTERS_SHOWN =
      Set.of(Intent.WHAT_WAS_SAID, Intent.POSITION, Intent.WHEN, Intent.QUOTE);

  private final RecordStore record;
  private final RecentlyRead recent;
  private final Stances stances;
  private final Question question;
  private final List<Analysis.Unit> units;
  private final Nearness nearness;

  /**
   * Matches for one question.
   *
   * @param units the question's units of meaning, which tell why a statement was found
   * @param nearness the order in which they are shown
   */
  Matches(
      RecordStore record,
      RecentlyRead recent,
      Stances stances,
      Question question,
      List<Analysis.Unit> units,
      Nearness nearness) {
    this.record = record;
    this.recent = recent;
    this.stances = stances;
    this.question = question;
    this.units = units;
    this.nearness = nearness;
  }

  /** One match for each utterance, its twins beside it. */
  List<Match> of(List<Coverings.Hit> hits) {
    Map<Long, List<Coverings.Hit>> utterances = new LinkedHashMap<>();
    hits.stream()
        .sorted(Comparator.comparingDouble(hit -> -nearness.of(hit)))
        .forEach(
            hit ->
                utterances
                    .computeIfAbsent(
                        hit.utterance() == 0 ? -hit.id() : hit.utterance(),
                        key -> new ArrayList<>())
                    .add(hit));
    Map<Long, Match.Twin> twinsById = twins(hits.stream().map(Coverings.Hit::id).toList());
    List<Match> matches = new ArrayList<>();
    for (List<Coverings.Hit> twins : utterances.values()) {
      List<Match.Twin> found = new ArrayList<>();
      for (Coverings.Hit hit : twins) {
        Match.Twin twin = twinsById.get(hit.id());
        if (twin != null) {
          found.add(twin);
        }
      }
      if (!found.isEmpty()) {
        Match.Twin first = found.get(0);
        matches.add(
            new Match(
                first.statement(),
                first.document(),
                twins.get(0).score(),
                reasons(twins.get(0)),
                stance(first.statement()),
                found.subList(1, found.size())));
        for (Statement quoter : quoters(first, hits)) {
          matches.add(
              new Match(
                  quoter,
                  first.document(),
                  twins.get(0).score(),
                  reasons(twins.get(0)),
                  List.of()));
        }
      }
    }
    if (question.intent() == Intent.POSITION) {
      matches.sort(Comparator.comparing((Match match) -> day(match), Comparator.reverseOrder()));
    }
    return matches;
  }

  /** The statements in which somebody else quotes these words: they tell how the words got out. */
  private List<Statement> quoters(Match.Twin quoted, List<Coverings.Hit> hits) {
    if (quoted.statement().quotedBy() == null
        || question.officials().isEmpty()
        || !QUOTERS_SHOWN.contains(question.intent())) {
      return List.of();
    }
    return record.statementsOf(quoted.document().id()).stream()
        .filter(Statement::standing)
        .filter(outer -> hits.stream().noneMatch(hit -> hit.id() == outer.id()))
        .filter(outer -> !outer.speaker().equals(quoted.statement().speaker()))
        .filter(outer -> holds(outer, quoted.statement()))
        .toList();
  }

  private static boolean holds(Statement outer, Statement inner) {
    return inner.parts().stream()
        .allMatch(part -> outer.parts().stream().anyMatch(own -> own.span().contains(part.span())));
  }

  /** How a statement stands to the claim; who said it must be who is said to have said it. */
  private Stance stance(Statement statement) {
    boolean asked =
        question.officials().isEmpty()
            ? !question.sides().isEmpty()
            : statement.speaker() instanceof Speaker.Named named
                && question.officials().stream().anyMatch(o -> o.id() == named.officialId());
    return asked && question.intent() == Intent.DID_THEY_SAY
        ? stances.of(statement, question, units)
        : Stance.OPEN;
  }

  private List<String> reasons(Coverings.Hit hit) {
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      if (hit.strengths().get(i) > 0) {
        reasons.add(units.get(i).word());
      }
    }
    return reasons;
  }

  /** The statements that still stand, each with its document. */
  private Map<Long, Match.Twin> twins(List<Long> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<Statement> statements =
        recent.statements(ids).values().stream().filter(Statement::standing).toList();
    Map<Long, Document> documents =
        recent.documents(statements.stream().map(Statement::documentId).distinct().toList());
    Map<Long, Match.Twin> twins = new HashMap<>();
    for (Statement statement : statements) {
      Document document = documents.get(statement.documentId());
      if (document != null) {
        twins.put(statement.id(), new Match.Twin(statement, document));
      }
    }
    return twins;
  }

  private static LocalDate day(Match match) {
    LocalDate spoken = match.statement().spoken();
    LocalDate day = spoken == null ? match.document().published() : spoken;
    return day == null ? LocalDate.MIN : day;
  }
}
