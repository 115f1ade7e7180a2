package io.github.onrecord.digest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads when and how somebody wants summaries, in whatever order and in three languages: «08:30
 * Europe/Kyiv mon-fri», «every weekday at 8 am in Geneva», «по будням в 9 по Москве, коротко». The
 * words stand in {@code digest/timetable.tsv}.
 *
 * @param time the words that are meant as a time, or empty
 * @param place the words that are left, meant as a place, or empty
 * @param days the days of the week; empty when none is named
 * @param options what else is wanted
 */
public record Timetable(String time, String place, Set<DayOfWeek> days, Set<Option> options) {
  public Timetable {
    days = Set.copyOf(days);
    options = Set.copyOf(options);
  }

  /** What can be wanted besides an hour. */
  public enum Option {
    BRIEF,
    FULL,
    VERBATIM,
    ALL_KINDS,
    FOLLOWED,
    EVERYTHING,
    QUIET,
    NOT_QUIET
  }

  /** Words of the longest phrase. */
  private static final int PHRASE = 6;

  private static final Set<DayOfWeek> WEEKEND = EnumSet.range(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  /** What each phrase means; read when the first is looked for. Some words mean two things. */
  private static final class Known {
    static final Map<String, Set<String>> BY_PHRASE = phrases();
  }

  /** What is meant by the words. */
  public static Timetable read(String words) {
    Reading reading = new Reading(tokens(words));
    reading.run();
    Set<DayOfWeek> days = reading.days;
    if (days.isEmpty() && reading.weekly) {
      days.add(DayOfWeek.MONDAY);
    }
    return new Timetable(reading.time, String.join(" ", reading.place), days, reading.options);
  }

  /** One text being read. */
  private static final class Reading {
    private final List<String> tokens;
    private final Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    private final Set<Option> options = EnumSet.noneOf(Option.class);
    private final List<String> place = new ArrayList<>();
    private String time = "";
    private boolean weekly;

    Reading(List<String> tokens) {
      this.tokens = tokens;
    }

    void run() {
      int at = 0;
      while (at < tokens.size()) {
        at = next(at);
      }
    }

    private int next(int at) {
      if (time.isEmpty() && Hours.looksLikeTime(tokens.get(at))) {
        time = tokens.get(at);
        return at + 1;
      }
      for (int length = Math.min(PHRASE, tokens.size() - at); length > 0; length--) {
        String phrase = String.join(" ", tokens.subList(at, at + length));
        Set<String> meanings = Known.BY_PHRASE.getOrDefault(fold(phrase), Set.of());
        if (take(meanings, at, length)) {
          return at + length;
        }
      }
      place.add(tokens.get(at));
      return at + 1;
    }

    private boolean take(Set<String> meanings, int at, int length) {
      boolean behindHour = at > 0 && !time.isEmpty() && tokens.get(at - 1).equals(time);
      for (String half : List.of("AM", "PM")) {
        if (meanings.contains(half) && behindHour) {
          time += " " + half;
          return true;
        }
      }
      for (String meaning : meanings) {
        if (meaning.endsWith("DAY")) {
          day(DayOfWeek.valueOf(meaning), at);
          return true;
        }
      }
      if (meanings.contains("DAILY")) {
        days.addAll(EnumSet.allOf(DayOfWeek.class));
      } else if (meanings.contains("WEEKDAYS")) {
        days.addAll(WEEKDAYS);
      } else if (meanings.contains("WEEKEND")) {
        days.addAll(WEEKEND);
      } else if (meanings.contains("WEEKLY")) {
        weekly = true;
      } else if (meanings.contains("TO") && at > 0 && at + length < tokens.size()) {
        // Between two days it is read with the second; anywhere else it adds nothing.
        return meanings.contains("FILLER") || isDay(tokens.get(at - 1));
      } else {
        for (Option option : Option.values()) {
          if (meanings.contains(option.name())) {
            options.add(option);
            return true;
          }
        }
        return meanings.contains("FILLER");
      }
      return true;
    }

    /** Adds a day, or all from the day that stands before it to it. */
    private void day(DayOfWeek day, int at) {
      boolean range =
          at > 1 && meanings(tokens.get(at - 1)).contains("TO") && isDay(tokens.get(at - 2));
      if (range) {
        DayOfWeek from = dayOf(tokens.get(at - 2));
        for (DayOfWeek each = from; each != day; each = each.plus(1)) {
          days.add(each);
        }
      }
      days.add(day);
    }
  }

  private static Set<String> meanings(String word) {
    return Known.BY_PHRASE.getOrDefault(fold(word), Set.of());
  }

  private static boolean isDay(String word) {
    return meanings(word).stream().anyMatch(meaning -> meaning.endsWith("DAY"));
  }

  private static DayOfWeek dayOf(String word) {
    return meanings(word).stream()
        .filter(meaning -> meaning.endsWith("DAY"))
        .map(DayOfWeek::valueOf)
        .findFirst()
        .orElseThrow();
  }

  /** The words; «mon-fri» and «mon,wed» are several when each part is a day. */
  private static List<String> tokens(String words) {
    List<String> tokens = new ArrayList<>();
    for (String word : words.strip().split("[\\s;]+", -1)) {
      String bare = word.replaceAll("[,!]+$", "");
      String[] parts = bare.split("(?=[-–—,])|(?<=[-–—,])", -1);
      boolean days = parts.length > 2;
      for (int i = 0; i < parts.length; i += 2) {
        days &= isDay(parts[i]);
      }
      if (days) {
        for (String part : parts) {
          if (!part.equals(",")) {
            tokens.add(part);
          }
        }
      } else if (!bare.isEmpty()) {
        tokens.add(bare);
      }
    }
    return tokens;
  }

  private static String fold(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replace('ё', 'е')
        .replace('’', '\'')
        .replace('ʼ', '\'')
        .replace(",", "");
  }

  private static Map<String, Set<String>> phrases() {
    Map<String, Set<String>> phrases = new HashMap<>();
    try (InputStream in = Timetable.class.getResourceAsStream("/digest/timetable.tsv")) {
      if (in == null) {
        throw new IllegalStateException("digest/timetable.tsv is missing from the program");
      }
      List<String> lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      for (String line : lines) {
        String[] columns = line.split("\t", -1);
        for (String phrase : columns[1].split("\\|", -1)) {
          phrases.computeIfAbsent(fold(phrase), words -> new HashSet<>()).add(columns[0]);
        }
      }
      return Map.copyOf(phrases);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
