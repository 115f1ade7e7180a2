/**
 * The record and the conversations about it, in one SQLite file; the only room that sees SQL.
 *
 * <p>In order: {@link io.github.onrecord.store.Store#open} brings the file to the present schema
 * and opens one connection that writes and a few that read; {@link
 * io.github.onrecord.store.RecordStore} takes publications whole and gives the record back. Every
 * write is one transaction; every change that an index must follow gets a number that is never used
 * again. What the record forbids is forbidden by the schema in {@code db/migration}.
 */
@NullMarked
package io.github.onrecord.store;

import org.jspecify.annotations.NullMarked;
