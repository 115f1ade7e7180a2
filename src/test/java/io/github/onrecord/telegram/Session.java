package io.github.onrecord.telegram;

import io.github.bucket4j.TimeMeter;
import io.github.onrecord.answer.Desk;
import io.github.onrecord.check.Checker;
import io.github.onrecord.digest.DigestMaker;
import io.github.onrecord.digest.Following;
import io.github.onrecord.record.Language;
import io.github.onrecord.search.Lexicon;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.store.Store;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The bot's parts without its threads, a Bot API server on loopback, a store in a file, and a clock
 * that goes as fast as the work does. {@link #settle} does all that is due.
 */
final class Session implements AutoCloseable {
  static final long EDITOR = 99;
  static final Instant START = Instant.parse("2041-03-05T09:00:00Z");
  static final Map<Language, List<String>> EXAMPLES =
      Map.of(
          Language.ENGLISH, List.of("What did Calder say about the harbour?"),
          Language.RUSSIAN, List.of("Что сказала Калдер о гавани?"),
          Language.UKRAINIAN, List.of("Що сказала Калдер про гавань?"));

  final BotApiEmulator telegram = new BotApiEmulator();
  final MutableClock clock;
  private final Path file;
  private final Lexicon lexicon;
  private final Limits limits;
  private final World world;

  /** Whether a model is said to write, so slowly that a draft is shown before it is done. */
  boolean drafting;

  private final Me me = new Me(12345, "onrecord_bot");
  private BotApi api;
  private Courtesy courtesy;
  Store store;
  Poller poller;
  Clerk clerk;
  Delivery delivery;
  DigestClock digests;
  AlertClock alerts;
  CorrectionClock corrections;
  Retention retention;
  final NotingIntake intake = new NotingIntake();
  final List<TokenRefused> ends = new ArrayList<>();

  Session(Path folder) {
    this(folder, Limits.DEFAULT);
  }

  Session(Path folder, Limits limits) {
    this(folder, limits, new World(START, FerryTalks::begin, index -> null, EXAMPLES, null));
  }

  /** A session over a record of one's own. */
  Session(Path folder, Limits limits, World world) {
    this.clock = new MutableClock(world.start());
    this.limits = limits;
    this.world = world;
    this.file = folder.resolve("onrecord.db");
    this.lexicon = world.lexicon() == null ? Lexicon.load(folder, null) : world.lexicon();
    try (Store made = Store.open(file, clock)) {
      world.record().accept(made);
    }
    open();
  }

  /**
   * What a session is about.
   *
   * @param record puts it on record
   * @param desks the desk over an index; null for a plain one
   * @param examples questions for newcomers, by language
   * @param lexicon concepts across languages; null for none
   */
  record World(
      Instant start,
      Consumer<Store> record,
      Function<RecordIndex, @Nullable Desk> desks,
      Map<Language, List<String>> examples,
      @Nullable Lexicon lexicon) {}

  BotSettings settings() {
    return new BotSettings(
        URI.create(telegram.url()),
        BotApiEmulator.TOKEN,
        Duration.ofSeconds(1),
        LocalTime.of(8, 30),
        ZoneId.of("Europe/Kyiv"),
        20,
        Duration.ofDays(30),
        null,
        null,
        limits,
        null);
  }

  /** The clock's time, for what counts by a stopwatch. */
  private TimeMeter time() {
    return new TimeMeter() {
      @Override
      public long currentTimeNanos() {
        return TimeUnit.MILLISECONDS.toNanos(clock.millis());
      }

      @Override
      public boolean isWallClockBased() {
        return false;
      }
    };
  }

  /** Whoever has the number 99 is an editor. */
  private Newsroom newsroom() {
    return new Newsroom(Set.of(EDITOR), intake);
  }

  private void open() {
    store = Store.open(file, clock);
    api = new BotApi(URI.create(telegram.url()), BotApiEmulator.TOKEN, Duration.ZERO);
    courtesy = new Courtesy(api);
    Voice voice = new Voice(store.chats(), world.examples()::get);
    RecordIndex index = RecordIndex.open(store.record(), store.uuid(), null, lexicon);
    Desk real = world.desks().apply(index);
    Runnable writing = drafting ? () -> telegram.awaitCall("sendmessagedraft") : () -> {};
    Desk desk = real == null ? new PlainDesk(store.record(), writing) : real;
    Offers offers = new Offers(newsroom().editors());
    UpdateReader reader = new UpdateReader(me, offers);
    Conversation conversation =
        new Conversation(store.chats(), desk, voice, new Drafts(desk, courtesy, drafting), clock);
    DigestMaker maker = new DigestMaker(store.record());
    Following following = new Following(desk, store.record());
    Summaries summaries = new Summaries(store, settings(), clock);
    Admins admins = new Admins(api);
    Editors editors = new Editors(store, api, newsroom().intake(), newsroom().editors());
    FollowDesk follows = new FollowDesk(store, following, summaries, settings());
    Addresses addresses = new Addresses(settings().pages(), me);
    Views views = new Views(store.record(), addresses);
    InlineCounter inline =
        new InlineCounter(
            new InlineDesk(store.record(), desk, voice, addresses), api, clock, Runnable::run);
    Privacy privacy = new Privacy(store.personalData(), settings());
    Checks checks = new Checks(new Checker(index)::check, voice);
    Commands commands =
        new Commands(
            store,
            maker,
            conversation,
            checks,
            follows,
            summaries,
            admins,
            editors,
            privacy,
            new DeepLinks(views, follows),
            voice,
            settings(),
            me,
            clock);
    clerk =
        new Clerk(
            store,
            reader,
            conversation,
            checks,
            commands,
            new Presses(
                store, voice, commands, follows, summaries, editors, privacy, views, conversation),
            admins,
            editors,
            new Fairness(settings().limits(), voice, time()),
            settings().limits().queue(),
            voice,
            courtesy,
            clock,
            Runnable::run,
            4,
            () -> {});
    poller =
        new Poller(
            api,
            store.inbox(),
            new Arrivals(store.inbox(), reader, new Discretion(me, offers), inline::take),
            Duration.ZERO,
            () -> {});
    delivery =
        new Delivery(
            api,
            store,
            new Pictures(store.record()),
            new Rate(clock),
            clock,
            Runnable::run,
            ends::add);
    digests = new DigestClock(store, maker, following, desk, clock, () -> {});
    alerts = new AlertClock(store, maker, following, clock, () -> {});
    corrections = new CorrectionClock(store, () -> {});
    retention = new Retention(store.personalData(), settings().keep(), clock);
    delivery.recover();
    store.inbox().release();
  }

  /** Ends everything as a crash does, and begins anew with what is in the file. */
  void restart() {
    shut();
    open();
  }

  /** Fetches, answers and sends until nothing is left to do; the clock goes on meanwhile. */
  List<Sent> settle() {
    int before = telegram.sent().size();
    while (poller.poll().isZero()) {
      // More may be waiting.
    }
    while (store.inbox().waiting() > 0) {
      if (!clerk.handOut().isZero()) {
        clock.advance(Duration.ofSeconds(1));
      }
    }
    deliver();
    return telegram.sent().subList(before, telegram.sent().size());
  }

  /** Sends until the outbox is empty. */
  void deliver() {
    while (store.outbox().waiting() > 0) {
      clock.advance(delivery.sendNext());
    }
  }

  /** What the bot says to a message; several pages become one text. */
  String ask(long chatId, String text) {
    telegram.say(chatId, text);
    return String.join("\n", settle().stream().map(Sent::text).toList());
  }

  /** Presses the button with this data, or label, below the last message that has it. */
  String press(long chatId, String data) {
    Sent below =
        telegram.sent().stream()
            .filter(sent -> sent.chatId() == chatId && sent.request().toString().contains(data))
            .reduce((first, second) -> second)
            .orElseThrow();
    telegram.press(chatId, below.messageId(), data);
    return String.join("\n", settle().stream().map(Sent::text).toList());
  }

  private void shut() {
    courtesy.close();
    api.close();
    store.close();
  }

  @Override
  public void close() {
    shut();
    telegram.close();
  }
}
