package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Finds calendar dates and weekdays in running text, in English, Russian and Ukrainian: «12
 * February 2031», «March 3, 2031», «16 квітня», «05.03.2031», «2031-03-05», «8–9 апреля», «у
 * вівторок». Words come from {@code /ingest/calendar.tsv}. Immutable.
 *
 * <p>A numeric date with slashes counts only when it can be read in one way («31/03/2031»): 03/04
 * is one day in London and another in Washington.
 */
final class CalendarText {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;

  /** «two days before that» is as long as a distance gets. */
  static final int DISTANCE_WORDS = 4;

  private final Map<String, Month> months = new HashMap<>();
  private final Map<String, DayOfWeek> weekdays = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> ago = new HashMap<>();
  private final Map<String, Integer> apart = new HashMap<>();

  CalendarText() {
    for (List<String> row : WordFile.rows("/ingest/calendar.tsv", 5)) {
      int number = Integer.parseInt(row.get(1));
      for (String cell : row.subList(2, 5)) {
        for (String form : WordFile.alternatives(cell)) {
          switch (row.get(0)) {
            case "month" -> months.put(key(form), Month.of(number));
            case "weekday" -> weekdays.put(key(form), DayOfWeek.of(number));
            case "number" -> numbers.put(key(form), number);
            case "ago" -> ago.put(key(form), number);
            default -> apart.put(key(form), number);
          }
        }
      }
    }
  }

  /**
   * A date as the text gives it.
   *
   * @param span where it stands, without a weekday before it or a word for «year» after it
   * @param year the year, or null when the text leaves it open
   * @param month the month
   * @param day the day of the month, the first one of «8–9 April»
   * @param lastDay the last day of such a range; else the same as {@code day}
   */
  record Mention(Span span, @Nullable Integer year, Month month, int day, int lastDay) {
    /**
     * The date when the text gives its year, or else in {@code yearIfOpen}; empty on 30 February.
     */
    Optional<LocalDate> in(int yearIfOpen) {
      try {
        return Optional.of(LocalDate.of(year == null ? yearIfOpen : year, month, day));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }

    /** The date, empty when the text leaves the year open. */
    Optional<LocalDate> full() {
      return year == null ? Optional.empty() : in(year);
    }
  }

  /** The month that a word names in any case, or null. English names need their capital. */
  @Nullable Month month(String word) {
    return isLowerLatin(word) ? null : months.get(key(word));
  }

  /** The weekday that a word names in any case, or null. English names need their capital. */
  @Nullable DayOfWeek weekday(String word) {
    return isLowerLatin(word) ? null : weekdays.get(key(word));
  }

  /**
   * How far a day lies from another.
   *
   * @param days how many days later; below 0 when earlier
   * @param words how many words say so
   * @param fromNow whether it is counted from the day of writing («ago»), not from a day just named
   */
  record Distance(int days, int words, boolean fromNow) {}

  /**
   * «two days ago», «двумя днями ранее», «за два дні до того»: null when the words begin with none.
   */
  @Nullable Distance distance(List<String> words) {
    int at = 0;
    Integer number = words.isEmpty() ? null : numbers.get(words.get(0));
    if (number != null) {
      at++;
    } else if (!words.isEmpty() && words.get(0).matches("[1-9]")) {
      number = Integer.valueOf(words.get(0));
      at++;
    } else {
      return null;
    }
    for (int length = DISTANCE_WORDS - at; length > 1; length--) {
      if (at + length <= words.size()) {
        String rest = String.join(" ", words.subList(at, at + length));
        Integer now = ago.get(rest);
        Integer then = apart.get(rest);
        if (now != null) {
          return new Distance(now * number, at + length, true);
        }
        if (then != null) {
          return new Distance(then * number, at + length, false);
        }
      }
    }
    return null;
  }

  /** The first date in the text that has a year. */
  Optional<LocalDate> firstFull(String text) {
    return mentions(text).stream().flatMap(m -> m.full().stream()).findFirst();
  }

  /** The dates in the text, in order, not overlapping. */
  List<Mention> mentions(String text) {
    List<Token> tokens = tokens(text);
    List<Mention> found = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Match match = matchAt(text, tokens, i);
      if (match == null) {
        i++;
      } else {
        found.add(match.mention());
        i = match.next();
      }
    }
    return found;
  }

  private @Nullable Match matchAt(String text, List<Token> tokens, int i) {
    Match match = numeric(text, tokens, i);
    if (match == null) {
      match = dayFirst(text, tokens, i);
    }
    return match == null ? monthFirst(text, tokens, i) : match;
  }

  /** 2031-03-05, 05.03.2031, 5.3.31, 31/03/2031. */
  private static @Nullable Match numeric(String text, List<Token> tokens, int i) {
    if (i + 2 >= tokens.size()) {
      return null;
    }
    Token a = tokens.get(i);
    Token b = tokens.get(i + 1);
    Token c = tokens.get(i + 2);
    String separator = text.substring(a.end(), b.start());
    if (!a.number()
        || !b.number()
        || !c.number()
        || separator.length() != 1
        || !separator.equals(text.substring(b.end(), c.start()))
        || continuesNumber(text, tokens, i, separator)) {
      return null;
    }
    OptionalInt first = a.value();
    OptionalInt second = b.value();
    OptionalInt third = c.value();
    if (first.isEmpty() || second.isEmpty() || third.isEmpty()) {
      return null;
    }
    int x = first.getAsInt();
    int y = second.getAsInt();
    int z = third.getAsInt();
    Span span = new Span(a.start(), c.end());
    if (a.length() == 4 && "-./".contains(separator)) {
      return match(span, x, y, z, i + 3);
    }
    int year = c.length() == 2 && separator.equals(".") ? 2000 + z : z;
    return switch (separator) {
      case "." -> match(span, year, y, x, i + 3);
      case "/" ->
          x > 12 ? match(span, year, y, x, i + 3) : y > 12 ? match(span, year, x, y, i + 3) : null;
      default -> null;
    };
  }

  /** Whether the three numbers are part of a longer chain, as in 192.168.10.20 or 1.2.3.4. */
  private static boolean continuesNumber(String text, List<Token> tokens, int i, String separator) {
    Token last = tokens.get(i + 2);
    boolean before =
        i > 0
            && tokens.get(i - 1).number()
            && text.substring(tokens.get(i - 1).end(), tokens.get(i).start()).equals(separator);
    boolean after =
        i + 3 < tokens.size()
            && tokens.get(i + 3).number()
            && text.substring(last.end(), tokens.get(i + 3).start()).equals(separator);
    return before || after;
  }

  private static @Nullable Match match(Span span, int year, int month, int day, int next) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) {
      return null;
    }
    return new Match(new Mention(span, year, Month.of(month), day, day), next);
  }

  /** 12 February 2031; 12th of February; 8–9 апреля. */
  private @Nullable Match dayFirst(String text, List<Token> tokens, int i) {
    int day = day(tokens, i);
    if (day == 0 || partOfNumber(text, tokens, i)) {
      return null;
    }
    int at = i + 1;
    at += isOrdinalEnding(text, tokens, at) ? 1 : 0;
    int last = day;
    if (rangeTo(text, tokens, at)) {
      int other = day(tokens, at);
      if (other > day) {
        last = other;
        at++;
      }
    }
    at += at < tokens.size() && tokens.get(at).text().equals("of") ? 1 : 0;
    if (at >= tokens.size() || !onlyBetween(text, tokens, at, " .\u00a0\u202f")) {
      return null;
    }
    Month month = month(tokens.get(at).text());
    if (month == null) {
      return null;
    }
    return withYear(text, tokens, tokens.get(i).start(), at, month, day, last);
  }

  /** March 3, 2031; March 3rd; May 13-14. */
  private @Nullable Match monthFirst(String text, List<Token> tokens, int i) {
    Month month = month(tokens.get(i).text());
    int at = i + 1;
    if (month == null
        || !Character.UnicodeScript.of(tokens.get(i).text().codePointAt(0))
            .equals(Character.UnicodeScript.LATIN)
        || at >= tokens.size()
        || !onlyBetween(text, tokens, at, " .\u00a0\u202f")) {
      return null;
    }
    int day = day(tokens, at);
    if (day == 0) {
      return null;
    }
    int last = day;
    if (isOrdinalEnding(text, tokens, at + 1)) {
      at++;
    }
    if (rangeTo(text, tokens, at + 1) && day(tokens, at + 1) > day) {
      at++;
      last = day(tokens, at);
    }
    return withYear(text, tokens, tokens.get(i).start(), at, month, day, last);
  }

  private static Match withYear(
      String text, List<Token> tokens, int start, int at, Month month, int day, int last) {
    int next = at + 1;
    if (next < tokens.size() && onlyBetween(text, tokens, next, " ,.\u00a0\u202f")) {
      Token token = tokens.get(next);
      OptionalInt year = token.value();
      if (token.length() == 4
          && year.isPresent()
          && year.getAsInt() >= FIRST_YEAR
          && year.getAsInt() <= LAST_YEAR) {
        return new Match(
            new Mention(new Span(start, token.end()), year.getAsInt(), month, day, last), next + 1);
      }
    }
    return new Match(
        new Mention(new Span(start, tokens.get(at).end()), null, month, day, last), next);
  }

  private static int day(List<Token> tokens, int i) {
    if (i >= tokens.size() || tokens.get(i).length() > 2) {
      return 0;
    }
    int day = tokens.get(i).value().orElse(0);
    return day <= 31 ? day : 0;
  }

  /** Whether a digit stands just before with a point or comma between: «2,4 марта» is no date. */
  private static boolean partOfNumber(String text, List<Token> tokens, int i) {
    int start = tokens.get(i).start();
    return start >= 2
        && ".,:".indexOf(text.charAt(start - 1)) >= 0
        && Character.isDigit(text.charAt(start - 2));
  }

  private static boolean isOrdinalEnding(String text, List<Token> tokens, int i) {
    if (i >= tokens.size()) {
      return false;
    }
    String ending = tokens.get(i).text();
    String between = text.substring(tokens.get(i - 1).end(), tokens.get(i).start());
    return (between.isEmpty() && List.of("st", "nd", "rd", "th").contains(ending))
        || (between.equals("-") && List.of("го", "е", "ое", "му", "м").contains(ending));
  }

  private static boolean rangeTo(String text, List<Token> tokens, int i) {
    if (i >= tokens.size()) {
      return false;
    }
    String between = text.substring(tokens.get(i - 1).end(), tokens.get(i).start()).strip();
    return between.equals("-") || between.equals("–") || between.equals("—");
  }

  private static boolean onlyBetween(String text, List<Token> tokens, int i, String allowed) {
    int from = tokens.get(i - 1).end();
    int to = tokens.get(i).start();
    if (to - from > 3) {
      return false;
    }
    for (int at = from; at < to; at++) {
      if (allowed.indexOf(text.charAt(at)) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerLatin(String word) {
    return !word.isEmpty() && word.charAt(0) >= 'a' && word.charAt(0) <= 'z';
  }

  private static String key(String word) {
    return word.toLowerCase(Locale.ROOT).replace('’', '\'').replace('ʼ', '\'');
  }

  private record Match(Mention mention, int next) {}

  private record Token(String text, int start, int end, boolean number) {
    int length() {
      return end - start;
    }

    OptionalInt value() {
      return number && length() <= 4 ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
  }

  /** Runs of digits and runs of letters (with an apostrophe inside). */
  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int start = i;
      if (c >= '0' && c <= '9') {
        while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
          i++;
        }
        tokens.add(new Token(text.substring(start, i), start, i, true));
      } else if (Character.isLetter(c)) {
        while (i < text.length() && inWord(text, i)) {
          i++;
        }
        tokens.add(new Token(text.substring(start, i), start, i, false));
      } else {
        i++;
      }
    }
    return tokens;
  }

  private static boolean inWord(String text, int i) {
    char c = text.charAt(i);
    return Character.isLetter(c)
        || ((c == '\'' || c == '’' || c == 'ʼ')
            && i + 1 < text.length()
            && Character.isLetter(text.charAt(i + 1)));
  }
}
