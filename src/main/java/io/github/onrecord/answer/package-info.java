/**
 * Evidence becomes an answer: a model's draft is verified, or the composer writes without one.
 *
 * <p>In order: {@link io.github.onrecord.answer.RecordDesk} has a question read and evidence found;
 * without evidence the answer is an honest silence, and no model is asked. Else the writer asks for
 * a draft under labels made for this call; the verifier reads each sentence as a frame (who said
 * it) and a claim, and lets it through only when the cited statements bear it word by word; after
 * one retry, a fault or a deadline the composer lets the statements speak for themselves. Code
 * alone puts in the quotations. A {@link io.github.onrecord.answer.Receipt} tells afterwards what
 * each line rests on.
 */
@NullMarked
package io.github.onrecord.answer;

import org.jspecify.annotations.NullMarked;
