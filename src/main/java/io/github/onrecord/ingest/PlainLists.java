package io.github.onrecord.ingest;

import io.github.onrecord.ingest.PlainLines.Paragraph;
import java.util.List;

/**
 * Tells list items from other paragraphs of a plain text. A dash also opens dialogue, so a dash
 * alone makes no list.
 */
final class PlainLists {
  private PlainLists() {}

  /** Whether the paragraph is an item of a list. */
  static boolean isItem(String text, List<Paragraph> paragraphs, int i) {
    Paragraph paragraph = paragraphs.get(i);
    String mark = paragraph.mark();
    if (mark.isEmpty()) {
      return isSemicolonItem(text, paragraphs, i);
    }
    if (!isDash(mark)) {
      return true;
    }
    int from = i;
    while (from > 0 && isDash(paragraphs.get(from - 1).mark())) {
      from--;
    }
    int to = i + 1;
    while (to < paragraphs.size() && isDash(paragraphs.get(to).mark())) {
      to++;
    }
    boolean introduced = from > 0 && last(text, paragraphs.get(from - 1)) == ':';
    int listed = 0;
    for (int k = from; k < to; k++) {
      String line = paragraphs.get(k).span().of(text);
      char end = last(text, paragraphs.get(k));
      if (end == '?' || hasInnerDash(line, mark)) {
        return false;
      }
      Character first = PlainLines.firstLetter(line);
      boolean lower = first != null && Character.isLowerCase(first);
      listed += end == ';' || end == ',' || lower ? 1 : 0;
    }
    boolean mostlyListed = listed * 2 >= to - from;
    return to - from > 1 ? introduced || mostlyListed || mark.equals("-") : mostlyListed;
  }

  /** «— Иди, — сказал он»: author's words set off by dashes are dialogue. */
  private static boolean hasInnerDash(String line, String mark) {
    for (String end : List.of(",", "!", "?", ".", "…")) {
      if (line.contains(end + " " + mark + " ") || line.contains(end + "\u00a0" + mark + " ")) {
        return true;
      }
    }
    return false;
  }

  /** Lines that end with semicolons below one that ends with a colon, and the one after them. */
  private static boolean isSemicolonItem(String text, List<Paragraph> paragraphs, int i) {
    int from = i;
    while (from > 0 && last(text, paragraphs.get(from - 1)) == ';') {
      from--;
    }
    boolean introduced = from > 0 && last(text, paragraphs.get(from - 1)) == ':';
    boolean more = last(text, paragraphs.get(i)) == ';';
    return introduced && (more || from < i);
  }

  private static boolean isDash(String mark) {
    return mark.equals("-") || mark.equals("–") || mark.equals("—");
  }

  private static char last(String text, Paragraph paragraph) {
    return text.charAt(paragraph.span().end() - 1);
  }
}
