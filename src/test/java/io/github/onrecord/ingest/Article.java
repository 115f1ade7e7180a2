package io.github.onrecord.ingest;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document for tests, written paragraph by paragraph. */
final class Article {
  private final Language language;
  private final StringBuilder text = new StringBuilder();
  private final List<Block> blocks = new ArrayList<>();
  private @Nullable LocalDate published;
  private String name = "article.txt";

  private Article(Language language) {
    this.language = language;
  }

  static Article in(Language language, String... paragraphs) {
    Article article = new Article(language);
    for (String paragraph : paragraphs) {
      article.block(Block.Role.PARAGRAPH, paragraph);
    }
    return article;
  }

  static Article en(String... paragraphs) {
    return in(Language.ENGLISH, paragraphs);
  }

  static Article ru(String... paragraphs) {
    return in(Language.RUSSIAN, paragraphs);
  }

  static Article uk(String... paragraphs) {
    return in(Language.UKRAINIAN, paragraphs);
  }

  Article block(Block.Role role, String words) {
    int start = text.length();
    text.append(words).append('\n');
    blocks.add(new Block(new Span(start, start + words.length()), role, List.of()));
    return this;
  }

  Article items(String... items) {
    for (String item : items) {
      block(Block.Role.LIST_ITEM, item);
    }
    return this;
  }

  Article then(String paragraph) {
    return block(Block.Role.PARAGRAPH, paragraph);
  }

  Article published(String day) {
    published = LocalDate.parse(day);
    return this;
  }

  Article named(String documentName) {
    name = documentName;
    return this;
  }

  DocumentText document() {
    return new DocumentText(
        name, null, null, null, null, language, published, null, text.toString(), blocks);
  }

  /** What the article brings into an empty record. */
  List<Statement> statements() {
    return publication(new MemoryRecord()).statements();
  }

  /** What it brings into a record, which takes it. */
  List<Statement> into(MemoryRecord record) {
    Publication publication = publication(record);
    return record.save(publication);
  }

  Publication publication(MemoryRecord record) {
    return assembled(record).publication();
  }

  Assembly.Assembled assembled(MemoryRecord record) {
    return new Publications(record, WordMeanings.NONE).assemble(document(), archived(document()));
  }

  static Document archived(DocumentText t) {
    return new Document(
        0,
        t.name(),
        t.item(),
        t.url(),
        t.source(),
        t.title(),
        t.language(),
        t.published(),
        Instant.EPOCH,
        t.text(),
        Document.sha256(t.text()),
        null);
  }

  /**
   * «speaker: words» for what was said in the speaker's own words, «speaker ~ words» for reports.
   */
  List<String> said() {
    return statements().stream().map(Article::line).toList();
  }

  static String line(Statement s) {
    String speaker =
        s.speaker() instanceof Speaker.Named named
            ? named.name()
            : "(" + s.speaker().shownAs() + ")";
    return speaker
        + switch (s.kind()) {
          case VERBATIM -> ": ";
          case REPORTED -> " ~ ";
        }
        + s.text();
  }
}
