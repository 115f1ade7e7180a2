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
   * @param replyTo the message that the first page replies to, or null
   * @param thread the topic of a group that all pages belong to, or null
   */
  static List<Outgoing> of(
      long chatId,
      Outgoing.Kind kind,
      Message message,
      Memo memo,
      @Nullable Integer replyTo,
      @Nullable Integer thread) {
    List<Outgoing> letters = new ArrayList<>();
    for (Pages.Sheet sheet : Pages.sheets(message)) {
      boolean first = letters.isEmpty();
      Page page = sheet.page().replyingTo(first ? replyTo : null, thread);
      letters.add(new Outgoing(chatId, kind, write(page), sheet.shows(), write(memo)));
    }
    return letters;
  }

  /** The pages of a message that belongs to no topic. */
  static List<Outgoing> of(
      long chatId, Outgoing.Kind kind, Message message, Memo memo, @Nullable Integer replyTo) {
    return of(chatId, kind, message, memo, replyTo, null);
  }

  /** A card with a caption below it. */
  static Outgoing picturing(
      long chatId,
      Message caption,
      Page.Picture picture,
      Memo memo,
      @Nullable Integer replyTo,
      @Nullable Integer thread) {
    Page page = Pages.of(caption).get(0).below(picture).replyingTo(replyTo, thread);
    return new Outgoing(
        chatId, Outgoing.Kind.ANSWER, write(page), List.of(picture.statement()), write(memo));
  }

  /** A page as it is. */
  static Outgoing of(long chatId, Page page, Memo memo) {
    return new Outgoing(chatId, Outgoing.Kind.ANSWER, write(page), List.of(), write(memo));
  }

  /** The letter, taking the place of a message. */
  static Outgoing editing(Outgoing letter, int messageId) {
    return editing(letter, page(letter), letter.statements(), messageId);
  }

  /** A message's new form, which takes its place and keeps its buttons. */
  static Outgoing editing(Outgoing before, Page page, List<Long> statements, int messageId) {
    return new Outgoing(
        before.chatId(),
        Outgoing.Kind.ANSWER,
        write(page.editing(messageId)),
        statements,
        before.memo(),
        before.fleeting(),
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
