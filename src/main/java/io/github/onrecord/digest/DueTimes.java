package io.github.onrecord.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When summaries of one local time and zone are due: once for every local date.
 *
 * <p>Where a clock change skips the hour, the summary is due at the first moment after the gap;
 * where it doubles the hour, at the earlier of the two. A date that a zone skips altogether (Samoa,
 * 30 December 2011) has no summary.
 */
public record DueTimes(LocalTime time, ZoneId zone) {

  /** The moment at which the summary of a date is due; empty when the zone has no such date. */
  public Optional<Instant> on(LocalDate date) {
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
    for (LocalDate date = tomorrow; date.isAfter(tomorrow.minusDays(4)); date = date.minusDays(1)) {
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
