package io.github.onrecord.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where Telegram brings updates. Each is committed before {@link #receive} says that it was taken;
 * until then Telegram brings it again. Thread-safe.
 */
public final class WebhookDoor {
  /** The header that holds the secret (Bot API, setWebhook). */
  public static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

  /**
   * The largest update that is read; a message of 4,096 characters with entities is far smaller.
   */
  public static final int LARGEST = 1 << 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final byte[] secret;
  private volatile @Nullable Opened opened;

  WebhookDoor(Webhook webhook) {
    this.secret = webhook.secret().getBytes(StandardCharsets.UTF_8);
  }

  private record Opened(Arrivals arrivals, Runnable arrived) {}

  /** What became of an update that was brought. */
  public enum Receipt {
    /** It is on disk. */
    TAKEN,
    /** Whoever brought it doesn't know the secret. */
    STRANGER,
    /** It isn't an update. */
    UNREADABLE,
    /** The bot doesn't know yet who it is; it must be brought again. */
    NOT_YET
  }

  /** From now on updates are taken. */
  void open(Arrivals arrivals, Runnable arrived) {
    opened = new Opened(arrivals, arrived);
  }

  /** Whether a secret is the right one; how long that takes tells nothing about it. */
  public boolean knows(@Nullable String given) {
    byte[] bytes = (given == null ? "" : given).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(secret, bytes);
  }

  /**
   * Takes an update.
   *
   * @param given the secret that came with it, or null
   * @param body its JSON
   * @throws RuntimeException when it could not be stored; it must be brought again
   */
  public Receipt receive(@Nullable String given, byte[] body) {
    if (!knows(given)) {
      return Receipt.STRANGER;
    }
    Opened door = opened;
    if (door == null) {
      return Receipt.NOT_YET;
    }
    JsonNode update;
    try {
      update = JSON.readTree(body);
    } catch (IOException e) {
      return Receipt.UNREADABLE;
    }
    if (update == null || !Arrivals.isUpdate(update)) {
      return Receipt.UNREADABLE;
    }
    if (door.arrivals().put(List.of(update)) > 0) {
      door.arrived().run();
    }
    return Receipt.TAKEN;
  }
}
