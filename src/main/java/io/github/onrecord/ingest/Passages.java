package io.github.onrecord.ingest;

import io.github.onrecord.record.Part;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A document's paragraphs as passages: what surrounds statements, and what the source tells itself.
 */
final class Passages {
  /**
   * Fewer letters than this beside an official's words are taken to be their attribution («the
   * minister of transport told reporters in Quorin on Tuesday» has about 50), which tells nothing
   * of its own.
   */
  private static final int NARRATION_LETTERS = 80;

  private Passages() {}

  /** The blocks of the main text as passages, in order. */
  static List<Passage> of(DocumentText document, List<Statement> statements) {
    List<Passage> passages = new ArrayList<>();
    for (Block block : document.blocks()) {
      boolean mainText =
          switch (block.role()) {
            case PARAGRAPH, LIST_ITEM, HEADING -> true;
            case HEADLINE, BYLINE, ASIDE -> false;
          };
      String text = block.span().of(document.text());
      if (mainText && !text.isBlank()) {
        boolean narration =
            block.role() != Block.Role.HEADING && narrates(document.text(), block, statements);
        passages.add(new Passage(0, 0, passages.size(), block.span(), text, narration));
      }
    }
    return passages;
  }

  private static boolean narrates(String text, Block block, List<Statement> statements) {
    List<Span> spoken = new ArrayList<>();
    for (Statement statement : statements) {
      for (Part part : statement.parts()) {
        if (part.span().overlaps(block.span())) {
          spoken.add(part.span());
        }
      }
    }
    if (spoken.isEmpty()) {
      return true;
    }
    int letters = 0;
    for (int i = block.span().start(); i < block.span().end(); i++) {
      int at = i;
      if (Character.isLetter(text.charAt(i))
          && spoken.stream().noneMatch(span -> span.start() <= at && at < span.end())) {
        letters++;
      }
    }
    return letters >= NARRATION_LETTERS;
  }
}
