package io.github.onrecord.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A labelled set: articles, what is said in them, and questions about it.
 *
 * @param folder holds {@code articles/}, {@code statements.jsonl}, {@code questions.jsonl} and,
 *     where speakers have several names, {@code officials.jsonl}
 */
record LabelledSet(Path folder, List<Gold> gold, List<Asked> questions, Aliases aliases) {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private static final String STATEMENTS = "statements.jsonl";

  LabelledSet {
    gold = List.copyOf(gold);
    questions = List.copyOf(questions);
  }

  static LabelledSet read(Path folder) {
    Path officials = officials(folder);
    Aliases aliases = new Aliases();
    if (officials != null) {
      lines(officials, Aliases.Line.class, aliases::add);
    }
    return new LabelledSet(
        folder,
        lines(folder.resolve(STATEMENTS), Gold.Line.class, Gold.Line::gold),
        lines(folder.resolve("questions.jsonl"), Asked.Line.class, Asked.Line::asked),
        aliases);
  }

  /** The folder's own name; floors are kept under it. */
  String name() {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
  }

  Path articles() {
    return folder.resolve("articles");
  }

  Path statements() {
    return folder.resolve(STATEMENTS);
  }

  /** The file of officials, or null when the set has none. */
  @Nullable Path officials() {
    return officials(folder);
  }

  private static @Nullable Path officials(Path folder) {
    Path file = folder.resolve("officials.jsonl");
    return Files.exists(file) ? file : null;
  }

  /** The language of an article: the second part of its file name, {@code 001.en.html}. */
  static String language(String article) {
    String[] parts = article.split("\\.", -1);
    return parts.length > 2 ? parts[1] : "";
  }

  /** The field's value, which must be there. */
  static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("it lacks \"" + field + "\"");
    }
    return value;
  }

  private static <L, T> List<T> lines(Path file, Class<L> form, Function<L, T> reading) {
    List<T> values = new ArrayList<>();
    int number = 0;
    try {
      for (String line : Files.readAllLines(file)) {
        number++;
        if (!line.isBlank()) {
          values.add(reading.apply(MAPPER.readValue(line, form)));
        }
      }
    } catch (JsonProcessingException e) {
      throw fault(file, number, e.getOriginalMessage(), e);
    } catch (IllegalArgumentException e) {
      throw fault(file, number, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new SetException(
          file + " can't be read; a labelled set needs it, in UTF-8, a JSON object a line.", e);
    }
    return values;
  }

  private static SetException fault(Path file, int line, String reason, Exception cause) {
    return new SetException(file + ", line " + line + ": mend this line: " + reason + ".", cause);
  }
}
