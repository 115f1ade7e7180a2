package io.github.onrecord.model;

import java.time.LocalDate;

/**
 * Where it is noted what was used in a day, so that a restart doesn't begin the day's budget anew.
 * Safe for use by several threads.
 */
public interface Ledger {
  /** What was used on a day (UTC). */
  Spent on(LocalDate day);

  /** Notes what was used besides. */
  void add(LocalDate day, Spent more);
}
