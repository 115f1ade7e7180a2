package io.github.onrecord.model;

import java.util.Map;

/**
 * Something asked of the model.
 *
 * @param prompt which prompt file
 * @param values a value for each of its variables; untrusted text is welcome here
 * @param shape what the reply must look like
 */
public record Inquiry(Prompt prompt, Map<String, String> values, JsonShape.Fields shape) {
  public Inquiry {
    values = Map.copyOf(values);
  }
}
