package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Positions in a list under an introduction that says whose they are: «main statements made by the
 * Y side:», «Ключевые тезисы:», with list marks, semicolons or a line each.
 */
final class Listing {
  private static final double WHOSE = 0.85;

  private final String text;
  private final Grammar grammar;
  private final Mentions mentions;
  private final Scene scene;
  private final Introduction introduction;

  /**
   * What announces a list.
   *
   * @param who whose positions it lists
   * @param named whether it says that statements follow, beyond a mere colon
   * @param colon whether it ends with a colon
   */
  record Header(Scene.Found who, boolean named, boolean colon) {}

  Listing(String text, Grammar grammar, Mentions mentions, Scene scene, Introduction introduction) {
    this.text = text;
    this.grammar = grammar;
    this.mentions = mentions;
    this.scene = scene;
    this.introduction = introduction;
  }

  /**
   * Whether a heading or last line announces a list; null when it doesn't.
   *
   * @param pending whose words the paragraph itself announces, or null
   */
  @Nullable Header header(Paragraph paragraph, Scene.@Nullable Found pending) {
    boolean colon = paragraph.span().of(text).stripTrailing().endsWith(":");
    boolean heading = paragraph.block().role() == Block.Role.HEADING;
    int last =
        paragraph.sentences().isEmpty()
            ? paragraph.span().start()
            : paragraph.sentences().get(paragraph.sentences().size() - 1).start();
    boolean named = grammar.list("list").occursIn(paragraph.tokensIn(last, paragraph.span().end()));
    if (!colon && !(heading && named)) {
      return null;
    }
    if (pending != null && !named) {
      return new Header(pending, false, colon);
    }
    Scene.Found who = named ? whose(paragraph) : null;
    return who == null ? null : new Header(who, named, colon);
  }

  /** Who is named last in the introduction, or else before it. */
  private Scene.@Nullable Found whose(Paragraph paragraph) {
    Voice voice = null;
    for (Span span : paragraph.sentences()) {
      Sentence sentence =
          Sentence.of(span, paragraph.tokens(), paragraph.quotations(), mentions, scene.cast());
      for (Mention mention : sentence.mentions()) {
        Scene.Found who =
            mention.kind() == Mention.Kind.NAME
                ? scene.resolve(mention, sentence.tokens(), Gender.UNKNOWN)
                : null;
        if (who != null && who.voice().official()) {
          voice = who.voice();
        }
      }
    }
    if (voice == null) {
      voice = scene.lastOfficial();
    }
    return voice == null
        ? introduction.only()
        : new Scene.Found(voice, WHOSE, "speaker of the list");
  }

  /** The items below a header, none when no list follows. */
  List<Paragraph> items(Header header, List<Paragraph> paragraphs, int from) {
    List<Paragraph> items = new ArrayList<>();
    for (int i = from; i < paragraphs.size() && item(header, items, paragraphs, i); i++) {
      items.add(paragraphs.get(i));
    }
    boolean speech =
        !header.named()
            && !items.isEmpty()
            && items.get(0).dashed(text)
            && !items.get(0).span().of(text).endsWith(";");
    return speech ? List.of() : items; // one line after «answered so:» is a speech, not a list
  }

  private boolean item(Header header, List<Paragraph> items, List<Paragraph> paragraphs, int i) {
    Paragraph paragraph = paragraphs.get(i);
    if (paragraph.block().role() == Block.Role.LIST_ITEM || paragraph.marker()) {
      return true;
    }
    if (paragraph.block().role() == Block.Role.HEADING) {
      return header.named() && header.colon() && shortLine(items, paragraphs, i);
    }
    String words = paragraph.span().of(text);
    if (words.endsWith(";")) {
      return true;
    }
    Paragraph before = items.isEmpty() ? null : items.get(items.size() - 1);
    boolean single = paragraph.sentences().size() == 1;
    if (before != null && before.span().of(text).endsWith(";")) {
      return single;
    }
    boolean marked = before != null && before.block().role() == Block.Role.LIST_ITEM;
    return header.named() && header.colon() && single && !marked && line(paragraph);
  }

  /**
   * Short lines of a list look like headings. One directly below the introduction is none, nor are
   * more of them in a row; the last before prose may be one, and is left out.
   */
  private static boolean shortLine(List<Paragraph> items, List<Paragraph> paragraphs, int i) {
    boolean headingsOnly =
        items.stream().allMatch(item -> item.block().role() == Block.Role.HEADING);
    boolean more =
        i + 1 < paragraphs.size() && paragraphs.get(i + 1).block().role() == Block.Role.HEADING;
    return items.isEmpty() || (headingsOnly && more);
  }

  /** A line of a list without marks has no full stop. */
  private boolean line(Paragraph paragraph) {
    String words = paragraph.span().of(text);
    return ".!?:…".indexOf(words.charAt(words.length() - 1)) < 0;
  }

  /** An item as a statement; null when it has no words. */
  @Nullable Draft draft(Header header, Span headline, Paragraph item) {
    Quotation whole = item.quotations().size() == 1 ? item.quotations().get(0) : null;
    boolean verbatim =
        whole != null
            && whole.open() == item.span().start()
            && whole.end() >= item.span().end() - 1;
    Span span =
        verbatim && whole != null
            ? Texts.words(text, whole.wordsStart(), whole.wordsEnd())
            : Texts.item(text, item.span().start(), item.span().end());
    return span == null
        ? null
        : new Draft(
            List.of(span),
            verbatim ? Kind.VERBATIM : Kind.REPORTED,
            header.who(),
            "item of a list under the speaker's header",
            item.ordinal(),
            headline,
            null);
  }
}
