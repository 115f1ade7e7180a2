package io.github.onrecord.ingest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the name of the one that publishes in lines beside a text. */
final class Outlets {
  private static final String OPENING = "«“„\"";
  private static final String CLOSING = "»”“\"";

  /** The name of an outlet has at most so many characters. */
  private static final int NAME = 60;

  private Outlets() {}

  /** The name in «Агентство «Север-пресс», 5 марта», or null: marks after an outlet's word. */
  static @Nullable String quotedIn(String line, Boilerplate boilerplate) {
    for (int i = 0; i < line.length(); i++) {
      int kind = OPENING.indexOf(line.charAt(i));
      if (kind >= 0) {
        int end = line.indexOf(CLOSING.charAt(kind), i + 1);
        String before = line.substring(Math.max(0, i - 40), i);
        if (end > i + 1 && end - i <= NAME && boilerplate.namesOutlet(before)) {
          return line.substring(i + 1, end);
        }
        return null;
      }
    }
    return null;
  }

  /** The holder in «© 2031 The Northern Gazette. Terms», or null. */
  static @Nullable String copyrightHolder(String lines) {
    for (String line : lines.split("\n", -1)) {
      int at = line.indexOf('©');
      if (at >= 0 && at <= 20) {
        String holder =
            line.substring(at + 1).replaceAll("(19|20)\\d\\d(\\s?[-–—]\\s?(19|20)\\d\\d)?", "");
        holder = holder.strip().replaceFirst("^[,.:\\s]+", "");
        int end = 0;
        while (end < holder.length() && ".,|©".indexOf(holder.charAt(end)) < 0) {
          end++;
        }
        String name = holder.substring(0, end).strip();
        boolean rights = name.toLowerCase(Locale.ROOT).contains("rights");
        return name.isEmpty() || rights || Boilerplate.wordCount(name) > 6 ? null : name;
      }
    }
    return null;
  }
}
