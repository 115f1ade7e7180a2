package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Paragraphs in which a paper corrects or withdraws what it published: a document that is a
 * correction, or a note at the head or foot of an article.
 *
 * @param paragraphs what it says
 * @param retracts whether it withdraws words, not only corrects them
 */
record Notice(List<Paragraph> paragraphs, boolean retracts) {
  /** A document says within so many blocks that it is a correction. */
  private static final int HEAD = 4;

  /** A title has no more tokens. */
  private static final int TITLE_TOKENS = 15;

  /** A note within an article names itself within so many tokens. */
  private static final int NOTE_HEAD = 3;

  Notice {
    paragraphs = List.copyOf(paragraphs);
  }

  /** The notices of a document: itself, or its notes, or none. */
  static List<Notice> in(DocumentText document, List<Paragraph> paragraphs, Grammar grammar) {
    if (isWhole(document, grammar)) {
      return List.of(of(paragraphs, grammar));
    }
    List<Notice> notes = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      if (isNote(paragraph, grammar)) {
        notes.add(of(List.of(paragraph), grammar));
      }
    }
    return notes;
  }

  private static Notice of(List<Paragraph> paragraphs, Grammar grammar) {
    boolean retracts =
        paragraphs.stream().anyMatch(p -> grammar.list("retraction").occursIn(p.tokens()));
    return new Notice(paragraphs, retracts);
  }

  /** Whether headline or first lines call the document a correction, or withdraw something. */
  private static boolean isWhole(DocumentText document, Grammar grammar) {
    int seen = 0;
    boolean corrects = false;
    boolean speaksOfReport = false;
    for (Block block : document.blocks()) {
      if (block.role() == Block.Role.ASIDE) {
        continue;
      }
      List<Token> tokens = Token.of(document.text(), block.span());
      boolean title = seen++ < HEAD && tokens.size() <= TITLE_TOKENS;
      corrects |= title && corrects(tokens, grammar);
      speaksOfReport |= grammar.list("own-report").occursIn(tokens) && corrects(tokens, grammar);
    }
    return speaksOfReport && (corrects || seen <= HEAD * 2);
  }

  private static boolean isNote(Paragraph paragraph, Grammar grammar) {
    List<Token> tokens = paragraph.tokens();
    boolean named =
        grammar.list("correction").occursIn(tokens, 0, Math.min(NOTE_HEAD, tokens.size()))
            && tokens.stream().limit(NOTE_HEAD + 2L).anyMatch(t -> ":.—–-".contains(t.key()));
    return (named && grammar.list("own-report").occursIn(tokens))
        || grammar.list("earlier-version").occursIn(tokens);
  }

  private static boolean corrects(List<Token> tokens, Grammar grammar) {
    return grammar.list("correction").occursIn(tokens)
        || grammar.list("retraction").occursIn(tokens);
  }

  /** The quotations in it. */
  List<Span> quotations() {
    List<Span> spans = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      for (Quotation quotation : paragraph.quotations()) {
        if (quotation.wordsEnd() > quotation.wordsStart()) {
          spans.add(new Span(quotation.wordsStart(), quotation.wordsEnd()));
        }
      }
    }
    return spans;
  }

  /** The sentences that tell what was published: what is quoted in them is not said again. */
  List<Span> accounts(Grammar grammar) {
    List<Span> accounts = new ArrayList<>();
    for (Paragraph paragraph : paragraphs) {
      for (Span sentence : paragraph.sentences()) {
        List<Token> tokens = paragraph.tokensIn(sentence.start(), sentence.end());
        if (grammar.list("own-report").occursIn(tokens)
            || grammar.list("earlier-version").occursIn(tokens)
            || corrects(tokens, grammar)) {
          accounts.add(sentence);
        }
      }
    }
    return accounts;
  }

  /** Whether a statement of the document stands in the notice. */
  boolean holds(Draft draft) {
    return paragraphs.stream().anyMatch(p -> p.ordinal() == draft.paragraph());
  }
}
