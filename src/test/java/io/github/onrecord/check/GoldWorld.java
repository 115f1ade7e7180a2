package io.github.onrecord.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.ingest.LabelImport;
import io.github.onrecord.search.Lexicon;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A labelled set, and records made of the statements of it that are wanted. */
final class GoldWorld {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2035-01-01T00:00:00Z"), ZoneOffset.UTC);

  /**
   * A labelled statement.
   *
   * @param group the first statement of the same utterance
   */
  record Gold(
      String id,
      String article,
      String language,
      @Nullable String speaker,
      boolean verbatim,
      List<String> parts,
      String group,
      boolean retracted,
      String line) {
    String text() {
      return String.join(" ", parts);
    }
  }

  /** An official's names, and the office held with its side. */
  record Person(String name, List<String> names, @Nullable String office) {}

  private final Path folder;
  private final Lexicon lexicon;
  final List<Gold> statements = new ArrayList<>();
  final Map<String, Person> people = new HashMap<>();

  GoldWorld(Path folder, Lexicon lexicon) throws IOException {
    this.folder = folder;
    this.lexicon = lexicon;
    Map<String, String> groups = new HashMap<>();
    for (String line : Files.readAllLines(folder.resolve("statements.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      String id = row.get("id").asText();
      String same = row.get("same_as").asText(null);
      groups.put(id, same == null ? id : groups.getOrDefault(same, same));
      List<String> parts = new ArrayList<>();
      row.get("parts").forEach(part -> parts.add(part.asText()));
      statements.add(
          new Gold(
              id,
              row.get("article").asText(),
              row.get("article").asText().split("\\.")[1],
              row.get("speaker").asText(null),
              row.get("kind").asText().equals("VERBATIM"),
              parts,
              groups.get(id),
              !row.get("retracted_by").isNull(),
              line));
    }
    for (String line : Files.readAllLines(folder.resolve("officials.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      List<String> names = new ArrayList<>(List.of(row.get("name").asText()));
      row.get("aliases").forEach(alias -> names.add(alias.asText()));
      JsonNode role = row.get("roles").size() == 1 ? row.get("roles").get(0).get("role") : null;
      people.put(
          names.get(0),
          new Person(
              names.get(0),
              names,
              role == null || row.get("side").isNull()
                  ? null
                  : row.get("side").asText() + "'s " + role.asText()));
    }
  }

  /** A checker over the statements that are wanted. */
  Checker checker(Path scratch, Predicate<Gold> wanted) throws IOException {
    Path rows = Files.createTempFile(scratch, "statements", ".jsonl");
    List<String> lines =
        statements.stream().filter(wanted).map(gold -> reduced(gold, wanted)).toList();
    Files.write(rows, lines);
    Store store = Store.open(Files.createTempFile(scratch, "record", ".db"), CLOCK);
    LabelImport.Report report =
        new LabelImport(store.record(), CLOCK)
            .run(folder.resolve("articles"), rows, folder.resolve("officials.jsonl"));
    if (!report.refusals().isEmpty()) {
      throw new IllegalStateException(report.refusals().toString());
    }
    return new Checker(RecordIndex.open(store.record(), store.uuid(), null, lexicon));
  }

  /** The label without a twin that isn't wanted. */
  private String reduced(Gold gold, Predicate<Gold> wanted) {
    boolean twin = statements.stream().anyMatch(g -> g.id().equals(gold.group()) && wanted.test(g));
    return twin
        ? gold.line()
        : gold.line().replaceAll("\"same_as\": \"[^\"]+\"", "\"same_as\": null");
  }
}
