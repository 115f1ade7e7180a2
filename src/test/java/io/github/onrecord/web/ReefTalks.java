package io.github.onrecord.web;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import io.github.onrecord.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented talks between Maroa and Teluna about a reef, for tests. */
final class ReefTalks {
  static final Official SOLVA =
      new Official(0, "Edda Solva", List.of("Эдда Солва"), new Side("Maroa"), List.of());
  static final Official TARN =
      new Official(0, "Ruben Tarn", List.of(), new Side("Teluna"), List.of());
  static final LocalDate DAY = LocalDate.of(2043, 6, 2);

  private ReefTalks() {}

  /** Something said. */
  record Said(Official by, Kind kind, String words, Status status, long utterance) {
    static Said own(Official by, String words) {
      return new Said(by, Kind.VERBATIM, words, Status.STANDING, 0);
    }

    static Said reported(Official by, String words) {
      return new Said(by, Kind.REPORTED, words, Status.STANDING, 0);
    }

    Said held() {
      return new Said(by, kind, words, Status.HELD, utterance);
    }

    Said in(long known) {
      return new Said(by, kind, words, status, known);
    }
  }

  /** A document with its circumstances. */
  record Paper(String name, String title, @Nullable String url, String outlet, Language language) {
    Paper(String name) {
      this(
          name,
          "Reef talks, " + name,
          "https://tide.example/" + name,
          "The Tide",
          Language.ENGLISH);
    }
  }

  /** Puts a document on record, each statement in a paragraph of its own between two others. */
  static long publish(Store store, Paper paper, LocalDate day, Said... said) {
    return publish(store, paper, day, List.of(), said);
  }

  static long publish(
      Store store, Paper paper, LocalDate day, List<StatusChange> changes, Said... said) {
    StringBuilder text = new StringBuilder();
    List<Passage> passages = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    List<Official> officials = new ArrayList<>();
    add(text, passages, "The delegations met early, by " + paper.name() + ".");
    for (Said each : said) {
      Passage passage = add(text, passages, "At the table: " + each.words() + " So it was told.");
      int start = passage.span().start() + "At the table: ".length();
      Span span = new Span(start, start + each.words().length());
      statements.add(statement(store, each, day, paper.language(), new Part(span, each.words())));
      boolean known =
          store.record().officials().stream().anyMatch(one -> one.name().equals(each.by().name()));
      if (!known && officials.stream().noneMatch(each.by()::equals)) {
        officials.add(each.by());
      }
    }
    add(text, passages, "The delegations parted late.");
    Document document =
        new Document(
            0,
            paper.name(),
            null,
            paper.url(),
            paper.outlet(),
            paper.title(),
            paper.language(),
            day,
            Instant.parse("2043-06-05T08:00:00Z"),
            text.toString(),
            Document.sha256(text.toString()),
            null);
    return store.record().save(new Publication(document, passages, statements, officials, changes));
  }

  private static Passage add(StringBuilder text, List<Passage> passages, String paragraph) {
    Span span = new Span(text.length(), text.length() + paragraph.length());
    text.append(paragraph).append('\n');
    Passage passage = new Passage(0, 0, passages.size(), span, paragraph, false);
    passages.add(passage);
    return passage;
  }

  private static Statement statement(
      Store store, Said said, LocalDate day, Language language, Part part) {
    return new Statement(
        0,
        0,
        new Speaker.Named(number(store, said.by()), said.by().name()),
        "Chief negotiator",
        said.by().side(),
        said.kind(),
        List.of(part),
        day,
        "Reef round",
        language,
        null,
        0.9,
        "for tests",
        said.status(),
        null,
        said.utterance());
  }

  /** 0 for somebody who comes on record with this document. */
  static long number(Store store, Official official) {
    return store.record().officials().stream()
        .filter(known -> known.name().equals(official.name()))
        .mapToLong(Official::id)
        .findFirst()
        .orElse(0);
  }
}
