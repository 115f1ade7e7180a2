package io.github.onrecord.store;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A chat's wish for summaries, and how far it was told.
 *
 * @param id its number; it stays when the chat changes the time or comes back
 * @param chatId the chat, which has at most one
 * @param wish what it wants
 * @param active whether summaries are made
 * @param lastChange the record's last change that was told; the next summary begins after it
 * @param since when the chat last chose a time; what was due before isn't owed
 * @param began from when on the first summary tells
 * @param lastDigest local date of the last summary, or null before the first
 * @param lastMade when that summary was made, or null before the first
 */
public record Subscription(
    long id,
    long chatId,
    SummaryWish wish,
    boolean active,
    long lastChange,
    Instant since,
    Instant began,
    @Nullable LocalDate lastDigest,
    @Nullable Instant lastMade) {

  /** Up to when the subscriber knows what came on record. */
  public Instant told() {
    return lastMade == null || lastMade.isBefore(began) ? began : lastMade;
  }
}
