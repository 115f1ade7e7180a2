package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as an editor labelled it.
 *
 * @param line the line of the file it stands on, from 1
 * @param id the editor's own name for it, or null
 * @param article the file name of its document
 * @param speaker the official's name, or null for an unnamed speaker
 * @param asWritten how the document names the speaker, or null
 * @param role the role stated there, or null
 * @param side whom the speaker spoke for, or null
 * @param kind verbatim or reported
 * @param parts its words
 * @param date the day spoken, or null
 * @param occasion where or at what, or null
 * @param sameAs the id of a statement that is the same utterance, or null
 * @param retractedBy the file name of the document that withdrew it, or null
 */
record Label(
    int line,
    @Nullable String id,
    String article,
    @Nullable String speaker,
    @Nullable String asWritten,
    @Nullable String role,
    @Nullable String side,
    Kind kind,
    List<String> parts,
    @Nullable LocalDate date,
    @Nullable String occasion,
    @Nullable String sameAs,
    @Nullable String retractedBy) {

  static Label read(JsonLines.Line line) throws JsonLines.BadRow {
    List<String> parts = line.texts("parts");
    return new Label(
        line.number(),
        line.textOrNull("id"),
        line.text("article"),
        line.textOrNull("speaker"),
        line.textOrNull("speaker_as_written"),
        line.textOrNull("role"),
        line.textOrNull("side"),
        kind(line.text("kind")),
        parts.isEmpty() ? List.of(line.text("text")) : List.copyOf(parts),
        line.dayOrNull("date"),
        line.textOrNull("occasion"),
        line.textOrNull("same_as"),
        line.textOrNull("retracted_by"));
  }

  private static Kind kind(String name) throws JsonLines.BadRow {
    for (Kind kind : Kind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    throw new JsonLines.BadRow(
        "The field \"kind\" must be VERBATIM or REPORTED, not \"" + name + "\".");
  }
}
