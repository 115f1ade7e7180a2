package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds where something was said: in the attribution itself, else where the report was sent from.
 */
final class Occasions {
  private static final Set<String> IN = Set.of("in", "at", "в", "во", "у");
  private static final int OPENING = 3;

  private final String text;
  private final Grammar grammar;
  private final CalendarText calendar;
  private final Cast cast;
  private final @Nullable String ofReport;

  Occasions(String text, Grammar grammar, CalendarText calendar, Attribution.Findings findings) {
    this.text = text;
    this.grammar = grammar;
    this.calendar = calendar;
    this.cast = findings.cast();
    this.ofReport = ofReport(findings);
  }

  /** The place of a statement, or null. */
  @Nullable String of(Draft draft) {
    if (draft.quotedBy() != null) {
      return null;
    }
    String here = place(Token.of(text, draft.around()), draft.parts());
    return here == null ? ofReport : here;
  }

  private @Nullable String ofReport(Attribution.Findings findings) {
    int read = 0;
    for (Paragraph paragraph : findings.paragraphs()) {
      if (!Attribution.carries(paragraph.block().role()) || read++ >= OPENING) {
        continue;
      }
      Dateline line = paragraph.dateline();
      String sentFrom = line == null ? null : dateline(Token.of(text, line.span()));
      if (sentFrom != null) {
        return sentFrom;
      }
      List<Span> said = findings.drafts().stream().flatMap(d -> d.parts().stream()).toList();
      String place = place(paragraph.tokens(), said);
      if (place != null) {
        return place;
      }
    }
    return null;
  }

  /** «BRENNHOLM — …», «KESS, 9 March (Wire) - …». */
  private static @Nullable String dateline(List<Token> tokens) {
    int k = 0;
    while (k < tokens.size()
        && k < 3
        && tokens.get(k).word()
        && tokens.get(k).text().length() > 2
        && tokens.get(k).text().equals(tokens.get(k).text().toUpperCase(java.util.Locale.ROOT))) {
      k++;
    }
    if (k == 0) {
      return null;
    }
    StringBuilder place = new StringBuilder();
    for (Token token : tokens.subList(0, k)) {
      String word = token.text();
      StringBuilder capital = new StringBuilder();
      for (String piece : word.split("-", -1)) {
        capital
            .append(capital.length() == 0 ? "" : "-")
            .append(
                piece.isEmpty()
                    ? ""
                    : piece.charAt(0) + piece.substring(1).toLowerCase(java.util.Locale.ROOT));
      }
      place.append(place.length() == 0 ? "" : " ").append(capital);
    }
    return place.toString();
  }

  /** The first «in X» outside statements where X is no person, weekday or month. */
  private @Nullable String place(List<Token> tokens, List<Span> outside) {
    for (int k = 0; k + 1 < tokens.size(); k++) {
      Token next = tokens.get(k + 1);
      int at = next.start();
      boolean named =
          IN.contains(tokens.get(k).key())
              && next.capital()
              && calendar.month(next.text()) == null
              && calendar.weekday(next.text()) == null
              && cast.nameAt(tokens, k + 1) == null
              && !grammar.is("body", next)
              && outside.stream().noneMatch(s -> s.start() <= at && at < s.end());
      if (!named) {
        continue;
      }
      int end = k + 2;
      while (end < tokens.size()
          && tokens.get(end).capital()
          && calendar.month(tokens.get(end).text()) == null) {
        end++;
      }
      return text.substring(next.start(), tokens.get(end - 1).end());
    }
    return null;
  }
}
