package io.github.onrecord.eval;

import org.jspecify.annotations.Nullable;

/**
 * A statement on record after ingestion.
 *
 * @param date the day spoken (ISO 8601), or null
 * @param retracted whether the record knows that it was withdrawn or corrected
 */
record Extracted(Claim claim, @Nullable String date, boolean retracted) {}
