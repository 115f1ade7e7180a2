package io.github.onrecord.telegram;

import io.github.onrecord.record.Language;
import io.github.onrecord.telegram.BotApi.Ending;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/** The menu of commands that Telegram shows, in each language and in English for all others. */
final class CommandMenu {
  private static final Logger LOG = LoggerFactory.getLogger(CommandMenu.class);

  private CommandMenu() {}

  static void set(BotApi api) {
    set(api, Language.ENGLISH, null);
    for (Language language : List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN)) {
      set(api, language, language.code());
    }
  }

  private static void set(BotApi api, Language language, @Nullable String code) {
    List<BotCommand> commands =
        Voice.bot(language).menu().entrySet().stream()
            .map(entry -> new BotCommand(entry.getKey(), entry.getValue()))
            .toList();
    SetMyCommands menu = new SetMyCommands(commands);
    menu.setLanguageCode(code);
    Ending<Boolean> ending = api.call(menu);
    if (!(ending instanceof Ending.Done)) {
      LOG.warn("The menu of commands could not be set; the commands work without it: {}", ending);
    }
  }
}
