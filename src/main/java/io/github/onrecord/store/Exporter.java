package io.github.onrecord.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes the record for other programs, one statement after the other, without keeping more than
 * one in memory. Field names and their order are stable: other programs rely on them.
 */
public final class Exporter {
  private static final List<String> COLUMNS =
      List.of(
          "id",
          "document",
          "item",
          "speaker",
          "role",
          "side",
          "kind",
          "parts",
          "spans",
          "date",
          "occasion",
          "language",
          "status",
          "retracted",
          "utterance");

  private final Store store;
  private final ObjectMapper mapper = new ObjectMapper();

  public Exporter(Store store) {
    this.store = store;
  }

  /** How the record is written. */
  public enum Format {
    /** One JSON object a line. */
    JSONL,
    /** RFC 4180, with a header; parts and spans are JSON arrays in their fields. */
    CSV,
    /** W3C Web Annotations whose bodies are schema.org quotations and claims. */
    JSONLD
  }

  /**
   * Writes all statements, by number.
   *
   * @param which statements to leave out are those for which this is false
   * @param out is flushed, not closed
   * @throws UncheckedIOException when {@code out} fails
   */
  public void write(Format format, Predicate<Statement> which, Writer out) {
    try {
      switch (format) {
        case JSONL -> jsonLines(which, out);
        case CSV -> csv(which, out);
        case JSONLD -> new LinkedData(store.uuid()).write(out, each(which));
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the statements with their documents. */
  interface Entries {
    void forEach(Entry entry) throws IOException;
  }

  /** Takes a statement with its document. */
  interface Entry {
    void take(Statement statement, Document document) throws IOException;
  }

  private Entries each(Predicate<Statement> which) {
    return entry -> {
      Archive archive = new Archive();
      store
          .record()
          .forEachStatement(
              statement -> {
                if (which.test(statement)) {
                  try {
                    entry.take(statement, archive.document(statement.documentId()));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }
              });
    };
  }

  /** Remembers the last document: statements mostly follow each other in theirs. */
  private final class Archive {
    private @Nullable Document last;

    Document document(long id) {
      Document document = last;
      if (document == null || document.id() != id) {
        document = store.record().document(id).orElseThrow();
        last = document;
      }
      return document;
    }
  }

  private void jsonLines(Predicate<Statement> which, Writer out) throws IOException {
    each(which)
        .forEach(
            (statement, document) ->
                out.write(mapper.writeValueAsString(fields(statement, document)) + "\n"));
  }

  private void csv(Predicate<Statement> which, Writer out) throws IOException {
    out.write(String.join(",", COLUMNS) + "\r\n");
    each(which)
        .forEach(
            (statement, document) -> {
              List<String> cells = new ArrayList<>();
              for (Object field : fields(statement, document).values()) {
                cells.add(cell(field));
              }
              out.write(String.join(",", cells) + "\r\n");
            });
  }

  private String cell(@Nullable Object field) throws IOException {
    if (field == null) {
      return "";
    }
    String text = field instanceof List<?> ? mapper.writeValueAsString(field) : field.toString();
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private static Map<String, @Nullable Object> fields(Statement statement, Document document) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("id", statement.id());
    fields.put("document", document.name());
    fields.put("item", document.item());
    fields.put("speaker", statement.speaker() instanceof Speaker.Named named ? named.name() : null);
    fields.put("role", statement.role());
    fields.put("side", statement.side() == null ? null : statement.side().name());
    fields.put("kind", statement.kind().name());
    fields.put("parts", statement.parts().stream().map(Part::text).toList());
    fields.put(
        "spans",
        statement.parts().stream()
            .map(part -> List.of(part.span().start(), part.span().end()))
            .toList());
    fields.put("date", statement.spoken() == null ? null : statement.spoken().toString());
    fields.put("occasion", statement.occasion());
    fields.put("language", statement.language().code());
    fields.put("status", statement.status().name());
    fields.put(
        "retracted",
        statement.status() == Status.CORRECTED || statement.status() == Status.RETRACTED);
    fields.put("utterance", statement.utterance());
    return fields;
  }
}
