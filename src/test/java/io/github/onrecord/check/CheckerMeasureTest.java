package io.github.onrecord.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.check.CheckCases.Case;
import io.github.onrecord.check.GoldWorld.Gold;
import io.github.onrecord.search.Lexicon;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many quotations, true and false, made of a labelled world in three languages and many
 * dressings get the right verdict; and that none is called exact that isn't.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckerMeasureTest {
  private static final Path SETS = Path.of("src/test/resources/evaluation");
  private static final long SEED = 20440501;

  /** Kinds whose right verdict isn't a matter of likelihood. */
  private static final double BY_WORDS = 0.99;

  private static final double TRANSLATED = 0.7;
  private static final double NEVER_SAID = 0.9;

  private final Map<String, Map<Verdict, Integer>> table = new TreeMap<>();
  private final List<String> falselyExact = new ArrayList<>();

  @BeforeAll
  void checkThemAll(@TempDir Path scratch) throws IOException {
    GoldWorld world = new GoldWorld(SETS.resolve("second"), Lexicon.load(null, null));
    CheckCases cases = new CheckCases(world, SEED);
    check(world.checker(scratch, gold -> true), cases.ofAll());
    for (String language : List.of("en", "ru", "uk")) {
      Set<Gold> missing =
          chosen(world, gold -> !gold.retracted() && translated(world, gold, language));
      check(world.checker(scratch, gold -> !missing.contains(gold)), cases.translated(missing));
    }
    List<String> groups = world.statements.stream().map(Gold::group).distinct().toList();
    Set<Gold> missing = chosen(world, gold -> groups.indexOf(gold.group()) % 2 == 0);
    check(world.checker(scratch, gold -> !missing.contains(gold)), cases.never(missing));
  }

  private static Set<Gold> chosen(GoldWorld world, java.util.function.Predicate<Gold> wanted) {
    return world.statements.stream()
        .filter(wanted)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether a statement of a language has a twin in another. */
  private static boolean translated(GoldWorld world, Gold gold, String language) {
    return gold.language().equals(language)
        && world.statements.stream()
            .anyMatch(g -> g.group().equals(gold.group()) && !g.language().equals(language));
  }

  private void check(Checker checker, List<Case> cases) {
    for (Case one : cases) {
      Set<Verdict> verdicts =
          checker.check(one.text()).quotes().stream()
              .map(CheckedQuote::verdict)
              .collect(Collectors.toCollection(TreeSet::new));
      Verdict verdict =
          verdicts.stream()
              .filter(v -> v != one.right())
              .findFirst()
              .orElse(verdicts.isEmpty() ? Verdict.NOT_ON_RECORD : one.right());
      table
          .computeIfAbsent(one.kind(), kind -> new EnumMap<>(Verdict.class))
          .merge(verdict, 1, Integer::sum);
      if (verdict == Verdict.EXACT && one.right() != Verdict.EXACT) {
        falselyExact.add(one.toString());
      }
    }
  }

  @Test
  void nothingIsCalledExactThatIsNot() {
    assertThat(falselyExact).as("seed %s", SEED).isEmpty();
  }

  @Test
  void wordsThatCanBeComparedGetTheRightVerdict() {
    assertThat(share("exact", Verdict.EXACT)).as(this::shown).isGreaterThanOrEqualTo(BY_WORDS);
    assertThat(share("altered", Verdict.ALTERED)).as(this::shown).isGreaterThanOrEqualTo(BY_WORDS);
    assertThat(share("stitched", Verdict.STITCHED))
        .as(this::shown)
        .isGreaterThanOrEqualTo(BY_WORDS);
    assertThat(share("misattributed", Verdict.MISATTRIBUTED))
        .as(this::shown)
        .isGreaterThanOrEqualTo(BY_WORDS);
    assertThat(share("reported", Verdict.REPORTED))
        .as(this::shown)
        .isGreaterThanOrEqualTo(BY_WORDS);
  }

  @Test
  void meaningsGetTheLikelyVerdict() {
    assertThat(share("translated", Verdict.TRANSLATED))
        .as(this::shown)
        .isGreaterThanOrEqualTo(TRANSLATED);
    assertThat(share("never said", Verdict.NOT_ON_RECORD))
        .as(this::shown)
        .isGreaterThanOrEqualTo(NEVER_SAID);
  }

  private double share(String kind, Verdict right) {
    Map<Verdict, Integer> counts = new HashMap<>();
    table.forEach(
        (name, row) -> {
          if (name.startsWith(kind)) {
            row.forEach((verdict, count) -> counts.merge(verdict, count, Integer::sum));
          }
        });
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(all).as(kind).isGreaterThan(20);
    return (double) counts.getOrDefault(right, 0) / all;
  }

  /** How often each kind got each verdict. */
  private String shown() {
    return "seed "
        + SEED
        + "\n"
        + table.entrySet().stream()
            .map(
                row ->
                    row.getKey()
                        + ": "
                        + Stream.of(Verdict.values())
                            .filter(row.getValue()::containsKey)
                            .map(verdict -> verdict + " " + row.getValue().get(verdict))
                            .collect(Collectors.joining(", ")))
            .collect(Collectors.joining("\n"));
  }
}
