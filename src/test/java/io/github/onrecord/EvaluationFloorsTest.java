package io.github.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.console.Commands;
import io.github.onrecord.console.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole program on a labelled set, from articles and questions to figures and floors. */
class EvaluationFloorsTest {
  private static final Path SETS = Path.of("src/test/resources/evaluation");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2033-06-01T09:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"second", "third", "fourth", "fifth"})
  void theSetsReachTheirFloors(String set) {
    int exit = eval(SETS.resolve(set).toString());

    assertThat(err.toString(StandardCharsets.UTF_8))
        .as(out.toString(StandardCharsets.UTF_8))
        .isEmpty();
    assertThat(exit).isZero();
  }

  @Test
  void whatFallsBelowAFloorIsNamedAndTheFiguresAreKept() throws IOException {
    Path figures = folder.resolve("figures.json");
    Files.writeString(folder.resolve("evaluation.conf"), "small.gold.answer-language = 1.5");

    int exit =
        eval("--gold", "--config=" + folder, "--out=" + figures, SETS.resolve("small").toString());

    assertThat(exit).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("small, gold, all: answer-language is ", "; it must be at least 1.500.");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("small, gold")
        .doesNotContain("ingest");
    assertThat(figures).content().contains("\"mode\" : \"gold\"", "\"model\" : \"none\"");
  }

  @Test
  void theCurveOfWhatIsHeldHasARowForEachLine() {
    assertThat(eval("--held-curve", SETS.resolve("small").toString())).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSizeGreaterThan(5)
        .startsWith(
            "| small | statements-f1 | statements-precision | statements-recall | speaker"
                + " | wrong-mouth |")
        .anyMatch(row -> row.startsWith("| 0.5 |"));
  }

  @Test
  void aFileThatCannotBeWrittenIsAMatterOfUsage() {
    Path nowhere = folder.resolve("nowhere").resolve("figures.json");

    assertThat(eval("--gold", "--out=" + nowhere, SETS.resolve("small").toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("--out: " + nowhere + " can't be written; name another file.");
  }

  @Test
  void aFolderThatIsNoSetIsAMatterOfUsage() {
    assertThat(eval(folder.toString())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains(folder + " has no folder \"articles\"; give a labelled set.");
  }

  @Test
  void aBadLineOfASetIsNamed() throws IOException {
    Files.createDirectory(folder.resolve("articles"));
    Files.write(folder.resolve("statements.jsonl"), List.of("", "{\"id\": \"s-1\"}"));

    assertThat(eval(folder.toString())).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("statements.jsonl, line 2: mend this line: it lacks \"article\".");
  }

  private int eval(String... arguments) {
    Terminal terminal =
        new Terminal(InputStream.nullInputStream(), stream(out), stream(err), false);
    return new Commands(terminal, fault -> null)
        .run(
            (config, store, seed) ->
                new Wiring(() -> Config.load(config, store, Map.of()), seed, CLOCK, new Random(1)),
            Stream.concat(Stream.of("eval"), Stream.of(arguments)).toArray(String[]::new));
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
