package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the labelled articles' officials say stands in paragraphs and list items. */
class LabelledPagesTest {
  private static final Path SET = Path.of("src/test/resources/evaluation/second");

  @Test
  void everyLabelledStatementStandsInTheMainText() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, List<DocumentText>> read = new HashMap<>();
    List<String> lost = new ArrayList<>();
    int parts = 0;
    for (String row : Files.readAllLines(SET.resolve("statements.jsonl"))) {
      JsonNode statement = json.readTree(row);
      String article = statement.get("article").asText();
      if (!read.containsKey(article)) {
        read.put(
            article,
            Reading.all(article, Files.readAllBytes(SET.resolve("articles").resolve(article))));
      }
      for (JsonNode part : statement.get("parts")) {
        parts++;
        boolean found =
            read.get(article).stream()
                .flatMap(document -> Reading.main(document).stream())
                .anyMatch(block -> block.contains(part.asText()));
        if (!found) {
          lost.add(article + ": " + part.asText());
        }
      }
    }
    assertThat(lost).isEmpty();
    assertThat(parts).isGreaterThan(200);
  }
}
