package io.github.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.console.Commands;
import io.github.onrecord.console.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code onrecord check} over the second labelled set. */
class CheckCommandTest {
  private static final Path SET = Path.of("src/test/resources/evaluation/second");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2033-06-01T09:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void takeIn() {
    run(
        "",
        "import",
        "--documents",
        SET.resolve("articles").toString(),
        "--officials",
        SET.resolve("officials.jsonl").toString(),
        SET.resolve("statements.jsonl").toString());
    out.reset();
    err.reset();
  }

  @Test
  void programsGetVerdictDifferenceAndStatements() throws JsonProcessingException {
    int exit =
        run(
            "",
            "check",
            "--json",
            "“A river is not a lake, and we are not asking for a favour”, said Tariel Adun");

    JsonNode quote = new ObjectMapper().readTree(text(out)).get("quotes").get(0);
    assertThat(exit).isZero();
    assertThat(quote.get("text").asText())
        .isEqualTo("A river is not a lake, and we are not asking for a favour");
    assertThat(quote.get("speaker").asText()).isEqualTo("Tariel Adun");
    assertThat(quote.get("verdict").asText()).isEqualTo("ALTERED");
    assertThat(quote.get("difference").asText()).contains("a [-tap-] {+lake+} and");
    JsonNode statement = quote.get("statements").get(0);
    assertThat(statement.get("document").asText()).isEqualTo("001.en.html");
    assertThat(statement.get("kind").asText()).isEqualTo("VERBATIM");
    assertThat(statement.get("use").asText()).isEqualTo("answer");
    assertThat(statement.get("status").asText()).isEqualTo("STANDING");
    assertThat(statement.get("parts")).hasSize(2);
  }

  @Test
  void whatIsNotGivenIsNull() throws JsonProcessingException {
    run("«Ни одна лодка не умеет читать газеты»", "check", "--json", "-");

    JsonNode quote = new ObjectMapper().readTree(text(out)).get("quotes").get(0);
    assertThat(quote.get("verdict").asText()).isEqualTo("NOT_ON_RECORD");
    assertThat(quote.get("speaker").isNull()).isTrue();
    assertThat(quote.get("difference").isNull()).isTrue();
    assertThat(quote.get("statements")).isEmpty();
  }

  @Test
  void peopleReadItInTheLanguageOfTheText() {
    run("", "check", "«Четыре миллиона тонн — не подарок нам», — заявил Матео Гриск");

    assertThat(text(out)).startsWith("Сказал кто-то другой\n").contains("Leya Morand");
  }

  @Test
  void withoutWordsItSaysWhatToGive() {
    assertThat(run("", "check", "«»")).isEqualTo(1);
    assertThat(text(out)).contains("I see no words to check.");

    assertThat(run("", "check", "--json")).isEqualTo(1);
    assertThat(text(out)).endsWith("{\"quotes\":[]}\n");
    assertThat(text(err)).isEqualTo("There are no words to check; give a quotation.\n");
  }

  @Test
  void aLongerTextIsRefused() {
    assertThat(run("a ".repeat(5000), "check", "-")).isEqualTo(1);
    assertThat(text(err)).contains("longer than 4096 characters");
  }

  private int run(String input, String command, String... arguments) {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            stream(out),
            stream(err),
            false);
    List<String> all =
        Stream.concat(
                Stream.of(command, "--store", folder.resolve("record.db").toString()),
                Stream.of(arguments))
            .toList();
    return new Commands(terminal, fault -> null)
        .run(
            (config, store, seed) ->
                new Wiring(() -> Config.load(config, store, Map.of()), seed, CLOCK, new Random(1)),
            all.toArray(String[]::new));
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
