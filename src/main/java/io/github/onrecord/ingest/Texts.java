package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import org.jspecify.annotations.Nullable;

/** Trims stretches of text to words. */
final class Texts {
  private Texts() {}

  /** A quotation's words without white space around them or the comma before its attribution. */
  static @Nullable Span words(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end
        && (Sentences.isSpace(text.charAt(start)) || ",—–".indexOf(text.charAt(start)) >= 0)) {
      start++;
    }
    while (end > start
        && (Sentences.isSpace(text.charAt(end - 1)) || ",;—–".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    return hasWord(text, start, end) ? new Span(start, end) : null;
  }

  /** A list item's words, without the mark that ends it. */
  static @Nullable Span item(String text, int from, int to) {
    Span span = words(text, from, to);
    if (span == null) {
      return null;
    }
    int end = span.end();
    while (end > span.start() && ".;,".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return hasWord(text, span.start(), end) ? new Span(span.start(), end) : null;
  }

  private static boolean hasWord(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isLetterOrDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
