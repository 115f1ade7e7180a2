package io.github.onrecord.store;

import org.jspecify.annotations.Nullable;

/**
 * A message to be sent now.
 *
 * @param id its number in the outbox
 * @param update number in the inbox of the update that it answers, or null when nobody asked
 * @param message what to send
 * @param attempts how often sending was tried, this time included
 * @param repeated whether an earlier attempt may have arrived, so that the person may see it twice
 */
public record Sending(
    long id, @Nullable Long update, Outgoing message, int attempts, boolean repeated) {}
