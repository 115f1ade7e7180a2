package io.github.onrecord.ingest;

import io.github.onrecord.record.Part;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds words in a document, whatever white space stands between them: an editor's copy of a page
 * breaks lines elsewhere, and has spaces where the page has no-break spaces or none that is
 * visible. What is found is always the exact slice of the archived text.
 */
final class WordsInText {
  private final DocumentText document;
  private final String letters;

  /** Where each character of {@link #letters} stands in the text. */
  private final int[] positions;

  WordsInText(DocumentText document) {
    this.document = document;
    String text = document.text();
    StringBuilder kept = new StringBuilder(text.length());
    int[] where = new int[text.length()];
    for (int i = 0; i < text.length(); i++) {
      if (!invisible(text.charAt(i))) {
        where[kept.length()] = i;
        kept.append(text.charAt(i));
      }
    }
    this.letters = kept.toString();
    this.positions = where;
  }

  /**
   * The parts in the document's text, following each other as closely as they do anywhere; in its
   * main text if they stand there, else in any visible text. Parts that only stand in another order
   * are put in the order of the text.
   *
   * @param wanted the parts' words
   * @param free is asked whether parts that were found may be taken
   * @return the parts in the order of the text, or null when one isn't there
   */
  @Nullable List<Part> find(List<String> wanted, Predicate<List<Part>> free) {
    List<String> searched = wanted.stream().map(WordsInText::visible).toList();
    if (searched.isEmpty() || searched.stream().anyMatch(String::isEmpty)) {
      return null;
    }
    for (boolean mainText : new boolean[] {true, false}) {
      List<Part> found = inOrder(searched, mainText, free);
      if (found == null) {
        found = inAnyOrder(searched, mainText);
      }
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private @Nullable List<Part> inOrder(
      List<String> searched, boolean mainText, Predicate<List<Part>> free) {
    List<Part> best = null;
    int start = find(searched.get(0), 0, mainText);
    while (start >= 0) {
      List<Part> chain = chain(searched, start, mainText);
      if (chain == null) {
        break;
      }
      if (free.test(chain) && (best == null || extent(chain) < extent(best))) {
        best = chain;
      }
      start = find(searched.get(0), start + 1, mainText);
    }
    return best;
  }

  private @Nullable List<Part> chain(List<String> searched, int start, boolean mainText) {
    List<Part> parts = new ArrayList<>();
    int from = start;
    for (String words : searched) {
      int at = find(words, from, mainText);
      if (at < 0) {
        return null;
      }
      parts.add(part(at, words.length()));
      from = at + words.length();
    }
    return parts;
  }

  private @Nullable List<Part> inAnyOrder(List<String> searched, boolean mainText) {
    List<Part> parts = new ArrayList<>();
    for (String words : searched) {
      int at = find(words, 0, mainText);
      if (at < 0) {
        return null;
      }
      parts.add(part(at, words.length()));
    }
    parts.sort((a, b) -> a.span().compareTo(b.span()));
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i).span().overlaps(parts.get(i - 1).span())) {
        return null;
      }
    }
    return Collections.unmodifiableList(parts);
  }

  private int find(String words, int from, boolean mainText) {
    int at = letters.indexOf(words, from);
    while (at >= 0 && !(wholeWords(at, words.length()) && (!mainText || inMainText(at)))) {
      at = letters.indexOf(words, at + 1);
    }
    return at;
  }

  private Part part(int at, int length) {
    return Part.of(document.text(), new Span(positions[at], positions[at + length - 1] + 1));
  }

  private static int extent(List<Part> parts) {
    return parts.get(parts.size() - 1).span().end() - parts.get(0).span().start();
  }

  /** Whether the words don't begin or end inside a word of the text. */
  private boolean wholeWords(int at, int length) {
    int start = positions[at];
    int end = positions[at + length - 1] + 1;
    String text = document.text();
    return !(inWord(text, start - 1) && inWord(text, start))
        && !(inWord(text, end - 1) && inWord(text, end));
  }

  private static boolean inWord(String text, int index) {
    return index >= 0 && index < text.length() && Character.isLetterOrDigit(text.charAt(index));
  }

  private boolean inMainText(int at) {
    int position = positions[at];
    for (Block block : document.blocks()) {
      if (block.span().start() <= position && position < block.span().end()) {
        return switch (block.role()) {
          case PARAGRAPH, LIST_ITEM, HEADING -> true;
          case HEADLINE, BYLINE, ASIDE -> false;
        };
      }
    }
    return false;
  }

  private static String visible(String words) {
    StringBuilder kept = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      if (!invisible(words.charAt(i))) {
        kept.append(words.charAt(i));
      }
    }
    return kept.toString();
  }

  /** White space of any kind, soft hyphens, zero-width characters. */
  private static boolean invisible(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
