package io.github.onrecord.store;

import org.jspecify.annotations.Nullable;

/**
 * An update as Telegram handed it over.
 *
 * @param updateId Telegram's number for it
 * @param chatId the chat it belongs to, or null when it belongs to none or can't be read
 * @param personId the person (or the chat in whose name they write) whom it comes from, or null
 * @param raw its JSON, as far as it is needed
 */
public record Update(long updateId, @Nullable Long chatId, @Nullable Long personId, String raw) {}
