package io.github.onrecord.ingest;

import io.github.onrecord.ingest.Block.Role;
import io.github.onrecord.record.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads Markdown. The archived text is the file's, marks included, so that every span is exact;
 * blocks leave out the marks of headings, lists and emphasised lines.
 */
final class MarkdownReader implements DocumentReader {
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();

  private final Boilerplate boilerplate;
  private final Bylines bylines;
  private final LanguageGuess languages;

  MarkdownReader(Boilerplate boilerplate, Bylines bylines, LanguageGuess languages) {
    this.boilerplate = boilerplate;
    this.bylines = bylines;
    this.languages = languages;
  }

  @Override
  public List<DocumentText> read(Original original) throws UnreadableException {
    String text =
        TextBuilder.wellFormed(
            TextDecoder.decode(original).replace("\r\n", "\n").replace('\r', '\n'));
    FrontMatter front = FrontMatter.of(text);
    Walk walk = new Walk(text);
    if (front.span() != null) {
      walk.blocks.add(new Block(front.span(), Role.ASIDE, List.of()));
    }
    PARSER.parse(front.without(text)).accept(walk);
    List<Block> blocks = TextBuilder.setRepeatsAside(text, walk.blocks);
    String title = front.value("title");
    LocalDate published = PageFacts.day(front.value("date"));
    String source = front.value("source", "site", "publisher", "outlet");
    String url = front.value("url", "canonical", "link");
    for (Block block : blocks) {
      String line = block.span().of(text);
      if (block.role() == Role.HEADLINE && title == null) {
        title = line;
      } else if (block.role() == Role.PARAGRAPH && published == null) {
        published = bylines.dateline(line).date();
      } else if (block.role() == Role.BYLINE) {
        published = published == null ? bylines.date(line).orElse(null) : published;
        source = source == null ? Outlets.quotedIn(line, boilerplate) : source;
      }
    }
    return List.of(
        new DocumentText(
            original.name(),
            null,
            PageFacts.isWeb(url) ? url : original.address(),
            source,
            title,
            languages.of(TextBuilder.mainText(text, blocks), front.value("lang", "language")),
            published,
            null,
            text,
            blocks));
  }

  private final class Walk extends AbstractVisitor {
    private final String text;
    private final List<Block> blocks = new ArrayList<>();
    private boolean headed;
    private boolean begun;

    Walk(String text) {
      this.text = text;
    }

    @Override
    public void visit(Heading heading) {
      boolean headline = !headed && !begun;
      headed |= headline;
      add(heading, headline ? Role.HEADLINE : Role.HEADING);
    }

    @Override
    public void visit(Paragraph paragraph) {
      Span span = span(paragraph);
      String line = span == null ? "" : span.of(text);
      Role role = Role.PARAGRAPH;
      if (boilerplate.isNotice(line)
          || isLink(paragraph)
          || boilerplate.leads(Boilerplate.Kind.RELATED, bare(line))) {
        role = Role.ASIDE;
      } else if (bylines.isStamp(bare(line)) || (!begun && isHead(line))) {
        role = Role.BYLINE;
      } else if (paragraph.getParent() instanceof ListItem) {
        role = Role.LIST_ITEM;
      }
      begun |= role == Role.PARAGRAPH || role == Role.LIST_ITEM;
      add(paragraph, role);
    }

    @Override
    public void visit(IndentedCodeBlock indented) {
      begun = true;
      add(indented, Role.PARAGRAPH);
    }

    @Override
    public void visit(FencedCodeBlock fenced) {
      begun = true;
      List<SourceSpan> lines = fenced.getSourceSpans();
      if (lines.size() > 2) {
        addTrimmed(lines.get(1), lines.get(lines.size() - 2));
      }
    }

    private void addTrimmed(SourceSpan first, SourceSpan last) {
      Span span = trimmed(first.getInputIndex(), last.getInputIndex() + last.getLength());
      if (span != null) {
        blocks.add(new Block(span, Role.PARAGRAPH, List.of()));
      }
    }

    @Override
    public void visit(HtmlBlock html) {
      add(html, Role.ASIDE);
    }

    private void add(Node node, Role role) {
      Span span = span(node);
      if (span == null) {
        return;
      }
      List<Span> emphasis = new ArrayList<>();
      node.accept(
          new AbstractVisitor() {
            @Override
            public void visit(StrongEmphasis strong) {
              Span inner = innerSpan(strong);
              if (inner != null) {
                emphasis.add(inner);
              }
            }
          });
      blocks.add(new Block(span, role, emphasis));
    }

    /** The span of a block's inline content: without «#», «-», «>» before it. */
    private @Nullable Span span(Node block) {
      Span inner = innerSpan(block);
      return inner == null ? sourceSpan(block) : inner;
    }

    private @Nullable Span innerSpan(Node node) {
      Node first = node.getFirstChild();
      Node last = node.getLastChild();
      if (first == null || last == null) {
        return null;
      }
      Span from = sourceSpan(first);
      Span to = sourceSpan(last);
      return from == null || to == null || to.end() <= from.start()
          ? null
          : new Span(from.start(), to.end());
    }

    private @Nullable Span sourceSpan(Node node) {
      List<SourceSpan> spans = node.getSourceSpans();
      if (spans.isEmpty()) {
        return null;
      }
      SourceSpan last = spans.get(spans.size() - 1);
      return trimmed(spans.get(0).getInputIndex(), last.getInputIndex() + last.getLength());
    }

    private @Nullable Span trimmed(int from, int to) {
      int start = from;
      int end = to;
      while (end > start && PlainLines.isSpace(text.charAt(end - 1))) {
        end--;
      }
      while (start < end && PlainLines.isSpace(text.charAt(start))) {
        start++;
      }
      return end > start ? new Span(start, end) : null;
    }
  }

  /** A line of author, place and day, or any emphasised line with a date above the text. */
  private boolean isHead(String line) {
    String bare = bare(line);
    boolean emphasised = bare.length() + 2 <= line.length() && "*_".indexOf(line.charAt(0)) >= 0;
    return bylines.is(bare)
        || (emphasised
            && "*_".indexOf(line.charAt(line.length() - 1)) >= 0
            && bylines.date(bare).isPresent());
  }

  private static String bare(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && "*_ ".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "*_ ".indexOf(line.charAt(to - 1)) >= 0) {
      to--;
    }
    return line.substring(from, to);
  }

  private static boolean isLink(Paragraph paragraph) {
    return paragraph.getFirstChild() instanceof Link && paragraph.getFirstChild().getNext() == null;
  }
}
