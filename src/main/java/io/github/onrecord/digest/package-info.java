/**
 * Daily summaries: what came on record, and when whom it is due.
 *
 * <p>In order: {@link io.github.onrecord.digest.Zones} and {@link io.github.onrecord.digest.Hours}
 * read what a subscriber typed; {@link io.github.onrecord.digest.DueTimes} says which local date's
 * summary is due; {@link io.github.onrecord.digest.DigestMaker} collects what came on record since
 * a change number; {@link io.github.onrecord.digest.Following} says what of it a reader wants to be
 * told; the {@link io.github.onrecord.digest.Digest} goes to the message room.
 */
@NullMarked
package io.github.onrecord.digest;

import org.jspecify.annotations.NullMarked;
