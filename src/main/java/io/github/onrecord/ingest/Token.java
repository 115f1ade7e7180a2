package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, number or mark of a text.
 *
 * @param start index of its first UTF-16 unit in the document's text
 * @param end index after its last
 * @param text as written
 * @param key lower case, with one apostrophe and without the dots of ё, for comparing
 * @param type what it is
 */
record Token(int start, int end, String text, String key, Type type) {

  enum Type {
    WORD,
    NUMBER,
    MARK
  }

  boolean word() {
    return type == Type.WORD;
  }

  boolean capital() {
    return word() && Character.isUpperCase(text.codePointAt(0));
  }

  /** Whether it is one capital letter with its full stop: «E.», «А.». */
  boolean initial() {
    return capital() && text.length() == 2 && text.endsWith(".");
  }

  boolean is(String other) {
    return key.equals(other);
  }

  /** Whether it is a comma. */
  boolean comma() {
    return key.equals(",");
  }

  /** Whether it is a dash as long as a hyphen never is between words. */
  boolean dash() {
    return type == Type.MARK
        && (key.equals("—") || key.equals("–") || key.equals("-") || key.equals("―"));
  }

  /** How words are compared. */
  static String key(String word) {
    return word.toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replace('ʼ', '\'')
        .replace('`', '\'')
        .replace('ё', 'е')
        .replace('ґ', 'г');
  }

  /**
   * The tokens of a stretch of text. A hyphen or apostrophe between letters belongs to the word; an
   * English possessive is a token of its own; the full stop of an initial belongs to it.
   */
  static List<Token> of(String text, Span span) {
    List<Token> tokens = new ArrayList<>();
    int i = span.start();
    while (i < span.end()) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0' || c == '\u202f' || c == '\u00ad') {
        i++;
      } else if (Character.isLetter(c)) {
        i = word(text, i, span.end(), tokens);
      } else if (Character.isDigit(c)) {
        int start = i;
        while (i < span.end()
            && (Character.isLetterOrDigit(text.charAt(i))
                || (".,:-".indexOf(text.charAt(i)) >= 0
                    && i + 1 < span.end()
                    && Character.isDigit(text.charAt(i + 1))))) {
          i++;
        }
        add(text, start, i, Type.NUMBER, tokens);
      } else {
        if (!emphasis(text, i, span)) {
          add(text, i, i + 1, Type.MARK, tokens);
        }
        i++;
      }
    }
    return tokens;
  }

  /** Whether a mark sets words beside it in bold or italics: «**Ada Birch**». */
  private static boolean emphasis(String text, int i, Span span) {
    char c = text.charAt(i);
    if (c != '*' && c != '_') {
      return false;
    }
    int from = i;
    int to = i + 1;
    while (from > span.start() && text.charAt(from - 1) == c) {
      from--;
    }
    while (to < span.end() && text.charAt(to) == c) {
      to++;
    }
    boolean before = from > span.start() && !Character.isWhitespace(text.charAt(from - 1));
    boolean after = to < span.end() && !Character.isWhitespace(text.charAt(to));
    return before || after;
  }

  private static int word(String text, int start, int limit, List<Token> tokens) {
    int i = start;
    while (i < limit) {
      char c = text.charAt(i);
      boolean joined =
          ("-'’ʼ‑".indexOf(c) >= 0 || (c == '.' && i - start == 1 && isDotted(text, i)))
              && i + 1 < limit
              && Character.isLetter(text.charAt(i + 1));
      if (!Character.isLetterOrDigit(c) && !joined && c != '\u0301' && c != '\u00ad') {
        break;
      }
      i++;
    }
    if (i - start >= 3 && i < limit && text.charAt(i) == '.' && text.charAt(i - 2) == '.') {
      i++; // «U.S.»
    } else if (i - start == 1
        && i < limit
        && text.charAt(i) == '.'
        && Character.isUpperCase(text.charAt(start))
        && followedByName(text, i + 1, limit)) {
      i++; // an initial
    }
    int possessive = i - 2;
    if (possessive > start
        && text.charAt(i - 1) == 's'
        && "'’".indexOf(text.charAt(possessive)) >= 0) {
      add(text, start, possessive, Type.WORD, tokens);
      add(text, possessive, i, Type.WORD, tokens);
    } else {
      add(text, start, i, Type.WORD, tokens);
    }
    return i;
  }

  /** Whether the stop at {@code i} stands inside an abbreviation such as «U.S.». */
  private static boolean isDotted(String text, int i) {
    return Character.isUpperCase(text.charAt(i - 1))
        && i + 1 < text.length()
        && Character.isUpperCase(text.charAt(i + 1))
        && (i + 2 >= text.length() || !Character.isLetter(text.charAt(i + 2)));
  }

  private static boolean followedByName(String text, int i, int limit) {
    int at = i;
    while (at < limit && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0')) {
      at++;
    }
    return at < limit && at - i <= 1 && Character.isUpperCase(text.charAt(at));
  }

  private static void add(String text, int start, int end, Type type, List<Token> tokens) {
    String word = text.substring(start, end);
    tokens.add(
        new Token(start, end, word, key(word.replace("\u0301", "").replace("\u00ad", "")), type));
  }
}
