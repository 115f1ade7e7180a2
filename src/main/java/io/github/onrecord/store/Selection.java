package io.github.onrecord.store;

import io.github.onrecord.record.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which statements somebody wants to read.
 *
 * @param of whose or which they are
 * @param kind of this kind only, or null for both
 * @param year said in this year only (published, where the day isn't known), or null for any
 */
public record Selection(Of of, @Nullable Kind kind, @Nullable Integer year) {

  /** What statements have in common. */
  public sealed interface Of {}

  /** All that is on record. */
  public record Everything() implements Of {}

  /** Said by one official. */
  public record ByOfficial(long id) implements Of {}

  /** Said for one side. */
  public record ForSide(String name) implements Of {}

  /** Said on one occasion, as documents call it. */
  public record OnOccasion(String name) implements Of {}
}
