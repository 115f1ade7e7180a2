package io.github.onrecord.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something asked of the model.
 *
 * @param prompt which prompt file
 * @param values a value for each of its variables; untrusted text is welcome here
 * @param shape what the reply must look like
 * @param payer whose share of the day's budget it takes, by their number, or null for nobody's
 */
public record Inquiry(
    Prompt prompt, Map<String, String> values, JsonShape.Fields shape, @Nullable Long payer) {
  public Inquiry {
    values = Map.copyOf(values);
  }

  /** The same, taking from somebody's share of the budget. */
  public Inquiry paidBy(@Nullable Long whoever) {
    return new Inquiry(prompt, values, shape, whoever);
  }

  /** Something asked for nobody in particular. */
  public Inquiry(Prompt prompt, Map<String, String> values, JsonShape.Fields shape) {
    this(prompt, values, shape, null);
  }
}
