package io.github.onrecord.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows lines that give author, place, day and time, in three languages. Immutable. */
final class Bylines {
  /** A line with more words beside its date is a sentence. */
  private static final int MOST_WORDS = 14;

  /** A dateline has at most so many characters, and so many words beside its date. */
  private static final int DATELINE = 100;

  private static final int MOST_PLACE_WORDS = 8;

  private static final Set<String> YEAR_WORDS =
      Set.of("г", "года", "году", "год", "р", "року", "рік");

  private final CalendarText calendar;
  private final Boilerplate boilerplate;

  Bylines(CalendarText calendar, Boilerplate boilerplate) {
    this.calendar = calendar;
    this.boilerplate = boilerplate;
  }

  /**
   * What stands before the dash at the head of a report: «ALDERMOOR, March 3, 2041 (Harbour Wire) —
   * …».
   *
   * @param date the day, or null
   * @param outlet the agency in brackets, or null
   */
  record Dateline(@Nullable LocalDate date, @Nullable String outlet) {
    private static final Dateline NONE = new Dateline(null, null);
  }

  /** The dateline at the head of a paragraph; both its parts are null when there is none. */
  Dateline dateline(String paragraph) {
    String head = paragraph.substring(0, Math.min(paragraph.length(), DATELINE));
    int dash = -1;
    for (String sign : List.of(" — ", " – ", " - ", " -- ")) {
      int at = head.indexOf(sign);
      dash = at >= 0 && (dash < 0 || at < dash) ? at : dash;
    }
    if (dash < 0 || !Character.isUpperCase(head.codePointAt(0))) {
      return Dateline.NONE;
    }
    String line = head.substring(0, dash);
    int open = line.indexOf('(');
    boolean named = open > 0 && line.endsWith(")");
    String placeAndDay = named ? line.substring(0, open).strip() : line;
    List<CalendarText.Mention> dates = calendar.mentions(placeAndDay);
    LocalDate date = date(placeAndDay).orElse(null);
    if (date == null
        || Boilerplate.wordCount(without(placeAndDay, dates)) > MOST_PLACE_WORDS
        || !endsWithDate(placeAndDay, dates)) {
      return Dateline.NONE;
    }
    return new Dateline(date, named ? line.substring(open + 1, line.length() - 1).strip() : null);
  }

  private static boolean endsWithDate(String line, List<CalendarText.Mention> dates) {
    String after = line.substring(dates.get(dates.size() - 1).span().end());
    String word = after.replaceAll("[^\\p{L}]", "").toLowerCase(Locale.ROOT);
    return word.isEmpty() || YEAR_WORDS.contains(word);
  }

  /** The day that such a line gives, when it gives the year too. */
  Optional<LocalDate> date(String line) {
    return calendar.firstFull(line);
  }

  /** Whether the line is one of author, place, day or time. */
  boolean is(String line) {
    int words = Boilerplate.wordCount(line);
    if (words == 0 || words > MOST_WORDS * 2) {
      return false;
    }
    if (isStamp(line)) {
      return true;
    }
    List<CalendarText.Mention> dates = calendar.mentions(line);
    if (dates.stream().noneMatch(d -> d.year() != null)) {
      return words <= 8
          && boilerplate.starts(Boilerplate.Kind.OWN, line)
          && !PageLine.endsSentence(line);
    }
    String rest = without(line, dates);
    if (Boilerplate.wordCount(rest) > MOST_WORDS) {
      return false;
    }
    CalendarText.Mention first = dates.get(0);
    if (Boilerplate.wordCount(withoutWeekdays(line.substring(0, first.span().start()))) == 0) {
      return !goesOnAsSentence(line.substring(first.span().end()));
    }
    return !endsSentence(line) || boilerplate.namesAuthor(line);
  }

  /** Whether the line is nothing but a day or time, as over an entry of a live blog. */
  boolean isStamp(String line) {
    if (line.length() > 60) {
      return false;
    }
    List<CalendarText.Mention> dates = calendar.mentions(line);
    String rest = withoutWeekdays(without(line, dates));
    boolean timed = false;
    int others = 0;
    for (String word : rest.split("[^\\p{L}\\p{N}:.]+", -1)) {
      if (isTime(word)) {
        timed = true;
      } else if (Boilerplate.wordCount(word) > 0
          && !YEAR_WORDS.contains(word.replace(".", "").toLowerCase(Locale.ROOT))) {
        others++;
      }
    }
    boolean zone = timed && others == 1;
    return (timed || !dates.isEmpty()) && (others == 0 || zone) && !line.endsWith("?");
  }

  /** 18:40, 9.05, 18:40:12. */
  private static boolean isTime(String word) {
    if (word.length() < 4 || word.length() > 8) {
      return false;
    }
    int separators = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == ':' || (c == '.' && i > 0 && i < word.length() - 1)) {
        separators++;
      } else if (c < '0' || c > '9') {
        return false;
      }
    }
    return separators >= 1;
  }

  /** «5 марта 2041 г.» is no sentence's end. */
  private static boolean endsSentence(String line) {
    String last = line.substring(line.lastIndexOf(' ') + 1).replace(".", "");
    return PageLine.endsSentence(line) && !YEAR_WORDS.contains(last.toLowerCase(Locale.ROOT));
  }

  private static boolean goesOnAsSentence(String afterDate) {
    for (String word : afterDate.strip().split("\\s+", -1)) {
      String bare = word.replaceAll("[^\\p{L}]", "");
      if (!YEAR_WORDS.contains(bare.toLowerCase(Locale.ROOT))) {
        return !bare.isEmpty()
            && Character.isLowerCase(bare.charAt(0))
            && Character.isLetter(word.charAt(0));
      }
    }
    return false;
  }

  private static String without(String line, List<CalendarText.Mention> dates) {
    StringBuilder rest = new StringBuilder();
    int from = 0;
    for (CalendarText.Mention date : dates) {
      rest.append(line, from, date.span().start()).append(' ');
      from = date.span().end();
    }
    return rest.append(line.substring(from)).toString();
  }

  private String withoutWeekdays(String text) {
    StringBuilder rest = new StringBuilder();
    for (String word : text.split("(?<=\\P{L})|(?=\\P{L})", -1)) {
      rest.append(calendar.weekday(word) == null ? word : "");
    }
    return rest.toString();
  }
}
