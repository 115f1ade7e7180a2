package io.github.onrecord.telegram;

/**
 * Who the bot is on Telegram.
 *
 * @param id its number
 * @param username its name, without the @
 */
record Me(long id, String username) {
  /** How people address it. */
  String mention() {
    return "@" + username;
  }
}
