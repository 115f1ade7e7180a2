package io.github.onrecord.check;

import io.github.onrecord.record.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what stands in quotation marks, whichever the three languages use: outermost quotations
 * only, for what stands in marks inside one is part of it. A mark that is never closed is no mark.
 */
final class Marks {
  /** Opening marks, and what may close each. */
  private static final Map<Character, String> CLOSING =
      Map.of(
          '«', "»", '‹', "›", '„', "“”\"", '“', "”“", '"', "\"", '‚', "‘’", '‘', "’", '\'', "'",
          '＂', "＂");

  private static final String SENTENCE_ENDS = ".,!?…;:";
  private static final String BEFORE_OPENING = "([{—–-:/«“„\"‹";

  /** Marks inside marks that are told apart; what stands deeper is part of what is around it. */
  private static final int DEEPEST = 8;

  private final String text;
  private final List<Span> found = new ArrayList<>();

  /** Opening marks that nothing closes in the rest of the text. */
  private final Set<Character> neverClosed = new HashSet<>();

  private Marks(String text) {
    this.text = text;
  }

  /** The spans between outermost marks, in order, without the marks; blank ones left out. */
  static List<Span> in(String text) {
    return new Marks(text).read();
  }

  private record Open(int at, String closing) {}

  private List<Span> read() {
    int at = 0;
    while (at < text.length()) {
      boolean opening = opens(at) && !neverClosed.contains(text.charAt(at));
      at = opening ? quotation(at) : at + 1;
    }
    return found;
  }

  /** Reads the quotation that opens at a place; returns where to go on. */
  private int quotation(int start) {
    Deque<Open> open = new ArrayDeque<>();
    open.push(opened(start));
    for (int at = start + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (closes(open, c, at)) {
        while (open.peek() != null && open.peek().closing().indexOf(c) < 0) {
          open.pop(); // an inner mark that was never closed
        }
        open.pop();
        if (open.isEmpty()) {
          return add(start, at);
        }
      } else if (open.size() < DEEPEST && opens(at)) {
        open.push(opened(at));
      }
    }
    // «One «inside» another»: the two closing marks are often written as one.
    int last = lastClosing(start);
    if (last > start) {
      return add(start, last);
    }
    neverClosed.add(text.charAt(start));
    return start + 1;
  }

  private int add(int start, int end) {
    if (text.substring(start + 1, end).codePoints().anyMatch(Character::isLetterOrDigit)) {
      found.add(new Span(start + 1, end));
    }
    return end + 1;
  }

  private Open opened(int at) {
    return new Open(at, CLOSING.getOrDefault(text.charAt(at), ""));
  }

  private boolean opens(int at) {
    char c = text.charAt(at);
    if (!CLOSING.containsKey(c)) {
      return false;
    }
    if (c == '\'' || c == '‘' || c == '"' || c == '＂') {
      boolean free =
          at == 0
              || Character.isWhitespace(text.charAt(at - 1))
              || Character.isSpaceChar(text.charAt(at - 1))
              || BEFORE_OPENING.indexOf(text.charAt(at - 1)) >= 0;
      boolean onto =
          at + 1 < text.length()
              && !Character.isWhitespace(text.charAt(at + 1))
              && ",;)".indexOf(text.charAt(at + 1)) < 0;
      return free && onto;
    }
    return true;
  }

  private boolean closes(Deque<Open> open, char c, int at) {
    if (open.stream().noneMatch(mark -> mark.closing().indexOf(c) >= 0)) {
      return false;
    }
    boolean wordAfter = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
    return switch (c) {
      case '\'', '’' -> !wordAfter && !possessive(c, at);
      case '"' -> !wordAfter || !opens(at);
      // «“» closes what «„» opened, and opens otherwise.
      case '“' -> !wordAfter || !Character.isWhitespace(text.charAt(at - 1));
      default -> true;
    };
  }

  /** «the ministers' talks»: an apostrophe, if the quotation can end later. */
  private boolean possessive(char c, int at) {
    boolean goesOn =
        text.charAt(at - 1) == 's'
            && at + 2 < text.length()
            && text.charAt(at + 1) == ' '
            && Character.isLowerCase(text.charAt(at + 2));
    if (!goesOn) {
      return false;
    }
    for (int later = text.indexOf(c, at + 1); later >= 0; later = text.indexOf(c, later + 1)) {
      boolean end =
          later + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(later + 1));
      if (end && SENTENCE_ENDS.indexOf(text.charAt(later - 1)) >= 0) {
        return true;
      }
    }
    return text.indexOf(c, at + 1) == text.stripTrailing().length() - 1;
  }

  private int lastClosing(int start) {
    String closing = opened(start).closing();
    for (int at = text.length() - 1; at > start; at--) {
      boolean wordAfter = at + 1 < text.length() && Character.isLetterOrDigit(text.charAt(at + 1));
      if (closing.indexOf(text.charAt(at)) >= 0 && !wordAfter) {
        return at;
      }
    }
    return -1;
  }
}
