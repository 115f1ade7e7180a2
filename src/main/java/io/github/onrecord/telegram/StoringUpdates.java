package io.github.onrecord.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * A request for updates that commits their JSON to the inbox as soon as the answer is here. Only
 * the next request, with a higher offset, tells Telegram that they were taken; so a death at any
 * moment loses none. They are read one by one later: one that nobody understands blocks no other.
 */
final class StoringUpdates extends GetUpdates {
  private static final long serialVersionUID = 1;

  private final transient Arrivals arrivals;
  private int stored;
  private @Nullable RuntimeException failure;

  StoringUpdates(Arrivals arrivals, long offset, Duration timeout) {
    this.arrivals = arrivals;
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
    try {
      stored = arrivals.put(response.path("result"));
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    }
    return new ArrayList<>();
  }
}
