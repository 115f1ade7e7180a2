package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.List;

/**
 * A block of a document: a paragraph, a list item, a heading.
 *
 * @param span where it stands in the document's text, without surrounding white space
 * @param role what it is for
 * @param emphasis spans set in bold or strong type, in order (transcripts name speakers so)
 */
record Block(Span span, Role role, List<Span> emphasis) {
  Block {
    emphasis = List.copyOf(emphasis);
  }

  /**
   * What a block is for. Only {@link #PARAGRAPH}, {@link #LIST_ITEM} and {@link #HEADING} can carry
   * or introduce statements.
   */
  enum Role {
    /** The document's own headline or deck. */
    HEADLINE,
    /** Author, place, day and time lines. */
    BYLINE,
    /** A heading inside the text. */
    HEADING,
    PARAGRAPH,
    LIST_ITEM,
    /** Navigation, adverts, «read also», captions, comments, footers: visible, but not the text. */
    ASIDE
  }
}
