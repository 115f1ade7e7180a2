package io.github.onrecord.store;

import io.github.onrecord.record.Language;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a chat wants of its summaries.
 *
 * @param time the local time, to the minute; seconds are dropped
 * @param zone where that time is counted
 * @param days on which days of the week one comes; at least one
 * @param language in which the summary is written
 * @param quiet whether nothing is sent when nothing is new
 * @param followedOnly whether it tells only what the chat follows
 * @param verbatimOnly whether it tells only officials' own words
 * @param brief whether it is short
 */
public record SummaryWish(
    LocalTime time,
    ZoneId zone,
    Set<DayOfWeek> days,
    Language language,
    boolean quiet,
    boolean followedOnly,
    boolean verbatimOnly,
    boolean brief) {

  /** Every day of the week. */
  public static final Set<DayOfWeek> DAILY = Set.copyOf(EnumSet.allOf(DayOfWeek.class));

  public SummaryWish {
    time = time.truncatedTo(ChronoUnit.MINUTES);
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("A summary comes on one day of the week at least");
    }
  }

  /** Everything new, every day, also when there is nothing. */
  public static SummaryWish daily(LocalTime time, ZoneId zone, Language language) {
    return new SummaryWish(time, zone, DAILY, language, false, false, false, false);
  }

  /** The same at another time. */
  public SummaryWish at(LocalTime otherTime, ZoneId otherZone, Set<DayOfWeek> otherDays) {
    return new SummaryWish(
        otherTime, otherZone, otherDays, language, quiet, followedOnly, verbatimOnly, brief);
  }

  /** The same in another language. */
  public SummaryWish in(Language other) {
    return new SummaryWish(time, zone, days, other, quiet, followedOnly, verbatimOnly, brief);
  }

  /** The same, silent or not when nothing is new. */
  public SummaryWish quiet(boolean wanted) {
    return new SummaryWish(time, zone, days, language, wanted, followedOnly, verbatimOnly, brief);
  }

  /** The same, with or without what the chat doesn't follow. */
  public SummaryWish followedOnly(boolean wanted) {
    return new SummaryWish(time, zone, days, language, quiet, wanted, verbatimOnly, brief);
  }

  /** The same, with or without reports. */
  public SummaryWish verbatimOnly(boolean wanted) {
    return new SummaryWish(time, zone, days, language, quiet, followedOnly, wanted, brief);
  }

  /** The same, short or full. */
  public SummaryWish brief(boolean wanted) {
    return new SummaryWish(time, zone, days, language, quiet, followedOnly, verbatimOnly, wanted);
  }
}
