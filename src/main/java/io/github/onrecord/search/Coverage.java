package io.github.onrecord.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the record holds of those asked about, so that «nothing on record» helps.
 *
 * @param statements standing statements by those asked about; in all when nobody was named
 * @param first day of the first of them whose day is known, or null; not looked for when something
 *     answers
 * @param last day of the last, or null
 * @param updated when the record last changed, or null when it is empty
 * @param nearestNames names on record that resemble an unknown name asked about
 */
public record Coverage(
    long statements,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    @Nullable Instant updated,
    List<String> nearestNames) {
  public Coverage {
    nearestNames = List.copyOf(nearestNames);
  }
}
