package io.github.onrecord;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The README's table of rooms, as rules: who may call whom, and who alone sees which library. */
@AnalyzeClasses(
    packages = "io.github.onrecord",
    importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {
  private static final String ROOT = "io.github.onrecord";

  private static final Map<String, Set<String>> MAY_CALL =
      new TreeMap<>(
          Map.ofEntries(
              entry("record"),
              entry("store", "record"),
              entry("search", "record", "store"),
              entry("model"),
              entry("answer", "record", "search", "model"),
              entry("ingest", "record", "store", "model"),
              entry("digest", "record", "store", "search", "answer"),
              entry("check", "record", "search"),
              entry("message", "record", "search", "answer", "check", "digest"),
              entry("card", "message"),
              entry(
                  "telegram",
                  "record",
                  "store",
                  "search",
                  "answer",
                  "check",
                  "digest",
                  "message",
                  "card"),
              entry("web", "record", "store", "message", "telegram"),
              entry("eval", "record", "store", "search", "answer", "ingest", "message"),
              entry(
                  "console",
                  "record",
                  "store",
                  "search",
                  "model",
                  "answer",
                  "check",
                  "ingest",
                  "digest",
                  "message",
                  "card",
                  "telegram",
                  "eval")));

  private static final Map<String, List<String>> LIBRARIES =
      new TreeMap<>(
          Map.ofEntries(
              seen("java.awt..", "card"),
              seen("java.sql..", "store"),
              seen("org.flywaydb..", "store"),
              seen("org.apache.lucene..", "search"),
              seen("dev.langchain4j..", "model"),
              seen("org.telegram..", "telegram"),
              seen("org.jsoup..", "ingest", "eval"),
              seen("com.rometools..", "ingest", "web"),
              seen("org.apache.pdfbox..", "ingest"),
              seen("com.ibm.icu..", "search", "message", "ingest", "digest", "eval"),
              seen("io.javalin..", "web"),
              seen("io.micrometer..", "web"),
              seen("j2html..", "web"),
              seen("picocli..", "console")));

  @ArchTest static final ArchRule roomsCallOnlyTheRoomsBelowThem = rooms();

  @ArchTest static final ArchRule librariesAreSeenByTheirRoomsAlone = libraries();

  @ArchTest
  static final ArchRule thereIsNoCycle =
      slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule nothingIsCalledByWhatItIsNot =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Manager")
          .orShould()
          .haveSimpleNameEndingWith("Helper")
          .orShould()
          .haveSimpleNameEndingWith("Util")
          .orShould()
          .haveSimpleNameEndingWith("Impl");

  @ArchTest
  static final ArchRule thereIsNoStaticState =
      fields()
          .that()
          .areStatic()
          .and()
          .doNotHaveName("$VALUES")
          .should()
          .haveModifier(JavaModifier.FINAL);

  @ArchTest
  static final ArchRule theClockIsHandedIn =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(ROOT + ".OnRecord")
          .should()
          .callMethod(java.time.Instant.class, "now")
          .orShould()
          .callMethod(java.time.LocalDate.class, "now")
          .orShould()
          .callMethod(java.time.ZonedDateTime.class, "now")
          .orShould()
          .callMethod(java.time.Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "getenv")
          .orShould()
          .callMethod(System.class, "getenv", String.class)
          .orShould()
          .callMethod(Math.class, "random");

  private static Map.Entry<String, Set<String>> entry(String room, String... others) {
    return Map.entry(room, Set.of(others));
  }

  private static Map.Entry<String, List<String>> seen(String library, String... rooms) {
    return Map.entry(library, List.of(rooms));
  }

  private static ArchRule rooms() {
    List<ArchRule> rules = new ArrayList<>();
    MAY_CALL.forEach(
        (room, others) -> {
          List<String> allowed = new ArrayList<>(others);
          allowed.add(room);
          String[] forbidden =
              MAY_CALL.keySet().stream()
                  .filter(other -> !allowed.contains(other))
                  .map(other -> ROOT + "." + other + "..")
                  .toArray(String[]::new);
          rules.add(
              noClasses()
                  .that()
                  .resideInAPackage(ROOT + "." + room + "..")
                  .should()
                  .dependOnClassesThat()
                  .resideInAnyPackage(forbidden)
                  .orShould()
                  .dependOnClassesThat(JavaClass.Predicates.resideInAPackage(ROOT))
                  .as(room + " may call " + others + " only")
                  .allowEmptyShould(true));
        });
    return CompositeArchRule.of(rules);
  }

  private static ArchRule libraries() {
    List<ArchRule> rules = new ArrayList<>();
    LIBRARIES.forEach(
        (library, seers) ->
            rules.add(
                classes()
                    .that()
                    .resideOutsideOfPackages(
                        seers.stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new))
                    .should()
                    .onlyDependOnClassesThat(
                        com.tngtech.archunit.base.DescribedPredicate.not(
                            JavaClass.Predicates.resideInAPackage(library)))
                    .as(library + " is seen by " + seers + " alone")));
    return CompositeArchRule.of(rules);
  }
}
