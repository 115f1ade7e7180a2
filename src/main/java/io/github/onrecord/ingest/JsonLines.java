package io.github.onrecord.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a file with a JSON object on each line, and tells which line is wrong and why. */
final class JsonLines {
  private final ObjectMapper mapper = new ObjectMapper();

  /** Makes a value of a line's object. */
  interface Reading<T> {
    T read(Line line) throws BadRow;
  }

  /** A line is wrong; the message is a sentence that says why. */
  static final class BadRow extends Exception {
    private final String sentence;

    BadRow(String sentence) {
      super(sentence);
      this.sentence = sentence;
    }

    String sentence() {
      return sentence;
    }
  }

  /**
   * The file's values in order; lines that are wrong are reported instead.
   *
   * @throws IOException when the file can't be read as UTF-8 text
   */
  <T> List<T> read(Path file, Reading<T> reading, List<LabelImport.Refusal> refusals)
      throws IOException {
    List<T> values = new ArrayList<>();
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      int number = 0;
      for (String text = reader.readLine(); text != null; text = reader.readLine()) {
        number++;
        if (!text.isBlank()) {
          try {
            values.add(reading.read(new Line(number, object(text))));
          } catch (BadRow e) {
            refusals.add(new LabelImport.Refusal(file, number, e.sentence()));
          }
        }
      }
    }
    return values;
  }

  private JsonNode object(String text) throws BadRow {
    try {
      JsonNode node = mapper.readTree(text);
      if (node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException e) {
      throw new BadRow("The line is no JSON: " + e.getOriginalMessage() + ".");
    }
    throw new BadRow("The line is no JSON object.");
  }

  /** One line's object. */
  record Line(int number, JsonNode object) {

    /** A text that must be there and not be blank. */
    String text(String field) throws BadRow {
      String text = textOrNull(field);
      if (text == null) {
        throw new BadRow("The field \"" + field + "\" is missing or empty.");
      }
      return text;
    }

    /** A text, or null when it is missing, null or blank. */
    @Nullable String textOrNull(String field) throws BadRow {
      JsonNode node = object.path(field);
      if (node.isMissingNode() || node.isNull()) {
        return null;
      }
      if (!node.isTextual()) {
        throw new BadRow("The field \"" + field + "\" must be text.");
      }
      return node.asText().isBlank() ? null : node.asText();
    }

    /** A day, or null when it is missing or null. */
    @Nullable LocalDate dayOrNull(String field) throws BadRow {
      String text = textOrNull(field);
      try {
        return text == null ? null : LocalDate.parse(text);
      } catch (DateTimeParseException e) {
        throw new BadRow(
            "The field \"" + field + "\" must be a day like 2031-02-28, not \"" + text + "\".");
      }
    }

    /** A list of texts, none of them blank; empty when it is missing or null. */
    List<String> texts(String field) throws BadRow {
      List<String> texts = new ArrayList<>();
      for (JsonNode node : list(field)) {
        if (!node.isTextual() || node.asText().isBlank()) {
          throw new BadRow("The field \"" + field + "\" must hold texts that are not empty.");
        }
        texts.add(node.asText());
      }
      return texts;
    }

    /** A list of objects; empty when it is missing or null. */
    List<Line> objects(String field) throws BadRow {
      List<Line> objects = new ArrayList<>();
      for (JsonNode node : list(field)) {
        objects.add(new Line(number, node));
      }
      return objects;
    }

    private JsonNode list(String field) throws BadRow {
      JsonNode node = object.path(field);
      if (!node.isMissingNode() && !node.isNull() && !node.isArray()) {
        throw new BadRow("The field \"" + field + "\" must be a list.");
      }
      return node;
    }
  }
}
