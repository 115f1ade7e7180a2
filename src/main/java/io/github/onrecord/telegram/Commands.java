package io.github.onrecord.telegram;

import io.github.onrecord.digest.Digest;
import io.github.onrecord.digest.DigestMaker;
import io.github.onrecord.message.BotMessages;
import io.github.onrecord.message.ComparisonMessages;
import io.github.onrecord.message.DigestMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.ReceiptMessages;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Store;
import io.github.onrecord.store.Subscription;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bot's commands. What takes time is done when a command is prepared; what it changes is
 * changed by the supplier, in the transaction that marks the command as done.
 */
final class Commands {
  /** The one command that may be about the message to which it replies. */
  static final String CHECK = "check";

  private static final String SUMMARY_CHANGE = "summary.change";
  private static final String SUMMARY_AT = "summary.at";

  /** Messages among which the last answer is looked for. */
  private static final int RECENT = 30;

  /** Words of a person that are shown back to them are cut to this length. */
  private static final int ECHO = 60;

  private final Store store;
  private final DigestMaker digests;
  private final Conversation conversation;
  private final Checks checks;
  private final FollowDesk follows;
  private final Summaries summaries;
  private final Admins admins;
  private final Editors editors;
  private final Privacy privacy;
  private final DeepLinks links;
  private final Voice voice;
  private final BotSettings settings;
  private final Me me;
  private final Clock clock;

  Commands(
      Store store,
      DigestMaker digests,
      Conversation conversation,
      Checks checks,
      FollowDesk follows,
      Summaries summaries,
      Admins admins,
      Editors editors,
      Privacy privacy,
      DeepLinks links,
      Voice voice,
      BotSettings settings,
      Me me,
      Clock clock) {
    this.store = store;
    this.digests = digests;
    this.conversation = conversation;
    this.checks = checks;
    this.follows = follows;
    this.summaries = summaries;
    this.admins = admins;
    this.editors = editors;
    this.privacy = privacy;
    this.links = links;
    this.voice = voice;
    this.settings = settings;
    this.me = me;
    this.clock = clock;
  }

  /** Whether there is a command of that name. */
  static boolean known(String name) {
    return name.equals("start") || BotMessages.COMMANDS.contains(name);
  }

  Supplier<Reply> prepare(Incoming.Command command) {
    Language language = voice.language(command.from());
    long chatId = command.from().chatId();
    if (!admins.allow(command)) {
      return saying(command, language, Voice.summary(language).adminsOnly());
    }
    Optional<Supplier<Reply>> edited = editors.command(command, language);
    if (edited.isPresent()) {
      return edited.get();
    }
    return switch (command.name()) {
      case "start" -> start(command, language);
      case "help" ->
          offering(
              command, language, Voice.bot(language).help(voice.examples(language), me.mention()));
      case "quote" -> quote(command, language);
      case CHECK -> {
        Reply reply = checks.reply(command, command.rest());
        yield () -> reply;
      }
      case "compare" -> compare(command, language);
      case "timeline" -> timeline(command, language);
      case "summary" -> summary(command, language);
      case "subscribe" ->
          () ->
              Reply.saying(
                  command, language, summaries.subscribe(chatId, command.rest(), language));
      case "unsubscribe" ->
          () -> Reply.saying(command, language, summaries.unsubscribe(chatId, language));
      case "quiet" ->
          () -> Reply.saying(command, language, summaries.quiet(chatId, command.rest(), language));
      case "settings" ->
          () -> Reply.saying(command, language, summaries.settings(chatId, language));
      case "language" -> () -> language(command, language);
      case "follow" -> follow(command, language);
      case "why" -> () -> why(command, language);
      case "privacy" -> () -> privacy.policy(command, language);
      case "mydata" -> () -> privacy.handOut(command, language);
      case "forget" -> () -> privacy.ask(command, language);
      default ->
          saying(
              command,
              language,
              Voice.bot(language)
                  .unknownCommand(
                      cut(command.name()),
                      NearestCommand.to(command.name(), BotMessages.COMMANDS).orElse(null)));
    };
  }

  private static Supplier<Reply> saying(
      Incoming.Command command, Language language, Message message) {
    Reply reply = Reply.saying(command, language, message);
    return () -> reply;
  }

  /** A message below which each example is a button that asks it. */
  private Supplier<Reply> offering(Incoming.Command command, Language language, Message message) {
    Reply reply =
        Reply.showing(command, message, Memo.in(language).asking(voice.examples(language)));
    return () -> reply;
  }

  /** The welcome, or what a link to the bot leads to. */
  private Supplier<Reply> start(Incoming.Command command, Language language) {
    if (command.rest().isEmpty() || InlineDesk.isStart(command.rest())) {
      return offering(command, language, welcome(language));
    }
    Reply reply =
        links
            .open(command, language)
            .orElseGet(() -> Reply.saying(command, language, Voice.guide(language).deadLink()));
    return () -> reply;
  }

  private Message welcome(Language language) {
    return Voice.guide(language)
        .welcome(
            store.record().standing().statements(),
            store.record().officials().size(),
            voice.examples(language));
  }

  private Supplier<Reply> quote(Incoming.Command command, Language language) {
    if (command.rest().isEmpty()) {
      return saying(command, language, Voice.bot(language).quoteUsage());
    }
    Reply reply = conversation.quote(command);
    return () -> reply;
  }

  private Supplier<Reply> follow(Incoming.Command command, Language language) {
    Reply reply = follows.command(command, language);
    return () -> reply;
  }

  /** What the chat's last answer rests on. */
  private Reply why(Incoming.Command command, Language language) {
    Optional<Memo> last =
        store.outbox().recent(command.from().chatId(), RECENT).stream()
            .map(Letters::memo)
            .filter(memo -> memo.receipt() != null)
            .findFirst();
    if (last.isPresent() && last.get().receipt() != null) {
      Language spoken = last.get().spoken();
      return Reply.saying(
          command, spoken, new ReceiptMessages(Phrases.in(spoken)).of(last.get().receipt()));
    }
    return Reply.saying(command, language, new ReceiptMessages(Phrases.in(language)).none());
  }

  private Supplier<Reply> compare(Incoming.Command command, Language language) {
    Reply reply =
        command.rest().isEmpty()
            ? Reply.saying(command, language, new ComparisonMessages(Phrases.in(language)).usage())
            : conversation.compare(command, store.record());
    return () -> reply;
  }

  private Supplier<Reply> timeline(Incoming.Command command, Language language) {
    if (command.rest().isEmpty()) {
      return saying(command, language, Voice.bot(language).timelineUsage());
    }
    Reply reply = conversation.timeline(command);
    return () -> reply;
  }

  /** What came on record since the chat was last told, by this command or by a daily summary. */
  private Supplier<Reply> summary(Incoming.Command command, Language language) {
    long chatId = command.from().chatId();
    Optional<Subscription> wish = store.subscriptions().of(chatId).filter(Subscription::active);
    Optional<Instant> asked = store.chats().setting(chatId, SUMMARY_AT).map(Instant::parse);
    long marker = store.chats().setting(chatId, SUMMARY_CHANGE).map(Long::parseLong).orElse(0L);
    Instant since = asked.orElse(null);
    if (wish.isPresent() && wish.get().lastChange() >= marker) {
      marker = wish.get().lastChange();
      since = latest(since, wish.get().told());
    }
    Digest digest = since == null ? digests.recent() : digests.since(marker);
    Message message =
        new DigestMessages(Phrases.in(language))
            .now(digest, since, wish.map(one -> one.wish().zone()).orElse(settings.digestZone()));
    Reply reply = Reply.saying(command, language, message);
    return () -> {
      store.chats().setSetting(chatId, SUMMARY_CHANGE, Long.toString(digest.upTo()));
      store.chats().setSetting(chatId, SUMMARY_AT, clock.instant().toString());
      return reply;
    };
  }

  private static Instant latest(@Nullable Instant one, Instant other) {
    return one == null || one.isBefore(other) ? other : one;
  }

  private Reply language(Incoming.Command command, Language before) {
    Optional<Language> chosen = languageCalled(command.rest());
    if (chosen.isEmpty()) {
      return Reply.saying(command, before, Voice.bot(before).chooseLanguage());
    }
    return Reply.saying(command, chosen.get(), choose(command.from().chatId(), chosen.get()));
  }

  /** Chooses a language for a chat and its summaries. */
  Message choose(long chatId, Language language) {
    store.chats().setLanguage(chatId, language);
    summaries.speak(chatId, language);
    return Voice.bot(language).languageChosen();
  }

  /** A language by its code or its own name. */
  static Optional<Language> languageCalled(String name) {
    String lower = name.strip().toLowerCase(Locale.ROOT);
    for (Language language : List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN)) {
      String own = Phrases.in(language).say("language.name").toLowerCase(Locale.ROOT);
      if (lower.equals(language.code()) || lower.equals(own)) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /** A person's words, no longer than they may be shown back. */
  static String cut(String typed) {
    return typed.length() <= ECHO
        ? typed
        : typed.substring(
                0,
                typed.offsetByCodePoints(
                    0, Math.min(ECHO, typed.codePointCount(0, typed.length()))))
            + "…";
  }
}
