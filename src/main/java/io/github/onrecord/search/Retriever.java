package io.github.onrecord.search;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Statement;
import io.github.onrecord.store.RecordStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finds the evidence for a question: who is asked about, on what, when; the evidence test decides
 * what of it answers. Safe for use by several threads.
 */
public final class Retriever {
  /** Candidates looked at for each official or side. */
  private static final int CANDIDATES = 60;

  /** Near statements shown when nothing answers. */
  private static final int RELATED = 3;

  /** Statements shown when everything by somebody is asked for. */
  private static final int EVERYTHING = 30;

  private final RecordIndex index;
  private final EvidenceTest test;

  public Retriever(RecordIndex index) {
    this(index, EvidenceTest.standard());
  }

  Retriever(RecordIndex index, EvidenceTest test) {
    this.index = index;
    this.test = test;
  }

  /** What the record holds for a question, judged. */
  public Evidence retrieve(Question question) {
    Finding refused =
        switch (question.intent()) {
          case OPINION -> Finding.OPINION;
          case ABOUT_THE_BOT -> Finding.ABOUT_THE_BOT;
          case OUT_OF_SCOPE -> Finding.OUT_OF_SCOPE;
          default -> null;
        };
    if (refused != null) {
      return nothing(question, refused, List.of());
    }
    if (!question.ambiguous().isEmpty() && question.officials().isEmpty()) {
      return nothing(question, Finding.WHICH_OFFICIAL, List.of());
    }
    try {
      IndexSearcher searcher = index.searchers().acquire();
      try {
        return retrieve(question, searcher);
      } finally {
        index.searchers().release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index can't be read", e);
    }
  }

  private Evidence retrieve(Question question, IndexSearcher searcher) throws IOException {
    List<Analysis.Unit> units = new ArrayList<>();
    for (String term : question.terms()) {
      units.addAll(index.analysis().units(term, question.language()));
    }
    Coverings coverings = new Coverings(searcher, units);
    if (!question.unknownNames().isEmpty() && question.officials().isEmpty()) {
      return nothing(question, Finding.NO_SUCH_OFFICIAL, related(coverings, null));
    }
    List<Query> subjects = subjects(question);
    if (subjects.isEmpty() && units.isEmpty()) {
      return nothing(question, Finding.NO_TOPIC, List.of());
    }
    Query days = days(question.when());
    List<Coverings.Hit> passing = new ArrayList<>();
    boolean sought = subjects.isEmpty();
    for (Query subject : sought ? List.<Query>of(statements()) : subjects) {
      List<Coverings.Hit> hits =
          coverings.best(both(subject, days), units.isEmpty() ? EVERYTHING : CANDIDATES);
      passing.addAll(units.isEmpty() ? hits : test.passing(hits, sought));
    }
    if (passing.isEmpty()) {
      return nothing(question, why(coverings, subjects, days), related(coverings, subjects));
    }
    return new Evidence(
        question,
        Finding.SUPPORTED,
        matches(passing, question, units),
        List.of(),
        List.of(),
        coverage(question));
  }

  /** Why nothing answers: the day, the speaker or the topic. */
  private Finding why(Coverings coverings, List<Query> subjects, @Nullable Query days)
      throws IOException {
    boolean sought = subjects.isEmpty();
    if (days != null) {
      for (Query subject : sought ? List.<Query>of(statements()) : subjects) {
        if (!test.passing(coverings.best(subject, 1), sought).isEmpty()) {
          return Finding.OUT_OF_RANGE;
        }
      }
    }
    return !sought && !test.passing(coverings.best(statements(), 1), true).isEmpty()
        ? Finding.WRONG_SPEAKER
        : Finding.NO_TOPIC;
  }

  private List<Coverings.Hit> related(Coverings coverings, @Nullable List<Query> subjects)
      throws IOException {
    Query filter = statements();
    if (subjects != null && !subjects.isEmpty()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      subjects.forEach(subject -> any.add(subject, BooleanClause.Occur.SHOULD));
      filter = any.build();
    }
    return coverings.best(filter, RELATED);
  }

  // --- filters ---

  private static Query statements() {
    return new TermQuery(new Term(Fields.TYPE, Fields.STATEMENT));
  }

  private List<Query> subjects(Question question) {
    List<Query> subjects = new ArrayList<>();
    for (Official official : question.officials()) {
      subjects.add(new TermQuery(new Term(Fields.SPEAKER, Long.toString(official.id()))));
    }
    for (Side side : question.sides()) {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (String name : index.roster().sides().names(side)) {
        any.add(new TermQuery(new Term(Fields.SIDE, name)), BooleanClause.Occur.SHOULD);
      }
      subjects.add(any.build());
    }
    return subjects;
  }

  private static @Nullable Query days(@Nullable DateRange when) {
    if (when == null) {
      return null;
    }
    LocalDate from = when.from();
    LocalDate to = when.to();
    return LongPoint.newRangeQuery(
        Fields.DAY,
        from == null ? Long.MIN_VALUE : from.toEpochDay(),
        to == null ? Long.MAX_VALUE : to.toEpochDay());
  }

  private static Query both(Query subject, @Nullable Query days) {
    return days == null
        ? subject
        : new BooleanQuery.Builder()
            .add(subject, BooleanClause.Occur.FILTER)
            .add(days, BooleanClause.Occur.FILTER)
            .build();
  }

  // --- what is handed on ---

  private Evidence nothing(Question question, Finding finding, List<Coverings.Hit> related) {
    return new Evidence(
        question,
        finding,
        List.of(),
        List.of(),
        matches(related, question, List.of()),
        coverage(question));
  }

  private Coverage coverage(Question question) {
    return new Coverage(0, null, null, index.record().lastUpdated().orElse(null), List.of());
  }

  /** One match for each utterance, its twins beside it. */
  private List<Match> matches(
      List<Coverings.Hit> hits, Question question, List<Analysis.Unit> units) {
    Map<Long, List<Coverings.Hit>> utterances = new LinkedHashMap<>();
    hits.stream()
        .sorted(Comparator.comparingDouble(hit -> -hit.score()))
        .forEach(
            hit ->
                utterances
                    .computeIfAbsent(
                        hit.utterance() == 0 ? -hit.id() : hit.utterance(),
                        key -> new ArrayList<>())
                    .add(hit));
    RecordStore record = index.record();
    List<Match> matches = new ArrayList<>();
    for (List<Coverings.Hit> twins : utterances.values()) {
      List<Match.Twin> found = new ArrayList<>();
      for (Coverings.Hit twin : twins) {
        Optional<Statement> statement = record.statement(twin.id());
        Optional<Document> document = statement.flatMap(s -> record.document(s.documentId()));
        if (statement.isPresent() && document.isPresent()) {
          found.add(new Match.Twin(statement.get(), document.get()));
        }
      }
      if (!found.isEmpty()) {
        Match.Twin first = found.get(0);
        matches.add(
            new Match(
                first.statement(),
                first.document(),
                twins.get(0).score(),
                reasons(twins.get(0), units),
                found.subList(1, found.size())));
      }
    }
    if (question.intent() == Intent.POSITION) {
      matches.sort(
          Comparator.comparing(
              match ->
                  match.statement().spoken() == null ? LocalDate.MIN : match.statement().spoken(),
              Comparator.reverseOrder()));
    }
    return matches;
  }

  private static List<String> reasons(Coverings.Hit hit, List<Analysis.Unit> units) {
    List<String> reasons = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      if (hit.strengths()[i] > 0) {
        reasons.add(units.get(i).word());
      }
    }
    return reasons;
  }
}
