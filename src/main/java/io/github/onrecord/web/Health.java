package io.github.onrecord.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the program can do its work, part by part. Built before the server starts; then only
 * asked, by any thread.
 */
public final class Health {
  private final Map<String, Supplier<Optional<String>>> parts = new LinkedHashMap<>();

  /**
   * Adds a part.
   *
   * @param fault why it isn't ready, empty when it is; an exception counts as a reason
   */
  public Health part(String name, Supplier<Optional<String>> fault) {
    parts.put(name, fault);
    return this;
  }

  /** The parts, and what is wrong with each; empty when it is ready. */
  Map<String, Optional<String>> check() {
    Map<String, Optional<String>> found = new LinkedHashMap<>();
    parts.forEach((name, fault) -> found.put(name, asked(fault)));
    return found;
  }

  private static Optional<String> asked(Supplier<Optional<String>> fault) {
    try {
      return fault.get();
    } catch (RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
