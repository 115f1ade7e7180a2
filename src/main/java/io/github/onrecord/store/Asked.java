package io.github.onrecord.store;

import java.time.Instant;

/**
 * A question that somebody asked.
 *
 * @param chatId where
 * @param personId by whom
 * @param messageId Telegram's number of the message; a later question with the same number is the
 *     edited one and takes its place
 * @param question their words
 * @param at when
 */
public record Asked(long chatId, long personId, long messageId, String question, Instant at) {}
