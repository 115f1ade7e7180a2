package io.github.onrecord.telegram;

import io.github.bucket4j.TimeMeter;
import io.github.onrecord.answer.Desk;
import io.github.onrecord.answer.RecordDesk;
import io.github.onrecord.check.Checked;
import io.github.onrecord.check.Checker;
import io.github.onrecord.digest.DigestMaker;
import io.github.onrecord.digest.Following;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Store;
import io.github.onrecord.telegram.BotApi.Ending;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * The bot: a thread that fetches updates, a few that answer them, a few that send, and one that
 * makes summaries. They share nothing but the store, so whatever moment they end, the next start
 * goes on from there. One bot at a time may use a store.
 */
public final class Bot implements AutoCloseable {
  /**
   * Updates handled at once. However many of them wait for a model, some don't: a slow model never
   * holds up quotes and commands.
   */
  private static final int DESKS = RecordDesk.WAITING + 4;

  /** Messages on their way at once: enough for 30 a second at a quarter of a second each. */
  private static final int SENDERS = 8;

  /** Inline queries answered at once. */
  private static final int TYPISTS = 2;

  /** How many more may wait; of those that have waited longest, people have typed on. */
  private static final int TYPED = 32;

  /** How often Telegram is told where to bring updates. */
  private static final Duration REGISTRATION = Duration.ofHours(1);

  /** How long {@link #close} waits in all for what was begun. */
  private static final Duration DRAIN = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Bot.class);

  private final Store store;
  private final BotSettings settings;
  private final Newsroom newsroom;
  private final Desk desk;
  private final Function<String, Checked> checker;
  private final Clock clock;
  private final Voice voice;
  private final BotApi polling;
  private final BotApi sending;
  private final Courtesy courtesy;
  private final DigestMaker digests;
  private final Following following;
  private final ExecutorService desks = pool("desk", DESKS);
  private final ExecutorService typing = newest("inline", TYPISTS);
  private final ExecutorService senders = pool("sender", SENDERS);
  private final Delivery delivery;
  private final Loop deliveryLoop;
  private final Loop digestLoop;
  private final Loop pollLoop;
  private final CompletableFuture<Optional<String>> ended = new CompletableFuture<>();
  private final Backoff introduction = new Backoff();
  private final Backoff registration = new Backoff();
  private final @Nullable WebhookDoor door;
  private volatile @Nullable String trouble = "Telegram hasn't been reached yet";
  private volatile @Nullable Loop clerkLoop;
  private volatile @Nullable Poller poller;

  /**
   * A bot that doesn't run yet.
   *
   * @param desk answers questions
   * @param checker checks the quotations of a text of at most {@link Checker#LONGEST} characters
   * @param examples questions that the record answers, in a language
   * @param clock what time it is; summaries follow it
   */
  public Bot(
      BotSettings settings,
      Store store,
      Desk desk,
      Function<String, Checked> checker,
      Function<Language, List<String>> examples,
      Clock clock) {
    this(settings, store, desk, checker, examples, Newsroom.CLOSED, clock);
  }

  /**
   * The same, with editors.
   *
   * @param newsroom who may change the record, and where what they send goes
   */
  public Bot(
      BotSettings settings,
      Store store,
      Desk desk,
      Function<String, Checked> checker,
      Function<Language, List<String>> examples,
      Newsroom newsroom,
      Clock clock) {
    this.newsroom = newsroom;
    this.store = store;
    this.settings = settings;
    this.desk = desk;
    this.checker = checker;
    this.door = settings.webhook() == null ? null : new WebhookDoor(settings.webhook());
    this.clock = clock;
    this.voice = new Voice(store.chats(), examples);
    this.polling = new BotApi(settings.apiUrl(), settings.token(), settings.pollTimeout());
    this.sending = new BotApi(settings.apiUrl(), settings.token(), Duration.ZERO);
    this.courtesy = new Courtesy(sending);
    this.digests = new DigestMaker(store.record());
    this.delivery =
        new Delivery(
            sending,
            store,
            new Pictures(store.record()),
            new Rate(clock),
            clock,
            senders,
            this::end);
    this.deliveryLoop = new Loop("onrecord-telegram-delivery", delivery::sendNext, this::end);
    this.following = new Following(desk, store.record());
    DigestClock digestClock =
        new DigestClock(store, digests, following, desk, clock, deliveryLoop::wake);
    AlertClock alerts = new AlertClock(store, digests, following, clock, deliveryLoop::wake);
    CorrectionClock corrections = new CorrectionClock(store, deliveryLoop::wake);
    Retention retention = new Retention(store.personalData(), settings.keep(), clock);
    this.digestLoop =
        new Loop(
            "onrecord-telegram-clock",
            () -> {
              Duration rest = digestClock.tick();
              alerts.tick();
              corrections.tick();
              retention.tick();
              return rest;
            },
            this::end);
    this.pollLoop = new Loop("onrecord-telegram-poller", this::poll, this::end);
  }

  /** Settles what a predecessor left, and begins. Returns at once. */
  public void start() {
    delivery.recover();
    store.inbox().release();
    deliveryLoop.start();
    digestLoop.start();
    pollLoop.start();
  }

  /**
   * Waits until the bot has ended.
   *
   * @return why it ended by itself, as a sentence that says what to do; empty when it was closed
   */
  public Optional<String> awaitEnd() throws InterruptedException {
    try {
      return ended.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The end is never exceptional", e);
    }
  }

  private Duration poll() {
    Poller known = poller;
    if (known == null) {
      Ending<User> ending = polling.call(new GetMe());
      TokenRefused.check(ending);
      if (!(ending instanceof Ending.Done<User> done)) {
        if (!introduction.failing()) {
          LOG.warn("Telegram can't be reached at {}; trying again: {}", settings.apiUrl(), ending);
        }
        return introduction.next();
      }
      known = begin(new Me(done.result().getId(), done.result().getUserName()));
      poller = known;
    }
    Duration rest = door == null ? known.poll() : register();
    trouble = known.failing() || registration.failing() ? "Telegram can't be reached" : null;
    return rest;
  }

  /** Has Telegram bring updates; said again now and then, in case somebody else has ended it. */
  private Duration register() {
    Webhook webhook = Objects.requireNonNull(settings.webhook(), "there is a door for it");
    Ending<Boolean> ending =
        polling.register(
            SetWebhook.builder()
                .url(webhook.url().toString())
                .secretToken(webhook.secret())
                .allowedUpdates(UpdateReader.KINDS)
                .build());
    TokenRefused.check(ending);
    if (ending instanceof Ending.Done) {
      registration.reset();
      return REGISTRATION;
    }
    if (!registration.failing()) {
      LOG.warn("Telegram doesn't bring updates to {}; trying again: {}", webhook.url(), ending);
    }
    return ending instanceof Ending.Later<?> later ? later.pause() : registration.next();
  }

  /** Where updates are brought; empty when Telegram is asked for them. */
  public Optional<WebhookDoor> door() {
    return Optional.ofNullable(door);
  }

  /** How many tries to send a message ended how, since the start. */
  public Map<String, Long> deliveries() {
    return delivery.endings();
  }

  /** Why no updates come in now; empty when they do. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** Once it is known who the bot is, messages can be read. */
  private Poller begin(Me me) {
    // Polling and a webhook exclude each other.
    if (door == null) {
      polling.call(new DeleteWebhook());
    }
    CommandMenu.set(polling);
    Offers offers = new Offers(newsroom.editors());
    UpdateReader reader = new UpdateReader(me, offers);
    Conversation conversation =
        new Conversation(
            store.chats(),
            desk,
            voice,
            new Drafts(desk, courtesy, settings.model() != null),
            clock);
    Checks checks = new Checks(checker, voice);
    Summaries summaries = new Summaries(store, settings, clock);
    Admins admins = new Admins(sending);
    Editors editors = new Editors(store, sending, newsroom.intake(), newsroom.editors());
    FollowDesk follows = new FollowDesk(store, following, summaries, settings);
    Addresses addresses = new Addresses(settings.pages(), me);
    Views views = new Views(store.record(), addresses);
    InlineDesk quotes = new InlineDesk(store.record(), desk, voice, addresses);
    InlineCounter inline = new InlineCounter(quotes, sending, clock, typing);
    Privacy privacy = new Privacy(store.personalData(), settings);
    Commands commands =
        new Commands(
            store,
            digests,
            conversation,
            checks,
            follows,
            summaries,
            admins,
            editors,
            privacy,
            new DeepLinks(views, follows),
            voice,
            settings,
            me,
            clock);
    Clerk clerk =
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
            new Fairness(settings.limits(), voice, TimeMeter.SYSTEM_NANOTIME),
            settings.limits().queue(),
            voice,
            courtesy,
            clock,
            desks,
            DESKS,
            this::answered);
    Loop loop = new Loop("onrecord-telegram-clerk", clerk::handOut, this::end);
    clerkLoop = loop;
    loop.start();
    LOG.info("{} takes questions.", me.mention());
    Arrivals arrivals =
        new Arrivals(store.inbox(), reader, new Discretion(me, offers), inline::take);
    if (door != null) {
      door.open(arrivals, loop::wake);
    }
    return new Poller(polling, store.inbox(), arrivals, settings.pollTimeout(), loop::wake);
  }

  /** After an update was answered, its chat's next one and the outbox may be due. */
  private void answered() {
    Loop clerk = clerkLoop;
    if (clerk != null) {
      clerk.wake();
    }
    deliveryLoop.wake();
  }

  private void end(TokenRefused refused) {
    if (ended.complete(Optional.of(String.valueOf(refused.getMessage())))) {
      LOG.error("The bot stops. {}", refused.getMessage());
    }
  }

  /** Takes no more updates, finishes what was begun, sends what is ready, and ends. */
  @Override
  public void close() {
    long end = System.nanoTime() + DRAIN.toNanos();
    pollLoop.stop();
    Poller asking = poller;
    if (asking != null) {
      asking.close();
    }
    polling.close();
    digestLoop.stop();
    Loop clerk = clerkLoop;
    if (clerk != null) {
      clerk.close();
    }
    typing.shutdownNow();
    // Some time is left to send what is still being answered.
    finish(desks, left(end).multipliedBy(2).dividedBy(3));
    deliveryLoop.close();
    drain(left(end));
    finish(senders, left(end));
    digestLoop.join(left(end));
    pollLoop.join(left(end));
    courtesy.close();
    sending.close();
    ended.complete(Optional.empty());
  }

  private static Duration left(long end) {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  private void drain(Duration longest) {
    try {
      delivery.drain(longest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void finish(ExecutorService pool, Duration longest) {
    pool.shutdown();
    try {
      if (!pool.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Some work didn't end in {} ms; the next start takes it up", longest.toMillis());
        pool.shutdownNow();
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** When more waits than may, whatever has waited longest is dropped. */
  private static ExecutorService newest(String name, int size) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        size,
        size,
        30,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(TYPED),
        work -> new Thread(work, "onrecord-telegram-" + name + "-" + number.incrementAndGet()),
        new ThreadPoolExecutor.DiscardOldestPolicy());
  }

  /** Whoever finds all threads of the pool at work does the work itself, and so waits. */
  private static ExecutorService pool(String name, int size) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        size,
        30,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> new Thread(work, "onrecord-telegram-" + name + "-" + number.incrementAndGet()),
        (work, pool) -> {
          if (pool.isShutdown()) {
            throw new RejectedExecutionException("closing");
          }
          work.run();
        });
  }
}
