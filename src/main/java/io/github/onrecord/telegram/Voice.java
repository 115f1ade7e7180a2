package io.github.onrecord.telegram;

import io.github.onrecord.message.BotMessages;
import io.github.onrecord.message.GuideMessages;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.SummaryMessages;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Chats;
import io.github.onrecord.telegram.Incoming.From;
import java.util.List;
import java.util.function.Function;

/** In which language the bot speaks to a chat, and the examples it gives there. Thread-safe. */
final class Voice {
  private final Chats chats;
  private final Function<Language, List<String>> examples;

  /**
   * A voice.
   *
   * @param examples questions that the record answers, in a language
   */
  Voice(Chats chats, Function<Language, List<String>> examples) {
    this.chats = chats;
    this.examples = examples;
  }

  /** The language that the chat has chosen, else that of the person's Telegram, else English. */
  Language language(From from) {
    return chats.language(from.chatId()).orElseGet(() -> spoken(from));
  }

  private static Language spoken(From from) {
    Language language =
        from.languageCode() == null ? Language.OTHER : Language.of(from.languageCode());
    return language == Language.OTHER ? Language.ENGLISH : language;
  }

  List<String> examples(Language language) {
    return examples.apply(language);
  }

  static BotMessages bot(Language language) {
    return new BotMessages(Phrases.in(language));
  }

  static SummaryMessages summary(Language language) {
    return new SummaryMessages(Phrases.in(language));
  }

  static GuideMessages guide(Language language) {
    return new GuideMessages(Phrases.in(language));
  }
}
