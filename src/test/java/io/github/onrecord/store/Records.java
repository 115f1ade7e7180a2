package io.github.onrecord.store;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fictional material for this room's tests. */
final class Records {
  static final Instant NOON = Instant.parse("2040-05-04T12:00:00Z");
  static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

  static final String TEXT =
      "Quorin, May 4. “We will reopen the pass,” said Tamsin Orrel, “before the snow.”\n"
          + "A senior official from Belzan called the offer incomplete. The talks lasted six hours.";

  static final Official ORREL =
      new Official(
          0,
          "Tamsin Orrel",
          List.of("Orrel", "Тамсин Оррел"),
          new Side("Quorin"),
          List.of(new Post("Transport Minister", LocalDate.of(2038, 1, 1), null)));

  private Records() {}

  static Document document(String name, String text) {
    return new Document(
        0,
        name,
        null,
        "https://example.org/" + name,
        "The Quorin Courier",
        "Pass to reopen",
        Language.ENGLISH,
        LocalDate.of(2040, 5, 4),
        NOON,
        text,
        Document.sha256(text),
        null);
  }

  static Statement statement(Speaker speaker, Kind kind, String text, String... words) {
    return statement(speaker, kind, Status.STANDING, null, 0, text, words);
  }

  static Statement statement(
      Speaker speaker,
      Kind kind,
      Status status,
      @Nullable Long cause,
      long utterance,
      String text,
      String... words) {
    return new Statement(
        0,
        0,
        speaker,
        "Transport Minister",
        new Side("Quorin"),
        kind,
        List.of(words).stream().map(part -> part(text, part)).toList(),
        LocalDate.of(2040, 5, 4),
        "Quorin",
        Language.ENGLISH,
        null,
        0.9,
        "name after the quotation",
        status,
        cause,
        utterance);
  }

  static Part part(String text, String words) {
    int start = text.indexOf(words);
    return Part.of(text, new Span(start, start + words.length()));
  }

  /** Two statements, two passages and one new official. */
  static Publication publication(String name) {
    int secondLine = TEXT.indexOf('\n') + 1;
    return new Publication(
        document(name, TEXT),
        List.of(
            passage(0, new Span(0, secondLine - 1), false),
            passage(1, new Span(secondLine, TEXT.length()), true)),
        List.of(
            statement(
                new Speaker.Named(0, "Tamsin Orrel"),
                Kind.VERBATIM,
                TEXT,
                "We will reopen the pass,",
                "before the snow."),
            statement(
                new Speaker.Unnamed("A senior official from Belzan"),
                Kind.REPORTED,
                TEXT,
                "called the offer incomplete")),
        List.of(ORREL),
        List.of());
  }

  static Publication publication(Document document, Statement... statements) {
    return new Publication(document, List.of(), List.of(statements), List.of(), List.of());
  }

  static Publication changing(Document document, StatusChange... changes) {
    return new Publication(document, List.of(), List.of(), List.of(), List.of(changes));
  }

  private static Passage passage(int ordinal, Span span, boolean narration) {
    return new Passage(0, 0, ordinal, span, span.of(TEXT), narration);
  }
}
