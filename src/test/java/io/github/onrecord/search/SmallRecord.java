package io.github.onrecord.search;

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
import io.github.onrecord.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A record of invented talks between Calvera and Drovia, and a lexicon of a few rows. */
final class SmallRecord implements AutoCloseable {
  static final Clock CLOCK = Clock.fixed(Instant.parse("2040-06-20T12:00:00Z"), ZoneOffset.UTC);

  private static final Official MILENA =
      official("Milena Tasch", "Calvera", "Foreign Minister", "Tasch", "Милена Таш", "Мілена Таш");
  private static final Official ANTON =
      official("Anton Tasch", "Calvera", "Energy Minister", "Tasch", "Антон Таш");
  private static final Official KERESH =
      official("Pavlo Keresh", "Drovia", "Defence Minister", "Павло Кереш", "Павел Кереш");

  private final Path folder;
  private final Store store;
  private final Lexicon lexicon;

  SmallRecord(Path folder) throws IOException {
    this.folder = folder;
    store = Store.open(folder.resolve("record.db"), CLOCK);
    Path rows = Files.createDirectories(folder.resolve("lexicon"));
    Files.writeString(
        rows.resolve("few.tsv"),
        """
        # few: enough for these tests
        ferry\tferry|ferries\tпаром\tпором
        toll\ttoll|fee\tпошлина|сбор\tмито|збір
        abolish\tabolish|scrap\tотменить|отмена\tскасувати|скасування
        troops\ttroops|soldiers\tвойска|солдаты\tвійська|солдати
        withdraw\twithdraw|withdrawal\tвывести|вывод\tвивести|виведення
        withdraw_troops\ttroop withdrawal\tвывод войск\tвиведення військ
        defence\tdefence|defense\tоборона\tоборона
        minister\tminister\tминистр\tміністр|міністерка
        foreign_minister\tforeign minister\tминистр иностранных дел\tміністр закордонних справ
        """,
        StandardCharsets.UTF_8);
    lexicon = Lexicon.load(rows, null);
  }

  /** The talks in three documents of three languages. */
  SmallRecord withTalks() {
    say(
        "first.txt",
        Language.ENGLISH,
        LocalDate.of(2040, 5, 7),
        MILENA,
        "Calvera will scrap the ferry toll before winter");
    say(
        "second.txt",
        Language.RUSSIAN,
        LocalDate.of(2040, 5, 21),
        KERESH,
        "Дровия выведет войска с перевала Хорн к сентябрю");
    say(
        "third.txt",
        Language.UKRAINIAN,
        LocalDate.of(2040, 6, 4),
        ANTON,
        "Газопровід через Вельмаринськ коштуватиме 38 тисяч крон");
    return this;
  }

  /** One statement in a document of its own, with a paragraph of narration after it. */
  long say(String name, Language language, LocalDate day, Official speaker, String words) {
    return say(name, language, day, speaker, words, Status.STANDING);
  }

  long say(
      String name,
      Language language,
      LocalDate day,
      Official speaker,
      String words,
      Status status) {
    return say(name, language, day, speaker, words, status, Kind.REPORTED);
  }

  long say(
      String name,
      Language language,
      LocalDate day,
      Official speaker,
      String words,
      Status status,
      Kind kind) {
    String narration = "The delegations met in Ostaville for nine hours.";
    String text = words + "\n\n" + narration;
    Official known =
        store.record().officials().stream()
            .filter(o -> o.name().equals(speaker.name()))
            .findFirst()
            .orElse(speaker);
    Span said = new Span(0, words.length());
    Span told = new Span(words.length() + 2, text.length());
    return store
        .record()
        .save(
            new Publication(
                new Document(
                    0,
                    name,
                    null,
                    null,
                    "The Ostaville Gazette",
                    null,
                    language,
                    day,
                    Instant.EPOCH,
                    text,
                    Document.sha256(text),
                    null),
                List.of(
                    new Passage(0, 0, 0, said, words, false),
                    new Passage(0, 0, 1, told, narration, true)),
                List.of(
                    new Statement(
                        0,
                        0,
                        new Speaker.Named(known.id(), known.name()),
                        known.posts().get(0).role(),
                        known.side(),
                        kind,
                        List.of(Part.of(text, said)),
                        day,
                        null,
                        language,
                        null,
                        1,
                        "test",
                        status,
                        null,
                        0)),
                known.id() == 0 ? List.of(known) : List.of(),
                List.of()));
  }

  /** Words in which somebody quotes others: a statement of each, in one document. */
  long quote(String name, LocalDate day, Official quoter, String words, Official own, String part) {
    Span all = new Span(0, words.length());
    Span inner = new Span(words.indexOf(part), words.indexOf(part) + part.length());
    return store
        .record()
        .save(
            new Publication(
                new Document(
                    0,
                    name,
                    null,
                    null,
                    "The Ostaville Gazette",
                    null,
                    Language.ENGLISH,
                    day,
                    Instant.EPOCH,
                    words,
                    Document.sha256(words),
                    null),
                List.of(new Passage(0, 0, 0, all, words, false)),
                List.of(
                    verbatim(words, all, day, quoter, null),
                    verbatim(words, inner, day, own, quoter.name())),
                List.of(quoter, own),
                List.of()));
  }

  private static Statement verbatim(
      String text, Span span, LocalDate day, Official speaker, @Nullable String quotedBy) {
    return new Statement(
        0,
        0,
        new Speaker.Named(0, speaker.name()),
        speaker.posts().get(0).role(),
        speaker.side(),
        Kind.VERBATIM,
        List.of(Part.of(text, span)),
        day,
        null,
        Language.ENGLISH,
        quotedBy,
        1,
        "test",
        Status.STANDING,
        null,
        0);
  }

  /** Another document takes a statement back. */
  void retract(long statementId) {
    String text = "The statement is withdrawn.";
    store
        .record()
        .save(
            new Publication(
                new Document(
                    0,
                    "notice.txt",
                    null,
                    null,
                    "The Ostaville Gazette",
                    null,
                    Language.ENGLISH,
                    LocalDate.of(2040, 6, 10),
                    Instant.EPOCH,
                    text,
                    Document.sha256(text),
                    null),
                List.of(),
                List.of(),
                List.of(),
                List.of(new StatusChange(statementId, Status.RETRACTED, "test"))));
  }

  static Official milena() {
    return MILENA;
  }

  static Official keresh() {
    return KERESH;
  }

  private static Official official(String name, String side, String role, String... aliases) {
    return new Official(
        0, name, List.of(aliases), new Side(side), List.of(new Post(role, null, null)));
  }

  Store store() {
    return store;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  RecordIndex indexInMemory() {
    return RecordIndex.open(store.record(), store.uuid(), null, lexicon);
  }

  RecordIndex indexOnDisk() {
    return RecordIndex.open(store.record(), store.uuid(), indexFolder(), lexicon);
  }

  Path indexFolder() {
    return folder.resolve("index");
  }

  @Override
  public void close() {
    store.close();
  }
}
