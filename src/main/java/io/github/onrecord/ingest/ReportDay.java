package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settles the day of which a report as a whole speaks: the one that its opening tells of in the
 * source's own name; else the only one it mentions; else, when it mentions none, the day of its
 * dateline.
 */
final class ReportDay {
  /** How many paragraphs open a report. */
  private static final int OPENING = 2;

  private final Attribution.Findings findings;
  private final Days days;
  private final Grammar grammar;
  private final CalendarText calendar;
  private final @Nullable LocalDate published;

  ReportDay(Attribution.Findings findings, Days days) {
    this.findings = findings;
    this.days = days;
    this.grammar = days.grammar();
    this.calendar = days.calendar();
    this.published = days.published();
  }

  /** The day, or null when the report settles none. */
  @Nullable LocalDate settle() {
    List<Paragraph> body =
        findings.paragraphs().stream().filter(p -> Attribution.carries(p.block().role())).toList();
    LocalDate held = findings.spoken() ? held() : null;
    return held == null
        ? reportsDay(body, findings.drafts(), findings.spoken(), dateline(body))
        : held;
  }

  /**
   * The day on which an interview or briefing was held, where a sentence outside of it says so: of
   * several days in the sentence the one nearest to the word that says it.
   */
  private @Nullable LocalDate held() {
    List<Span> parts = findings.drafts().stream().flatMap(d -> d.parts().stream()).toList();
    for (Paragraph paragraph : findings.paragraphs()) {
      if (paragraph.block().role() == Block.Role.HEADLINE || byTurns(paragraph)) {
        continue;
      }
      for (Span sentence : paragraph.sentences()) {
        List<Token> tokens = paragraph.tokensIn(sentence.start(), sentence.end());
        List<Days.Stated> stated = days.in(sentence, parts);
        for (int k = 0; k < tokens.size() && !stated.isEmpty(); k++) {
          if (grammar.list("held").match(tokens, k) > 0) {
            return SpokenDays.nearest(stated, tokens.get(k).start());
          }
        }
      }
    }
    return null;
  }

  /** Whether people speak by turns there: the days they speak of aren't those of the occasion. */
  private boolean byTurns(Paragraph paragraph) {
    return findings.turns().stream().anyMatch(paragraph.span()::overlaps);
  }

  /**
   * The day of which a report speaks: the one that its opening tells of in the source's own name;
   * else the only one it mentions; else, when it mentions none, the day of its dateline.
   *
   * @param body its paragraphs without bylines
   * @param spoken whether the document is itself the record of an occasion (a transcript, a
   *     bulletin), so that its date is the occasion's
   * @param dateline whether it was sent from the spot, so that it tells of its own day
   */
  private @Nullable LocalDate reportsDay(
      List<Paragraph> body, List<Draft> drafts, boolean spoken, boolean dateline) {
    Set<LocalDate> told = new HashSet<>();
    List<Span> parts = drafts.stream().flatMap(d -> d.parts().stream()).toList();
    int read = 0;
    boolean later = false;
    for (Paragraph paragraph : body) {
      if (byTurns(paragraph)) {
        continue;
      }
      for (Days.Stated stated : days.in(paragraph.span(), parts)) {
        if (stated.counted() || Quotation.at(paragraph.quotations(), stated.at()) != null) {
          continue;
        }
        boolean narrated =
            drafts.stream()
                .noneMatch(
                    d -> d.around().start() <= stated.at() && stated.at() < d.around().end());
        if (read < OPENING && narrated) {
          return stated.day();
        }
        told.add(stated.day());
        later |= read > 0 && !spoken;
      }
      read++;
    }
    if (spoken || (told.isEmpty() && dateline)) {
      return published;
    }
    if (told.size() == 1 && told.contains(published)) {
      return published;
    }
    return told.size() == 1 && dateline && !later ? told.iterator().next() : null;
  }

  /** Whether the report opens with the place it was sent from, or its byline names it. */
  private boolean dateline(List<Paragraph> body) {
    if (body.isEmpty() || published == null) {
      return false;
    }
    if (body.stream().anyMatch(p -> p.dateline() != null)) {
      return true;
    }
    for (Paragraph paragraph : findings.paragraphs()) {
      if (paragraph.block().role() == Block.Role.BYLINE && namesPlace(paragraph, body)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a byline names the place it was sent from: after a preposition, alone between marks, or
   * one that the report speaks of too.
   */
  private boolean namesPlace(Paragraph byline, List<Paragraph> body) {
    List<Token> tokens = byline.tokens();
    for (int k = 0; k < tokens.size(); k++) {
      Token token = tokens.get(k);
      boolean name =
          token.capital()
              && token.text().length() > 2
              && calendar.month(token.text()) == null
              && calendar.weekday(token.text()) == null
              && Quotation.at(byline.quotations(), token.start()) == null;
      if (!name) {
        continue;
      }
      boolean placed = k > 0 && grammar.is("place", tokens.get(k - 1));
      boolean alone =
          (k == 0 || !tokens.get(k - 1).word())
              && (k + 1 == tokens.size() || !tokens.get(k + 1).word())
              && k > 0;
      boolean told =
          body.stream()
              .anyMatch(
                  p ->
                      p.tokens().stream()
                          .anyMatch(t -> t.capital() && Names.same(t.key(), token.key())));
      if (placed || alone || told) {
        return true;
      }
    }
    return false;
  }
}
