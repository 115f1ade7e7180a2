/**
 * What people read, in three languages, as messages that belong to no channel.
 *
 * <p>An answer, a quote or a digest comes in; a {@link io.github.onrecord.message.Message} goes
 * out.
 */
@NullMarked
package io.github.onrecord.message;

import org.jspecify.annotations.NullMarked;
