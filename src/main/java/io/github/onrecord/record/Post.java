package io.github.onrecord.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post that an official held (a Popolo membership).
 *
 * @param role as stated, e.g. "Deputy Foreign Minister"
 * @param from first day known, or null when the record doesn't say
 * @param to last day known, or null when it is still held or unknown
 */
public record Post(String role, @Nullable LocalDate from, @Nullable LocalDate to) {
  public Post {
    if (role.isBlank()) {
      throw new IllegalArgumentException("A post needs a role");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("A post can't end before it begins: " + role);
    }
  }

  /** Whether nothing known rules out that the post was held on {@code day}. */
  public boolean heldOn(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
