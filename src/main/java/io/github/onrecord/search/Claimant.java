package io.github.onrecord.search;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import java.util.List;

/**
 * Somebody who is said to have said something.
 *
 * @param asWritten as the text names them
 * @param how by what they are named
 * @param officials whom on record the name or office may mean; one when it is clear
 * @param sides the sides named with them, or the side itself
 */
public record Claimant(String asWritten, How how, List<Official> officials, List<Side> sides) {
  public Claimant {
    officials = List.copyOf(officials);
    sides = List.copyOf(sides);
  }

  /** By what somebody is named. */
  public enum How {
    /** By a name that is on record. */
    NAME,
    /** By a name that isn't. */
    STRANGE_NAME,
    /** By an office alone. */
    OFFICE,
    /** As a side as a whole. */
    SIDE
  }
}
