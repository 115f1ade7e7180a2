package io.github.onrecord.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onrecord.telegram.Incoming.From;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads updates from Telegram's JSON. Whatever the JSON is, it never fails: what it doesn't
 * understand is {@link Incoming.Nothing}.
 */
final class UpdateReader {
  /** The kinds of update that are asked for and understood. */
  static final List<String> KINDS =
      List.of(
          "message",
          "edited_message",
          "channel_post",
          "callback_query",
          "my_chat_member",
          "inline_query",
          "message_reaction");

  /** Contents of a message that a person sends and expects an answer to. */
  private static final List<String> OTHER_CONTENTS =
      List.of(
          "photo",
          "voice",
          "video",
          "video_note",
          "audio",
          "document",
          "animation",
          "sticker",
          "story",
          "location",
          "venue",
          "contact",
          "poll",
          "checklist",
          "dice",
          "game",
          "paid_media");

  private final Me me;
  private final Offers offers;

  UpdateReader(Me me, Offers offers) {
    this.me = me;
    this.offers = offers;
  }

  Incoming read(JsonNode update) {
    if (update.has("message")) {
      return message(update.get("message"), false);
    }
    if (update.has("edited_message")) {
      return message(update.get("edited_message"), true);
    }
    if (update.has("channel_post")) {
      return post(update.get("channel_post"));
    }
    if (update.has("callback_query")) {
      return press(update.get("callback_query"));
    }
    if (update.has("inline_query")) {
      return inline(update.get("inline_query"));
    }
    if (update.has("message_reaction")) {
      return reaction(update.get("message_reaction"));
    }
    return update.has("my_chat_member")
        ? membership(update.get("my_chat_member"))
        : new Incoming.Nothing();
  }

  /** The chat that an update belongs to, or null. */
  static @Nullable Long chatOf(Incoming incoming) {
    if (incoming instanceof Incoming.Wish wish) {
      return wish.from().chatId();
    }
    if (incoming instanceof Incoming.Reacted reacted) {
      return reacted.chatId();
    }
    if (incoming instanceof Incoming.Moved moved) {
      return moved.chatId();
    }
    return incoming instanceof Incoming.Left left ? left.chatId() : null;
  }

  /** The person who wants something of the bot, or null. */
  static @Nullable Long personOf(Incoming incoming) {
    return incoming instanceof Incoming.Wish wish ? wish.from().personId() : null;
  }

  private Incoming message(JsonNode message, boolean edited) {
    From from = from(message.path("chat"), message);
    int id = message.path("message_id").asInt();
    boolean fromBot =
        message.path("from").path("is_bot").asBoolean() && !message.has("sender_chat");
    if (from.chatId() == 0 || fromBot) {
      return new Incoming.Nothing();
    }
    long moved = message.path("migrate_to_chat_id").asLong();
    if (moved != 0) {
      return new Incoming.Moved(from.chatId(), moved);
    }
    Optional<Incoming> offered = edited ? Optional.empty() : offers.in(message, from, id);
    if (offered.isPresent()) {
      return offered.get();
    }
    if (!message.has("text") && !message.has("caption")) {
      boolean content = OTHER_CONTENTS.stream().anyMatch(message::has);
      return content && !edited && (!from.group() || repliesToMe(message))
          ? new Incoming.NotText(from, id)
          : new Incoming.Nothing();
    }
    boolean caption = !message.has("text");
    String text = message.path(caption ? "caption" : "text").asText();
    if (text.startsWith("/")) {
      return command(message, from, id, text, edited);
    }
    String said = withoutMention(message.path(caption ? "caption_entities" : "entities"), text);
    boolean addressed = !from.group() || said != null || repliesToMe(message);
    return addressed
        ? new Incoming.Text(
            from, id, (said == null ? text : said).strip(), edited, message.has("forward_origin"))
        : new Incoming.Nothing();
  }

  /** In a channel only its admins can write; the bot listens to their commands alone. */
  private Incoming post(JsonNode message) {
    From from = from(message.path("chat"), message);
    String text = message.path("text").asText();
    return from.chatId() != 0 && text.startsWith("/")
        ? command(message, from, message.path("message_id").asInt(), text, false)
        : new Incoming.Nothing();
  }

  private Incoming command(JsonNode message, From from, int id, String text, boolean edited) {
    int end = 0;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    String name = text.substring(1, end).toLowerCase(Locale.ROOT);
    String rest = text.substring(end).strip();
    int at = name.indexOf('@');
    boolean mine = at >= 0 && name.substring(at + 1).equals(me.username().toLowerCase(Locale.ROOT));
    if (from.group() && at >= 0 && !mine) {
      return new Incoming.Nothing();
    }
    String bare = at >= 0 ? name.substring(0, at) : name;
    // In a group an unknown command without a name is meant for another bot.
    boolean forOthers = from.group() && !mine && !Commands.known(bare) && !repliesToMe(message);
    if (forOthers) {
      return new Incoming.Nothing();
    }
    String about = bare.equals(Commands.CHECK) && rest.isEmpty() ? repliedTo(message) : rest;
    return new Incoming.Command(from, id, bare, about, edited);
  }

  /** The part of a message that somebody marked when replying to it, or all of its text. */
  private static String repliedTo(JsonNode message) {
    JsonNode original = message.path("reply_to_message");
    String text = original.path("text").asText(original.path("caption").asText());
    return message.path("quote").path("text").asText(text).strip();
  }

  private Incoming press(JsonNode query) {
    JsonNode message = query.path("message");
    From from = from(message.path("chat"), query);
    return from.chatId() == 0
        ? new Incoming.Nothing()
        : new Incoming.Press(
            from,
            message.path("message_id").asInt(),
            query.path("id").asText(),
            query.path("data").asText());
  }

  private static Incoming membership(JsonNode change) {
    String status = change.path("new_chat_member").path("status").asText();
    From from = from(change.path("chat"), change);
    boolean before = change.path("old_chat_member").path("status").asText().equals("administrator");
    boolean channel = change.path("chat").path("type").asText().equals("channel");
    if (channel && status.equals("administrator") && !before && from.chatId() != 0) {
      return new Incoming.Joined(from);
    }
    boolean left = status.equals("kicked") || status.equals("left");
    return left && from.chatId() != 0
        ? new Incoming.Left(from.chatId(), from.group(), "the bot's membership became " + status)
        : new Incoming.Nothing();
  }

  private static From from(JsonNode chat, JsonNode event) {
    JsonNode person = event.has("sender_chat") ? event.get("sender_chat") : event.path("from");
    JsonNode code = event.path("from").path("language_code");
    return new From(
        chat.path("id").asLong(),
        !chat.path("type").asText().equals("private"),
        person.path("id").asLong(),
        code.isTextual() ? code.asText() : null,
        topic(event.has("message") ? event.get("message") : event));
  }

  /** Only in groups with topics; elsewhere the number means a chain of replies. */
  private static @Nullable Integer topic(JsonNode message) {
    return message.path("is_topic_message").asBoolean()
        ? message.path("message_thread_id").asInt()
        : null;
  }

  private static Incoming inline(JsonNode query) {
    JsonNode code = query.path("from").path("language_code");
    long person = query.path("from").path("id").asLong();
    // What is set in the private chat counts; its number is the person's.
    From from = new From(person, false, person, code.isTextual() ? code.asText() : null, null);
    return new Incoming.Inline(
        from,
        query.path("id").asText(),
        query.path("query").asText(),
        query.path("offset").asText());
  }

  private static Incoming reaction(JsonNode reaction) {
    Map<String, Integer> changes = new TreeMap<>();
    for (JsonNode before : reaction.path("old_reaction")) {
      changes.merge(before.path("emoji").asText(), -1, Integer::sum);
    }
    for (JsonNode now : reaction.path("new_reaction")) {
      changes.merge(now.path("emoji").asText(), 1, Integer::sum);
    }
    changes.keySet().removeIf(String::isBlank);
    changes.values().removeIf(change -> change == 0);
    long chat = reaction.path("chat").path("id").asLong();
    return chat == 0 || changes.isEmpty()
        ? new Incoming.Nothing()
        : new Incoming.Reacted(chat, reaction.path("message_id").asInt(), changes);
  }

  private boolean repliesToMe(JsonNode message) {
    return message.path("reply_to_message").path("from").path("id").asLong() == me.id();
  }

  /** The text without the bot's name, or null when the bot isn't named. */
  private @Nullable String withoutMention(JsonNode entities, String text) {
    for (JsonNode entity : entities) {
      int start = entity.path("offset").asInt(-1);
      int end = start + entity.path("length").asInt();
      if (start < 0 || end <= start || end > text.length()) {
        continue;
      }
      boolean named =
          switch (entity.path("type").asText()) {
            case "mention" -> text.substring(start, end).equalsIgnoreCase(me.mention());
            case "text_mention" -> entity.path("user").path("id").asLong() == me.id();
            default -> false;
          };
      if (named) {
        return text.substring(0, start) + text.substring(end);
      }
    }
    return null;
  }
}
