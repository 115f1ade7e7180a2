package io.github.onrecord.telegram;

import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.PrivacyMessages;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.PersonalData;
import io.github.onrecord.telegram.Incoming.Wish;
import java.util.List;
import java.util.Optional;

/** What the bot knows about somebody: told, handed out, and forgotten at their wish. */
final class Privacy {
  /** The name of the file that one's own data comes in. */
  private static final String FILE = "onrecord-my-data.json";

  private final PersonalData data;
  private final BotSettings settings;

  Privacy(PersonalData data, BotSettings settings) {
    this.data = data;
    this.settings = settings;
  }

  /** What is kept, how long, and how to get or delete it. */
  Reply policy(Wish wish, Language language) {
    return Reply.saying(
        wish, language, messages(language).policy(settings.keep().toDays(), settings.model()));
  }

  /** Asks whether everything shall really go. */
  Reply ask(Wish wish, Language language) {
    return Reply.saying(wish, language, messages(language).ask(wish.from().group()));
  }

  /** All that is kept about the person, as a file; not where others see it. */
  Reply handOut(Wish wish, Language language) {
    if (wish.from().group()) {
      return Reply.saying(wish, language, messages(language).notHere());
    }
    Page.Attachment file = new Page.Attachment(FILE, data.export(wish.from().personId()));
    Page page = Page.of(file, messages(language).handedOut().plain());
    return new Reply(List.of(Letters.of(wish.from().chatId(), page, Memo.in(language))), null)
        .leavingNoTrace();
  }

  /**
   * What the answer to {@link #ask} brings, for whoever pressed. To be called in the transaction
   * that marks the press as done.
   *
   * @param update number of the press in the inbox
   */
  Optional<Reply> answered(Incoming.Press press, String answer, Language language, long update) {
    if (answer.equals("no")) {
      return Optional.of(Reply.saying(press, language, messages(language).kept()));
    }
    if (!answer.equals("yes")) {
      return Optional.empty();
    }
    data.forget(press.from().personId(), update);
    return Optional.of(
        Reply.saying(press, language, messages(language).forgotten()).leavingNoTrace());
  }

  private static PrivacyMessages messages(Language language) {
    return new PrivacyMessages(Phrases.in(language));
  }
}
