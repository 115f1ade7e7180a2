package io.github.onrecord.eval;

import io.github.onrecord.answer.Answer;
import io.github.onrecord.answer.Desk;
import io.github.onrecord.ingest.Hints;
import io.github.onrecord.ingest.IngestReport;
import io.github.onrecord.ingest.Input;
import io.github.onrecord.ingest.Inputs;
import io.github.onrecord.ingest.LabelImport;
import io.github.onrecord.message.AnswerMessages;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.search.Question;
import io.github.onrecord.store.RecordStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Asks a program the questions of a labelled set and scores what it says. */
public final class Evaluation {
  private final LabelledSet set;
  private final AnswerMessages messages = AnswerMessages.whole();

  /**
   * An evaluation on a set: a folder with {@code articles/}, {@code statements.jsonl}, {@code
   * questions.jsonl} and, where speakers have several names, {@code officials.jsonl}.
   *
   * @throws SetException when the set can't be read
   */
  public Evaluation(Path folder) {
    this.set = LabelledSet.read(folder);
  }

  /**
   * Fills the subject's record, asks, and scores.
   *
   * @param notes gets a sentence for each article or label that was refused
   */
  public Result run(Mode mode, Subject subject, Consumer<String> notes) {
    Map<String, Map<Figure, Double>> figures = new LinkedHashMap<>();
    languages().forEach(scope -> figures.put(scope, new HashMap<>()));
    switch (mode) {
      case INGEST -> {
        ingest(subject, notes);
        score(new StatementScorer(set, extracted(subject.record(), Evaluation::shown)), figures);
      }
      case GOLD -> importLabels(subject, notes);
    }
    score(new AnswerScorer(set, replies(subject.desk())), figures);
    return new Result(set.name(), mode, subject.setup(), figures);
  }

  /**
   * Fills the subject's record with the labels, and scores the answers of several desks over it.
   *
   * @param desks what tells them apart, and the desks
   * @return a table in Markdown, a row for each desk
   */
  public <T> String curve(Subject subject, Map<T, Desk> desks, Consumer<String> notes) {
    importLabels(subject, notes);
    Map<T, Map<Figure, Double>> rows = new LinkedHashMap<>();
    desks.forEach(
        (key, desk) -> rows.put(key, new AnswerScorer(set, replies(desk)).all().values()));
    return Curve.markdown(set.name(), Curve.ANSWERS, rows);
  }

  /**
   * Ingests the articles, and scores what would stand if other lines were drawn between statements
   * that stand and statements that wait for an editor.
   *
   * @param lines the least confidence of what stands, 0 to 1
   * @return a table in Markdown, a row for each line
   */
  public String heldCurve(Subject subject, List<Double> lines, Consumer<String> notes) {
    ingest(subject, notes);
    Map<Double, Map<Figure, Double>> rows = new LinkedHashMap<>();
    for (double line : lines) {
      StatementScorer scorer =
          new StatementScorer(
              set,
              extracted(
                  subject.record(),
                  statement -> withdrawn(statement) || statement.confidence() >= line));
      Map<Figure, Double> figures = new HashMap<>(scorer.all().values());
      figures.putAll(scorer.harm().values());
      rows.put(line, figures);
    }
    return Curve.markdown(set.name(), Curve.STATEMENTS, rows);
  }

  /** {@link Result#ALL} and the set's languages. */
  private List<String> languages() {
    TreeSet<String> languages = new TreeSet<>();
    set.gold().forEach(label -> languages.add(LabelledSet.language(label.article())));
    set.questions().forEach(asked -> languages.add(asked.lang()));
    languages.remove("");
    return Stream.concat(Stream.of(Result.ALL), languages.stream()).toList();
  }

  private void ingest(Subject subject, Consumer<String> notes) {
    List<String> folder = List.of(set.articles().toString());
    for (Input input : Inputs.of(folder, InputStream.nullInputStream())) {
      subject.ingestion().ingest(input, Hints.NONE, false, report -> note(report, notes));
    }
  }

  private static void note(IngestReport report, Consumer<String> notes) {
    if (report.refused()) {
      notes.accept(report.name() + ": " + report.line());
    }
  }

  private void importLabels(Subject subject, Consumer<String> notes) {
    try {
      LabelImport.Report report =
          subject.labels().run(set.articles(), set.statements(), set.officials());
      for (LabelImport.Refusal refusal : report.refusals()) {
        notes.accept(refusal.file() + ", line " + refusal.line() + ": " + refusal.reason());
      }
    } catch (IOException e) {
      throw new SetException(set.folder() + ": its labels can't be read; check them.", e);
    }
  }

  private static List<Extracted> extracted(RecordStore record, Predicate<Statement> shown) {
    Map<Long, Document> documents = new HashMap<>();
    List<Extracted> extracted = new ArrayList<>();
    record.forEachStatement(
        statement -> {
          if (!shown.test(statement)) {
            return;
          }
          Document document =
              documents.computeIfAbsent(
                  statement.documentId(), id -> record.document(id).orElseThrow());
          extracted.add(
              new Extracted(
                  Claim.of(statement, document),
                  statement.spoken() == null ? null : statement.spoken().toString(),
                  statement.status() != Status.STANDING));
        });
    return extracted;
  }

  private static boolean withdrawn(Statement statement) {
    return !statement.standing() && statement.status() != Status.HELD;
  }

  /** What may be shown after ingestion: all but what waits for an editor. */
  private static boolean shown(Statement statement) {
    return statement.status() != Status.HELD;
  }

  private Map<String, Reply> replies(Desk desk) {
    Map<String, Reply> replies = new HashMap<>();
    for (Asked asked : set.questions()) {
      List<Question> earlier =
          asked.previous() == null ? List.of() : List.of(desk.read(asked.previous(), List.of()));
      replies.put(asked.id(), reply(desk.ask(asked.question(), earlier)));
    }
    return replies;
  }

  private Reply reply(Answer answer) {
    List<Claim> shown =
        answer instanceof Answer.OnRecord found
            ? found.answering().stream()
                .map(match -> Claim.of(match.statement(), match.document()))
                .toList()
            : List.of();
    return new Reply(
        answer instanceof Answer.OnRecord,
        answer.question().language().code(),
        messages.of(answer, language -> List.of()).plain(),
        shown);
  }

  private static void score(StatementScorer scorer, Map<String, Map<Figure, Double>> figures) {
    figures.forEach(
        (scope, values) -> {
          boolean all = scope.equals(Result.ALL);
          values.putAll((all ? scorer.all() : scorer.of(scope)).values());
          if (all) {
            values.putAll(scorer.harm().values());
          }
        });
  }

  private static void score(AnswerScorer scorer, Map<String, Map<Figure, Double>> figures) {
    figures.forEach(
        (scope, values) ->
            values.putAll((scope.equals(Result.ALL) ? scorer.all() : scorer.of(scope)).values()));
  }
}
