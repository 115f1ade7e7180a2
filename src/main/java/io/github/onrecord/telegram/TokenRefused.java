package io.github.onrecord.telegram;

import io.github.onrecord.telegram.BotApi.Ending;

/** Telegram doesn't accept the bot's token: nothing can be done until somebody gives another. */
final class TokenRefused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private TokenRefused(String reason) {
    super(
        "Telegram refuses the bot's token ("
            + reason
            + "): get the present one from @BotFather, set TELEGRAM_BOT_TOKEN and start again.");
  }

  /**
   * Throws when an ending says that the token is not accepted (401, or 404 for a malformed one).
   */
  static void check(Ending<?> ending) {
    if (ending instanceof Ending.Refused<?> refused
        && (refused.code() == 401 || refused.code() == 404)) {
      throw new TokenRefused(refused.code() + " " + refused.reason());
    }
  }
}
