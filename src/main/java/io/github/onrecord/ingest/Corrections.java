package io.github.onrecord.ingest;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the statements of which notices of correction speak: those of officials whom the notice
 * names, whose words it repeats; else the one that it comes near enough to in matter and day. Where
 * several may be meant they wait for an editor, out of every answer, and so does a notice that fits
 * nothing on record. The repeated words are no statement again.
 */
final class Corrections {
  /** So much of the shorter of two wordings must stand in the longer one. */
  private static final double REPEATED = 0.7;

  /** So much of what a statement speaks of must stand in a notice that doesn't repeat its words. */
  private static final double NAMED = 0.5;

  /** When only one statement of that official and day is on record, so much is enough. */
  private static final double ONLY = 0.2;

  /** The best one must be better than the next by so much. */
  private static final double MARGIN = 0.2;

  /** More candidates than this tell nothing: none of them is held. */
  private static final int MOST_HELD = 3;

  private final KnownRecord record;
  private final Likeness likeness;

  /**
   * What the notices of a document do.
   *
   * @param changes to earlier statements
   * @param repeated stretches that repeat withdrawn words
   * @param open what waits for the editor
   */
  record Effects(List<StatusChange> changes, List<Span> repeated, List<String> open) {
    Effects {
      changes = List.copyOf(changes);
      repeated = List.copyOf(repeated);
      open = List.copyOf(open);
    }
  }

  Corrections(KnownRecord record, Likeness likeness) {
    this.record = record;
    this.likeness = likeness;
  }

  Effects in(DocumentText document, Attribution.Findings findings, Grammar grammar) {
    Map<Long, StatusChange> changes = new LinkedHashMap<>();
    List<Span> repeated = new ArrayList<>();
    List<String> open = new ArrayList<>();
    for (Notice notice : Notice.in(document, findings.paragraphs(), grammar)) {
      List<StatusChange> made = new ArrayList<>();
      Set<Official> named = named(notice, findings);
      repeats(document, findings, notice, named, made, repeated);
      if (made.isEmpty()) {
        nearest(document, findings, notice, named, made);
      }
      if (made.isEmpty() || made.stream().allMatch(c -> c.status() == Status.HELD)) {
        open.add("a correction that fits no statement on record surely; it waits for an editor");
      }
      made.forEach(change -> changes.putIfAbsent(change.statementId(), change));
      repeated.addAll(notice.accounts(grammar));
    }
    return new Effects(List.copyOf(changes.values()), repeated, open);
  }

  /** The officials on record whom a notice names. */
  private static Set<Official> named(Notice notice, Attribution.Findings findings) {
    Set<Official> named = new LinkedHashSet<>();
    for (Paragraph paragraph : notice.paragraphs()) {
      for (int k = 0; k < paragraph.tokens().size(); k++) {
        Cast.NameMatch match = findings.cast().nameAt(paragraph.tokens(), k);
        if (match != null) {
          match.people().stream()
              .map(Person::known)
              .filter(official -> official != null)
              .forEach(named::add);
        }
      }
    }
    findings.drafts().stream()
        .filter(notice::holds)
        .map(draft -> draft.speaker().voice())
        .forEach(
            voice -> {
              if (voice instanceof Voice.Named speaker && speaker.person().known() != null) {
                named.add(speaker.person().known());
              }
            });
    return named;
  }

  /** Words that the notice repeats, and the same utterance elsewhere. */
  private void repeats(
      DocumentText document,
      Attribution.Findings findings,
      Notice notice,
      Set<Official> named,
      List<StatusChange> changes,
      List<Span> repeated) {
    List<Span> stretches = new ArrayList<>(notice.quotations());
    findings.drafts().stream()
        .filter(notice::holds)
        .forEach(draft -> stretches.addAll(draft.parts()));
    Status status = notice.retracts() ? Status.RETRACTED : Status.CORRECTED;
    for (Official official : named) {
      List<Statement> earlier = open(official);
      Set<Long> utterances = new HashSet<>();
      Set<Long> done = new HashSet<>();
      for (Statement statement : earlier) {
        Span words = repeating(document, stretches, statement);
        if (words != null) {
          String reason = "The notice " + document.name() + " repeats these words as wrong";
          changes.add(new StatusChange(statement.id(), status, reason));
          repeated.add(words);
          utterances.add(statement.utterance());
          done.add(statement.id());
        }
      }
      sameUtterances(document, earlier, utterances, done, status, changes);
    }
  }

  private static void sameUtterances(
      DocumentText document,
      List<Statement> earlier,
      Set<Long> utterances,
      Set<Long> done,
      Status status,
      List<StatusChange> changes) {
    for (Statement statement : earlier) {
      boolean same = statement.utterance() > 0 && utterances.contains(statement.utterance());
      if (same && done.add(statement.id())) {
        String reason = "The notice " + document.name() + " withdraws the same utterance";
        changes.add(new StatusChange(statement.id(), status, reason));
      }
    }
  }

  /** The statement that the notice comes nearest to in matter and day; several are held. */
  private void nearest(
      DocumentText document,
      Attribution.Findings findings,
      Notice notice,
      Set<Official> named,
      List<StatusChange> changes) {
    Set<LocalDate> days = days(findings, notice);
    Map<Statement, Double> scores = new LinkedHashMap<>();
    List<Statement> all = new ArrayList<>();
    named.forEach(official -> all.addAll(open(official)));
    boolean dated = all.stream().anyMatch(s -> s.spoken() != null && days.contains(s.spoken()));
    String matter =
        notice.paragraphs().stream()
            .map(p -> p.span().of(document.text()))
            .collect(Collectors.joining("\n"));
    for (Statement statement : all) {
      if (!dated || (statement.spoken() != null && days.contains(statement.spoken()))) {
        scores.put(
            statement,
            likeness.matter(statement.text(), statement.language(), matter, document.language()));
      }
    }
    List<Statement> ranked =
        scores.keySet().stream()
            .sorted(
                (a, b) -> Double.compare(scores.getOrDefault(b, 0.0), scores.getOrDefault(a, 0.0)))
            .toList();
    if (ranked.isEmpty()) {
      return;
    }
    Statement best = ranked.get(0);
    double most = scores.getOrDefault(best, 0.0);
    double next =
        ranked.stream()
            .filter(s -> s.utterance() != best.utterance())
            .mapToDouble(s -> scores.getOrDefault(s, 0.0))
            .max()
            .orElse(-1);
    boolean only = next < 0 && dated;
    if ((most >= NAMED && most - next >= MARGIN) || (only && most >= ONLY)) {
      Status status = notice.retracts() ? Status.RETRACTED : Status.CORRECTED;
      String reason = "The notice " + document.name() + " speaks of this statement";
      changes.add(new StatusChange(best.id(), status, reason));
      sameUtterances(
          document,
          all,
          Set.of(best.utterance()),
          new HashSet<>(Set.of(best.id())),
          status,
          changes);
      return;
    }
    List<Statement> maybe =
        ranked.stream().filter(s -> scores.getOrDefault(s, 0.0) >= NAMED / 2).toList();
    if (maybe.size() <= MOST_HELD) {
      String reason = "The notice " + document.name() + " may speak of this statement";
      maybe.stream()
          .filter(s -> s.status() == Status.STANDING)
          .forEach(s -> changes.add(new StatusChange(s.id(), Status.HELD, reason)));
    }
  }

  private static Set<LocalDate> days(Attribution.Findings findings, Notice notice) {
    Set<LocalDate> days = new HashSet<>();
    for (Paragraph paragraph : notice.paragraphs()) {
      findings.days().in(paragraph.span(), List.of()).forEach(stated -> days.add(stated.day()));
    }
    return days;
  }

  private List<Statement> open(Official official) {
    return record.statementsOf(official).stream()
        .filter(s -> s.status() == Status.STANDING || s.status() == Status.HELD)
        .toList();
  }

  /** The stretch of the notice that repeats a statement best; or null. */
  private @Nullable Span repeating(
      DocumentText document, List<Span> stretches, Statement statement) {
    Span best = null;
    double most = REPEATED;
    for (Span stretch : stretches) {
      double alike =
          likeness.of(
              stretch.of(document.text()),
              document.language(),
              statement.text(),
              statement.language());
      if (alike >= most && (best == null || alike > most)) {
        best = stretch;
        most = alike;
      }
    }
    return best;
  }
}
