/**
 * Documents in, statements out.
 *
 * <p>In order: {@code Inputs} opens what it is given, with the {@code Fetcher} for the web; {@code
 * Readers} picks the reader that makes {@code DocumentText}s of it (text, and what each block of it
 * is for); attribution finds who said what, people are resolved, utterances are grouped; {@code
 * Ingestion} has the store take each publication whole. {@code FeedPoller} does the same with
 * feeds, at their pace. Words of the languages are data files under {@code /ingest}.
 */
@NullMarked
package io.github.onrecord.ingest;

import org.jspecify.annotations.NullMarked;
