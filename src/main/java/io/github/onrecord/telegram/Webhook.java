package io.github.onrecord.telegram;

import java.net.URI;

/**
 * How Telegram brings updates instead of being asked for them.
 *
 * @param url where Telegram reaches this program; its path leads to nothing else
 * @param secret 1 to 256 characters of {@code [A-Za-z0-9_-]}, which Telegram sends with each update
 *     (Bot API, setWebhook); never shown by {@link #toString}
 */
public record Webhook(URI url, String secret) {
  public Webhook {
    if (!secret.matches("[A-Za-z0-9_-]{1,256}")) {
      throw new IllegalArgumentException("A webhook's secret has 1 to 256 of A-Z a-z 0-9 _ -");
    }
    if (url.getHost() == null || url.getPath().length() < 2 || url.getQuery() != null) {
      throw new IllegalArgumentException("A webhook needs an address with a path: " + url);
    }
  }

  @Override
  public String toString() {
    return "Webhook[" + url + "]";
  }
}
