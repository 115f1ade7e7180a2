package io.github.onrecord.eval;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the program says that somebody said.
 *
 * @param document the document's name
 * @param speaker the official, or null for who is unnamed
 * @param parts the words of each part
 * @param words the words of all parts
 */
record Claim(String document, @Nullable String speaker, Kind kind, List<Words> parts, Words words) {

  static Claim of(String document, @Nullable String speaker, Kind kind, List<String> parts) {
    return new Claim(
        document,
        speaker,
        kind,
        parts.stream().map(Words::of).toList(),
        Words.of(String.join(" ", parts)));
  }

  static Claim of(Statement statement, Document document) {
    return of(
        document.name(),
        statement.speaker() instanceof Speaker.Named named ? named.name() : null,
        statement.kind(),
        statement.parts().stream().map(Part::text).toList());
  }
}
