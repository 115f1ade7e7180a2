package io.github.onrecord.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word, a number in digits, or a mark of punctuation.
 *
 * @param text as it stands
 * @param lower the form that is compared: lower case, one kind of apostrophe, no «ё», no dots of an
 *     acronym; for digits, the number without thousands marks and with a decimal point
 * @param type what it is
 */
record Token(String text, String lower, Type type) {
  enum Type {
    WORD,
    /** A word of two capitals or more: an acronym, or a name in capitals. */
    CAPITALS,
    NUMBER,
    MARK
  }

  boolean word() {
    return type == Type.WORD || type == Type.CAPITALS;
  }

  boolean capital() {
    return word() && Character.isUpperCase(text.charAt(0));
  }

  boolean mark(String mark) {
    return type == Type.MARK && text.equals(mark);
  }

  /** The tokens of a text, white space left out. */
  static List<Token> of(String text) {
    List<Token> tokens = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      int end;
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        i++;
        continue;
      } else if (Character.isDigit(c)) {
        end = numberEnd(text, i);
        tokens.add(new Token(text.substring(i, end), number(text.substring(i, end)), Type.NUMBER));
      } else if (Character.isLetter(c)) {
        end = wordEnd(text, i);
        tokens.add(word(text.substring(i, end)));
      } else {
        end = i + 1;
        tokens.add(new Token(text.substring(i, end), text.substring(i, end), Type.MARK));
      }
      i = end;
    }
    return tokens;
  }

  private static Token word(String text) {
    String plain = text.replace(".", "");
    boolean capitals =
        plain.length() > 1
            && plain.equals(plain.toUpperCase(Locale.ROOT))
            && !plain.equals(plain.toLowerCase(Locale.ROOT));
    String lower = normal(plain);
    if (!capitals && lower.length() > 2 && lower.endsWith("'s")) {
      lower = lower.substring(0, lower.length() - 2);
    }
    return new Token(text, lower, capitals ? Type.CAPITALS : Type.WORD);
  }

  /** Lower case, one kind of apostrophe, no «ё». */
  static String normal(String text) {
    return text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('ʼ', '\'').replace('ё', 'е');
  }

  /** Letters and digits, joined by single apostrophes and hyphens; dots only in «U.S.». */
  private static int wordEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (Character.isLetterOrDigit(c)) {
        end++;
      } else if ((c == '\'' || c == '’' || c == 'ʼ' || c == '-') && letterAt(text, end + 1)) {
        end++;
      } else if (c == '.' && singleLetterBefore(text, start, end) && acronym(text, start, end)) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean singleLetterBefore(String text, int start, int end) {
    return end - 1 == start || text.charAt(end - 2) == '.';
  }

  private static boolean acronym(String text, int start, int end) {
    return letterAt(text, end + 1) || text.substring(start, end).indexOf('.') >= 0;
  }

  private static boolean letterAt(String text, int i) {
    return i < text.length() && Character.isLetter(text.charAt(i));
  }

  private static boolean digitAt(String text, int i) {
    return i < text.length() && Character.isDigit(text.charAt(i));
  }

  /** Digits, with marks between them, or blanks before exactly three more («38 000»). */
  private static int numberEnd(String text, int start) {
    int end = start;
    while (end < text.length()) {
      char c = text.charAt(end);
      if (Character.isDigit(c)) {
        end++;
      } else if ((c == ',' || c == '.') && digitAt(text, end + 1)) {
        end++;
      } else if (Character.isSpaceChar(c) && end - start <= 3 && threeDigitsAt(text, end + 1)) {
        end++;
      } else {
        break;
      }
    }
    return end;
  }

  private static boolean threeDigitsAt(String text, int i) {
    return digitAt(text, i)
        && digitAt(text, i + 1)
        && digitAt(text, i + 2)
        && !digitAt(text, i + 3);
  }

  /**
   * A mark before exactly three digits divides thousands, any other is a decimal point; with two
   * points it is no quantity but a date or the like, and its digits are its name.
   */
  private static String number(String text) {
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        plain.append(Character.digit(c, 10));
      } else if (!threeDigitsAt(text, i + 1)) {
        plain.append('.');
      }
    }
    boolean quantity = plain.indexOf(".") == plain.lastIndexOf(".");
    return quantity ? plain.toString() : plain.toString().replace(".", "");
  }
}
