package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.store.RecordStore;
import io.github.onrecord.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelImportTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2040-05-04T12:00:00Z"), ZoneOffset.UTC);

  private static final String OFFICIALS =
      """
      {"name": "Tamsin Orrel", "aliases": ["Orrel", "Тамсин Оррел"], "side": "Quorin", \
      "roles": [{"role": "Transport Minister", "from": "2038-01-01", "to": null}]}
      """;

  @TempDir Path folder;
  private Store store;
  private RecordStore record;

  @BeforeEach
  void documents() throws IOException {
    store = Store.open(folder.resolve("record.db"), CLOCK);
    record = store.record();
    write("pass.txt", "“We will reopen the\u00a0pass,” said Tamsin Orrel, “before the snow.”\n");
    write("again.txt", "Belzan's delegate repeated: the pass reopens before the snow falls.\n");
    write("notice.txt", "We withdraw what we wrote of the pass. The delegate regrets nothing.\n");
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private LabelImport.Report run(String... labels) throws IOException {
    return new LabelImport(record, CLOCK)
        .run(
            folder,
            write("statements.jsonl", String.join("\n", labels) + "\n"),
            write("officials.jsonl", OFFICIALS));
  }

  private List<Statement> statements(String name) {
    return record.statementsOf(record.latest(name, null).orElseThrow().id());
  }

  private static final String PASS =
      """
      {"id": "s1", "article": "pass.txt", "speaker": "Orrel", "speaker_as_written": "Tamsin Orrel", \
      "role": "minister", "side": "Quorin", "kind": "VERBATIM", \
      "parts": ["We will reopen the pass,", "before the snow."], "date": "2040-05-04", \
      "occasion": "Quorin", "same_as": null, "retracted_by": null}""";

  private static final String AGAIN =
      """
      {"id": "s2", "article": "again.txt", "speaker": null, \
      "speaker_as_written": "Belzan's delegate", "side": "Belzan", "kind": "REPORTED", \
      "parts": ["the pass reopens before the snow falls"], "date": null, "same_as": "s3"}""";

  private static final String NOTICE =
      """
      {"id": "s3", "article": "notice.txt", "speaker": "Ivo Brandt", "side": "Belzan", \
      "kind": "REPORTED", "parts": ["regrets nothing"], \
      "occasion": "quoted by Tamsin Orrel"}""";

  @Test
  void storesLabelsWithTheExactWordsOfTheDocument() throws IOException {
    LabelImport.Report report = run(PASS, AGAIN, NOTICE);

    assertThat(report).isEqualTo(new LabelImport.Report(3, 3, 0, List.of()));
    Statement pass = statements("pass.txt").get(0);
    assertThat(pass.parts())
        .extracting(Part::text)
        .containsExactly("We will reopen the\u00a0pass,", "before the snow.");
    assertThat(pass.speaker()).isEqualTo(new Speaker.Named(1, "Tamsin Orrel"));
    assertThat(pass.role()).isEqualTo("minister");
    assertThat(pass.spoken()).isEqualTo(LocalDate.of(2040, 5, 4));
    assertThat(pass.confidence()).isEqualTo(1);
    assertThat(statements("again.txt").get(0).speaker())
        .isEqualTo(new Speaker.Unnamed("Belzan's delegate"));
    assertThat(statements("notice.txt").get(0).quotedBy()).isEqualTo("Tamsin Orrel");
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void officialsComeWithAliasesAndPostsAndThoseOnlyNamedInLabelsToo() throws IOException {
    run(NOTICE);
    assertThat(record.officials())
        .containsExactly(
            new Official(
                1,
                "Tamsin Orrel",
                List.of("Orrel", "Тамсин Оррел"),
                new Side("Quorin"),
                List.of(new Post("Transport Minister", LocalDate.of(2038, 1, 1), null))),
            new Official(2, "Ivo Brandt", List.of(), new Side("Belzan"), List.of()));
  }

  @Test
  void theSameLabelsAgainChangeNothing() throws IOException {
    run(PASS, AGAIN, NOTICE);
    long last = record.lastChange();

    assertThat(run(PASS, AGAIN, NOTICE)).isEqualTo(new LabelImport.Report(3, 0, 3, List.of()));
    assertThat(record.lastChange()).isEqualTo(last);
  }

  @Test
  void aLabelAddedLaterJoinsItsDocumentAndItsUtterance() throws IOException {
    run(NOTICE);
    LabelImport.Report report = run(NOTICE, AGAIN);

    assertThat(report.added()).isEqualTo(1);
    assertThat(statements("again.txt").get(0).utterance())
        .isEqualTo(statements("notice.txt").get(0).utterance());
  }

  @Test
  void sameAsMakesOneUtteranceInWhateverOrder() throws IOException {
    run(AGAIN, PASS, NOTICE);
    long utterance = statements("again.txt").get(0).utterance();
    assertThat(statements("notice.txt").get(0).utterance()).isEqualTo(utterance);
    assertThat(statements("pass.txt").get(0).utterance()).isNotEqualTo(utterance);
  }

  @Test
  void whatANoticeWithdrewNeverStands() throws IOException {
    run(PASS.replace("\"retracted_by\": null", "\"retracted_by\": \"notice.txt\""));

    Statement pass = statements("pass.txt").get(0);
    assertThat(pass.status()).isEqualTo(Status.RETRACTED);
    assertThat(pass.cause()).isEqualTo(record.latest("notice.txt", null).orElseThrow().id());
  }

  @Test
  void whatStoodIsWithdrawnWhenItsNoticeIsLabelled() throws IOException {
    run(PASS);
    assertThat(statements("pass.txt").get(0).standing()).isTrue();

    LabelImport.Report report =
        run(PASS.replace("\"retracted_by\": null", "\"retracted_by\": \"notice.txt\""));
    assertThat(report.added()).isZero();
    assertThat(statements("pass.txt").get(0).status()).isEqualTo(Status.RETRACTED);
  }

  @Test
  void aLineThatIsWrongIsRefusedWithItsNumberAndTheOthersAreStored() throws IOException {
    LabelImport.Report report =
        run(
            PASS.replace("snow", "rain"),
            "",
            "no json",
            "[1]",
            PASS.replace("pass.txt", "missing.txt"),
            PASS.replace("pass.txt", "../../etc/passwd"),
            PASS.replace("VERBATIM", "QUOTED"),
            PASS.replace("2040-05-04", "4 May"),
            PASS.replace("\"We will reopen the pass,\"", "7"),
            PASS.replace("\"article\": \"pass.txt\", ", ""),
            PASS.replace("\"retracted_by\": null", "\"retracted_by\": \"gone.txt\""),
            PASS);

    assertThat(report.added()).isEqualTo(1);
    assertThat(report.refusals())
        .extracting(refusal -> refusal.line() + ": " + refusal.reason())
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo(
                        "1: These words don't stand in pass.txt:"
                            + " [We will reopen the pass,, before the rain.]."),
            line -> assertThat(line).startsWith("3: The line is no JSON: "),
            line -> assertThat(line).isEqualTo("4: The line is no JSON object."),
            line ->
                assertThat(line)
                    .isEqualTo("5: The document missing.txt can't be read: is it in the folder?"),
            line ->
                assertThat(line)
                    .isEqualTo("6: The document ../../etc/passwd is outside of the folder."),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "7: The field \"kind\" must be VERBATIM or REPORTED, not \"QUOTED\"."),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "8: The field \"date\" must be a day like 2031-02-28, not \"4 May\"."),
            line ->
                assertThat(line)
                    .isEqualTo("9: The field \"parts\" must hold texts that are not empty."),
            line -> assertThat(line).isEqualTo("10: The field \"article\" is missing or empty."),
            line ->
                assertThat(line)
                    .isEqualTo("11: The document gone.txt can't be read: is it in the folder?"));
  }

  @Test
  void aNameThatFitsSeveralIsRefusedUnlessTheSideDecides() throws IOException {
    record.saveOfficials(
        List.of(
            new Official(0, "Ada Lund", List.of("Lund"), new Side("Quorin"), List.of()),
            new Official(0, "Per Lund", List.of("Lund"), new Side("Belzan"), List.of())));

    LabelImport.Report report =
        run(
            NOTICE.replace("Ivo Brandt", "Lund"),
            NOTICE.replace("Ivo Brandt", "Lund").replace("\"side\": \"Belzan\", ", ""));

    assertThat(statements("notice.txt").get(0).speaker().shownAs()).isEqualTo("Per Lund");
    assertThat(report.refusals())
        .extracting(LabelImport.Refusal::reason)
        .containsExactly("Several officials on record are called \"Lund\": give the full name.");
  }
}
