package io.github.onrecord.store;

import org.jspecify.annotations.Nullable;

/**
 * An update as Telegram handed it over.
 *
 * @param updateId Telegram's number for it
 * @param chatId the chat it belongs to, or null when it belongs to none or can't be read
 * @param raw its JSON, exactly as received
 */
public record Update(long updateId, @Nullable Long chatId, String raw) {}
