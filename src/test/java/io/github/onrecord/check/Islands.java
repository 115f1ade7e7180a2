package io.github.onrecord.check;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import io.github.onrecord.search.Lexicon;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Invented talks between Harwick and Sellonia about an island ferry, for tests. */
final class Islands implements AutoCloseable {
  static final Official VENN =
      official("Orla Venn", "Harwick", "Foreign Minister", "Орла Венн", "Орла Вен");
  static final Official PELL =
      official("Joran Pell", "Sellonia", "Transport Minister", "Йоран Пелл");
  static final Official MARR = official("Tove Marr", "Sellonia", "Ambassador", "Тове Марр");

  private static final Instant NOW = Instant.parse("2044-05-02T10:00:00Z");

  private final Store store;
  final RecordIndex index;
  final Checker checker;
  private int documents;

  Islands(Path folder, Lexicon lexicon) {
    store = Store.open(folder.resolve("islands.db"), Clock.fixed(NOW, ZoneOffset.UTC));
    index = RecordIndex.open(store.record(), store.uuid(), null, lexicon);
    checker = new Checker(index);
  }

  private static Official official(String name, String side, String role, String... aliases) {
    return new Official(
        0, name, List.of(aliases), new Side(side), List.of(new Post(role, null, null)));
  }

  /** Puts own words on record; several parts are one statement that its source cut in two. */
  long says(Official speaker, Language language, String... parts) {
    return put(speaker, Kind.VERBATIM, Status.STANDING, language, parts);
  }

  long says(Official speaker, String... parts) {
    return says(speaker, Language.ENGLISH, parts);
  }

  /** Puts a report on record. */
  long isReported(Official speaker, String words) {
    return put(speaker, Kind.REPORTED, Status.STANDING, Language.ENGLISH, words);
  }

  long put(Official speaker, Kind kind, Status status, Language language, String... parts) {
    StringBuilder text = new StringBuilder("The Strait Courier. ");
    List<Part> spans = new ArrayList<>();
    for (String part : parts) {
      int start = text.length();
      text.append(part);
      spans.add(new Part(new Span(start, text.length()), part));
      text.append(" — as our correspondent heard — ");
    }
    Statement statement =
        new Statement(
            0,
            0,
            new Speaker.Named(0, speaker.name()),
            null,
            speaker.side(),
            kind,
            spans,
            LocalDate.of(2044, 5, 1),
            "Ferry talks",
            language,
            null,
            1,
            "test",
            status,
            null,
            0);
    List<Official> known = store.record().officials();
    List<Official> added =
        known.stream().anyMatch(o -> o.name().equals(speaker.name()))
            ? List.of()
            : List.of(speaker);
    long document = publish(text.toString(), language, List.of(statement), added, List.of());
    return store.record().statementsOf(document).get(0).id();
  }

  /** A later document withdraws or corrects a statement. */
  void changes(long statement, Status status) {
    publish(
        "A notice of the Strait Courier.",
        Language.ENGLISH,
        List.of(),
        List.of(),
        List.of(new StatusChange(statement, status, "a notice")));
  }

  private long publish(
      String text,
      Language language,
      List<Statement> statements,
      List<Official> officials,
      List<StatusChange> changes) {
    String name = "courier-" + ++documents;
    return store
        .record()
        .save(
            new Publication(
                new Document(
                    0,
                    name,
                    null,
                    null,
                    "The Strait Courier",
                    null,
                    language,
                    LocalDate.of(2044, 5, 1),
                    NOW,
                    text,
                    Document.sha256(text),
                    null),
                List.of(),
                statements,
                officials,
                changes));
  }

  /** The one quotation of a text, checked. */
  CheckedQuote check(String text) {
    List<CheckedQuote> quotes = checker.check(text).quotes();
    if (quotes.size() != 1) {
      throw new AssertionError("Not one quotation: " + quotes);
    }
    return quotes.get(0);
  }

  Verdict verdict(String text) {
    return check(text).verdict();
  }

  @Override
  public void close() {
    index.close();
    store.close();
  }
}
