package io.github.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.console.Commands;
import io.github.onrecord.console.Terminal;
import io.github.onrecord.store.StoreException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The machine face: commands, their lines of JSON and their exit codes, over the seed article. */
class CommandLineTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2033-06-01T09:00:00Z"), ZoneOffset.UTC);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Invented, in the form of the labelled sets. */
  private static final String ARTICLE =
      """
      Ferry talks resume in Ostaville

      Published 7 May 2040 by The Ostaville Gazette

      "The ferry will sail before winter," Foreign Minister Milena Tasch of Calvera told reporters on 7 May 2040.
      """;

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void withoutACommandItChatsOverTheSeedArticle() {
    assertThat(run("Who asked for ironclad guarantees?\n/source 1\n\n")).isZero();
    assertThat(said())
        .contains("• Who asked for ironclad guarantees?")
        .contains("set TELEGRAM_BOT_TOKEN")
        .contains("set MODEL_PROVIDER")
        .contains("Sergei Ryabkov, Russian Deputy Foreign Minister")
        .contains("reported, not a quotation")
        .contains("read from geneva-2022-01-10.txt");
  }

  @Test
  void answersQuestionsALineEach() throws IOException {
    String questions =
        """
        {"id":"a","question":"Compare the two sides on NATO enlargement","previous":null}
        no question at all
        {"id":"b","question":"and the Americans?","previous":"Compare the two sides on NATO enlargement"}
        {"id":"c","question":"What did Sherman say about fishing?"}
        """;

    assertThat(run(questions, "ask", "--jsonl")).isEqualTo(1);

    List<JsonNode> answers = lines();
    assertThat(answers)
        .extracting(answer -> answer.get("id").asText())
        .containsExactly("a", "b", "c");
    assertThat(answers)
        .extracting(answer -> answer.get("outcome").asText())
        .containsExactly("ANSWERED", "ANSWERED", "NOTHING_ON_RECORD");
    assertThat(answers.get(0).get("statements"))
        .extracting(statement -> statement.get("speaker").asText())
        .containsExactlyInAnyOrder("Sergei Ryabkov", "Wendy Sherman");
    JsonNode own = answers.get(1).get("statements").get(0);
    assertThat(own.fieldNames())
        .toIterable()
        .contains("id", "document", "speaker", "kind", "parts", "use");
    assertThat(own.get("use").asText()).isEqualTo("answer");
    assertThat(faults()).contains("Line 2 is not {\"id\",\"question\",\"previous\"}; left out.");
  }

  @Test
  void givesAQuoteOrSaysThatThereAreReportsOnly() throws IOException {
    assertThat(run("", "quote", "Sherman", "sanctions")).isZero();
    assertThat(said()).contains("No verbatim quotation on record.");
    out.reset();

    assertThat(run("", "quote", "--json", "Sherman", "sanctions")).isZero();
    assertThat(lines().get(0).get("statements").get(0).get("kind").asText()).isEqualTo("REPORTED");
  }

  @Test
  void tellsWhatCameOnRecordSinceAChange() throws IOException {
    assertThat(run("", "digest", "--json")).isZero();
    JsonNode first = lines().get(0);
    assertThat(first.get("statements")).hasSize(10);
    out.reset();

    assertThat(run("", "digest", "--json", "--since", first.get("upTo").asText())).isZero();
    assertThat(lines().get(0).get("statements")).isEmpty();
  }

  @Test
  void ingestsExportsAndChangesNothingTheSecondTime() throws IOException {
    Path article = Files.writeString(folder.resolve("ferry.txt"), ARTICLE);

    assertThat(run("", "ingest", article.toString())).isZero();
    out.reset();
    assertThat(run("", "export")).isZero();
    String export = said();
    JsonNode statement = lines().get(0);
    assertThat(statement.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder(
            "id",
            "document",
            "item",
            "speaker",
            "role",
            "side",
            "kind",
            "parts",
            "spans",
            "date",
            "occasion",
            "language",
            "status",
            "retracted",
            "utterance");
    assertThat(statement.get("document").asText()).isEqualTo("ferry.txt");
    assertThat(statement.get("speaker").asText()).isEqualTo("Milena Tasch");
    assertThat(statement.get("kind").asText()).isEqualTo("VERBATIM");
    assertThat(statement.get("parts").get(0).asText())
        .isEqualTo("The ferry will sail before winter");
    assertThat(statement.get("date").asText()).isEqualTo("2040-05-07");
    out.reset();

    assertThat(run("", "ingest", article.toString())).isZero();
    out.reset();
    assertThat(run("", "export")).isZero();
    assertThat(said()).isEqualTo(export);
  }

  @Test
  void refusesALabelWhoseWordsTheDocumentDoesNotHave() throws IOException {
    Path articles = Files.createDirectory(folder.resolve("articles"));
    Files.writeString(articles.resolve("001.en.txt"), ARTICLE);
    Path labels =
        Files.writeString(
            folder.resolve("statements.jsonl"),
            """
            {"id":"001-01","article":"001.en.txt","speaker":"Milena Tasch","kind":"VERBATIM","parts":["The ferry will sail before winter,"],"date":"2040-05-07"}
            {"id":"001-02","article":"001.en.txt","speaker":"Milena Tasch","kind":"VERBATIM","parts":["The ferry will never sail"],"date":null}
            """);

    assertThat(run("", "import", "--documents", articles.toString(), labels.toString()))
        .isEqualTo(1);
    assertThat(said() + faults()).contains("line 2");
    out.reset();
    assertThat(run("", "export")).isZero();
    assertThat(said()).contains("before winter").doesNotContain("never sail");
  }

  @Test
  void copiesTheStoreAndFindsItWhole() {
    assertThat(run("", "ask", "Who asked for ironclad guarantees?")).isZero();
    Path copy = folder.resolve("copy.db");
    assertThat(run("", "backup", copy.toString())).isZero();
    assertThat(copy).exists();
    out.reset();
    assertThat(run("", "verify")).isZero();
    assertThat(said()).contains("The record is whole.");
  }

  @Test
  void whatAnOperatorCanMendIsSaidInASentenceWithExitCodeTwo() throws IOException {
    Files.writeString(folder.resolve("record.db"), "no database");
    assertThat(run("", "ask", "Who?")).isEqualTo(2);
    assertThat(faults()).contains("is damaged or no database: restore a backup in its place");

    assertThat(run("", "frobnicate")).isEqualTo(2);
    assertThat(faults()).contains("frobnicate");
  }

  @Test
  void whatTheInputDoesWrongIsExitCodeOne() {
    assertThat(run("", "ask")).isEqualTo(1);
    assertThat(faults()).contains("Give a question, or --jsonl");
  }

  private int run(String input, String... arguments) {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            stream(out),
            stream(err),
            false);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--store=" + folder.resolve("record.db"));
    return new Commands(
            terminal, fault -> fault instanceof StoreException ? fault.getMessage() : null)
        .run(
            (config, store, seed) ->
                new Wiring(() -> Config.load(config, store, Map.of()), seed, CLOCK, new Random(1)),
            all.toArray(String[]::new));
  }

  private String said() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String faults() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private List<JsonNode> lines() throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : said().lines().toList()) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
