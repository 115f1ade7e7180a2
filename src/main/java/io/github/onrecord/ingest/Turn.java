package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one person says in a transcript or interview before the next one speaks.
 *
 * @param label what names the speaker, or "" where nothing does
 * @param words the stretch of the first paragraph after the label
 * @param paragraphs the first paragraph and those that follow
 */
record Turn(String label, Span words, List<Paragraph> paragraphs) {
  Turn {
    paragraphs = List.copyOf(paragraphs);
  }

  Turn with(Paragraph next) {
    List<Paragraph> more = new ArrayList<>(paragraphs);
    more.add(next);
    return new Turn(label, words, more);
  }

  int ordinal() {
    return paragraphs.get(0).ordinal();
  }

  /** Where it stands, label included. */
  Span span() {
    return new Span(
        paragraphs.get(0).block().span().start(),
        paragraphs.get(paragraphs.size() - 1).span().end());
  }

  /** Whether it ends with a question. */
  boolean asks(String text) {
    List<Span> parts = parts(text);
    return !parts.isEmpty() && parts.get(parts.size() - 1).of(text).endsWith("?");
  }

  /** The speaker's words, paragraph by paragraph, without label, markup and stage directions. */
  List<Span> parts(String text) {
    List<Span> parts = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      Span span = i == 0 ? words : paragraphs.get(i).span();
      Span trimmed = isStageDirection(text, span) ? null : words(text, withoutRemark(text, span));
      if (trimmed != null) {
        parts.add(trimmed);
      }
    }
    return parts;
  }

  /** «(Laughter.)», «[Перевод с английского]»: somebody else's remark about the turn. */
  static boolean isStageDirection(String text, Span span) {
    String words = span.of(text).strip();
    return (words.startsWith("(") && words.indexOf(')') == words.length() - 1)
        || (words.startsWith("[") && words.indexOf(']') == words.length() - 1);
  }

  /** The stretch without a stage direction at its end: «I yield. (Applause.)» */
  private static Span withoutRemark(String text, Span span) {
    String words = span.of(text).stripTrailing();
    int open = Math.max(words.lastIndexOf('('), words.lastIndexOf('['));
    boolean closes = words.endsWith(")") || words.endsWith("]");
    if (!closes || open < 1 || !Character.isUpperCase(words.charAt(open + 1))) {
      return span;
    }
    String before = words.substring(0, open).stripTrailing();
    boolean apart = !before.isEmpty() && PageLine.endsSentence(before);
    return apart ? new Span(span.start(), span.start() + before.length()) : span;
  }

  private static @Nullable Span words(String text, Span span) {
    int start = span.start();
    int end = span.end();
    while (start < end && isMarkup(text.charAt(start))) {
      start++;
    }
    while (end > start && isMarkup(text.charAt(end - 1))) {
      end--;
    }
    return start < end ? Texts.words(text, start, end) : null;
  }

  private static boolean isMarkup(char c) {
    return "*_:".indexOf(c) >= 0 || Sentences.isSpace(c);
  }
}
