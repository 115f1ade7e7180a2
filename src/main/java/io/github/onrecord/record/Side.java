package io.github.onrecord.record;

/**
 * A state or organisation that takes part in talks, or several acting as one.
 *
 * @param name the usual English or original name, e.g. "Vardania"; not blank
 */
public record Side(String name) {
  public Side {
    if (name.isBlank()) {
      throw new IllegalArgumentException("A side needs a name");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
