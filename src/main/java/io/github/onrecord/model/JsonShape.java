package io.github.onrecord.model;

import java.util.List;
import java.util.Map;

/** What JSON a reply must be. A server may ignore it: whoever asks checks again. */
public sealed interface JsonShape {
  /** Any text. */
  record Text(String description) implements JsonShape {}

  /** One of these texts. */
  record OneOf(List<String> values) implements JsonShape {
    public OneOf {
      values = List.copyOf(values);
    }
  }

  /** A list. */
  record ListOf(JsonShape items) implements JsonShape {}

  /** An object with exactly these fields, all required. */
  record Fields(Map<String, JsonShape> fields) implements JsonShape {
    public Fields {
      fields = Map.copyOf(fields);
    }
  }
}
