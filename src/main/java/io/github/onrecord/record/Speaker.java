package io.github.onrecord.record;

/** Whose words a statement is. */
public sealed interface Speaker {

  /** How the speaker is named to people. */
  String shownAs();

  /**
   * A person of the record.
   *
   * @param officialId {@link Official#id}; 0 before the official is stored
   * @param name {@link Official#name}
   */
  record Named(long officialId, String name) implements Speaker {
    public Named {
      if (name.isBlank()) {
        throw new IllegalArgumentException("A named speaker needs a name");
      }
    }

    @Override
    public String shownAs() {
      return name;
    }
  }

  /**
   * A speaker whom the document doesn't name: an anonymous official, a ministry, a delegation.
   *
   * @param description as the document gives it, e.g. "a senior diplomat"
   */
  record Unnamed(String description) implements Speaker {
    public Unnamed {
      if (description.isBlank()) {
        throw new IllegalArgumentException("An unnamed speaker needs the description given");
      }
    }

    @Override
    public String shownAs() {
      return description;
    }
  }
}
