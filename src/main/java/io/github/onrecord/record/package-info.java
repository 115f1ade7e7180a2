/**
 * What was said: the immutable values of the record, and the invariants that hold for each of them.
 *
 * <p>A {@link io.github.onrecord.record.Document} is archived text that never changes; a {@link
 * io.github.onrecord.record.Statement} is one utterance of one {@link
 * io.github.onrecord.record.Speaker} as that document gives it, made of {@link
 * io.github.onrecord.record.Part}s, each an exact span of the document's text. Nothing in this room
 * reads a file, a clock or a database, and nothing can be constructed that breaks an invariant.
 */
@NullMarked
package io.github.onrecord.record;

import org.jspecify.annotations.NullMarked;
