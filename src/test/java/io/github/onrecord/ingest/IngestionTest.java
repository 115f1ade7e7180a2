package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.onrecord.ingest.IngestReport.Refused;
import io.github.onrecord.ingest.IngestReport.Stored;
import io.github.onrecord.ingest.IngestReport.Unchanged;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.store.RecordStore;
import io.github.onrecord.store.Store;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestionTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2041-05-12T10:00:00Z"), ZoneOffset.UTC);
  private static final InputStream NOTHING = InputStream.nullInputStream();

  @TempDir Path folder;
  private Store store;
  private RecordStore record;
  private Ingestion ingestion;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("record.db"), CLOCK);
    record = store.record();
    ingestion =
        new Ingestion(record, new QuotedLines(), new Fetcher(FetchSettings.DEFAULT, CLOCK), CLOCK);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** Takes each paragraph in quotation marks for the words of one and the same unnamed official. */
  private static final class QuotedLines implements Assembly {
    @Override
    public Assembled assemble(DocumentText text, Document document) {
      List<Statement> statements = new ArrayList<>();
      for (Block block : text.blocks()) {
        Span span = block.span();
        if (span.of(text.text()).startsWith("“")) {
          Span inner = new Span(span.start() + 1, span.end() - 1);
          statements.add(
              new Statement(
                  0,
                  0,
                  new Speaker.Unnamed("a harbour official"),
                  null,
                  null,
                  Kind.VERBATIM,
                  List.of(Part.of(text.text(), inner)),
                  null,
                  null,
                  Language.ENGLISH,
                  null,
                  1,
                  "test",
                  Status.STANDING,
                  null,
                  0));
        }
      }
      Publication publication =
          new Publication(document, List.of(), statements, List.of(), List.of());
      return new Assembled(publication, List.of());
    }
  }

  @Test
  void takesADocumentOnRecordOnce() throws IOException {
    Path file =
        write("a.txt", "Aldermoor\n\nThe talks ended on Sunday.\n\n“We shall not dredge.”\n");
    IngestReport first = ingest(file.toString()).get(0);
    assertThat(first.name()).isEqualTo("a.txt");
    assertThat(first.outcome())
        .isEqualTo(new Stored(1, Language.ENGLISH, 1, 0, 0, 0, false, List.of()));
    assertThat(first.line()).isEqualTo("1 verbatim, 0 reported");
    long changes = record.lastChange();
    assertThat(ingest(file.toString()).get(0).outcome()).isEqualTo(new Unchanged(1));
    assertThat(record.lastChange()).isEqualTo(changes);
  }

  @Test
  void letsTheDocumentsOwnFactsWinOverTheEditorsHints() throws IOException {
    Path file =
        write(
            "a.html",
            "<h1>Night</h1><p class=date>12 May 2041</p><p>The talks ended on Sunday at noon.</p>");
    Hints hints = new Hints(LocalDate.of(2040, 1, 1), "Harbour Watch", "https://watch.example/1");
    ingestion.ingest(input(file.toString()), hints, false, report -> {});
    Document document = record.document(1).orElseThrow();
    assertThat(document.published()).isEqualTo(LocalDate.of(2041, 5, 12));
    assertThat(document.source()).isEqualTo("Harbour Watch");
    assertThat(document.url()).isEqualTo("https://watch.example/1");
    assertThat(document.retrieved()).isEqualTo(CLOCK.instant());
  }

  @Test
  void holdsWhatVanishedFromANewVersion() throws IOException {
    String rest = "The talks on the northern channel ended on Sunday without a map.\n\n";
    ingest(write("a.txt", rest + "“We shall not dredge.”\n\n“We shall sleep.”\n").toString());
    IngestReport again =
        ingest(write("a.txt", rest + "“We shall  not dredge”\n\n“We may dredge.”\n").toString())
            .get(0);
    assertThat(again.outcome())
        .isEqualTo(new Stored(2, Language.ENGLISH, 2, 0, 0, 1, true, List.of()));
    assertThat(record.document(2).orElseThrow().previousVersion()).isEqualTo(1);
    assertThat(record.statementsOf(1))
        .extracting(Statement::text, Statement::status)
        .containsExactly(
            tuple("We shall not dredge.", Status.STANDING), tuple("We shall sleep.", Status.HELD));
  }

  @Test
  void takesAnEarlierVersionThatIsGivenAgainForNoNews() throws IOException {
    String rest = "The talks on the northern channel ended on Sunday without a map.\n\n";
    ingest(write("a.txt", rest + "“We shall not dredge.”\n").toString());
    ingest(write("a.txt", rest + "“We shall sleep.”\n").toString());
    IngestReport again =
        ingest(write("a.txt", rest + "“We shall not dredge.”\n").toString()).get(0);
    assertThat(again.outcome()).isEqualTo(new Unchanged(1));
  }

  @Test
  void takesAnotherTextUnderTheSameFileNameForAnotherDocument() throws IOException {
    ingest(
        write(
                "a/bulletin.txt",
                "Bulletin\n\nThe talks on the northern channel ended without a map.\n\n“We shall sleep.”\n")
            .toString());
    ingest(
        write(
                "b/bulletin.txt",
                "Bulletin\n\nHerring prices rose again by a tenth in the week before Easter.\n\n“We shall fish.”\n")
            .toString());
    assertThat(record.document(2).orElseThrow().previousVersion()).isNull();
    assertThat(record.statementsOf(1)).allMatch(Statement::standing);
  }

  @Test
  void readsAFolderInOrderWithoutHiddenFilesAndLinksOut() throws IOException {
    write("secret.txt", "The talks ended in the cellar on Sunday.");
    write("docs/b.txt", "The talks ended on the quay on Sunday.");
    write("docs/a/z.txt", "The talks ended in the hall on Sunday.");
    write("docs/.hidden/x.txt", "The talks ended nowhere on Sunday.");
    Files.createSymbolicLink(folder.resolve("docs/out.txt"), folder.resolve("secret.txt"));
    Files.createSymbolicLink(folder.resolve("docs/up"), folder);
    assertThat(ingest(folder.resolve("docs").toString()))
        .extracting(IngestReport::name)
        .containsExactly("a/z.txt", "b.txt");
  }

  @Test
  void readsStandardInput() {
    InputStream in =
        new ByteArrayInputStream("The talks ended on Sunday.".getBytes(StandardCharsets.UTF_8));
    ingestion.ingest(Inputs.of(List.of("-"), in).get(0), Hints.NONE, false, r -> {});
    assertThat(record.document(1).orElseThrow().name()).isEqualTo("-");
  }

  @Test
  void refusesBadInputWithASentenceAndLeavesTheStoreAsItWas() throws IOException {
    assertRefused(write("empty.txt", ""), "It is empty.");
    assertRefused(write("blank.txt", " \n\u00a0\n"), "It has no text in it.");
    assertRefused(
        Files.write(folder.resolve("binary.txt"), new byte[] {0, 1, 2, 'a', 0}),
        "It is not text (it has binary data in it).");
    assertRefused(
        Files.write(folder.resolve("large.txt"), new byte[11 * 1024 * 1024]),
        "It is larger than 10 MB; cut it into parts.");
    assertRefused(
        write(
            "bomb.xml",
            "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]><rss>&b;</rss>"),
        "Its XML has a document type declaration, which is refused (it may hide an entity bomb).");
    assertRefused(
        write("other.xml", "<?xml version='1.0'?><urlset><url/></urlset>"),
        "It is XML, but neither an RSS nor an Atom feed.");
    assertRefused(
        write("deep.xml", "<?xml version='1.0'?>" + "<a>".repeat(10_000)),
        "Its XML is broken: elements are nested more than 200 deep");
    assertRefused(write("x.json", "{\"messages\": 1"), "Its JSON is broken.");
    assertRefused(
        write("page.html", "<html><body><script>1</script></body></html>"),
        "The page has no text.");
    assertRefused(folder.resolve("none.txt"), "There is no such file.");
    assertThat(ingest("http://exa mple/").get(0).line())
        .isEqualTo("refused: It is not a valid web address.");
    assertThat(record.lastChange()).isZero();
  }

  @Test
  void archivesOtherLanguagesAndSaysSo() throws IOException {
    Path file =
        write(
            "de.txt",
            "Die Hafenkommission hat am Montag beschlossen, dass der Kanal in der Nacht nicht befahren wird.");
    assertThat(ingest(file.toString()).get(0).line())
        .isEqualTo(
            "archived; it is not in English, Russian or Ukrainian, so no statement is taken from it");
    assertThat(record.document(1)).isPresent();
  }

  private void assertRefused(Path file, String sentence) {
    List<IngestReport> reports = ingest(file.toString());
    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).outcome()).isInstanceOf(Refused.class);
    assertThat(reports.get(0).line()).startsWith("refused: " + sentence);
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static Input input(String argument) {
    return Inputs.of(List.of(argument), NOTHING).get(0);
  }

  private List<IngestReport> ingest(String argument) {
    List<IngestReport> reports = new ArrayList<>();
    for (Input input : Inputs.of(List.of(argument), NOTHING)) {
      ingestion.ingest(input, Hints.NONE, false, reports::add);
    }
    return reports;
  }
}
