package io.github.onrecord.telegram;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What the operator decides about the bot.
 *
 * @param apiUrl server of the Bot API
 * @param token the bot's secret; never shown by {@link #toString}
 * @param pollTimeout how long one request waits for updates, 1 to 60 seconds
 * @param digestTime when daily summaries come unless a subscriber says otherwise
 * @param digestZone the zone of {@code digestTime}
 */
public record BotSettings(
    URI apiUrl, String token, Duration pollTimeout, LocalTime digestTime, ZoneId digestZone) {

  @Override
  public String toString() {
    return "BotSettings[" + apiUrl + "]";
  }
}
