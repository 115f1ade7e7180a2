package io.github.onrecord.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Floors: what is held to what, and faults by line. */
class FloorsTest {
  private static final Result RESULT =
      new Result(
          "ferry",
          Mode.GOLD,
          new Setup("1.0", "none", 7),
          Map.of(
              Result.ALL,
              Map.of(
                  Figure.HANDLED_RIGHT, 0.9,
                  Figure.INVENTED_QUOTES, 1.0,
                  Figure.DATE, Double.NaN),
              "uk",
              Map.of(Figure.HANDLED_RIGHT, 0.7)));

  @TempDir private Path folder;

  @Test
  void whatReachesItsFloorIsFine() throws IOException {
    assertThat(
            missed(
                "ferry.gold { handled-right = 0.9, invented-quotes = 1, uk.handled-right = 0.7 }"))
        .isEmpty();
  }

  @Test
  void whatFallsBelowIsNamedWithBothNumbers() throws IOException {
    assertThat(missed("ferry.gold { handled-right = 0.91, invented-quotes = 0 }"))
        .containsExactly(
            "ferry, gold, all: handled-right is 0.900; it must be at least 0.910.",
            "ferry, gold, all: invented-quotes is 1; it must be at most 0.");
  }

  @Test
  void aLanguageHasFloorsOfItsOwn() throws IOException {
    assertThat(missed("ferry.gold { uk { handled-right = 0.8 } }"))
        .containsExactly("ferry, gold, uk: handled-right is 0.700; it must be at least 0.800.");
  }

  @Test
  void whatCannotBeMeasuredReachesNoFloor() throws IOException {
    assertThat(missed("ferry.gold { date = 0, en.handled-right = 0 }"))
        .containsExactly(
            "ferry, gold, all: date is n/a; it must be at least 0.000.",
            "ferry, gold, en: handled-right is n/a; it must be at least 0.000.");
  }

  @Test
  void otherSetsAndModesHoldNobody() throws IOException {
    assertThat(missed("bridge.gold.handled-right = 1", "ferry.ingest.handled-right = 1")).isEmpty();
  }

  @Test
  void faultsAreNamedByLine() {
    assertFault("evaluation.conf, line 2, golden: allowed are ingest and gold.", "", "a.golden {}");
    assertFault("evaluation.conf, line 1, date: it must be a number.", "a.gold.date = high");
    assertFault("evaluation.conf, line 1, 3: a block { … } must stand here.", "a.gold = 3");
    assertThatThrownBy(() -> missed("a.gold.handled-left = 1"))
        .isInstanceOf(FloorsException.class)
        .hasMessageStartingWith("evaluation.conf, line 1, handled-left: allowed are a language")
        .hasMessageContaining("statements-f1, ");
    assertThatThrownBy(() -> missed("a {")).isInstanceOf(FloorsException.class);
  }

  @Test
  void theTableShowsFiguresBesideTheirFloors() throws IOException {
    write("ferry.gold { handled-right = 0.85 }");

    assertThat(RESULT.table(Floors.read(folder)))
        .startsWith("OnRecord 1.0, model none, lexicon of 7 concepts\nferry, gold ")
        .containsPattern("(?m)^handled-right .*0\\.900.* 0\\.850$")
        .containsPattern("(?m)^invented-quotes +1$|^invented-quotes .* 1$");
  }

  @Test
  void theJsonHoldsNumbersAndNullForWhatHadNoCase() {
    assertThat(Result.json(List.of(RESULT)))
        .contains("\"set\" : \"ferry\"", "\"mode\" : \"gold\"", "\"lexicon\" : 7")
        .contains("\"date\" : null", "\"handled-right\" : 0.9", "\"invented-quotes\" : 1.0");
  }

  private void assertFault(String message, String... lines) {
    assertThatThrownBy(() -> missed(lines)).isInstanceOf(FloorsException.class).hasMessage(message);
  }

  private List<String> missed(String... lines) throws IOException {
    write(lines);
    return Floors.read(folder).missedBy(RESULT);
  }

  private void write(String... lines) throws IOException {
    Files.write(folder.resolve("evaluation.conf"), List.of(lines));
  }
}
