package io.github.onrecord.message;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Button;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.record.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the bot says about itself: its commands, and what it can't do. */
public final class BotMessages {
  /** The commands, in the order of the menu. */
  public static final List<String> COMMANDS =
      List.of(
          "quote",
          "check",
          "timeline",
          "compare",
          "why",
          "summary",
          "follow",
          "subscribe",
          "quiet",
          "unsubscribe",
          "settings",
          "language",
          "privacy",
          "mydata",
          "forget",
          "help");

  private final Phrases phrases;

  public BotMessages(Phrases phrases) {
    this.phrases = phrases;
  }

  /** The commands with a short description each. */
  public Map<String, String> menu() {
    Map<String, String> menu = new LinkedHashMap<>();
    COMMANDS.forEach(command -> menu.put(command, phrases.say("command." + command)));
    return menu;
  }

  /**
   * What one can do, by examples.
   *
   * @param name the bot's name in groups, with the @
   */
  public Message help(List<String> examples, String name) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(bold(phrases.say("help.title")));
    if (!examples.isEmpty()) {
      blocks.add(plain(phrases.say("guide.ask") + "\n" + AnswerMessages.bullets(examples)));
    }
    blocks.add(plain(commands()));
    blocks.add(plain(phrases.say("help.inline", name)));
    blocks.add(plain(phrases.say("help.group", name)));
    return new Message(blocks, GuideMessages.asking(examples));
  }

  /** Not text. */
  public Message textOnly(List<String> examples) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(plain(phrases.say("bot.textonly")));
    if (!examples.isEmpty()) {
      blocks.add(plain(AnswerMessages.bullets(examples)));
    }
    return new Message(blocks, List.of());
  }

  /**
   * A command that doesn't exist.
   *
   * @param meant the command that it may have been meant to be, or null
   */
  public Message unknownCommand(String command, @Nullable String meant) {
    String typed = "/" + StatementBlocks.clean(command);
    return meant == null
        ? new Message(
            List.of(plain(phrases.say("bot.unknowncommand", typed)), plain(commands())), List.of())
        : new Message(
            List.of(
                plain(phrases.say("bot.unknowncommand.meant", typed, "/" + meant)),
                plain("/" + meant + " — " + phrases.say("command." + meant))),
            List.of());
  }

  /** A request for a timeline without a name or topic. */
  public Message timelineUsage() {
    return only("bot.timelineusage");
  }

  /** A quote request without a name. */
  public Message quoteUsage() {
    return only("bot.quoteusage");
  }

  /** A button that means nothing here: forged, of another chat, or too old. */
  public Message unknownButton() {
    return only("bot.unknownbutton");
  }

  /** A message that couldn't be answered after several tries. */
  public Message failed() {
    return only("bot.failed");
  }

  /**
   * Somebody asks more than is answered.
   *
   * @param limit how many questions in a minute are
   * @param seconds after which one more is
   */
  public Message tooFast(int limit, long seconds) {
    return only("bot.toofast", limit, seconds);
  }

  /**
   * Somebody's answer comes later.
   *
   * @param minutes within how many
   */
  public Message busy(long minutes) {
    return only("bot.busy", minutes);
  }

  /** A remark below a message that may have come before. */
  public Message repeated() {
    return only("bot.repeated");
  }

  /** A choice of languages. */
  public Message chooseLanguage() {
    return new Message(List.of(plain(phrases.say("language.choose"))), List.of(languages()));
  }

  /** The language of these phrases was chosen. */
  public Message languageChosen() {
    return only("language.chosen");
  }

  static List<Button> languages() {
    List<Button> row = new ArrayList<>();
    for (Language language : List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN)) {
      row.add(
          new Button.Action(
              Phrases.in(language).say("language.name"), "language:" + language.code()));
    }
    return row;
  }

  private String commands() {
    List<String> lines = new ArrayList<>();
    menu().forEach((command, description) -> lines.add("/" + command + " — " + description));
    return String.join("\n", lines);
  }

  private Message only(String key, Object... arguments) {
    return new Message(List.of(plain(phrases.say(key, arguments))), List.of());
  }

  private static Block plain(String text) {
    return new Block(List.of(new Run.Plain(text)), false);
  }

  private static Block bold(String text) {
    return new Block(List.of(new Run.Bold(text)), false);
  }
}
