package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words between quotation marks.
 *
 * @param open index of the opening mark
 * @param end index after the closing mark, or the block's end when it isn't closed there
 * @param closed whether the closing mark stands in the same block
 * @param inside quotations inside this one, in order
 */
record Quotation(int open, int end, boolean closed, List<Quotation> inside) {

  /** The words without the marks. */
  int wordsStart() {
    return open + 1;
  }

  int wordsEnd() {
    return closed ? end - 1 : end;
  }

  /**
   * The outermost quotations of a block, in order. Marks of every kind used in the three languages
   * may nest; an apostrophe is told from a closing mark by what stands around it. A quotation that
   * is still open at the block's end is kept only when it runs to that end from a paragraph's
   * beginning or a colon: the next paragraph may reopen it; any other lone mark is no quotation.
   */
  static List<Quotation> in(String text, Span block) {
    List<Quotation> found = new ArrayList<>();
    Deque<Open> stack = new ArrayDeque<>();
    for (int i = block.start(); i < block.end(); i++) {
      char c = text.charAt(i);
      char before = i > block.start() ? text.charAt(i - 1) : ' ';
      char after = i + 1 < block.end() ? text.charAt(i + 1) : ' ';
      Open top = stack.peek();
      boolean opens;
      if (c == '«'
          || c == '„'
          || c == '‹'
          || (c == '‚' && !Character.isLetterOrDigit(before) && Character.isLetter(after))) {
        opens = true;
      } else if (c == '»' || c == '›') {
        opens = false;
      } else if (c == '“') {
        opens =
            top == null
                || (top.mark != '„' && !(top.mark == '“' && Character.isLetterOrDigit(before)));
      } else if (c == '”') {
        opens = top == null && startsWord(before, after);
      } else if (c == '"' || c == '″') {
        opens = top == null || (top.mark != c && !isOpen(stack, c) && startsWord(before, after));
      } else if (c == '‘') {
        opens = !(top != null && top.mark == '‚') && Character.isLetterOrDigit(after);
      } else if (c == '’' || c == '\'') {
        char mate = c == '’' ? '‘' : '\'';
        if (isOpen(stack, mate)
            && !Character.isLetterOrDigit(after)
            && !isPluralPossessive(text, i, block, mate)) {
          opens = false;
        } else if (c == '\''
            && startsWord(before, after)
            && !isOpen(stack, '\'')
            && hasMate(text, i, block)) {
          opens = true;
        } else {
          continue;
        }
      } else {
        continue;
      }
      if (opens) {
        stack.push(new Open(i, c, new ArrayList<>()));
      } else {
        close(stack, found, i, c);
      }
    }
    Open outermost = stack.peekLast();
    if (outermost != null && runsOn(text, outermost.at, block)) {
      List<Quotation> inner = new ArrayList<>();
      stack.forEach(open -> inner.addAll(0, open.inside));
      found.add(new Quotation(outermost.at, block.end(), false, List.copyOf(inner)));
    } else if (outermost != null) {
      for (Open open : stack) {
        found.addAll(open.inside);
      }
    }
    found.sort((a, b) -> Integer.compare(a.open, b.open));
    return List.copyOf(found);
  }

  private record Open(int at, char mark, List<Quotation> inside) {}

  private static void close(Deque<Open> stack, List<Quotation> found, int at, char mark) {
    int depth = 0;
    for (Open open : stack) {
      depth++;
      if (matches(open.mark, mark)) {
        break;
      }
      if (depth == stack.size()) {
        return;
      }
    }
    if (stack.isEmpty()) {
      return;
    }
    List<Quotation> orphans = new ArrayList<>();
    for (int d = 1; d < depth; d++) {
      orphans.addAll(0, stack.pop().inside);
    }
    Open open = stack.pop();
    if (at - open.at < 2) {
      return;
    }
    orphans.addAll(0, open.inside);
    Quotation quotation = new Quotation(open.at, at + 1, true, List.copyOf(orphans));
    Open outer = stack.peek();
    (outer == null ? found : outer.inside).add(quotation);
  }

  private static boolean matches(char open, char close) {
    return switch (open) {
      case '«' -> close == '»';
      case '‹' -> close == '›';
      case '„' -> close == '“' || close == '”' || close == '"';
      case '“' -> close == '”' || close == '“' || close == '"';
      case '”' -> close == '”';
      case '‚' -> close == '‘' || close == '’';
      case '‘' -> close == '’';
      default -> open == close;
    };
  }

  private static boolean isOpen(Deque<Open> stack, char mark) {
    return stack.stream().anyMatch(open -> open.mark == mark || (mark == '‘' && open.mark == '‚'));
  }

  private static boolean startsWord(char before, char after) {
    return !Character.isLetterOrDigit(before)
        && before != '.'
        && before != ','
        && !Character.isWhitespace(after)
        && (Character.isLetterOrDigit(after) || "…[(«“‘—-$€£".indexOf(after) >= 0);
  }

  private static boolean hasMate(String text, int at, Span block) {
    for (int i = at + 2; i < block.end(); i++) {
      if (text.charAt(i) == '\''
          && (i + 1 == block.end() || !Character.isLetterOrDigit(text.charAt(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  /** «the fishers’ union» inside single marks: the mark closes nothing if another one follows. */
  private static boolean isPluralPossessive(String text, int at, Span block, char mate) {
    if (text.charAt(at - 1) != 's'
        || at + 2 >= block.end()
        || text.charAt(at + 1) != ' '
        || !Character.isLowerCase(text.charAt(at + 2))) {
      return false;
    }
    for (int i = at + 1; i < block.end(); i++) {
      char c = text.charAt(i);
      if (c == mate && i > at && !Character.isLetterOrDigit(text.charAt(i - 1))) {
        return false;
      }
      if (c == text.charAt(at)
          && (i + 1 == block.end() || !Character.isLetterOrDigit(text.charAt(i + 1)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean runsOn(String text, int at, Span block) {
    int i = at - 1;
    while (i >= block.start() && Character.isWhitespace(text.charAt(i))) {
      i--;
    }
    return "'’".indexOf(text.charAt(at)) < 0
        && (i < block.start() || ":,.—–".indexOf(text.charAt(i)) >= 0);
  }

  /** The quotation of the list that holds the index, or null. */
  static @Nullable Quotation at(List<Quotation> quotations, int index) {
    for (Quotation quotation : quotations) {
      if (quotation.open <= index && index < quotation.end) {
        return quotation;
      }
    }
    return null;
  }
}
