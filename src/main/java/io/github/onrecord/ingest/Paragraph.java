package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A block of the document that can carry statements, cut into tokens, quotations and sentences.
 *
 * @param ordinal its place among the document's blocks
 * @param block the block
 * @param span the block without a list marker or the dash that opens a speech
 * @param marker whether a list marker or opening dash was cut off
 * @param stamped whether it is, or opened with, the hour of an entry («10:05»), which was cut off
 * @param dateline the dateline with which it opened, which was cut off, or null
 * @param tokens its tokens
 * @param quotations its outermost quotations
 * @param sentences its sentences
 */
record Paragraph(
    int ordinal,
    Block block,
    Span span,
    boolean marker,
    boolean stamped,
    @Nullable Dateline dateline,
    List<Token> tokens,
    List<Quotation> quotations,
    List<Span> sentences) {
  /** The hour of an entry: «10:05», «10.05», «9.05am», «11:20 GMT». */
  private static final Pattern HOUR =
      Pattern.compile("[0-2]?\\d[:.][0-5]\\d(?:\\s?(?:[aApP]\\.?[mM]\\.?))?(?:\\s[A-Z]{2,4})?");

  static Paragraph of(String text, int ordinal, Block block, Sentences splitter, Grammar grammar) {
    return of(text, ordinal, block, null, splitter, grammar);
  }

  /** The paragraph without a dateline that was found at its head. */
  static Paragraph of(
      String text,
      int ordinal,
      Block block,
      @Nullable Dateline dateline,
      Sentences splitter,
      Grammar grammar) {
    Span span =
        dateline == null ? block.span() : new Span(dateline.span().end(), block.span().end());
    int start = span.start();
    while (start < span.end() && Sentences.isSpace(text.charAt(start))) {
      start++;
    }
    int stamp = afterStamp(text, start, span.end());
    int content = stamp > start ? stamp : afterMarker(text, start, span.end());
    Span body = new Span(content, span.end());
    List<Quotation> quotations = Quotation.in(text, body);
    return new Paragraph(
        ordinal,
        block,
        body,
        content > start && stamp == start,
        stamp > start || hourAlone(text, block, span),
        dateline,
        Token.of(text, body),
        quotations,
        splitter.in(text, body, quotations, grammar.language()));
  }

  /** Where an entry begins after its hour; the same place when no hour opens it. */
  private static int afterStamp(String text, int start, int end) {
    Matcher hour = HOUR.matcher(text).region(start, end);
    if (!hour.lookingAt()) {
      return start;
    }
    int i = hour.end();
    while (i < end && (Sentences.isSpace(text.charAt(i)) || ".-–—|".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    boolean opens =
        i < end
            && i > hour.end()
            && (Character.isUpperCase(text.charAt(i)) || "«“„\"‘".indexOf(text.charAt(i)) >= 0);
    return opens ? i : start;
  }

  /** Whether a block is nothing but the hour of an entry; «10.05» in a table is a number. */
  private static boolean hourAlone(String text, Block block, Span span) {
    String words = span.of(text).strip();
    boolean apart = block.role() == Block.Role.BYLINE || block.role() == Block.Role.HEADING;
    return HOUR.matcher(words).matches() && (apart || words.indexOf(':') > 0);
  }

  private static int afterMarker(String text, int start, int end) {
    int i = start;
    if (i + 1 < end
        && "-–—―•*·‣◦●".indexOf(text.charAt(i)) >= 0
        && Sentences.isSpace(text.charAt(i + 1))) {
      i++;
    } else {
      int digits = i;
      while (digits < end && digits - i < 3 && Character.isDigit(text.charAt(digits))) {
        digits++;
      }
      if (digits == i
          || digits + 1 >= end
          || ".)".indexOf(text.charAt(digits)) < 0
          || !Sentences.isSpace(text.charAt(digits + 1))) {
        return start;
      }
      i = digits + 1;
    }
    while (i < end && Sentences.isSpace(text.charAt(i))) {
      i++;
    }
    return i < end ? i : start;
  }

  /** The paragraph with only these of its sentences. */
  Paragraph with(List<Span> some) {
    return new Paragraph(
        ordinal, block, span, marker, stamped, dateline, tokens, quotations, List.copyOf(some));
  }

  /** Whether it opens with a dash, as a speech or a list item does. */
  boolean dashed(String text) {
    return marker && "-–—―".indexOf(text.charAt(block.span().start())) >= 0;
  }

  /** Whether whoever wrote or speaks it says «I» or «we», other than in words they quote. */
  boolean firstPerson(Grammar grammar) {
    List<Token> own =
        tokens.stream().filter(t -> Quotation.at(quotations, t.start()) == null).toList();
    return grammar.list("first-person").occursIn(own);
  }

  /** The tokens between two indices of the text. */
  List<Token> tokensIn(int from, int to) {
    List<Token> inside = new ArrayList<>();
    for (Token token : tokens) {
      if (token.start() >= from && token.end() <= to) {
        inside.add(token);
      }
    }
    return inside;
  }
}
