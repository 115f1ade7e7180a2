package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands between two lines of three hyphens at the start of a Markdown file: «title: …», one
 * key a line. Anything deeper than that is not understood, and not needed.
 *
 * @param span where it stands, or null when there is none
 * @param values what it says, by lower-case key
 */
record FrontMatter(@Nullable Span span, Map<String, String> values) {
  private static final String FENCE = "---\n";

  static FrontMatter of(String text) {
    int end = text.startsWith(FENCE) ? text.indexOf("\n" + FENCE, FENCE.length() - 1) : -1;
    if (end < 0) {
      return new FrontMatter(null, Map.of());
    }
    Map<String, String> values = new HashMap<>();
    for (String line : text.substring(0, end).split("\n", -1)) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        String value = line.substring(colon + 2).strip();
        values.put(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            value.replaceAll("^[\"']|[\"']$", ""));
      }
    }
    return new FrontMatter(new Span(0, end + FENCE.length()), values);
  }

  /** The first of the keys' values that is given, or null. */
  @Nullable String value(String... keys) {
    for (String key : keys) {
      String value = values.get(key);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return null;
  }

  /** The text with this blanked out, so that every other character stays in its place. */
  String without(String text) {
    return span == null ? text : "\n".repeat(span.end()) + text.substring(span.end());
  }
}
