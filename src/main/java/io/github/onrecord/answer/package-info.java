/**
 * Evidence becomes an answer: a model's draft is verified, or the composer writes without one.
 *
 * <p>In order: draft, verification, one retry, composer; code alone puts in the quotations.
 */
@NullMarked
package io.github.onrecord.answer;

import org.jspecify.annotations.NullMarked;
