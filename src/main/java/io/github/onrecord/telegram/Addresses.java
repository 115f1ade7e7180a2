package io.github.onrecord.telegram;

import io.github.onrecord.message.PublicAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where things on record are found from outside: a statement's public page where there is one, else
 * a link that opens it in a chat with the bot.
 *
 * @param web the public address, or null when there is none
 * @param bot who opens links
 */
record Addresses(@Nullable PublicAddress web, Me bot) {
  /** What stands before a statement's number in a link to the bot. */
  static final String STATEMENT = "s_";

  /** What stands before an official's number in a link that offers to follow them. */
  static final String FOLLOW = "f_";

  /** Where a statement is found. */
  String statement(long id) {
    return web == null
        ? "https://t.me/" + bot.username() + "?start=" + STATEMENT + id
        : web.statement(id).toString();
  }
}
