package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * Walks through a page and writes down its lines. Inline elements leave nothing, all others end the
 * line. {@code <br>} is a boundary where a paragraph, a list entry or a turn of speech begins after
 * it, and white space where it only wraps a sentence.
 */
final class PageLines implements NodeFilter {
  private static final Set<String> INVISIBLE =
      Set.of(
          "head", "script", "style", "iframe", "object", "svg", "math", "audio", "video", "canvas");

  /** Elements that are no blocks to jsoup, but whose text stands apart. */
  private static final Set<String> APART =
      Set.of("button", "select", "option", "textarea", "label", "summary");

  /** Blocks to jsoup, but part of a sentence. */
  private static final Set<String> WITHIN = Set.of("ins", "del");

  private static final Set<String> STRONG = Set.of("b", "strong");

  /** A line at least so long that doesn't end a sentence was wrapped by {@code <br>}. */
  private static final int WRAPPED = 50;

  private final Boilerplate boilerplate;
  private final List<PageLine> lines = new ArrayList<>();
  private final Deque<Element> open = new ArrayDeque<>();
  private final List<Piece> pieces = new ArrayList<>();
  private Piece piece = new Piece(0);
  private int links;
  private int strong;
  private int preformatted;

  private PageLines(Boilerplate boilerplate) {
    this.boilerplate = boilerplate;
  }

  /** The visible lines of an element, in order. */
  static List<PageLine> of(Element root, Boilerplate boilerplate) {
    PageLines walk = new PageLines(boilerplate);
    root.filter(walk);
    return List.copyOf(walk.lines);
  }

  static boolean endsLine(Element element) {
    String name = element.normalName();
    return (element.isBlock() && !WITHIN.contains(name)) || APART.contains(name);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      append(text.getWholeText());
    } else if (node instanceof Element element) {
      String name = element.normalName();
      if (INVISIBLE.contains(name)) {
        return FilterResult.SKIP_ENTIRELY;
      }
      if (name.equals("br")) {
        nextPiece();
      } else if (endsLine(element)) {
        flush();
        open.push(element);
        preformatted += name.equals("pre") ? 1 : 0;
      }
      links += name.equals("a") ? 1 : 0;
      strong += isStrong(element) ? 1 : 0;
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element) {
      String name = element.normalName();
      if (endsLine(element)) {
        flush();
        open.pop();
        preformatted -= name.equals("pre") ? 1 : 0;
      }
      links -= name.equals("a") ? 1 : 0;
      strong -= isStrong(element) ? 1 : 0;
    }
    return FilterResult.CONTINUE;
  }

  private boolean isStrong(Element element) {
    return STRONG.contains(element.normalName())
        || element.hasClass("speaker")
        || (element.hasAttr("style") && element.attr("style").contains("bold"));
  }

  private void append(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (preformatted > 0 && c == '\n') {
        nextPiece();
      } else {
        piece.append(c, links > 0, strong > 0);
      }
    }
  }

  private void nextPiece() {
    if (piece.isEmpty()) {
      piece.breaks++;
    } else {
      pieces.add(piece);
      piece = new Piece(1);
    }
  }

  private void flush() {
    if (!piece.isEmpty()) {
      pieces.add(piece);
    }
    Element element = open.peek();
    Piece line = null;
    for (Piece next : pieces) {
      if (line == null) {
        line = next;
      } else if (next.breaks > 1 || apart(line.text.toString(), next.text.toString())) {
        end(line, element);
        line = next;
      } else {
        line.join(next);
      }
    }
    if (line != null) {
      end(line, element);
    }
    pieces.clear();
    piece = new Piece(0);
  }

  private void end(Piece line, @org.jspecify.annotations.Nullable Element element) {
    if (element != null) {
      lines.add(new PageLine(line.text.toString(), line.emphasis(), element, line.linked));
    }
  }

  /** Whether a single line break between two texts sets them apart. */
  private boolean apart(String before, String after) {
    if (PageLine.endsSentence(before) || boilerplate.leads(Boilerplate.Kind.RELATED, before)) {
      return true;
    }
    char first = after.charAt(0);
    return !Character.isLowerCase(first) && before.length() < WRAPPED;
  }

  /** Text between two line breaks. */
  private static final class Piece {
    private final StringBuilder text = new StringBuilder();
    private final List<Span> emphasis = new ArrayList<>();
    private int breaks;
    private int linked;
    private int boldFrom = -1;
    private boolean space;

    Piece(int breaks) {
      this.breaks = breaks;
    }

    boolean isEmpty() {
      return text.isEmpty();
    }

    void append(char c, boolean link, boolean bold) {
      if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
        space = true;
        return;
      }
      if (!bold) {
        closeBold();
      }
      if (space && !text.isEmpty()) {
        text.append(' ');
      }
      space = false;
      if (bold && boldFrom < 0) {
        boldFrom = text.length();
      }
      text.append(c);
      linked += link ? 1 : 0;
    }

    private void closeBold() {
      if (boldFrom >= 0) {
        emphasis.add(new Span(boldFrom, text.length()));
        boldFrom = -1;
      }
    }

    List<Span> emphasis() {
      closeBold();
      return emphasis;
    }

    void join(Piece next) {
      closeBold();
      int start = text.length() + 1;
      text.append(' ').append(next.text);
      for (Span span : next.emphasis()) {
        emphasis.add(new Span(span.start() + start, span.end() + start));
      }
      linked += next.linked;
    }
  }
}
