package io.github.onrecord.telegram;

import io.github.onrecord.message.PublicAddress;
import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What the operator decides about the bot.
 *
 * @param apiUrl server of the Bot API
 * @param token the bot's secret; never shown by {@link #toString}
 * @param pollTimeout how long one request waits for updates, 1 to 60 seconds
 * @param digestTime when daily summaries come unless a subscriber says otherwise
 * @param digestZone the zone of {@code digestTime}
 * @param follows how many things a chat may follow
 * @param keep how long questions and answers are kept
 * @param pages where the public reaches the record's pages, to which messages link; or null
 * @param webhook how Telegram brings updates, or null when it is asked for them
 * @param limits how much is answered at once
 * @param model name of the language model that reads questions, or null when there is none
 */
public record BotSettings(
    URI apiUrl,
    String token,
    Duration pollTimeout,
    LocalTime digestTime,
    ZoneId digestZone,
    int follows,
    Duration keep,
    @Nullable PublicAddress pages,
    @Nullable Webhook webhook,
    Limits limits,
    @Nullable String model) {

  @Override
  public String toString() {
    return "BotSettings[" + apiUrl + "]";
  }
}
