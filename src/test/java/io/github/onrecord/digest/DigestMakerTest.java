package io.github.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import io.github.onrecord.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DigestMakerTest {
  private static final LocalDate MONDAY = LocalDate.of(2041, 3, 4);
  private static final Side ILMERIA = new Side("Ilmeria");
  private static final Side DOVRA = new Side("Dovra");

  @TempDir Path folder;
  private Store store;
  private DigestMaker maker;
  private int documents;

  @BeforeEach
  void open() {
    store =
        Store.open(
            folder.resolve("record.db"),
            Clock.fixed(Instant.parse("2041-03-05T08:00:00Z"), ZoneOffset.UTC));
    maker = new DigestMaker(store.record());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void whatCameOnRecordStandsBySideAndOfficialNewestFirst() {
    save(
        said("Wim Aster", ILMERIA, "The ferry stays.", MONDAY, 0),
        said("Lena Brod", DOVRA, "The ferry goes.", MONDAY.plusDays(1), 0),
        said("Wim Aster", ILMERIA, "The fare falls.", MONDAY.plusDays(2), 0),
        said("Kaia Morn", ILMERIA, "The pier is ours.", MONDAY.plusDays(1), 0));

    Digest digest = maker.since(0);

    assertThat(lines(digest))
        .containsExactly(
            "Ilmeria: The fare falls.",
            "Ilmeria: The ferry stays.",
            "Ilmeria: The pier is ours.",
            "Dovra: The ferry goes.");
    assertThat(digest.standing()).isEqualTo(4);
    assertThat(digest.upTo()).isEqualTo(store.record().lastChange());
  }

  @Test
  void whatWasToldBeforeIsNotToldAgain() {
    save(said("Wim Aster", ILMERIA, "The ferry stays.", MONDAY, 0));
    long told = maker.since(0).upTo();

    assertThat(maker.since(told).isEmpty()).isTrue();
    assertThat(maker.since(told).standing()).isEqualTo(1);

    save(said("Lena Brod", DOVRA, "The ferry goes.", MONDAY, 0));
    assertThat(lines(maker.since(told))).containsExactly("Dovra: The ferry goes.");
  }

  @Test
  void anUtteranceThatComesAgainIsNotNew() {
    save(said("Wim Aster", ILMERIA, "The ferry stays.", MONDAY, 0));
    long told = maker.since(0).upTo();
    long utterance = store.record().statement(1).orElseThrow().utterance();

    save(said("Wim Aster", ILMERIA, "Aster: the ferry stays.", MONDAY, utterance));

    assertThat(maker.since(told).isEmpty()).isTrue();
  }

  @Test
  void anUtteranceOfSeveralDocumentsIsToldOnceInTheSpeakersOwnWords() {
    save(said("Wim Aster", ILMERIA, Kind.REPORTED, "Aster kept the ferry.", MONDAY, 0));
    long utterance = store.record().statement(1).orElseThrow().utterance();
    save(said("Wim Aster", ILMERIA, Kind.VERBATIM, "The ferry stays.", MONDAY, utterance));

    Digest digest = maker.since(0);

    assertThat(lines(digest)).containsExactly("Ilmeria: The ferry stays.");
    assertThat(digest.groups().get(0).entries().get(0).also()).hasSize(1);
  }

  @Test
  void onlyWhatStandsIsTold() {
    save(said("Wim Aster", ILMERIA, "The ferry stays.", MONDAY, 0));
    Publication correction = publication();
    store
        .record()
        .save(
            new Publication(
                correction.document(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new StatusChange(1, Status.RETRACTED, "withdrawn by the paper"))));

    assertThat(maker.since(0).isEmpty()).isTrue();
    assertThat(maker.since(0).standing()).isZero();
  }

  @Test
  void speakersOfNoKnownSideComeLast() {
    save(
        said("Wim Aster", ILMERIA, "The ferry stays.", MONDAY, 0),
        said("Nobody Known", null, "The ferry sinks.", MONDAY.plusDays(5), 0));

    assertThat(lines(maker.since(0)))
        .containsExactly("Ilmeria: The ferry stays.", "null: The ferry sinks.");
  }

  @Test
  void aFloodIsCutAndCounted() {
    List<Statement> flood = new ArrayList<>();
    for (int i = 0; i < DigestMaker.MOST + 7; i++) {
      flood.add(said("Wim Aster", ILMERIA, "Remark number " + i + ".", MONDAY, 0));
    }
    save(flood.toArray(Statement[]::new));

    Digest digest = maker.since(0);

    assertThat(digest.shown()).isEqualTo(DigestMaker.MOST);
    assertThat(digest.omitted()).isEqualTo(7);
  }

  private static List<String> lines(Digest digest) {
    return digest.groups().stream()
        .flatMap(
            side ->
                side.entries().stream().map(entry -> side.side() + ": " + entry.statement().text()))
        .toList();
  }

  private static Statement said(
      String name, @Nullable Side side, String words, LocalDate day, long utterance) {
    return said(name, side, Kind.VERBATIM, words, day, utterance);
  }

  /** A statement whose words are the whole text so far; its place is set by {@link #save}. */
  private static Statement said(
      String name, @Nullable Side side, Kind kind, String words, LocalDate day, long utterance) {
    return new Statement(
        0,
        0,
        new Speaker.Named(0, name),
        "Minister",
        side,
        kind,
        List.of(Part.of(words, new Span(0, words.length()))),
        day,
        "Port Ilm",
        Language.ENGLISH,
        null,
        1,
        "test",
        Status.STANDING,
        null,
        utterance);
  }

  private void save(Statement... said) {
    store.record().save(publication(said));
  }

  private Publication publication(Statement... said) {
    StringBuilder text = new StringBuilder("Dispatch " + ++documents + ".\n");
    List<Statement> placed = new ArrayList<>();
    for (Statement statement : said) {
      int start = text.length();
      text.append(statement.text());
      Part part = Part.of(text.toString(), new Span(start, text.length()));
      text.append('\n');
      placed.add(
          new Statement(
              0,
              0,
              statement.speaker(),
              statement.role(),
              statement.side(),
              statement.kind(),
              List.of(part),
              statement.spoken(),
              statement.occasion(),
              statement.language(),
              null,
              1,
              "test",
              Status.STANDING,
              null,
              statement.utterance()));
    }
    Document document =
        new Document(
            0,
            "dispatch-" + documents,
            null,
            null,
            "The Ilm Gazette",
            null,
            Language.ENGLISH,
            MONDAY,
            Instant.parse("2041-03-05T08:00:00Z"),
            text.toString(),
            Document.sha256(text.toString()),
            null);
    return new Publication(document, List.of(), placed, officials(said), List.of());
  }

  private List<Official> officials(Statement... said) {
    List<String> known = store.record().officials().stream().map(Official::name).toList();
    return Stream.of(said)
        .filter(statement -> !known.contains(statement.speaker().shownAs()))
        .map(
            statement ->
                new Official(
                    0, statement.speaker().shownAs(), List.of(), statement.side(), List.of()))
        .distinct()
        .toList();
  }
}
