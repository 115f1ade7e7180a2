package io.github.onrecord.record;

/**
 * A paragraph of a document: the context of statements, and what the source itself tells. A passage
 * is never an official's word.
 *
 * @param id the record's number, positive; 0 before it is stored
 * @param documentId the document it belongs to; 0 before it is stored
 * @param ordinal its place among the document's passages, from 0
 * @param span where it stands in the document's text
 * @param text the text under the span
 * @param narration whether the source speaks here in its own name, so that the passage may answer
 *     «when», «where», «how long», «who met»; false for headings and for text that only carries
 *     statements
 */
public record Passage(
    long id, long documentId, int ordinal, Span span, String text, boolean narration) {
  public Passage {
    if (text.isBlank() || text.length() != span.length() || ordinal < 0) {
      throw new IllegalArgumentException("A passage's text must fill its span: " + span);
    }
  }
}
