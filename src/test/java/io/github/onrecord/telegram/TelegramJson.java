package io.github.onrecord.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Chats and people as Telegram writes them. */
final class TelegramJson {
  /** Numbers of channels lie below. */
  private static final long FIRST_CHANNEL = -1_000_000_000_000L;

  private static final ObjectMapper JSON = new ObjectMapper();

  private TelegramJson() {}

  static ObjectNode chat(long id) {
    ObjectNode chat = JSON.createObjectNode().put("id", id);
    if (id < FIRST_CHANNEL) {
      return chat.put("type", "channel").put("title", "A channel");
    }
    return id < 0
        ? chat.put("type", "supergroup").put("title", "A group")
        : chat.put("type", "private").put("first_name", "Reader");
  }

  static ObjectNode user(long chatId) {
    return JSON.createObjectNode()
        .put("id", Math.abs(chatId))
        .put("is_bot", false)
        .put("first_name", "Reader");
  }
}
