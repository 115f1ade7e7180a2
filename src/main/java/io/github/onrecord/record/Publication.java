package io.github.onrecord.record;

import java.util.List;

/**
 * All that one document brings into the record; stored whole, in one transaction, or not at all.
 *
 * <p>Nothing here has a number of its own yet (ids are 0), except where it refers to what is
 * already on record: known officials, utterances that are said again, the previous version. A
 * {@link Speaker.Named} with id 0 means the official of that name in {@code officials}. Statements
 * of this publication that are one new utterance share a negative {@link Statement#utterance}; 0
 * means an utterance of its own.
 *
 * @param document the archived text
 * @param passages its paragraphs, in order
 * @param statements what officials said in it, in order
 * @param officials people to add (id 0) or to replace by a version that knows more (id positive)
 * @param changes what it does to earlier statements, with this document as their cause
 */
public record Publication(
    Document document,
    List<Passage> passages,
    List<Statement> statements,
    List<Official> officials,
    List<StatusChange> changes) {
  public Publication {
    passages = List.copyOf(passages);
    statements = List.copyOf(statements);
    officials = List.copyOf(officials);
    changes = List.copyOf(changes);
    String text = document.text();
    for (Passage passage : passages) {
      requireText(text, passage.span(), passage.text());
    }
    for (Statement statement : statements) {
      for (Part part : statement.parts()) {
        requireText(text, part.span(), part.text());
      }
    }
  }

  private static void requireText(String text, Span span, String expected) {
    if (span.end() > text.length() || !span.of(text).equals(expected)) {
      throw new IllegalArgumentException("Not in the document at " + span + ": " + expected);
    }
  }
}
