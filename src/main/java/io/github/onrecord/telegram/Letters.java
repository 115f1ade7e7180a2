package io.github.onrecord.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.message.Message;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Outgoing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages as the outbox keeps them: a page each, with what its buttons need. */
final class Letters {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Letters() {}

  /**
   * The pages of a message on their way to a chat.
   *
   * @param statements numbers of the statements it shows; they are kept with the last page, which
   *     has the buttons
   * @param replyTo the message that the first page replies to, or null
   */
  static List<Outgoing> of(
      long chatId,
      Outgoing.Kind kind,
      Message message,
      Memo memo,
      List<Long> statements,
      @Nullable Integer replyTo) {
    List<Page> pages = Pages.of(message);
    List<Outgoing> letters = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      Page page = i == 0 && replyTo != null ? pages.get(i).replyingTo(replyTo) : pages.get(i);
      boolean last = i == pages.size() - 1;
      letters.add(
          new Outgoing(chatId, kind, write(page), last ? statements : List.of(), write(memo)));
    }
    return letters;
  }

  /** A page as it is. */
  static Outgoing of(long chatId, Page page, Memo memo) {
    return new Outgoing(chatId, Outgoing.Kind.ANSWER, write(page), List.of(), write(memo));
  }

  /** The letter, taking the place of a message. */
  static Outgoing editing(Outgoing letter, int messageId) {
    return new Outgoing(
        letter.chatId(),
        letter.kind(),
        write(page(letter).editing(messageId)),
        letter.statements(),
        letter.memo(),
        letter.fleeting(),
        (long) messageId);
  }

  static Page page(Outgoing letter) {
    return read(letter.payload(), Page.class);
  }

  static Memo memo(Outgoing letter) {
    return letter.memo() == null ? Memo.in(Language.ENGLISH) : read(letter.memo(), Memo.class);
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Our own records can be written", e);
    }
  }

  private static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The outbox holds what isn't ours: " + type, e);
    }
  }
}
