package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a plain text into paragraphs, list items and turns of speech. Lines of spaces (also no-break
 * ones) are empty. Where the text is wrapped at a fixed width its lines are joined to paragraphs;
 * otherwise each line is a paragraph.
 */
final class PlainLines {
  /** Nobody wraps wider by hand; most mail and press-office programs wrap at 65 to 80. */
  private static final int WIDEST_WRAP = 100;

  /** The last word that still fits is seldom longer than this. */
  private static final int LONG_WORD = 22;

  private static final int NARROWEST_WRAP = 40;

  private final String text;
  private final List<Line> lines = new ArrayList<>();
  private final int width;

  private PlainLines(String text) {
    this.text = text;
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      lines.add(new Line(trimStart(from, end), trimEnd(from, end)));
      from = end + 1;
    }
    width = wrapWidth();
  }

  /**
   * A paragraph of a plain text.
   *
   * @param span where it stands, without a list's mark
   * @param mark the list's mark before it («-», «2.»), or ""
   * @param afterEmpty whether an empty line stands before it
   */
  record Paragraph(Span span, String mark, boolean afterEmpty) {}

  /** The paragraphs of a text whose lines end with {@code \n}. */
  static List<Paragraph> of(String text) {
    return new PlainLines(text).paragraphs();
  }

  private List<Paragraph> paragraphs() {
    List<Paragraph> paragraphs = new ArrayList<>();
    boolean empty = true;
    int i = 0;
    while (i < lines.size()) {
      Line line = lines.get(i);
      if (line.isEmpty()) {
        empty = true;
        i++;
        continue;
      }
      int last = i;
      while (last + 1 < lines.size() && wraps(last)) {
        last++;
      }
      String mark = mark(line);
      int start = trimStart(line.start() + mark.length(), line.end());
      if (start < lines.get(last).end()) {
        paragraphs.add(new Paragraph(new Span(start, lines.get(last).end()), mark, empty));
        empty = false;
      }
      i = last + 1;
    }
    return paragraphs;
  }

  /** The width at which the text was wrapped, or 0 when it wasn't. */
  private int wrapWidth() {
    int widest = 0;
    int inside = 0;
    int full = 0;
    for (Line line : lines) {
      widest = Math.max(widest, line.length());
    }
    if (widest > WIDEST_WRAP || widest < NARROWEST_WRAP) {
      return 0;
    }
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (!lines.get(i).isEmpty() && !lines.get(i + 1).isEmpty()) {
        inside++;
        boolean unfinished = !PageLine.endsSentence(text(i)) || startsLower(i + 1);
        full += unfinished && lines.get(i).length() >= widest - LONG_WORD ? 1 : 0;
      }
    }
    return inside >= 2 && full * 2 >= inside ? widest : 0;
  }

  /** Whether the next line goes on with this one's paragraph. */
  private boolean wraps(int i) {
    Line next = lines.get(i + 1);
    if (width == 0 || next.isEmpty() || !mark(next).isEmpty() || startsTurn(i + 1)) {
      return false;
    }
    int firstWord = firstWord(next);
    boolean full = lines.get(i).length() + 1 + firstWord > width - 3;
    return full || (startsLower(i + 1) && !PageLine.endsSentence(text(i)));
  }

  private int firstWord(Line line) {
    int end = line.start();
    while (end < line.end() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    return end - line.start();
  }

  private boolean startsLower(int i) {
    Line line = lines.get(i);
    return !line.isEmpty() && Character.isLowerCase(text.charAt(line.start()));
  }

  /** Whether the line begins a turn of speech: «NAME:», «Q.», «ВОПРОС (Вестник):». */
  private boolean startsTurn(int i) {
    String line = text(i);
    int colon = line.indexOf(':');
    if (colon < 1 || colon > 60) {
      return false;
    }
    int bracket = line.indexOf('(');
    String name = line.substring(0, bracket > 0 && bracket < colon ? bracket : colon).strip();
    return Character.isUpperCase(name.codePointAt(0))
        && (name.length() == 1 || name.equals(name.toUpperCase(Locale.ROOT)));
  }

  private String text(int i) {
    return text.substring(lines.get(i).start(), lines.get(i).end());
  }

  /** The list's mark at the line's start, or "". A dash of dialogue counts as a mark here. */
  private String mark(Line line) {
    String head = text.substring(line.start(), Math.min(line.end(), line.start() + 6));
    if (head.isEmpty()) {
      return "";
    }
    if ("-–—•*·‣▪■●○+".indexOf(head.charAt(0)) >= 0) {
      return head.length() > 1 && isSpace(head.charAt(1)) ? head.substring(0, 1) : "";
    }
    return numberMark(head);
  }

  private static String numberMark(String head) {
    int i = head.charAt(0) == '(' ? 1 : 0;
    int from = i;
    while (i < head.length() && i < from + 2 && Character.isDigit(head.charAt(i))) {
      i++;
    }
    boolean letter = i == from && i < head.length() && Character.isLowerCase(head.charAt(i));
    i += letter ? 1 : 0;
    boolean closed =
        i > from
            && i < head.length()
            && (head.charAt(i) == ')' || (head.charAt(i) == '.' && !letter && from == 0));
    boolean spaced = closed && i + 1 < head.length() && isSpace(head.charAt(i + 1));
    return spaced ? head.substring(0, i + 1) : "";
  }

  private int trimStart(int from, int to) {
    int start = from;
    while (start < to && isSpace(text.charAt(start))) {
      start++;
    }
    return start;
  }

  private int trimEnd(int from, int to) {
    int end = to;
    while (end > from && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200b' || c == '\ufeff';
  }

  private record Line(int start, int end) {
    boolean isEmpty() {
      return start >= end;
    }

    int length() {
      return Math.max(0, end - start);
    }
  }

  /** The first letter of a text, or null. */
  static @Nullable Character firstLetter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i))) {
        return text.charAt(i);
      }
    }
    return null;
  }
}
