package io.github.onrecord.web;

import java.util.Collection;
import java.util.Set;

/** Finds statements on a topic. Safe for use by several threads. */
@FunctionalInterface
public interface Topics {
  /**
   * Which of some statements are about a topic.
   *
   * @param topic a reader's own words
   * @param statements numbers of statements
   */
  Set<Long> among(String topic, Collection<Long> statements);
}
