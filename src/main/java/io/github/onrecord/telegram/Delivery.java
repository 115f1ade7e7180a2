package io.github.onrecord.telegram;

import io.github.onrecord.message.DigestMessages;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.store.Outbox;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.store.Sending;
import io.github.onrecord.store.Store;
import io.github.onrecord.store.StoreException;
import io.github.onrecord.telegram.BotApi.Ending;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Sends what is in the outbox, as fast as Telegram allows, and notes what became of it.
 *
 * <p>Where nobody knows whether a message arrived, an answer is sent again and says so; a summary
 * is not, but its reader is told and may have it shown.
 */
final class Delivery {
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration DRAIN_STEP = Duration.ofMillis(50);

  /** What Telegram says when a change changes nothing: it was made before. */
  private static final String NOT_MODIFIED = "message is not modified";

  private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

  private final BotApi api;
  private final Store store;
  private final Outbox outbox;
  private final Pictures pictures;
  private final Rate rate;
  private final Clock clock;
  private final Executor senders;
  private final Consumer<TokenRefused> end;
  private final SetBack setBack;
  private final Map<String, LongAdder> endings = new ConcurrentHashMap<>();
  private final Queue<Unsettled> unsettled = new ConcurrentLinkedQueue<>();
  private volatile Instant heldUntil = Instant.EPOCH;
  private volatile Instant lastFlood = Instant.EPOCH;
  private volatile long floodedChat;

  /**
   * A delivery.
   *
   * @param pictures draws the cards that are sent
   * @param senders do the calls; how many at once is up to them
   * @param end told when the bot's token isn't accepted any more
   */
  Delivery(
      BotApi api,
      Store store,
      Pictures pictures,
      Rate rate,
      Clock clock,
      Executor senders,
      Consumer<TokenRefused> end) {
    this.api = api;
    this.store = store;
    this.outbox = store.outbox();
    this.pictures = pictures;
    this.rate = rate;
    this.clock = clock;
    this.setBack = new SetBack(clock);
    this.senders = senders;
    this.end = end;
  }

  /** How many tries ended how since the start, by the name of the {@link Ending}. */
  Map<String, Long> endings() {
    Map<String, Long> counts = new TreeMap<>();
    endings.forEach((ending, count) -> counts.put(ending.toLowerCase(Locale.ROOT), count.sum()));
    return counts;
  }

  /** A call that was made, and whose ending isn't noted yet. */
  private record Unsettled(Sending sending, Ending<? extends Serializable> ending) {}

  /** Settles what a dead predecessor was sending. Before the first {@link #sendNext}. */
  void recover() {
    store.inTransaction(
        () -> {
          List<Sending> summaries = outbox.recover();
          summaries.forEach(summary -> outbox.put(notice(summary.message())));
          return summaries;
        });
  }

  /** Begins to send the next message that may go, and says when to come again. */
  Duration sendNext() {
    while (!unsettled.isEmpty()) {
      Unsettled first = unsettled.element();
      settle(first.sending(), first.ending());
      unsettled.remove();
    }
    Duration back = setBack.look();
    if (!back.isZero()) {
      LOG.warn("The clock was set back by {} s; nothing waits longer for it", back.toSeconds());
      outbox.setBack(back);
      heldUntil = heldUntil.minus(back);
    }
    Duration held = Duration.between(clock.instant(), heldUntil);
    if (held.compareTo(Duration.ZERO) > 0) {
      return held.compareTo(IDLE) < 0 ? held : IDLE;
    }
    Duration wait = rate.untilNext();
    if (!wait.isZero()) {
      return wait;
    }
    List<Sending> next = outbox.claim(1);
    if (next.isEmpty()) {
      return idle();
    }
    Sending sending = next.get(0);
    Duration chatWait = rate.take(sending.message().chatId());
    if (!chatWait.isZero()) {
      outbox.later(sending.id(), clock.instant().plus(chatWait), "the chat's rate");
      return Duration.ZERO;
    }
    try {
      senders.execute(() -> send(sending));
    } catch (RejectedExecutionException e) {
      outbox.later(sending.id(), clock.instant(), "closing");
    }
    return Duration.ZERO;
  }

  /** Sends what is ready, for so long at most; the rest waits in the outbox for the next start. */
  void drain(Duration longest) throws InterruptedException {
    long deadline = System.nanoTime() + longest.toNanos();
    while (outbox.waiting() > 0 && System.nanoTime() < deadline) {
      Duration rest = sendNext();
      TimeUnit.MILLISECONDS.sleep(Math.min(rest.toMillis(), DRAIN_STEP.toMillis()));
    }
  }

  private Duration idle() {
    return outbox
        .nextDue()
        .map(due -> Duration.between(clock.instant(), due))
        .filter(wait -> wait.compareTo(IDLE) < 0 && !wait.isNegative())
        .map(wait -> wait.plusMillis(1))
        .orElse(IDLE);
  }

  private void send(Sending sending) {
    if (sending.update() != null) {
      MDC.put(Clerk.UPDATE, Long.toString(sending.update()));
    }
    try {
      note(sending, call(sending, Sends.page(sending)));
    } catch (TokenRefused e) {
      outbox.later(sending.id(), clock.instant(), "the token is refused");
      end.accept(e);
    } catch (RuntimeException e) {
      // It stays marked as being sent, and the next start settles it.
      LOG.error("What became of message {} could not be noted", sending.id(), e);
    } finally {
      MDC.remove(Clerk.UPDATE);
    }
  }

  /** What the store can't note now is noted when it can: the chat's next message waits for it. */
  private void note(Sending sending, Ending<? extends Serializable> ending) {
    try {
      settle(sending, ending);
    } catch (StoreException e) {
      if (!e.passing()) {
        throw e;
      }
      LOG.warn("What became of message {} is noted later: {}", sending.id(), e.getMessage());
      unsettled.add(new Unsettled(sending, ending));
    }
  }

  private Ending<? extends Serializable> call(Sending sending, Page page) {
    if (page.file() != null) {
      return api.upload(Sends.file(sending, page, page.file()));
    }
    if (page.picture() != null) {
      Optional<byte[]> png = pictures.draw(page.picture());
      if (png.isPresent()) {
        return page.edits() == null
            ? api.upload(Sends.photo(sending, page, png.get()))
            : asItIs(api.upload(Sends.repainted(sending, page, page.edits(), png.get())));
      }
    }
    if (page.edits() == null) {
      return api.call(Sends.text(sending, page));
    }
    return asItIs(api.call(Sends.edit(sending, page, page.edits())));
  }

  /** What is as it should be needs no change. */
  private static Ending<? extends Serializable> asItIs(Ending<Serializable> ending) {
    boolean same =
        ending instanceof Ending.Refused<?> refused && refused.reason().contains(NOT_MODIFIED);
    return same ? new Ending.Done<>(true) : ending;
  }

  private void settle(Sending sending, Ending<? extends Serializable> ending) {
    endings.computeIfAbsent(ending.getClass().getSimpleName(), any -> new LongAdder()).increment();
    long id = sending.id();
    long chatId = sending.message().chatId();
    Instant soon = clock.instant().plus(Backoff.after(sending.attempts()));
    if (ending instanceof Ending.Done<?> done) {
      Long edited = sending.message().edits();
      outbox.sent(id, edited != null ? edited : ((Message) done.result()).getMessageId());
      LOG.info("Delivered message {}, try {}", id, sending.attempts());
    } else if (ending instanceof Ending.Later<?> later) {
      Instant until = clock.instant().plus(later.pause());
      flooded(chatId, until);
      outbox.later(id, until, "Telegram asks to wait " + later.pause().toSeconds() + " s");
    } else if (ending instanceof Ending.Moved<?> moved) {
      LOG.info("A group has a new number since it became a supergroup; all of it moves");
      store.inTransaction(
          () -> {
            outbox.later(id, clock.instant(), "the group moved");
            store.chats().move(chatId, moved.chatId());
            return id;
          });
    } else if (ending instanceof Ending.Gone<?> gone) {
      LOG.info("A chat can't be reached any more; its summaries end: {}", gone.reason());
      store.chats().end(chatId, gone.reason());
    } else if (ending instanceof Ending.Refused<?> refused) {
      TokenRefused.check(ending);
      LOG.error("Telegram refuses message {} and it is given up: {}", id, refused);
      outbox.failed(id, refused.code() + " " + refused.reason());
    } else if (ending instanceof Ending.Unreachable<?> unreachable) {
      LOG.warn("Telegram can't be reached, messages wait: {}", unreachable.reason());
      heldUntil = soon;
      outbox.later(id, soon, unreachable.reason());
    } else if (ending instanceof Ending.Unknown<?> unknown) {
      LOG.warn("Nobody knows whether message {} arrived: {}", id, unknown.reason());
      store.inTransaction(
          () -> {
            outbox.unknown(id, soon, unknown.reason());
            if (sending.message().kind() == Outgoing.Kind.DIGEST) {
              outbox.put(notice(sending.message()));
            }
            return id;
          });
    }
  }

  /** A flood in one chat holds that chat; floods in two chats at once hold everybody. */
  private void flooded(long chatId, Instant until) {
    if (chatId != floodedChat && lastFlood.isAfter(clock.instant())) {
      LOG.warn("Telegram asks to send less; everything waits until {}", until);
      heldUntil = until;
    }
    floodedChat = chatId;
    lastFlood = until;
  }

  private static Outgoing notice(Outgoing summary) {
    Memo memo = Letters.memo(summary);
    Page page = Letters.page(summary);
    return Letters.of(
            summary.chatId(),
            Outgoing.Kind.ANSWER,
            new DigestMessages(Phrases.in(memo.spoken())).uncertain(),
            Memo.in(memo.spoken()).with(page),
            null)
        .get(0);
  }
}
