package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of the document that can carry statements, cut into tokens, quotations and sentences.
 *
 * @param ordinal its place among the document's blocks
 * @param block the block
 * @param span the block without a list marker or the dash that opens a speech
 * @param marker whether a list marker or opening dash was cut off
 * @param tokens its tokens
 * @param quotations its outermost quotations
 * @param sentences its sentences
 */
record Paragraph(
    int ordinal,
    Block block,
    Span span,
    boolean marker,
    List<Token> tokens,
    List<Quotation> quotations,
    List<Span> sentences) {

  static Paragraph of(String text, int ordinal, Block block, Sentences splitter, Grammar grammar) {
    Span span = block.span();
    int start = span.start();
    while (start < span.end() && Sentences.isSpace(text.charAt(start))) {
      start++;
    }
    int content = afterMarker(text, start, span.end());
    Span body = new Span(content, span.end());
    List<Quotation> quotations = Quotation.in(text, body);
    return new Paragraph(
        ordinal,
        block,
        body,
        content > start,
        Token.of(text, body),
        quotations,
        splitter.in(text, body, quotations, grammar.language()));
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
