package io.github.onrecord.telegram;

import io.github.onrecord.check.Checked;
import io.github.onrecord.check.Checker;
import io.github.onrecord.message.CheckMessages;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Language;
import io.github.onrecord.telegram.Incoming.Wish;
import java.util.function.Function;

/**
 * Quotations that people want to have checked. The answer comes in the language of the chat, since
 * the words are somebody else's. Thread-safe.
 */
final class Checks {
  private final Function<String, Checked> checker;
  private final Voice voice;

  Checks(Function<String, Checked> checker, Voice voice) {
    this.checker = checker;
    this.voice = voice;
  }

  /** Whether a message is passed on, or a pasted quotation, instead of a question. */
  boolean meant(Incoming.Text text) {
    return !text.from().group()
        && text.text().length() <= Checker.LONGEST
        && (text.forwarded() || Checker.quotation(text.text()));
  }

  /** The verdicts on a text's quotations. */
  Reply reply(Wish wish, String text) {
    Language language = voice.language(wish.from());
    CheckMessages messages = new CheckMessages(Phrases.in(language));
    if (text.length() > Checker.LONGEST) {
      return Reply.saying(wish, language, messages.tooLong(Checker.LONGEST));
    }
    Checked checked = checker.apply(text);
    return Reply.showing(wish, messages.of(checked.quotes()), Memo.in(language));
  }
}
