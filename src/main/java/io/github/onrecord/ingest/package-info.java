/**
 * Documents in, statements out.
 *
 * <p>In order: a reader makes a {@code DocumentText}, attribution finds who said what in it, people
 * are resolved, utterances are grouped, and the store takes the publication whole.
 */
@NullMarked
package io.github.onrecord.ingest;

import org.jspecify.annotations.NullMarked;
