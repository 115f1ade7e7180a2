package io.github.onrecord.eval;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.record.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A set of four articles, and what an imagined program made of it. */
final class SmallSet {
  static final Path FOLDER = Path.of("src/test/resources/evaluation/small");

  private SmallSet() {}

  static LabelledSet labels() {
    return LabelledSet.read(FOLDER);
  }

  static List<Extracted> extracted() {
    return lines("extracted.jsonl").stream()
        .map(
            line ->
                new Extracted(
                    claim(line), line.path("date").textValue(), line.get("retracted").asBoolean()))
        .toList();
  }

  static Map<String, Reply> replies() {
    Map<String, Reply> replies = new LinkedHashMap<>();
    for (JsonNode line : lines("answers.jsonl")) {
      List<Claim> shown = new ArrayList<>();
      for (JsonNode statement : line.get("statements")) {
        if (statement.get("use").asText().equals("answer")) {
          shown.add(claim(statement));
        }
      }
      replies.put(
          line.get("id").asText(),
          new Reply(
              line.get("outcome").asText().equals("ANSWERED"),
              line.get("language").asText(),
              line.get("message").asText(),
              shown));
    }
    return replies;
  }

  private static Claim claim(JsonNode line) {
    List<String> parts = new ArrayList<>();
    line.get("parts").forEach(part -> parts.add(part.asText()));
    return Claim.of(
        line.get("document").asText(),
        line.get("speaker").textValue(),
        Kind.valueOf(line.get("kind").asText()),
        parts);
  }

  private static List<JsonNode> lines(String file) {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(FOLDER.resolve(file))) {
        lines.add(mapper.readTree(line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
