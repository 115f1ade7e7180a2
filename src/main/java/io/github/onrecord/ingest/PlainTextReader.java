package io.github.onrecord.ingest;

import io.github.onrecord.ingest.Block.Role;
import io.github.onrecord.record.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads bulletins, transcripts, communiqués and articles in plain text. The archived text is the
 * file's, line ends made {@code \n}; nothing inside a line is changed.
 */
final class PlainTextReader implements DocumentReader {
  /** A headline has at most so many words. */
  private static final int HEADLINE_WORDS = 25;

  private final Boilerplate boilerplate;
  private final Bylines bylines;
  private final LanguageGuess languages;

  PlainTextReader(Boilerplate boilerplate, Bylines bylines, LanguageGuess languages) {
    this.boilerplate = boilerplate;
    this.bylines = bylines;
    this.languages = languages;
  }

  @Override
  public List<DocumentText> read(Original original) throws UnreadableException {
    String text = lines(TextDecoder.decode(original));
    List<CopiedPosts.Post> posts = CopiedPosts.in(text, boilerplate, bylines);
    List<DocumentText> documents = new ArrayList<>();
    for (CopiedPosts.Post post : posts) {
      String item = posts.size() == 1 ? null : String.valueOf(documents.size() + 1);
      DocumentText read = read(original.name(), item, original.address(), post.text());
      documents.add(new Hints(null, post.channel(), null).fill(read));
    }
    return List.copyOf(documents);
  }

  /** Makes a document of a text. */
  DocumentText read(String name, @Nullable String item, @Nullable String url, String content) {
    String text = lines(content);
    List<Block> blocks = TextBuilder.setRepeatsAside(text, blocks(text, PlainLines.of(text)));
    String title = null;
    String source = null;
    LocalDate published = null;
    for (Block block : blocks) {
      String line = block.span().of(text);
      boolean head = block.role() == Role.HEADLINE || block.role() == Role.BYLINE;
      if (head && source == null) {
        source = outlet(line);
      }
      if (block.role() == Role.HEADLINE && (title == null || isGenre(title, source))) {
        title = line;
      }
      if (block.role() == Role.BYLINE && published == null) {
        published = bylines.date(line).orElse(null);
      }
      if (block.role() == Role.PARAGRAPH && published == null) {
        Bylines.Dateline dateline = bylines.dateline(line);
        published = dateline.date();
        source = source == null ? dateline.outlet() : source;
      }
    }
    return new DocumentText(
        name,
        item,
        url,
        source,
        title,
        languages.of(TextBuilder.mainText(text, blocks), null),
        published,
        null,
        text,
        blocks);
  }

  /** The text with its line ends made {@code \n}. */
  private static String lines(String text) {
    return TextBuilder.wellFormed(text.replace("\r\n", "\n").replace('\r', '\n'));
  }

  /** Whether a headline only says who publishes or what kind of text it is: «TRANSCRIPT». */
  private boolean isGenre(String title, @Nullable String source) {
    return title.equals(source)
        || outlet(title) != null
        || (Boilerplate.wordCount(title) == 1 && title.equals(title.toUpperCase(Locale.ROOT)));
  }

  /** The outlet that a line of the head names, or null. */
  private @Nullable String outlet(String line) {
    String quoted = Outlets.quotedIn(line, boilerplate);
    if (quoted != null) {
      return quoted;
    }
    String first = line.split(" / | \\| ", 2)[0].strip();
    boolean name =
        boilerplate.namesOutlet(first)
            && Boilerplate.wordCount(first) <= 10
            && first.indexOf(',') < 0
            && bylines.date(first).isEmpty();
    return name ? first : null;
  }

  private List<Block> blocks(String text, List<PlainLines.Paragraph> paragraphs) {
    int head = headLength(text, paragraphs);
    List<Block> blocks = new ArrayList<>();
    boolean dated = false;
    boolean titled = false;
    for (int i = 0; i < paragraphs.size(); i++) {
      PlainLines.Paragraph paragraph = paragraphs.get(i);
      String line = paragraph.span().of(text);
      Span span = paragraph.span();
      Role role;
      if (i < head) {
        boolean byline = bylines.is(line) || CopiedPosts.channel(line, boilerplate) != null;
        role = byline ? Role.BYLINE : dated && titled ? Role.HEADING : Role.HEADLINE;
        dated |= role == Role.BYLINE;
        titled |= role == Role.HEADLINE && outlet(line) == null;
      } else if (isAside(line)) {
        role = Role.ASIDE;
      } else if (bylines.isStamp(line) || (i == head && bylines.is(line))) {
        role = Role.BYLINE;
      } else if (PlainLists.isItem(text, paragraphs, i)) {
        role = Role.LIST_ITEM;
      } else {
        role = isHeading(line, paragraph) ? Role.HEADING : Role.PARAGRAPH;
        span = new Span(span.start() - markWidth(text, paragraph), span.end());
      }
      blocks.add(new Block(span, role, List.of()));
    }
    return blocks;
  }

  /** A dash of dialogue belongs to the paragraph; only a list's mark stands outside its item. */
  private static int markWidth(String text, PlainLines.Paragraph paragraph) {
    if (paragraph.mark().isEmpty()) {
      return 0;
    }
    return paragraph.span().start()
        - text.lastIndexOf(paragraph.mark(), paragraph.span().start() - 1);
  }

  /** How many paragraphs from the start are the document's head: titles, outlet, place and day. */
  private int headLength(String text, List<PlainLines.Paragraph> paragraphs) {
    int length = 0;
    while (length < paragraphs.size() - 1 && length < 8) {
      PlainLines.Paragraph paragraph = paragraphs.get(length);
      String line = paragraph.span().of(text);
      boolean title =
          paragraph.mark().isEmpty()
              && Boilerplate.wordCount(line) <= HEADLINE_WORDS
              && !PageLine.endsSentence(line)
              && line.indexOf('\n') < 0;
      if (!title && !bylines.is(line) && CopiedPosts.channel(line, boilerplate) == null) {
        break;
      }
      length++;
    }
    return length;
  }

  private boolean isAside(String line) {
    return boilerplate.isNotice(line)
        || boilerplate.isMenu(line)
        || (boilerplate.leads(Boilerplate.Kind.RELATED, line)
            && Boilerplate.wordCount(line) <= HEADLINE_WORDS);
  }

  private static boolean isHeading(String line, PlainLines.Paragraph paragraph) {
    return paragraph.afterEmpty()
        && paragraph.mark().isEmpty()
        && Boilerplate.wordCount(line) <= 10
        && !PageLine.endsSentence(line)
        && line.indexOf('\n') < 0;
  }
}
