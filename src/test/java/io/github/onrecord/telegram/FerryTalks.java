package io.github.onrecord.telegram;

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
import io.github.onrecord.store.Change;
import io.github.onrecord.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Invented talks between Velmora and Ostrand about ferries, for tests. */
final class FerryTalks {
  static final Official CALDER =
      new Official(
          0, "Ines Calder", List.of("Инес Калдер", "Інес Калдер"), new Side("Velmora"), List.of());
  static final Official PELL =
      new Official(0, "Joran Pell", List.of("Йоран Пелл"), new Side("Ostrand"), List.of());

  static final String CALDER_WORDS = "The harbour opens to ferries in June.";
  static final String PELL_REPORT = "Pell called the harbour fee unacceptable";

  private FerryTalks() {}

  /** Somebody else who speaks for a side. */
  static Official official(String name, String side) {
    return new Official(0, name, List.of(), new Side(side), List.of());
  }

  /** Something said. */
  record Said(Official by, Kind kind, String words) {}

  static Said verbatim(Official by, String words) {
    return new Said(by, Kind.VERBATIM, words);
  }

  static Said reported(Official by, String words) {
    return new Said(by, Kind.REPORTED, words);
  }

  /** Puts two statements on record: Calder's own words, and a report of Pell's. */
  static void begin(Store store) {
    publish(
        store,
        "harbour-post-1",
        LocalDate.of(2041, 3, 4),
        verbatim(CALDER, CALDER_WORDS),
        reported(PELL, PELL_REPORT));
  }

  /** Puts a document on record, each statement in a paragraph of its own. */
  static long publish(Store store, String name, LocalDate day, Said... said) {
    return publishAt(store, name, day, "Port Velm", said);
  }

  /** Puts a document on record whose statements wait for an editor. */
  static void hold(Store store, String name, Said... said) {
    long before = store.record().lastChange();
    publish(store, name, LocalDate.of(2041, 3, 5), said);
    Document notice = document("notice-" + name, LocalDate.of(2041, 3, 5), "Not sure any more.");
    List<StatusChange> changes =
        store.record().changesAfter(before, 1000).stream()
            .filter(change -> change.type() == Change.Type.STATEMENT)
            .map(change -> new StatusChange(change.id(), Status.HELD, "not sure"))
            .toList();
    store.record().save(new Publication(notice, List.of(), List.of(), List.of(), changes));
  }

  /** Puts a notice on record that retracts a statement. */
  static void withdraw(Store store, long statement) {
    Document notice = document("notice-" + statement, LocalDate.of(2041, 3, 5), "We withdraw it.");
    store
        .record()
        .save(
            new Publication(
                notice,
                List.of(),
                List.of(),
                List.of(),
                List.of(new StatusChange(statement, Status.RETRACTED, "withdrawn by the paper"))));
  }

  /** The same, with words said somewhere else. */
  static long publishAt(Store store, String name, LocalDate day, String occasion, Said... said) {
    StringBuilder text = new StringBuilder("The Harbour Post, " + name + ".\n");
    List<Passage> passages = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    for (Said each : said) {
      int start = text.length();
      text.append(each.words());
      Span span = new Span(start, text.length());
      passages.add(new Passage(0, 0, passages.size(), span, each.words(), false));
      statements.add(statement(each, day, occasion, new Part(span, each.words())));
      text.append("\n");
    }
    Document document = document(name, day, text.toString());
    List<String> known = store.record().officials().stream().map(Official::name).toList();
    List<Official> officials =
        Stream.of(said)
            .map(Said::by)
            .distinct()
            .filter(official -> !known.contains(official.name()))
            .toList();
    return store
        .record()
        .save(new Publication(document, passages, statements, officials, List.of()));
  }

  private static Document document(String name, LocalDate day, String text) {
    return new Document(
        0,
        name,
        null,
        "https://harbour-post.example/" + name,
        "The Harbour Post",
        "Ferry talks",
        Language.ENGLISH,
        day,
        Instant.parse("2041-03-05T08:00:00Z"),
        text,
        Document.sha256(text),
        null);
  }

  private static Statement statement(Said said, LocalDate day, String occasion, Part part) {
    return new Statement(
        0,
        0,
        new Speaker.Named(0, said.by().name()),
        "Chief negotiator",
        said.by().side(),
        said.kind(),
        List.of(part),
        day,
        occasion,
        Language.ENGLISH,
        null,
        1,
        "test",
        Status.STANDING,
        null,
        0);
  }
}
