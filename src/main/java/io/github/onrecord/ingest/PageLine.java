package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * A line of a page: the text between two block boundaries, white space folded.
 *
 * @param text the text, not blank
 * @param emphasis spans of it set in bold
 * @param element the innermost block that holds it
 * @param linked how many of its characters are links
 */
record PageLine(String text, List<Span> emphasis, Element element, int linked) {
  /** Ends of sentences, also inside closing quotation marks and brackets. */
  private static final String ENDINGS = ".!?…;:";

  PageLine {
    emphasis = List.copyOf(emphasis);
  }

  /** Whether most of it is a link. */
  boolean isLink() {
    return linked * 10 >= text.length() * 6;
  }

  /** Whether it is prose: long, or a sentence with its end. */
  boolean isProse() {
    int words = Boilerplate.wordCount(text);
    return words >= 25 || (words >= 4 && endsSentence(text));
  }

  /** Whether all of it is set in bold. */
  boolean isBold() {
    return emphasis.size() == 1 && emphasis.get(0).length() >= text.length() - 1;
  }

  /** Whether the text ends with a sentence's end, closing marks set aside. */
  static boolean endsSentence(String text) {
    int end = text.length();
    while (end > 0 && "\"'”’»“)]›*_".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ENDINGS.indexOf(text.charAt(end - 1)) >= 0;
  }
}
