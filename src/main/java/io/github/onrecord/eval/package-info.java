/**
 * Scores the whole program on a labelled set.
 *
 * <p>In order: the set is read; a temporary store is filled, by ingesting the set's articles or by
 * importing its labels; what was extracted is paired with the labels; the set's questions are
 * asked, and what was shown is compared with what the labels say should be; the figures are held to
 * the floors of {@code config/evaluation.conf}.
 *
 * <p>The rules of scoring are those by which OnRecord is measured from outside. Changing one makes
 * figures incomparable with earlier ones.
 */
@NullMarked
package io.github.onrecord.eval;

import org.jspecify.annotations.NullMarked;
