package io.github.onrecord.telegram;

import io.github.onrecord.message.Message;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Asked;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.telegram.Incoming.Wish;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chat gets for an update.
 *
 * @param letters messages for the outbox; may be empty
 * @param asked the question to remember for follow-ups, or null
 */
record Reply(List<Outgoing> letters, @Nullable Asked asked) {
  static final Reply NONE = new Reply(List.of(), null);

  Reply {
    letters = List.copyOf(letters);
  }

  /** A message whose buttons, if it has any, mean the same everywhere. */
  static Reply saying(Wish wish, Language language, Message message) {
    return showing(wish, message, Memo.in(language));
  }

  /** A message whose buttons need to know something. */
  static Reply showing(Wish wish, Message message, Memo memo) {
    return new Reply(
        Letters.of(
            wish.from().chatId(),
            Outgoing.Kind.ANSWER,
            message,
            memo,
            replyTo(wish),
            wish.from().thread()),
        null);
  }

  /** A card, with a caption below it. */
  static Reply picturing(Wish wish, Message caption, Page.Picture picture, Memo memo) {
    return new Reply(
        List.of(
            Letters.picturing(
                wish.from().chatId(), caption, picture, memo, replyTo(wish), wish.from().thread())),
        null);
  }

  Reply remembering(Asked question) {
    return new Reply(letters, question);
  }

  /** A message that takes the place of the one below which a button was pressed. */
  static Reply replacing(Incoming.Press press, Message message, Memo memo) {
    List<Outgoing> letters =
        Letters.of(press.from().chatId(), Outgoing.Kind.ANSWER, message, memo, null, null);
    return letters.size() == 1
        ? new Reply(List.of(Letters.editing(letters.get(0), press.messageId())), null)
        : showing(press, message, memo);
  }

  /** The same; nothing of it is kept once it was sent. */
  Reply leavingNoTrace() {
    return new Reply(letters.stream().map(Outgoing::asFleeting).toList(), asked);
  }

  /** Among others, and to an edited message, it must be seen what is answered. */
  private static @Nullable Integer replyTo(Wish wish) {
    boolean edited =
        (wish instanceof Incoming.Text text && text.edited())
            || (wish instanceof Incoming.Command command && command.edited());
    boolean toMessage = wish.messageId() != 0 && (wish.from().group() || edited);
    return toMessage ? wish.messageId() : null;
  }
}
