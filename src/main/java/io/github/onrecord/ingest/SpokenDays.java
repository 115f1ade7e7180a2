package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settles the day of each statement of a document. */
final class SpokenDays {

  private final Attribution.Findings findings;
  private final Days days;
  private final Chronicle chronicle;
  private final List<Span> said;

  SpokenDays(Attribution.Findings findings) {
    this.findings = findings;
    this.said = findings.drafts().stream().flatMap(d -> d.parts().stream()).toList();
    this.chronicle = new Chronicle(findings.paragraphs(), findings.days());
    this.days = findings.days().during(chronicle.entries(findings.paragraphs()));
  }

  /** A day for each draft, in order; null where the document doesn't fix one. */
  List<@Nullable LocalDate> settle() {
    List<Draft> drafts = findings.drafts();
    LocalDate report = new ReportDay(findings, days).settle();
    List<@Nullable LocalDate> settled = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      settled.add(of(i, report, settled));
    }
    return settled;
  }

  /** Whether it was said in a turn: what days a speaker names aren't those of the turn. */
  private boolean byTurns(Draft draft) {
    return findings.turns().stream().anyMatch(draft.around()::overlaps);
  }

  private @Nullable LocalDate of(
      int i, @Nullable LocalDate report, List<@Nullable LocalDate> settled) {
    Draft draft = findings.drafts().get(i);
    Paragraph paragraph = Attribution.byOrdinal(findings.paragraphs(), draft.paragraph());
    if (paragraph == null) {
      return null;
    }
    if (draft.quotedBy() != null) {
      List<Days.Stated> here = asSpoken(i, settled).in(draft.around(), draft.parts());
      return here.isEmpty() ? null : here.get(0).day();
    }
    List<Days.Stated> here = days.in(draft.around(), draft.parts());
    if (!here.isEmpty() && !byTurns(draft)) {
      return nearest(here, draft.at());
    }
    LocalDate today = draft.kind() == Kind.REPORTED ? days.today(draft.parts()) : null;
    if (today != null) {
      return today;
    }
    LocalDate entry = chronicle.dayOf(paragraph);
    int end =
        Math.max(
            paragraph.span().start() + 1, Math.min(draft.around().start(), paragraph.span().end()));
    List<Days.Stated> before =
        findings.spoken() ? List.of() : days.in(new Span(paragraph.span().start(), end), said);
    if (!before.isEmpty()) {
      return before.get(before.size() - 1).day();
    }
    if (i > 0 && !days.elsewhere(paragraph, draft)) {
      Draft last = findings.drafts().get(i - 1);
      boolean same =
          last.speaker().voice().equals(draft.speaker().voice())
              && last.quotedBy() == null
              && draft.paragraph() - last.paragraph() <= (entry == null ? 1 : 0);
      LocalDate day = settled.get(i - 1);
      if (same && day != null) {
        return day;
      }
    }
    if (i + 1 < findings.drafts().size()) {
      Draft next = findings.drafts().get(i + 1);
      boolean same =
          next.speaker().voice().equals(draft.speaker().voice())
              && next.quotedBy() == null
              && draft.paragraph() == next.paragraph();
      List<Days.Stated> after =
          same && !findings.spoken() ? days.in(next.around(), next.parts()) : List.of();
      if (!after.isEmpty()) {
        return after.get(0).day();
      }
    }
    if (days.elsewhere(paragraph, draft)) {
      return null;
    }
    return entry == null ? report : entry;
  }

  /** How days are to be read in the words of whoever quotes: from the day on which they spoke. */
  private Days asSpoken(int i, List<@Nullable LocalDate> settled) {
    Draft quoted = findings.drafts().get(i);
    for (int k = 0; k < settled.size(); k++) {
      LocalDate day = settled.get(k);
      boolean holds =
          findings.drafts().get(k).quotedBy() == null
              && findings.drafts().get(k).parts().stream()
                  .anyMatch(quoted.parts().get(0)::overlaps);
      if (holds && day != null) {
        NavigableMap<Integer, LocalDate> spoken = new TreeMap<>();
        spoken.put(0, day);
        return days.during(spoken);
      }
    }
    return days;
  }

  /** Of several days in a sentence, the one that stands nearest to the verb. */
  static LocalDate nearest(List<Days.Stated> stated, int at) {
    return stated.stream()
        .min(Comparator.comparingInt(day -> Math.abs(day.at() - at)))
        .map(Days.Stated::day)
        .orElseThrow();
  }
}
