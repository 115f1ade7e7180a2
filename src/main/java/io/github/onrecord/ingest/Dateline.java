package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of a report that says whence and when it was sent: «HASK, 14 March 2034 (Wire) —»,
 * «ХАСК, 14 марта. /Вести/.», «Marn —». It belongs to no statement.
 *
 * @param span from the paragraph's first character to the report's first
 * @param day the day that it gives, or null
 */
record Dateline(Span span, CalendarText.@Nullable Mention day) {
  /** Place, region, day and agency take no more tokens. */
  private static final int LONGEST = 16;

  /** A place written like any other name, before a dash, takes no more words. */
  private static final int PLACE_WORDS = 3;

  /** The dateline with which a paragraph opens; null when it opens otherwise. */
  static @Nullable Dateline of(String text, Span paragraph, CalendarText calendar) {
    Span head =
        new Span(paragraph.start(), Math.min(paragraph.end(), paragraph.start() + LONGEST * 12));
    List<Token> tokens = Token.of(text, head);
    if (tokens.isEmpty() || !tokens.get(0).capital()) {
      return null;
    }
    boolean shouted = shouted(tokens.get(0));
    int end = end(tokens, calendar, shouted);
    if (end <= 0 || end >= tokens.size()) {
      return null;
    }
    Span span = new Span(paragraph.start(), tokens.get(end).start());
    List<CalendarText.Mention> days = calendar.mentions(span.of(text));
    boolean dash = tokens.get(end - 1).dash();
    if (days.isEmpty() && !dash && !shouted) {
      return null;
    }
    return days.isEmpty() && !shouted && end - 1 > PLACE_WORDS
        ? null
        : new Dateline(span, days.isEmpty() ? null : days.get(0));
  }

  /** The token after the last mark that can close a dateline; 0 when none does. */
  private static int end(List<Token> tokens, CalendarText calendar, boolean shouted) {
    int end = 0;
    boolean agency = false;
    boolean dated = false;
    for (int k = 0; k < Math.min(tokens.size() - 1, LONGEST); k++) {
      Token token = tokens.get(k);
      boolean number = token.type() == Token.Type.NUMBER;
      boolean month = calendar.month(token.text()) != null;
      dated |= number || month;
      agency = "(/«“\"".contains(token.key()) ? true : agency;
      boolean allowed =
          number
              || month
              || token.capital()
              || ",.()/«»“”\"—–-".contains(token.key())
              || List.of("г", "г.", "р", "р.", "года", "року", "of").contains(token.key());
      if (!allowed) {
        break;
      }
      boolean opens = opens(tokens.get(k + 1));
      if (token.dash() && k > 0 && opens) {
        return k + 1;
      }
      if (token.is(".") && k > 0 && opens && closes(tokens, k, calendar, shouted, agency, dated)) {
        end = k + 1;
      }
      if (shouted && k > 0 && token.capital() && !shouted(token) && !dated && !agency) {
        boolean region = tokens.get(k - 1).comma();
        if (!region) {
          break;
        }
      }
    }
    return end;
  }

  private static boolean opens(Token token) {
    return token.capital()
        || token.type() == Token.Type.NUMBER
        || "«“„\"‘'".contains(token.key())
        || token.dash();
  }

  /** Whether a full stop ends place, day or agency, not a sentence of the report. */
  private static boolean closes(
      List<Token> tokens,
      int stop,
      CalendarText calendar,
      boolean shouted,
      boolean agency,
      boolean dated) {
    Token before = tokens.get(stop - 1);
    boolean day =
        before.type() == Token.Type.NUMBER
            || calendar.month(before.text()) != null
            || List.of("г", "р", "года", "року").contains(before.key());
    boolean closed = agency && ")/»”\"".contains(before.key());
    boolean place = shouted && (shouted(before) || (before.capital() && !dated && stop <= 4));
    return day || closed || place;
  }

  /** Whether a word of three letters or more is written in capitals throughout. */
  private static boolean shouted(Token token) {
    return token.word()
        && token.text().length() > 2
        && token.text().equals(token.text().toUpperCase(Locale.ROOT));
  }
}
