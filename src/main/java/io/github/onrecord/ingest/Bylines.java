package io.github.onrecord.ingest;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Knows lines that give author, place, day and time, in three languages. Immutable. */
final class Bylines {
  /** A line with more words beside its date is a sentence. */
  private static final int MOST_WORDS = 14;

  private static final Set<String> YEAR_WORDS =
      Set.of("г", "года", "году", "год", "р", "року", "рік");

  private final CalendarText calendar;
  private final Boilerplate boilerplate;

  Bylines(CalendarText calendar, Boilerplate boilerplate) {
    this.calendar = calendar;
    this.boilerplate = boilerplate;
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
    return !PageLine.endsSentence(line) || boilerplate.namesAuthor(line);
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
