package io.github.onrecord.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onrecord.store.Inbox;
import io.github.onrecord.store.Update;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Puts updates into the inbox, whichever way they came. An update is read before it is stored, so
 * that of what people in a group say to each other only its number is; and of what is for the bot
 * only what answering needs. Of an inline query only the number is stored, too: it is worth
 * answering now or never.
 */
final class Arrivals {
  private final Inbox inbox;
  private final UpdateReader reader;
  private final Discretion discretion;
  private final Consumer<Incoming.Inline> inline;

  /**
   * A way in.
   *
   * @param inline takes what people type behind the bot's name; returns at once
   */
  Arrivals(
      Inbox inbox, UpdateReader reader, Discretion discretion, Consumer<Incoming.Inline> inline) {
    this.inbox = inbox;
    this.reader = reader;
    this.discretion = discretion;
    this.inline = inline;
  }

  /** Whether it is an update at all. */
  static boolean isUpdate(JsonNode json) {
    return json.path("update_id").canConvertToLong();
  }

  /** Commits updates, and returns how many are new; what is no update is passed over. */
  int put(Iterable<JsonNode> arrived) {
    List<Update> updates = new ArrayList<>();
    List<Incoming.Inline> typed = new ArrayList<>();
    for (JsonNode update : arrived) {
      if (isUpdate(update)) {
        Incoming incoming = reader.read(update);
        updates.add(forInbox(update, incoming));
        if (incoming instanceof Incoming.Inline query) {
          typed.add(query);
        }
      }
    }
    int added = inbox.put(updates);
    typed.forEach(inline);
    return added;
  }

  private Update forInbox(JsonNode update, Incoming incoming) {
    long id = update.get("update_id").asLong();
    return incoming instanceof Incoming.Nothing || incoming instanceof Incoming.Inline
        ? new Update(id, null, null, Discretion.number(id))
        : new Update(
            id,
            UpdateReader.chatOf(incoming),
            UpdateReader.personOf(incoming),
            discretion.needed(update));
  }
}
