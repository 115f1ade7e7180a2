package io.github.onrecord.digest;

import io.github.onrecord.store.Chats;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hours in which a chat wants no alerts.
 *
 * @param from the local time at which they begin
 * @param to the local time at which they end; earlier than {@code from} when they go over midnight
 * @param zone where these are counted
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {
  /** Under which name a chat's are kept among its settings. */
  private static final String SETTING = "quiet.hours";

  public QuietHours {
    if (from.equals(to)) {
      throw new IllegalArgumentException("Quiet hours don't last all day");
    }
  }

  /** Whether it is quiet at a moment. */
  public boolean at(Instant moment) {
    LocalTime now = moment.atZone(zone).toLocalTime();
    boolean begun = !now.isBefore(from);
    boolean over = !now.isBefore(to);
    return from.isBefore(to) ? begun && !over : begun || !over;
  }

  /** A chat's quiet hours, if it has any. */
  public static Optional<QuietHours> of(Chats chats, long chatId) {
    return chats
        .setting(chatId, SETTING)
        .filter(kept -> !kept.isEmpty())
        .map(kept -> kept.split(" ", 3))
        .map(
            parts ->
                new QuietHours(
                    LocalTime.parse(parts[0]), LocalTime.parse(parts[1]), ZoneId.of(parts[2])));
  }

  /** Keeps a chat's quiet hours, as «22:00 07:00 Europe/Kyiv»; null for none. */
  public static void keep(Chats chats, long chatId, @Nullable QuietHours hours) {
    chats.setSetting(
        chatId,
        SETTING,
        hours == null ? "" : hours.from + " " + hours.to + " " + hours.zone.getId());
  }

  /** Reads what people type: «22-7», «22:00–07:00», «10pm to 7am»; empty when it isn't hours. */
  public static Optional<QuietHours> read(String typed, ZoneId zone) {
    String[] ends = typed.strip().split("\\s*(?:[-–—]|\\s(?:to|till|до|по)\\s)\\s*", -1);
    if (ends.length != 2) {
      return Optional.empty();
    }
    Optional<LocalTime> from = Hours.read(ends[0]);
    Optional<LocalTime> to = Hours.read(ends[1]);
    return from.isPresent() && to.isPresent() && !from.equals(to)
        ? Optional.of(new QuietHours(from.get(), to.get(), zone))
        : Optional.empty();
  }
}
