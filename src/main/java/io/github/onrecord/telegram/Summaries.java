package io.github.onrecord.telegram;

import io.github.onrecord.digest.DueTimes;
import io.github.onrecord.digest.Hours;
import io.github.onrecord.digest.QuietHours;
import io.github.onrecord.digest.Timetable;
import io.github.onrecord.digest.Zones;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.SummaryMessages;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Store;
import io.github.onrecord.store.Subscription;
import io.github.onrecord.store.SummaryWish;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What chats want of their summaries and alerts: chosen by words or by buttons, and shown. */
final class Summaries {
  /** Quiet hours that a button chooses; others can be typed. */
  private static final LocalTime NIGHT = LocalTime.of(22, 0);

  private static final LocalTime MORNING = LocalTime.of(7, 0);

  /** Zones that buttons choose; others can be typed. */
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Kyiv"),
          ZoneId.of("Europe/Warsaw"),
          ZoneId.of("Europe/Zurich"),
          ZoneId.of("Europe/London"),
          ZoneId.of("America/New_York"),
          ZoneId.of("UTC"));

  private static final Set<String> OFF =
      Set.of("off", "none", "no", "выкл", "нет", "выключить", "вимк", "ні", "вимкнути");

  private final Store store;
  private final BotSettings settings;
  private final Clock clock;

  Summaries(Store store, BotSettings settings, Clock clock) {
    this.store = store;
    this.settings = settings;
    this.clock = clock;
  }

  /** Begins or changes a chat's summaries by the words behind the command. */
  Message subscribe(long chatId, String words, Language language) {
    SummaryMessages messages = messages(language);
    SummaryWish wish = before(chatId, language).in(language);
    Timetable typed = Timetable.read(words);
    LocalTime time = wish.time();
    if (!typed.time().isEmpty()) {
      Optional<LocalTime> read = Hours.read(typed.time());
      if (read.isEmpty()) {
        return messages.noSuchTime(Commands.cut(typed.time()));
      }
      time = read.get();
    }
    ZoneId zone = wish.zone();
    if (!typed.place().isEmpty()) {
      Optional<ZoneId> found = Zones.find(typed.place());
      if (found.isEmpty()) {
        return messages.noSuchZone(Commands.cut(typed.place()));
      }
      zone = found.get();
    }
    wish = wish.at(time, zone, typed.days().isEmpty() ? wish.days() : typed.days());
    for (Timetable.Option option : typed.options()) {
      wish = with(wish, option);
    }
    return messages.subscribed(shown(store.subscriptions().subscribe(chatId, wish)));
  }

  private static SummaryWish with(SummaryWish wish, Timetable.Option option) {
    return switch (option) {
      case BRIEF -> wish.brief(true);
      case FULL -> wish.brief(false);
      case VERBATIM -> wish.verbatimOnly(true);
      case ALL_KINDS -> wish.verbatimOnly(false);
      case FOLLOWED -> wish.followedOnly(true);
      case EVERYTHING -> wish.followedOnly(false);
      case QUIET -> wish.quiet(true);
      case NOT_QUIET -> wish.quiet(false);
    };
  }

  /** Begins summaries of what a chat follows; who only wants that gets nothing else. */
  void subscribeToFollowed(long chatId, Language language) {
    if (wish(chatId).isEmpty()) {
      store.subscriptions().subscribe(chatId, usual(language).quiet(true).followedOnly(true));
    }
  }

  Message unsubscribe(long chatId, Language language) {
    return messages(language).unsubscribed(store.subscriptions().unsubscribe(chatId));
  }

  /** Chooses or ends a chat's quiet hours by the words behind the command; none shows them. */
  Message quiet(long chatId, String words, Language language) {
    SummaryMessages messages = messages(language);
    if (OFF.contains(words.strip().toLowerCase(language.locale()))) {
      QuietHours.keep(store.chats(), chatId, null);
    } else if (!words.isBlank()) {
      Optional<QuietHours> hours = QuietHours.read(words, zone(chatId));
      if (hours.isEmpty()) {
        return messages.noSuchHours(Commands.cut(words));
      }
      QuietHours.keep(store.chats(), chatId, hours.get());
    }
    return messages.quiet(quietHours(chatId));
  }

  /** The chat's settings as a message. */
  Message settings(long chatId, Language language) {
    SummaryMessages.@Nullable Wish wish =
        store.subscriptions().of(chatId).filter(Subscription::active).map(this::shown).orElse(null);
    return messages(language).settings(wish, quietHours(chatId));
  }

  /** What a button of the settings brings; empty when it means nothing. */
  Optional<Message> press(long chatId, String what, String value, Language language) {
    if (what.equals("choose")) {
      return choice(chatId, value, language);
    }
    return change(chatId, what, value, language)
        ? Optional.of(settings(chatId, language))
        : Optional.empty();
  }

  private Optional<Message> choice(long chatId, String value, Language language) {
    SummaryMessages messages = messages(language);
    return switch (value) {
      case "at" -> Optional.of(messages.chooseHour());
      case "days" -> Optional.of(messages.chooseDays());
      case "zone" -> Optional.of(messages.chooseZone(ZONES));
      case "settings" -> Optional.of(settings(chatId, language));
      default -> Optional.empty();
    };
  }

  private boolean change(long chatId, String what, String value, Language language) {
    return switch (what) {
      case "summary" -> startOrStop(chatId, value, language);
      case "hush" -> hush(chatId, value);
      default ->
          wish(chatId)
              .flatMap(wish -> changed(wish, what, value))
              .map(wish -> store.subscriptions().subscribe(chatId, wish))
              .isPresent();
    };
  }

  private boolean startOrStop(long chatId, String value, Language language) {
    if (value.equals("start")) {
      store.subscriptions().subscribe(chatId, before(chatId, language));
      return true;
    }
    return value.equals("stop") && store.subscriptions().unsubscribe(chatId);
  }

  private boolean hush(long chatId, String value) {
    if (!value.equals("on") && !value.equals("off")) {
      return false;
    }
    QuietHours night = new QuietHours(NIGHT, MORNING, zone(chatId));
    QuietHours.keep(store.chats(), chatId, value.equals("on") ? night : null);
    return true;
  }

  private static Optional<SummaryWish> changed(SummaryWish wish, String what, String value) {
    boolean on = value.equals("on");
    if (on || value.equals("off")) {
      return switch (what) {
        case "quiet" -> Optional.of(wish.quiet(on));
        case "only" -> Optional.of(wish.followedOnly(on));
        case "own" -> Optional.of(wish.verbatimOnly(on));
        case "brief" -> Optional.of(wish.brief(on));
        default -> Optional.empty();
      };
    }
    return switch (what) {
      case "at" -> hour(value).map(time -> wish.at(time, wish.zone(), wish.days()));
      case "zone" -> zoneOf(value).map(zone -> wish.at(wish.time(), zone, wish.days()));
      case "days" -> daysOf(value).map(days -> wish.at(wish.time(), wish.zone(), days));
      default -> Optional.empty();
    };
  }

  private static Optional<LocalTime> hour(String value) {
    return Numbers.in(value)
        .filter(hour -> hour < 24)
        .map(hour -> LocalTime.of(hour.intValue(), 0));
  }

  private static Optional<ZoneId> zoneOf(String value) {
    return Numbers.in(value)
        .filter(number -> number < ZONES.size())
        .map(number -> ZONES.get(number.intValue()));
  }

  private static Optional<Set<DayOfWeek>> daysOf(String value) {
    return switch (value) {
      case "daily" -> Optional.of(SummaryWish.DAILY);
      case "weekdays" -> Optional.of(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
      default ->
          Numbers.in(value)
              .filter(day -> day >= 1 && day <= 7)
              .map(day -> Set.of(DayOfWeek.of(day.intValue())));
    };
  }

  /** A chat's summaries are in its language. */
  void speak(long chatId, Language language) {
    wish(chatId).ifPresent(wish -> store.subscriptions().subscribe(chatId, wish.in(language)));
  }

  private Optional<SummaryWish> wish(long chatId) {
    return store.subscriptions().of(chatId).filter(Subscription::active).map(Subscription::wish);
  }

  /** What the chat wanted last, or what everybody gets. */
  private SummaryWish before(long chatId, Language language) {
    return store
        .subscriptions()
        .of(chatId)
        .map(Subscription::wish)
        .orElseGet(() -> usual(language));
  }

  private SummaryWish usual(Language language) {
    return SummaryWish.daily(settings.digestTime(), settings.digestZone(), language);
  }

  private ZoneId zone(long chatId) {
    return wish(chatId).map(SummaryWish::zone).orElse(settings.digestZone());
  }

  private SummaryMessages.@Nullable Quiet quietHours(long chatId) {
    return QuietHours.of(store.chats(), chatId)
        .map(hours -> new SummaryMessages.Quiet(hours.from(), hours.to(), hours.zone()))
        .orElse(null);
  }

  private SummaryMessages.Wish shown(Subscription subscription) {
    SummaryWish wish = subscription.wish();
    DueTimes times = new DueTimes(wish.time(), wish.zone(), wish.days());
    return new SummaryMessages.Wish(
        wish.time(),
        wish.zone(),
        wish.days(),
        times.next(clock.instant(), subscription.lastDigest()),
        wish.quiet(),
        wish.followedOnly(),
        wish.verbatimOnly(),
        wish.brief());
  }

  private static SummaryMessages messages(Language language) {
    return new SummaryMessages(Phrases.in(language));
  }
}
