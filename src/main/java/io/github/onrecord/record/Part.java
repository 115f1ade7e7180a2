package io.github.onrecord.record;

/**
 * A piece of a statement: an exact copy of the document's text and where it stands.
 *
 * @param span position in the document's text
 * @param text the text under the span, character for character; not blank
 */
public record Part(Span span, String text) {
  public Part {
    if (text.isBlank() || text.length() != span.length()) {
      throw new IllegalArgumentException("A part's text must fill its span: " + span);
    }
  }

  /** The part of {@code text} under {@code span}. */
  public static Part of(String text, Span span) {
    return new Part(span, span.of(text));
  }
}
