package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settles on which day something was said. A day counts when it stands in the attribution itself,
 * or in a sentence of the same paragraph before it; else when the whole report speaks of one day
 * only. Otherwise the day stays open: the day of publication is never taken for it.
 */
final class Days {
  private static final int FAR_AHEAD = 1;

  /** A day further back, without its year, is none of which a report tells as new. */
  private static final int LONG_AGO = 60;

  /** «The following day» follows one stated within so many characters above. */
  private static final int ABOVE = 1500;

  /** «In a letter to the editor of 28 March»: so many characters and words before the day. */
  private static final int LETTER = 45;

  private static final int LETTER_WORDS = 3;

  /** A verb of what is to come stands within so many words before the day. */
  private static final int AHEAD = 6;

  private final String text;
  private final Grammar grammar;
  private final CalendarText calendar;
  private final @Nullable LocalDate published;
  private final NavigableMap<Integer, LocalDate> entries;

  /**
   * A day that a text states.
   *
   * @param at where
   * @param day which
   * @param counted whether it is given by its distance from another («two days earlier»), or is
   *     only a letter's date: what a whole report tells isn't of that day
   */
  record Stated(int at, LocalDate day, boolean counted) {}

  Days(String text, Grammar grammar, CalendarText calendar, @Nullable LocalDate published) {
    this(text, grammar, calendar, published, new TreeMap<>());
  }

  private Days(
      String text,
      Grammar grammar,
      CalendarText calendar,
      @Nullable LocalDate published,
      NavigableMap<Integer, LocalDate> entries) {
    this.entries = entries;
    this.text = text;
    this.grammar = grammar;
    this.calendar = calendar;
    this.published = published;
  }

  /**
   * The same where each entry has a day of its own, to which weekdays and «yesterday» are relative.
   */
  Days during(NavigableMap<Integer, LocalDate> days) {
    return new Days(text, grammar, calendar, published, days);
  }

  /** The day on which the words at an index were written: the entry's, or that of publication. */
  private @Nullable LocalDate written(int at) {
    var entry = entries.floorEntry(at);
    return entry == null ? published : entry.getValue();
  }

  /** Whether tokens are a day and marks beside it, with no other word. */
  private boolean nothingElse(Paragraph paragraph) {
    return relative(paragraph)
        || paragraph.tokens().stream()
            .allMatch(
                t ->
                    !t.word()
                        || calendar.month(t.text()) != null
                        || calendar.weekday(t.text()) != null
                        || t.text().length() <= 1
                        || Set.of("года", "року", "day", "of").contains(t.key()));
  }

  Grammar grammar() {
    return grammar;
  }

  CalendarText calendar() {
    return calendar;
  }

  /** The day to which weekdays and «yesterday» are relative, or null. */
  @Nullable LocalDate published() {
    return published;
  }

  /** The days stated in a stretch of text outside the spans given and questions, in order. */
  List<Stated> in(Span stretch, List<Span> outside) {
    return in(stretch, outside, true);
  }

  /**
   * The same.
   *
   * @param looksUp whether «the following day» may follow one stated above the stretch
   */
  private List<Stated> in(Span stretch, List<Span> others, boolean looksUp) {
    List<Token> tokens = Token.of(text, stretch);
    List<Span> outside = withQuestions(others, tokens);
    List<Stated> days = new ArrayList<>();
    for (CalendarText.Mention mention : calendar.mentions(stretch.of(text))) {
      int at = stretch.start() + mention.span().start();
      Optional<LocalDate> day =
          published == null ? mention.full() : mention.in(nearestYear(mention));
      if (day.isPresent() && !deadline(at) && !covered(at, outside) && past(day.get(), at)) {
        days.add(new Stated(at, day.get(), letters(at)));
      }
    }
    if (published == null) {
      return days;
    }
    for (int k = 0; k < tokens.size(); k++) {
      Token token = tokens.get(k);
      if (covered(token.start(), outside) || deadline(token.start())) {
        continue;
      }
      LocalDate now = written(token.start());
      if (now == null) {
        continue;
      }
      DayOfWeek weekday = token.text().length() > 3 ? calendar.weekday(token.text()) : null;
      LocalDate day = relative(tokens, k, looksUp ? stretch : null, days);
      boolean counted = day != null;
      if (counted) {
        k += relativeWords(tokens, k) - 1;
      } else if (weekday != null && !dateFollows(tokens, k)) {
        day = ahead(tokens, k) ? null : weekday(weekday, now, tokens, k);
      } else if (grammar.list("before-yesterday").match(tokens, k) > 0) {
        day = now.minusDays(2);
      } else if (grammar.list("yesterday").match(tokens, k) > 0) {
        day = now.minusDays(1);
      } else if (grammar.list("today").match(tokens, k) > 0) {
        day = now;
      }
      if (day != null) {
        days.add(new Stated(token.start(), day, counted));
      }
    }
    days.sort((a, b) -> Integer.compare(a.at(), b.at()));
    return days;
  }

  /** The last day of that name; «last Thursday» on a Thursday is a week ago. */
  private LocalDate weekday(DayOfWeek weekday, LocalDate now, List<Token> tokens, int k) {
    boolean last = k > 0 && grammar.is("last", tokens.get(k - 1));
    return now.with(
        last ? TemporalAdjusters.previous(weekday) : TemporalAdjusters.previousOrSame(weekday));
  }

  /** «Two days ago», «two days earlier», «the following day»; null where none of it begins. */
  private @Nullable LocalDate relative(
      List<Token> tokens, int k, @Nullable Span stretch, List<Stated> before) {
    LocalDate now = written(tokens.get(k).start());
    if (now == null) {
      return null;
    }
    boolean next = grammar.list("next-day").match(tokens, k) > 0;
    boolean previous = grammar.list("previous-day").match(tokens, k) > 0;
    CalendarText.Distance distance = calendar.distance(words(tokens, k));
    if (!next && !previous && distance == null) {
      return null;
    }
    LocalDate anchor = anchor(stretch, before);
    if (next || previous) {
      return anchor == null ? null : anchor.plusDays(next ? 1 : -1);
    }
    if (distance == null) {
      return null;
    }
    boolean fromNow = distance.fromNow();
    LocalDate day = (fromNow || anchor == null ? now : anchor).plusDays(distance.days());
    return day.isAfter(now) ? null : day;
  }

  private int relativeWords(List<Token> tokens, int k) {
    int words =
        Math.max(
            grammar.list("next-day").match(tokens, k),
            grammar.list("previous-day").match(tokens, k));
    CalendarText.Distance distance = calendar.distance(words(tokens, k));
    return Math.max(words, distance == null ? 1 : distance.words());
  }

  /** The next words, in lower case, as many as a distance may take. */
  private static List<String> words(List<Token> tokens, int k) {
    return tokens.subList(k, Math.min(tokens.size(), k + CalendarText.DISTANCE_WORDS)).stream()
        .map(Token::key)
        .toList();
  }

  /** The last day stated before, in the stretch or else in the text above it; null when none is. */
  private @Nullable LocalDate anchor(@Nullable Span stretch, List<Stated> before) {
    if (!before.isEmpty()) {
      return before.get(before.size() - 1).day();
    }
    if (stretch == null || stretch.start() == 0) {
      return null;
    }
    Span text = new Span(Math.max(0, stretch.start() - ABOVE), stretch.start());
    List<Stated> above = in(text, List.of(), false);
    return above.isEmpty() ? null : above.get(above.size() - 1).day();
  }

  private int nearestYear(CalendarText.Mention mention) {
    if (mention.year() != null || published == null) {
      return mention.year() == null ? 0 : mention.year();
    }
    int year = published.getYear();
    Optional<LocalDate> same = mention.in(year);
    return same.isPresent() && same.get().isAfter(published.plusDays(180)) ? year - 1 : year;
  }

  private boolean past(LocalDate day, int at) {
    LocalDate now = written(at);
    return now == null
        || (!day.isAfter(now.plusDays(FAR_AHEAD)) && day.isAfter(now.minusDays(LONG_AGO)));
  }

  /** The day that is all a heading says, beside an hour or a mark; null when it says more. */
  @Nullable LocalDate heading(Paragraph paragraph) {
    if (!nothingElse(paragraph)) {
      return null;
    }
    Optional<LocalDate> full = calendar.firstFull(paragraph.span().of(text));
    if (full.isPresent()) {
      return full.get();
    }
    List<Stated> stated = in(paragraph.span(), List.of());
    boolean one = stated.stream().map(Stated::day).distinct().count() == 1;
    return one ? stated.get(0).day() : null;
  }

  /** Whether what a heading says is a day by its distance from the document's: «Today». */
  boolean relative(Paragraph paragraph) {
    return grammar.list("today").match(paragraph.tokens(), 0) == paragraph.tokens().size()
        || grammar.list("yesterday").match(paragraph.tokens(), 0) == paragraph.tokens().size();
  }

  /**
   * The day on which a report calls what was said «today» outside quotation marks: it can't have
   * been said earlier, or later. Null when it doesn't.
   */
  @Nullable LocalDate today(List<Span> parts) {
    for (Span part : parts) {
      List<Token> tokens = Token.of(text, part);
      if (grammar.list("today").match(tokens, 0) > 0) {
        return written(part.start());
      }
    }
    return null;
  }

  private static boolean covered(int at, List<Span> outside) {
    return outside.stream().anyMatch(s -> s.start() <= at && at < s.end());
  }

  /**
   * «by 20 June», «до 20 мая», «from 1 March» are no days of speaking; «a letter of» that day is.
   */
  private boolean deadline(int at) {
    List<Token> before = Token.of(text, new Span(Math.max(0, at - 25), Math.max(at, 1)));
    for (int k = before.size() - 1; k >= Math.max(0, before.size() - 2); k--) {
      if (grammar.is("deadline", before.get(k)) && !letters(at)) {
        return k == before.size() - 1
            || !Set.of("on", "в", "у", "во").contains(before.get(before.size() - 1).key());
      }
    }
    return false;
  }

  /** «In a letter of 18 March», «письмом от 18 марта»: the day is the document's. */
  private boolean letters(int at) {
    List<Token> before = Token.of(text, new Span(Math.max(0, at - LETTER), Math.max(at, 1)));
    int last = before.size() - 1;
    boolean dated =
        last > 0 && (grammar.is("deadline", before.get(last)) || before.get(last).is("of"));
    for (int k = last - 1; dated && k >= Math.max(0, last - LETTER_WORDS); k--) {
      if (grammar.is("document", before.get(k))) {
        return true;
      }
    }
    return false;
  }

  /** «Next Monday», «talks resume on Friday»: a weekday to come. */
  private boolean ahead(List<Token> tokens, int k) {
    if (k > 0 && grammar.is("coming", tokens.get(k - 1))) {
      return true;
    }
    for (int m = k - 1;
        m >= Math.max(0, k - AHEAD) && !".;:!?".contains(tokens.get(m).key());
        m--) {
      if (grammar.list("future").match(tokens, m) > 0) {
        return true;
      }
    }
    for (int m = k + 1; m < Math.min(tokens.size(), k + 3); m++) {
      if (grammar.list("future").match(tokens, m) > 0) {
        return true;
      }
    }
    return false;
  }

  private boolean dateFollows(List<Token> tokens, int k) {
    for (int n = k + 1; n < Math.min(tokens.size(), k + 4); n++) {
      if (calendar.month(tokens.get(n).text()) != null) {
        return true;
      }
    }
    return false;
  }

  /**
   * Some stretches and those that tell what a question is about: «Asked about a report that he had
   * left on Monday, he laughed» was not said on Monday.
   */
  private List<Span> withQuestions(List<Span> stretches, List<Token> tokens) {
    List<Span> all = new ArrayList<>(stretches);
    for (int k = 0; k < tokens.size(); k++) {
      boolean opens = k == 0 || ".?!".contains(tokens.get(k - 1).key());
      if (!opens || grammar.list("asked").match(tokens, k) == 0) {
        continue;
      }
      int end = k;
      while (end < tokens.size() && !tokens.get(end).comma() && !tokens.get(end).is(".")) {
        end++;
      }
      all.add(new Span(tokens.get(k).start(), tokens.get(end - 1).end()));
    }
    return all;
  }

  /** Whether a statement's paragraph speaks of another time than the report's. */
  boolean elsewhere(Paragraph paragraph, Draft draft) {
    int end =
        Math.max(
            paragraph.span().start() + 1, Math.min(draft.around().end(), paragraph.span().end()));
    List<Token> tokens = paragraph.tokensIn(paragraph.span().start(), end);
    return grammar.list("apart").occursIn(outside(tokens, draft.parts()));
  }

  private static List<Token> outside(List<Token> tokens, List<Span> parts) {
    return tokens.stream().filter(t -> !covered(t.start(), parts)).toList();
  }
}
