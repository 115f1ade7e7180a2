package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Writes a document's text block by block, each on a line of its own. */
final class TextBuilder {
  /** A repeat of at least so many characters is a second copy of the text, not a refrain. */
  private static final int REPEAT = 60;

  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();

  /**
   * Adds a block.
   *
   * @param content its text, not blank, without white space around it
   * @param emphasis spans inside {@code content}
   */
  void add(String content, Block.Role role, List<Span> emphasis) {
    if (!text.isEmpty()) {
      text.append('\n');
    }
    int start = text.length();
    text.append(wellFormed(content));
    List<Span> moved =
        emphasis.stream().map(s -> new Span(s.start() + start, s.end() + start)).toList();
    blocks.add(new Block(new Span(start, text.length()), role, moved));
  }

  String text() {
    return text.toString();
  }

  List<Block> blocks() {
    return setRepeatsAside(text(), blocks);
  }

  /** The main text: paragraphs, list items and headings. */
  static String mainText(String text, List<Block> blocks) {
    StringBuilder main = new StringBuilder();
    for (Block block : blocks) {
      if (block.role() != Block.Role.ASIDE && block.role() != Block.Role.BYLINE) {
        main.append(block.span().of(text)).append('\n');
      }
    }
    return main.toString();
  }

  /**
   * Sets aside what stands in the document a second time, such as a body that was pasted twice: a
   * long block, or a short one beside another repeat.
   */
  static List<Block> setRepeatsAside(String text, List<Block> blocks) {
    Set<String> seen = new HashSet<>();
    List<Block> result = new ArrayList<>();
    boolean afterRepeat = false;
    for (Block block : blocks) {
      if (block.role() == Block.Role.ASIDE) {
        result.add(block);
        continue;
      }
      String folded = block.span().of(text).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
      boolean known = !seen.add(folded);
      boolean repeat =
          known
              && block.role() != Block.Role.HEADLINE
              && (afterRepeat || folded.length() >= REPEAT);
      result.add(repeat ? new Block(block.span(), Block.Role.ASIDE, block.emphasis()) : block);
      afterRepeat = repeat;
    }
    return result;
  }

  /** The text with each lone surrogate replaced, so that it can be stored and hashed. */
  static String wellFormed(String text) {
    StringBuilder fixed = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        i++;
      } else if (Character.isSurrogate(c) || c == '\u0000') {
        if (fixed == null) {
          fixed = new StringBuilder(text);
        }
        fixed.setCharAt(i, '\ufffd');
      }
    }
    return fixed == null ? text : fixed.toString();
  }
}
