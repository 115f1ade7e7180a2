package io.github.onrecord.digest;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When summaries of one local time and zone are due: once for every local date on the days of the
 * week that are wanted.
 *
 * <p>Where a clock change skips the hour, the summary is due at the first moment after the gap;
 * where it doubles the hour, at the earlier of the two. A date that a zone skips altogether (Samoa,
 * 30 December 2011) has no summary.
 *
 * @param days at least one
 */
public record DueTimes(LocalTime time, ZoneId zone, Set<DayOfWeek> days) {
  /** Among so many dates is one of every day of the week, even where a zone skips one. */
  private static final int DATES = 9;

  public DueTimes {
    days = Set.copyOf(days);
  }

  /** The moment at which the summary of a date is due; empty when that date has none. */
  public Optional<Instant> on(LocalDate date) {
    if (!days.contains(date.getDayOfWeek())) {
      return Optional.empty();
    }
    ZoneOffsetTransition gap = zone.getRules().getTransition(date.atTime(time));
    if (gap == null || !gap.isGap()) {
      return Optional.of(date.atTime(time).atZone(zone).withEarlierOffsetAtOverlap().toInstant());
    }
    boolean wholeDay =
        !gap.getDateTimeBefore().isAfter(date.atStartOfDay())
            && !gap.getDateTimeAfter().isBefore(date.plusDays(1).atStartOfDay());
    return wholeDay ? Optional.empty() : Optional.of(gap.getInstant());
  }

  /**
   * The date whose summary is due now: the latest one whose moment has come. What was missed before
   * is covered by it.
   *
   * @param last date of the last summary, or null before the first
   * @param since when the wish for summaries began; what was due up to then isn't owed
   */
  public Optional<LocalDate> due(Instant now, @Nullable LocalDate last, Instant since) {
    // A gap over midnight may move a date's moment into the next day: begin with tomorrow.
    LocalDate tomorrow = now.atZone(zone).toLocalDate().plusDays(1);
    for (int back = 0; back < DATES; back++) {
      LocalDate date = tomorrow.minusDays(back);
      Optional<Instant> moment = on(date);
      if (moment.isPresent() && !moment.get().isAfter(now)) {
        boolean owed = moment.get().isAfter(since) && (last == null || date.isAfter(last));
        return owed ? Optional.of(date) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The first moment after {@code now} at which a summary is due. */
  public Instant next(Instant now, @Nullable LocalDate last) {
    LocalDate date = now.atZone(zone).toLocalDate().minusDays(1);
    if (last != null && !date.isAfter(last)) {
      date = last.plusDays(1);
    }
    while (true) {
      Optional<Instant> moment = on(date);
      if (moment.isPresent() && moment.get().isAfter(now)) {
        return moment.get();
      }
      date = date.plusDays(1);
    }
  }
}
