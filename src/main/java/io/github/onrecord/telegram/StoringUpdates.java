package io.github.onrecord.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.onrecord.store.Inbox;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A request for updates that commits their JSON to the inbox as soon as the answer is here. Only
 * the next request, with a higher offset, tells Telegram that they were taken; so a death at any
 * moment loses none. They are read one by one later: one that nobody understands blocks no other.
 *
 * <p>The answer is read before it is stored, so that of what people in a group say to each other
 * only the update's number is; and of what is for the bot only what answering needs. Of an inline
 * query only the number is stored, too: it is worth answering now or never.
 */
final class StoringUpdates extends GetUpdates {
  private static final long serialVersionUID = 1;

  private final transient Inbox inbox;
  private final transient UpdateReader reader;
  private final transient Discretion discretion;
  private final transient Consumer<Incoming.Inline> inline;
  private int stored;
  private @Nullable RuntimeException failure;

  StoringUpdates(
      Inbox inbox,
      UpdateReader reader,
      Discretion discretion,
      Consumer<Incoming.Inline> inline,
      long offset,
      Duration timeout) {
    this.inbox = inbox;
    this.reader = reader;
    this.discretion = discretion;
    this.inline = inline;
    setOffset(Math.toIntExact(offset));
    setTimeout(Math.toIntExact(timeout.toSeconds()));
    setAllowedUpdates(UpdateReader.KINDS);
  }

  /** How many updates came that weren't in the inbox yet. */
  int stored() {
    return stored;
  }

  /** Why they couldn't be stored, or null. */
  @Nullable RuntimeException failure() {
    return failure;
  }

  @Override
  @SuppressWarnings("NonApiType") // The library's signature.
  public ArrayList<Update> deserializeResponse(String answer) throws TelegramApiRequestException {
    JsonNode response;
    try {
      response = OBJECT_MAPPER.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new TelegramApiRequestException("Not the API's JSON", e);
    }
    if (!response.path("ok").asBoolean()) {
      return super.deserializeResponse(answer);
    }
    List<io.github.onrecord.store.Update> updates = new ArrayList<>();
    List<Incoming.Inline> typed = new ArrayList<>();
    for (JsonNode update : response.path("result")) {
      if (update.path("update_id").canConvertToLong()) {
        Incoming incoming = reader.read(update);
        updates.add(forInbox(update, incoming));
        if (incoming instanceof Incoming.Inline query) {
          typed.add(query);
        }
      }
    }
    try {
      stored = inbox.put(updates);
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
    typed.forEach(inline);
    return new ArrayList<>();
  }

  private io.github.onrecord.store.Update forInbox(JsonNode update, Incoming incoming) {
    long id = update.get("update_id").asLong();
    return incoming instanceof Incoming.Nothing || incoming instanceof Incoming.Inline
        ? new io.github.onrecord.store.Update(id, null, null, Discretion.number(id))
        : new io.github.onrecord.store.Update(
            id,
            UpdateReader.chatOf(incoming),
            UpdateReader.personOf(incoming),
            discretion.needed(update));
  }
}
