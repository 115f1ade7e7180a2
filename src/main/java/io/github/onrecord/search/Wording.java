package io.github.onrecord.search;

import io.github.onrecord.record.Span;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of a text as they are compared word for word: every word, number and sign that a reader
 * hears counts, how it is set in type doesn't.
 *
 * <p>Made one: capital and small letters, «ё» and «е», the shapes of apostrophes, hyphens and
 * spaces, stress marks, soft hyphens, invisible characters, ligatures, "U.S." and "US", «38 000»
 * and «38000». Left out: punctuation and pictures. Kept apart: a letter of another alphabet that
 * only looks the same, a hyphen or none, accents, digits and words for the same number.
 *
 * @param words in order
 */
public record Wording(List<Word> words) {

  /** Signs that are read aloud, and so are words. */
  private static final String SIGNS = "%‰°$€£¥₴₽₸№§&+=<>±";

  private static final String APOSTROPHES = "'’ʼ‘`´′＇";
  private static final String HYPHENS = "-‐‑–−";

  /** One of these between digits belongs to the number: 2.5, 14:30, 1987/88. */
  private static final String IN_NUMBERS = ".,:/";

  /** One of these may stand between groups of three digits. */
  private static final String GROUP_SPACES = " \u00A0\u2009\u202F";

  private static final int GROUP = 3;

  public Wording {
    words = List.copyOf(words);
  }

  /**
   * A word.
   *
   * @param text what is compared
   * @param surface as written
   * @param span where it stands
   * @param shape how its letters are written
   */
  public record Word(String text, String surface, Span span, Shape shape) {

    /**
     * Whether two words are the same word. An abbreviation in capitals and a word in small letters
     * aren't: "US" is not "us".
     */
    public boolean same(Word other) {
      boolean abbreviated =
          (shape == Shape.CAPITALS && other.shape == Shape.SMALL)
              || (shape == Shape.SMALL && other.shape == Shape.CAPITALS);
      return !abbreviated && text.equals(other.text);
    }

    /** Whether it is a number in digits. */
    public boolean number() {
      return text.chars().anyMatch(Character::isDigit);
    }

    /** Whether letters of several alphabets stand in it, which no word of a language has. */
    public boolean mixed() {
      Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
      text.codePoints()
          .filter(Character::isLetter)
          .mapToObj(UnicodeScript::of)
          .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
          .forEach(scripts::add);
      return scripts.size() > 1;
    }
  }

  /** How the letters of a word are written. */
  public enum Shape {
    /** Two letters or more, all capital, in a text that has small ones too. */
    CAPITALS,
    /** All small. */
    SMALL,
    /** Any other way. */
    OTHER
  }

  /** The words of a text. */
  public static Wording of(String text) {
    return new Reader(text).read();
  }

  /** The words of several texts, one after the other; spans count in their own texts. */
  public static Wording of(List<String> texts) {
    List<Word> words = new ArrayList<>();
    texts.forEach(text -> words.addAll(of(text).words));
    return new Wording(words);
  }

  public int size() {
    return words.size();
  }

  /** The texts of the words. */
  List<String> texts() {
    return words.stream().map(Word::text).toList();
  }

  /** Cuts one text into words. */
  private static final class Reader {
    private final String text;
    private final boolean capitals;
    private final boolean cyrillic;
    private final List<Word> words = new ArrayList<>();
    private int at;

    Reader(String text) {
      this.text = text;
      this.capitals = text.chars().noneMatch(Character::isLowerCase);
      this.cyrillic = text.chars().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.CYRILLIC);
    }

    Wording read() {
      while (at < text.length()) {
        int c = text.codePointAt(at);
        if (wordly(c) || signed()) {
          word();
        } else {
          if (SIGNS.indexOf(c) >= 0) {
            add(at, at + Character.charCount(c));
          }
          at += Character.charCount(c);
        }
      }
      return new Wording(words);
    }

    private static boolean wordly(int c) {
      return Character.isLetterOrDigit(c);
    }

    /** Letters, digits, and what stands on or between them without being seen apart. */
    private static boolean inside(int c) {
      int type = Character.getType(c);
      return wordly(c)
          || type == Character.NON_SPACING_MARK
          || type == Character.COMBINING_SPACING_MARK
          || type == Character.FORMAT;
    }

    /** Whether a minus stands here: before a digit, and not between words or numbers. */
    private boolean signed() {
      boolean free =
          at == 0
              || Character.isWhitespace(text.charAt(at - 1))
              || Character.isSpaceChar(text.charAt(at - 1))
              || text.charAt(at - 1) == '(';
      return free && HYPHENS.indexOf(text.charAt(at)) >= 0 && digit(at + 1);
    }

    private void word() {
      int start = at;
      int end = at;
      while (end < text.length()) {
        int c = text.codePointAt(end);
        if (inside(c) || (end == start && HYPHENS.indexOf(c) >= 0)) {
          end += Character.charCount(c);
        } else if (joins(start, end)) {
          end++;
        } else {
          break;
        }
      }
      at = end;
      add(start, end);
    }

    /** Whether what stands here holds the word on both sides of it together. */
    private boolean joins(int start, int end) {
      char c = text.charAt(end);
      if (end + 1 >= text.length() || end == start || !wordly(text.codePointAt(end + 1))) {
        return false;
      }
      if (APOSTROPHES.indexOf(c) >= 0 || HYPHENS.indexOf(c) >= 0) {
        return true;
      }
      if (IN_NUMBERS.indexOf(c) >= 0 && digit(end - 1) && digit(end + 1)) {
        return true;
      }
      return (c == '.' && initials(start, end))
          || (GROUP_SPACES.indexOf(c) >= 0 && group(start, end));
    }

    /** Whether single letters with full stops stand here: «U.S», «т.д». */
    private boolean initials(int start, int end) {
      boolean oneBefore = end - start == 1 || text.charAt(end - 2) == '.';
      boolean oneAfter = end + 2 >= text.length() || !wordly(text.codePointAt(end + 2));
      return oneBefore
          && oneAfter
          && Character.isLetter(text.charAt(end - 1))
          && Character.isLetter(text.charAt(end + 1));
    }

    /** Whether the number that ends here goes on with a group of three digits: «38 000». */
    private boolean group(int start, int end) {
      int first = start;
      while (first < end && digit(first)) {
        first++;
      }
      int length = first - start;
      for (int i = first; i < end; i++) {
        if (!digit(i) && GROUP_SPACES.indexOf(text.charAt(i)) < 0) {
          return false;
        }
      }
      int next = end + 1;
      while (next < text.length() && digit(next)) {
        next++;
      }
      boolean whole = next >= text.length() || !Character.isLetter(text.codePointAt(next));
      return length > 0 && length <= GROUP && next - end - 1 == GROUP && whole;
    }

    private boolean digit(int index) {
      return index >= 0 && index < text.length() && Character.isDigit(text.charAt(index));
    }

    private void add(int start, int end) {
      String surface = text.substring(start, end);
      String folded = fold(surface);
      if (!folded.isEmpty()) {
        words.add(new Word(folded, surface, new Span(start, end), shape(surface)));
      }
    }

    private String fold(String surface) {
      StringBuilder folded = new StringBuilder();
      String composed = Normalizer.normalize(surface, Normalizer.Form.NFC);
      boolean digits = Character.isDigit(composed.codePointAt(0));
      composed
          .codePoints()
          .forEach(
              c -> {
                boolean stress = c == '\u0300' || c == '\u0301';
                boolean between =
                    GROUP_SPACES.indexOf(c) >= 0
                        || (c == '.' && !digits)
                        || (c == ',' && groups(composed));
                if (APOSTROPHES.indexOf(c) >= 0) {
                  folded.append('\'');
                } else if (HYPHENS.indexOf(c) >= 0) {
                  folded.append('-');
                } else if (!stress && !between && Character.getType(c) != Character.FORMAT) {
                  folded.append(letter(c));
                }
              });
      return bare(folded.toString()).toLowerCase(Locale.ROOT).replace('ё', 'е');
    }

    /** Without apostrophes at the ends: some of them count as letters. */
    private static String bare(String word) {
      int from = 0;
      int to = word.length();
      while (from < to && word.charAt(from) == '\'') {
        from++;
      }
      while (to > from && word.charAt(to - 1) == '\'') {
        to--;
      }
      return word.substring(from, to);
    }

    /** Letters in their plain form; other characters, such as a raised 2, as they are. */
    private static String letter(int c) {
      String own = Character.toString(c);
      return Character.isLetter(c) || Character.isDigit(c)
          ? Normalizer.normalize(own, Normalizer.Form.NFKC)
          : own;
    }

    /** Whether commas stand between thousands, as in English: in Cyrillic they begin a fraction. */
    private boolean groups(String number) {
      if (cyrillic) {
        return false;
      }
      String[] groups = number.split(",", -1);
      for (int i = 0; i < groups.length; i++) {
        boolean fits = i == 0 ? groups[i].length() <= GROUP : groups[i].length() == GROUP;
        if (!fits || groups[i].isEmpty() || !groups[i].chars().allMatch(Character::isDigit)) {
          return false;
        }
      }
      return true;
    }

    private Shape shape(String surface) {
      long large = surface.chars().filter(Character::isUpperCase).count();
      long small = surface.chars().filter(Character::isLowerCase).count();
      if (capitals || large + small == 0) {
        return Shape.OTHER;
      }
      if (small == 0) {
        return large > 1 ? Shape.CAPITALS : Shape.OTHER;
      }
      return large == 0 ? Shape.SMALL : Shape.OTHER;
    }
  }
}
