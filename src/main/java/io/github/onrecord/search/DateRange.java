package io.github.onrecord.search;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days, both ends included.
 *
 * @param from first day, or null for no beginning
 * @param to last day, or null for no end
 */
public record DateRange(@Nullable LocalDate from, @Nullable LocalDate to) {
  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }
}
