package io.github.onrecord.store;

import java.time.Instant;

/**
 * An update to be handled now.
 *
 * @param id its number in the inbox
 * @param update what Telegram sent
 * @param attempts how often it has been taken, this time included; more than 1 means that handling
 *     it failed or died before
 * @param received when it was stored
 */
public record Received(long id, Update update, int attempts, Instant received) {}
