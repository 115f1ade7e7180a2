/**
 * The index of the record, a question understood, and evidence ranked and judged.
 *
 * <p>In order: {@link io.github.onrecord.search.Question} is read from a person's words, statements
 * are retrieved from the index, and the evidence test decides whether they answer it.
 */
@NullMarked
package io.github.onrecord.search;

import org.jspecify.annotations.NullMarked;
