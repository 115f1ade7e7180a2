package io.github.onrecord.digest;

import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a time of day as people type it. */
public final class Hours {
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2})(?:[:.h]([0-5]\\d))?\\s?(am|pm|a\\.m\\.|p\\.m\\.)?");

  private Hours() {}

  /** Whether a word is meant as a time, right or wrong. */
  public static boolean looksLikeTime(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0));
  }

  /** The time: «08:30», «8.30», «8», «8pm»; empty when there is no such time of day. */
  public static Optional<LocalTime> read(String text) {
    Matcher matcher = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(matcher.group(1));
    int minute = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
    String half = matcher.group(3);
    if (half != null) {
      if (hour < 1 || hour > 12) {
        return Optional.empty();
      }
      hour = hour % 12 + (half.startsWith("p") ? 12 : 0);
    }
    return hour > 23 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
  }
}
