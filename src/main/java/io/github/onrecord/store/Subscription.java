package io.github.onrecord.store;

import io.github.onrecord.record.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A chat's wish for a daily summary.
 *
 * @param id its number; it stays when the chat changes the time or comes back
 * @param chatId the chat, which has at most one
 * @param time the local time, to the minute
 * @param zone where that time is counted
 * @param language in which the summary is written
 * @param quiet whether nothing is sent when nothing is new
 * @param followedOnly whether it tells only what the chat follows
 * @param active whether summaries are made
 * @param lastChange the record's last change that was told; the next summary begins after it
 * @param since when the chat subscribed or last changed its wish; what was due before isn't owed
 * @param lastDigest local date of the last summary, or null before the first
 * @param lastMade when that summary was made, or null before the first
 */
public record Subscription(
    long id,
    long chatId,
    LocalTime time,
    ZoneId zone,
    Language language,
    boolean quiet,
    boolean followedOnly,
    boolean active,
    long lastChange,
    Instant since,
    @Nullable LocalDate lastDigest,
    @Nullable Instant lastMade) {}
