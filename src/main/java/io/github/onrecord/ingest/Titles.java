package io.github.onrecord.ingest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Takes apart what a page calls itself: «headline | outlet», «outlet — headline». */
final class Titles {
  private static final List<String> SURE = List.of(" | ", " :: ", " • ", " · ", " » ", " « ");
  private static final List<String> DASHES = List.of(" — ", " – ", " - ");

  /** The name of an outlet has at most so many words. */
  private static final int NAME = 6;

  private Titles() {}

  /** How alike a line and a title are, 0 to 1: the same, one within the other, or not. */
  static double likeness(String line, String title) {
    String a = fold(line);
    String b = fold(title);
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    if (a.equals(b)) {
      return 1;
    }
    boolean within = b.startsWith(a + " ") || b.endsWith(" " + a) || a.startsWith(b + " ");
    return within
        ? (double) Math.min(a.length(), b.length()) / Math.max(a.length(), b.length())
        : 0;
  }

  /**
   * The outlet's name in a title, or null.
   *
   * @param headline the headline on the page, or null
   * @param page all of the page's text; a name after a mere dash must occur in it again
   */
  static @Nullable String outlet(String title, @Nullable String headline, String page) {
    if (headline != null && !headline.equals(title)) {
      String rest = null;
      if (title.startsWith(headline)) {
        rest = title.substring(headline.length());
      } else if (title.endsWith(headline)) {
        rest = title.substring(0, title.length() - headline.length());
      }
      String name = rest == null ? "" : lastPart(bare(rest));
      if (!name.isEmpty() && Boilerplate.wordCount(name) <= NAME) {
        return name;
      }
    }
    for (String separator : SURE) {
      int at = title.lastIndexOf(separator);
      if (at > 0) {
        String name = title.substring(at + separator.length()).strip();
        String other = title.substring(0, at).strip();
        return Boilerplate.wordCount(name) <= Math.min(NAME, Boilerplate.wordCount(other))
            ? name
            : null;
      }
    }
    for (String separator : DASHES) {
      int at = title.lastIndexOf(separator);
      if (at > 0) {
        String name = title.substring(at + separator.length()).strip();
        if (Boilerplate.wordCount(name) <= NAME && timesIn(page, name) > 0) {
          return name;
        }
      }
    }
    return null;
  }

  /** The title without the outlet's name and what sets it off. */
  static String withoutOutlet(String title, @Nullable String outlet) {
    if (outlet == null || title.equals(outlet)) {
      return title;
    }
    if (title.endsWith(outlet)) {
      return bare(title.substring(0, title.length() - outlet.length()));
    }
    return title.startsWith(outlet) ? bare(title.substring(outlet.length())) : title;
  }

  private static int timesIn(String page, String name) {
    return page.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT)) ? 1 : 0;
  }

  private static String lastPart(String text) {
    for (String separator : SURE) {
      int at = text.lastIndexOf(separator);
      if (at >= 0) {
        return text.substring(at + separator.length()).strip();
      }
    }
    return text;
  }

  private static String bare(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSeparator(text, from, from + 1)) {
      from++;
    }
    while (to > from && isSeparator(text, to - 1, to - 2)) {
      to--;
    }
    return text.substring(from, to);
  }

  /** Whether the character sets parts apart; a quotation mark does only beside a space. */
  private static boolean isSeparator(String text, int at, int neighbour) {
    char c = text.charAt(at);
    boolean loose =
        neighbour < 0
            || neighbour >= text.length()
            || Character.isWhitespace(text.charAt(neighbour));
    return Character.isWhitespace(c)
        || "|—–-:•·".indexOf(c) >= 0
        || (loose && "»«".indexOf(c) >= 0);
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
