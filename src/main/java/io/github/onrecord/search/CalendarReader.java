package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads days, months and ranges of them in a question ({@code calendar.tsv}). A date without a year
 * belongs to a year on record.
 */
final class CalendarReader {
  private record Phrase(String kind, List<String> words, boolean anyForm) {}

  /** A date in a question. */
  record Found(int from, int to, DateRange range, boolean deadline) {}

  private final Map<Language, List<Phrase>> phrases = new HashMap<>();

  CalendarReader(Words words) {
    List<Language> languages = List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN);
    for (List<String> row : LanguageData.rows("calendar.tsv", 4)) {
      for (int i = 0; i < languages.size(); i++) {
        List<Phrase> own = phrases.computeIfAbsent(languages.get(i), key -> new ArrayList<>());
        for (String phrase : LanguageData.alternatives(row.get(1 + i))) {
          List<String> texts = words.of(phrase).stream().map(Token::text).toList();
          own.add(new Phrase(row.get(0), texts, row.get(0).startsWith("month")));
        }
      }
    }
    phrases.values().forEach(own -> own.sort((a, b) -> b.words().size() - a.words().size()));
  }

  /**
   * What a date without a year or a «week later» is counted from.
   *
   * @param today the day of the question
   * @param first first day on record, or null
   * @param last last day on record, or null
   * @param spokenOf the day an earlier question was about, or null
   */
  record Frame(
      LocalDate today,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      @Nullable LocalDate spokenOf) {}

  /** The dates of a question, in order. */
  List<Found> in(Draft draft, Frame frame, WordForms forms) {
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at < draft.size()) {
      Found date = read(draft, at, frame, forms);
      if (date == null) {
        at++;
      } else {
        found.add(date);
        at = date.to();
      }
    }
    return found;
  }

  private @Nullable Found read(Draft draft, int at, Frame frame, WordForms forms) {
    Phrase marker = phrase(draft, at, forms, "after", "since", "before", "between", "deadline");
    if (marker == null) {
      return plain(draft, at, frame, forms);
    }
    int start = at + marker.words().size();
    Found date = plain(draft, start, frame, forms);
    if (date == null) {
      return null;
    }
    LocalDate from = date.range().from();
    LocalDate to = date.range().to();
    if (marker.kind().equals("between") || marker.kind().equals("since")) {
      Phrase and = phrase(draft, date.to(), forms, "and");
      Found second =
          and == null ? null : plain(draft, date.to() + and.words().size(), frame, forms);
      if (second != null) {
        return new Found(at, second.to(), new DateRange(from, second.range().to()), false);
      }
    }
    return switch (marker.kind()) {
      case "after" ->
          new Found(at, date.to(), new DateRange(to == null ? from : to.plusDays(1), null), false);
      case "since" -> new Found(at, date.to(), new DateRange(from, null), false);
      case "before" ->
          new Found(
              at, date.to(), new DateRange(null, from == null ? to : from.minusDays(1)), false);
      case "deadline" -> new Found(at, date.to(), date.range(), true);
      default -> new Found(at, date.to(), date.range(), false);
    };
  }

  private @Nullable Found plain(Draft draft, int at, Frame frame, WordForms forms) {
    if (at >= draft.size()) {
      return null;
    }
    Found figures = figures(draft, at);
    if (figures != null) {
      return figures;
    }
    Phrase relative = phrase(draft, at, forms, "relative", "later");
    if (relative != null) {
      DateRange range = relative(relative.kind(), frame);
      return range == null ? null : new Found(at, at + relative.words().size(), range, false);
    }
    Integer day = dayNumber(draft.word(at));
    int monthAt = at;
    if (day != null) {
      monthAt++;
      if (monthAt < draft.size() && draft.word(monthAt).equals("of")) {
        monthAt++;
      }
    }
    Phrase month = phrase(draft, monthAt, forms, "month");
    if (month == null || ambiguous(draft, monthAt, day)) {
      return null;
    }
    int number = Integer.parseInt(month.kind().substring("month ".length()));
    int end = monthAt + 1;
    if (day == null && end < draft.size()) {
      day = dayNumber(draft.word(end));
      end += day == null ? 0 : 1;
    }
    Integer year = end < draft.size() ? year(draft.word(end)) : null;
    end += year == null ? 0 : 1;
    try {
      YearMonth in = YearMonth.of(year == null ? yearOf(number, frame) : year, number);
      DateRange range =
          day == null
              ? new DateRange(in.atDay(1), in.atEndOfMonth())
              : new DateRange(in.atDay(day), in.atDay(day));
      return new Found(at, end, range, false);
    } catch (DateTimeException e) {
      return null; // 31 June
    }
  }

  /** "may", «май» without a day and in lower case may be another word in English. */
  private static boolean ambiguous(Draft draft, int at, @Nullable Integer day) {
    String word = draft.word(at);
    boolean alsoVerb = word.equals("may") || word.equals("march") || word.equals("mar");
    boolean afterIn = at > 0 && List.of("in", "of", "last", "and").contains(draft.word(at - 1));
    return alsoVerb && day == null && !draft.tokens().get(at).capital() && !afterIn;
  }

  private static @Nullable Found figures(Draft draft, int at) {
    String text = draft.word(at);
    try {
      if (text.length() == 10 && text.charAt(2) == '.' && text.charAt(5) == '.') {
        LocalDate day =
            LocalDate.of(
                Integer.parseInt(text.substring(6)),
                Integer.parseInt(text.substring(3, 5)),
                Integer.parseInt(text.substring(0, 2)));
        return new Found(at, at + 1, new DateRange(day, day), false);
      }
      Integer year = year(text);
      if (year != null && at + 2 < draft.size()) {
        int start = draft.tokens().get(at).span().start();
        int end = draft.tokens().get(at + 2).span().end();
        if (end - start == 10 && draft.text().charAt(start + 4) == '-') {
          LocalDate day = LocalDate.parse(draft.text().substring(start, end));
          return new Found(at, at + 3, new DateRange(day, day), false);
        }
      }
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
    return null;
  }

  private static @Nullable DateRange relative(String kind, Frame frame) {
    String[] parts = kind.split(" ", -1);
    LocalDate base = parts[0].equals("later") ? frame.spokenOf() : frame.today();
    if (base == null) {
      return null;
    }
    ChronoUnit unit = ChronoUnit.valueOf(parts[1].toUpperCase(Locale.ROOT) + "S");
    if (parts[0].equals("later")) {
      LocalDate later = base.plus(1, unit);
      return new DateRange(later, unit == ChronoUnit.DAYS ? later : later.plus(1, unit));
    }
    LocalDate from = start(base, unit).plus(Long.parseLong(parts[2]), unit);
    LocalDate to =
        start(base, unit).plus(Long.parseLong(parts[3]), unit).plus(1, unit).minusDays(1);
    return new DateRange(from, to);
  }

  private static LocalDate start(LocalDate day, ChronoUnit unit) {
    return switch (unit) {
      case WEEKS -> day.with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY));
      case MONTHS -> day.withDayOfMonth(1);
      case YEARS -> day.withDayOfYear(1);
      default -> day;
    };
  }

  /** The latest year on record that has such a month; without a record, not after today. */
  private static int yearOf(int month, Frame frame) {
    LocalDate first = frame.first();
    LocalDate last = frame.last();
    LocalDate limit = last == null ? frame.today() : last;
    int year = limit.getYear() - (month > limit.getMonthValue() ? 1 : 0);
    return first != null && YearMonth.of(year, month).isBefore(YearMonth.from(first))
        ? limit.getYear()
        : year;
  }

  private static @Nullable Integer dayNumber(String word) {
    String digits = word.replaceAll("(st|nd|rd|th)$", "");
    if (digits.isEmpty() || digits.length() > 2 || !digits.chars().allMatch(Character::isDigit)) {
      return null;
    }
    int day = Integer.parseInt(digits);
    return day >= 1 && day <= 31 ? day : null;
  }

  private static @Nullable Integer year(String word) {
    return word.length() == 4 && word.chars().allMatch(c -> c >= '0' && c <= '9')
        ? Integer.valueOf(word)
        : null;
  }

  private @Nullable Phrase phrase(Draft draft, int at, WordForms forms, String... kinds) {
    for (Phrase phrase : phrases.getOrDefault(draft.language(), List.of())) {
      boolean wanted = false;
      for (String kind : kinds) {
        wanted |= phrase.kind().equals(kind) || phrase.kind().startsWith(kind + " ");
      }
      if (wanted && stands(phrase, draft, at, forms)) {
        return phrase;
      }
    }
    return null;
  }

  private static boolean stands(Phrase phrase, Draft draft, int at, WordForms forms) {
    if (at + phrase.words().size() > draft.size()) {
      return false;
    }
    for (int i = 0; i < phrase.words().size(); i++) {
      String word = phrase.words().get(i);
      boolean form =
          phrase.anyForm()
              && draft.language() != Language.ENGLISH
              && forms.of(word, draft.language()).stems().stream()
                  .anyMatch(draft.stems().get(at + i)::contains);
      if (!form && !draft.word(at + i).equals(word)) {
        return false;
      }
    }
    return true;
  }
}
