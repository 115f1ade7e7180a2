package io.github.onrecord.ingest;

import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import java.util.List;

/** Shows in a test who says what in a document: «VERBATIM Name: words», HELD ones marked. */
final class Said {
  private Said() {}

  static Publication publication(DocumentText document) {
    return new Publications(new MemoryRecord(), WordMeanings.NONE)
        .assemble(document, Article.archived(document))
        .publication();
  }

  static List<String> in(DocumentText document) {
    return publication(document).statements().stream().map(Said::line).toList();
  }

  static List<String> inText(String text) {
    return in(Reading.of("a.txt", text));
  }

  static List<String> inPage(String html) {
    return in(Reading.page(html));
  }

  static List<String> inMarkdown(String text) {
    return in(Reading.of("a.md", text));
  }

  static String line(Statement statement) {
    String who =
        statement.speaker() instanceof Speaker.Named named
            ? named.name()
            : "(" + statement.speaker().shownAs() + ")";
    return statement.kind()
        + " "
        + who
        + (statement.standing() ? "" : " HELD")
        + (statement.quotedBy() == null ? "" : ", quoted by " + statement.quotedBy())
        + ": "
        + statement.text();
  }
}
