package io.github.onrecord.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of an update: all that answering it needs, and as little else as can be told. An
 * update that isn't for the bot leaves its number; one that is loses people's names, and what
 * others said in the message that it replies to, unless that is to be checked.
 */
final class Discretion {
  private static final List<String> NAMES =
      List.of("first_name", "last_name", "username", "active_usernames", "sender_user_name");

  /** Parts of a message that hold what others said. */
  private static final List<String> OF_OTHERS =
      List.of("external_reply", "quote", "pinned_message", "via_bot");

  /** What is known about a person or a place; that it was sent is enough to say no. */
  private static final List<String> UNREAD = List.of("contact", "location", "venue");

  private final Me me;
  private final Offers offers;

  Discretion(Me me, Offers offers) {
    this.me = me;
    this.offers = offers;
  }

  /** An update that isn't for the bot. */
  static String number(long updateId) {
    return "{\"update_id\":" + updateId + "}";
  }

  /** An update that is for the bot. */
  String needed(JsonNode update) {
    JsonNode copy = update.deepCopy();
    @Nullable JsonNode origin = origin(update);
    for (String kind : UpdateReader.KINDS) {
      if (copy.get(kind) instanceof ObjectNode content) {
        boolean check = asksForCheck(content);
        JsonNode marked = content.path("quote").path("text");
        content.remove(OF_OTHERS);
        if (check && marked.isTextual()) {
          content.putObject("quote").set("text", marked);
        }
        UNREAD.stream().filter(content::has).forEach(key -> content.put(key, true));
        if (content.get("reply_to_message") instanceof ObjectNode original) {
          reduce(original, original.path("from").path("id").asLong() == me.id(), check);
        }
        if (kind.equals("callback_query") && content.get("message") instanceof ObjectNode below) {
          below.retain("message_id", "chat", "date");
        }
      }
    }
    if (copy.get("message_reaction") instanceof ObjectNode reaction) {
      reaction.retain("chat", "message_id", "old_reaction", "new_reaction");
    }
    nameless(copy);
    if (origin != null && copy.get("message") instanceof ObjectNode message) {
      // What an editor puts on record keeps its source: a channel, never a person.
      message.set("forward_origin", origin);
    }
    return copy.toString();
  }

  private @Nullable JsonNode origin(JsonNode update) {
    JsonNode message = update.path("message");
    JsonNode origin = message.path("forward_origin");
    boolean channel = origin.path("type").asText().equals("channel");
    return channel && offers.byEditor(message) ? origin.deepCopy() : null;
  }

  /** Whether the words to be checked are those of the message that it replies to. */
  private static boolean asksForCheck(JsonNode message) {
    return message.path("text").asText().startsWith("/" + Commands.CHECK);
  }

  /**
   * Of our own message the number is enough; of anybody else's, that it is theirs; and the words
   * when they are to be checked.
   */
  private static void reduce(ObjectNode original, boolean ours, boolean check) {
    List<String> needed = new ArrayList<>();
    if (ours) {
      needed.addAll(List.of("message_id", "from"));
    }
    if (check) {
      needed.addAll(List.of("text", "caption"));
    }
    original.retain(needed);
  }

  private static void nameless(@Nullable JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(NAMES);
      if (object.has("type") && object.has("id")) {
        object.remove("title");
      }
      object.forEach(Discretion::nameless);
    } else if (node instanceof ArrayNode array) {
      array.forEach(Discretion::nameless);
    }
  }
}
