/**
 * Quotations checked against the record, without a model.
 *
 * <p>In order: {@link io.github.onrecord.check.Claims} finds the quotations of a text and who is
 * claimed to have said each; {@link io.github.onrecord.check.Judge} looks for statements with the
 * same words, then for near ones, for pieces of several, for the same meaning, and gives the
 * verdict; for an altered one an {@link io.github.onrecord.check.Alignment} tells the difference.
 */
@NullMarked
package io.github.onrecord.check;

import org.jspecify.annotations.NullMarked;
