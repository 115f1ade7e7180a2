package io.github.onrecord.telegram;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Rarer things that people do on Telegram, as updates. */
final class Doings {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Doings() {}

  /** Somebody types behind the bot's name in some chat. */
  static void types(BotApiEmulator telegram, long person, String text, String offset) {
    types(telegram, person, "en", text, offset);
  }

  /** Somebody whose Telegram speaks a language does. */
  static void types(
      BotApiEmulator telegram, long person, String language, String text, String offset) {
    ObjectNode update = JSON.createObjectNode();
    ObjectNode query = update.putObject("inline_query");
    query.put("id", "i" + text.hashCode() + offset).put("query", text).put("offset", offset);
    query.set("from", person(person).put("language_code", language));
    telegram.push(update);
  }

  /** Somebody puts one emoji below a message in the place of another; either may be empty. */
  static void reacts(
      BotApiEmulator telegram, long chatId, int messageId, String before, String now) {
    ObjectNode update = JSON.createObjectNode();
    ObjectNode reaction = update.putObject("message_reaction");
    reaction.set("chat", chat(chatId));
    reaction.set("user", person(chatId));
    reaction.put("message_id", messageId).put("date", 1);
    emoji(reaction, "old_reaction", before);
    emoji(reaction, "new_reaction", now);
    telegram.push(update);
  }

  private static void emoji(ObjectNode reaction, String field, String emoji) {
    if (emoji.isEmpty()) {
      reaction.putArray(field);
    } else {
      reaction.putArray(field).addObject().put("type", "emoji").put("emoji", emoji);
    }
  }

  /** Somebody forwards a post, or a photograph with a text below it. */
  static void forwards(BotApiEmulator telegram, long chatId, String text, boolean photograph) {
    ObjectNode update = JSON.createObjectNode();
    ObjectNode message = message(update, chatId);
    message.putObject("forward_origin").put("type", "channel").put("date", 1);
    message.put(photograph ? "caption" : "text", text);
    if (photograph) {
      message.putArray("photo").addObject().put("file_id", "f").put("width", 1).put("height", 1);
    }
    telegram.push(update);
  }

  /** Somebody asks in a topic of a group. */
  static void asksInTopic(BotApiEmulator telegram, long chatId, int topic, String text) {
    ObjectNode update = JSON.createObjectNode();
    ObjectNode message = message(update, chatId);
    message.put("text", text).put("message_thread_id", topic).put("is_topic_message", true);
    message
        .putArray("entities")
        .addObject()
        .put("type", "mention")
        .put("offset", 0)
        .put("length", 13);
    telegram.push(update);
  }

  /** A group becomes a supergroup. */
  static void moves(BotApiEmulator telegram, long from, long to) {
    ObjectNode update = JSON.createObjectNode();
    message(update, from).put("migrate_to_chat_id", to);
    telegram.push(update);
  }

  private static ObjectNode message(ObjectNode update, long chatId) {
    ObjectNode message = update.putObject("message");
    message.put("message_id", 9000 + Math.abs(message.hashCode() % 1000)).put("date", 1);
    message.set("chat", chat(chatId));
    message.set("from", person(Math.abs(chatId)));
    return message;
  }

  private static ObjectNode chat(long id) {
    return JSON.createObjectNode().put("id", id).put("type", id < 0 ? "supergroup" : "private");
  }

  private static ObjectNode person(long id) {
    return JSON.createObjectNode()
        .put("id", id)
        .put("is_bot", false)
        .put("first_name", "Reader")
        .put("language_code", "en");
  }
}
