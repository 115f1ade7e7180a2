package io.github.onrecord.store;

/**
 * A message to be sent now.
 *
 * @param id its number in the outbox
 * @param message what to send
 * @param attempts how often sending was tried, this time included
 * @param repeated whether an earlier attempt may have arrived, so that the person may see it twice
 */
public record Sending(long id, Outgoing message, int attempts, boolean repeated) {}
