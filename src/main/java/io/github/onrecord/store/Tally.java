package io.github.onrecord.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How much stands on record.
 *
 * @param statements how many statements stand
 * @param first the earliest day on which one of them was spoken, or null when no day is known
 * @param last the latest such day, or null
 */
public record Tally(long statements, @Nullable LocalDate first, @Nullable LocalDate last) {}
