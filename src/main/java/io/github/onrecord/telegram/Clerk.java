package io.github.onrecord.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Inbox;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.store.Received;
import io.github.onrecord.store.Store;
import io.github.onrecord.store.StoreException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Takes updates from the inbox and answers them: several at once, but each chat's one after the
 * other. The reply goes into the outbox in the transaction that marks the update as done. An update
 * that fails is tried again later, and set aside when it has failed too often; the others go on.
 */
final class Clerk {
  /** How often an update is tried that fails. */
  static final int TRIES = 5;

  /**
   * How often an update is taken up when the process dies meanwhile. More than {@link #TRIES},
   * since all that are in hand then are suspected together.
   */
  static final int DEATHS = 15;

  /** When an update is taken up again that the store's fault interrupted. */
  private static final Duration SOON = Duration.ofSeconds(1);

  /** Longer than any answer takes, so that no update is handled twice at once. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** Rest when nothing is due; whoever puts something into the inbox ends it. */
  private static final Duration IDLE = Duration.ofSeconds(1);

  /** What log entries are marked with, from a question to its delivery. */
  static final String UPDATE = "update";

  private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Store store;
  private final Inbox inbox;
  private final UpdateReader reader;
  private final Conversation conversation;
  private final Checks checks;
  private final Commands commands;
  private final Presses presses;
  private final Admins admins;
  private final Editors editors;
  private final Fairness fairness;
  private final Overload overload;
  private final SetBack setBack;
  private final Voice voice;
  private final Courtesy courtesy;
  private final Clock clock;
  private final Executor desks;
  private final Semaphore free;

  /** Updates that the store could not even note as failed. */
  private final Queue<Long> interrupted = new ConcurrentLinkedQueue<>();

  private final Runnable answered;

  /**
   * A clerk.
   *
   * @param queue how many updates may wait before the oldest are told when they are answered
   * @param desks does the work
   * @param count how many updates are handled at once
   * @param answered told after each update, since the next of its chat and the outbox may be due
   */
  Clerk(
      Store store,
      UpdateReader reader,
      Conversation conversation,
      Checks checks,
      Commands commands,
      Presses presses,
      Admins admins,
      Editors editors,
      Fairness fairness,
      int queue,
      Voice voice,
      Courtesy courtesy,
      Clock clock,
      Executor desks,
      int count,
      Runnable answered) {
    this.store = store;
    this.inbox = store.inbox();
    this.reader = reader;
    this.conversation = conversation;
    this.checks = checks;
    this.commands = commands;
    this.presses = presses;
    this.admins = admins;
    this.editors = editors;
    this.fairness = fairness;
    this.overload = new Overload(store, this::read, voice, queue, clock);
    this.voice = voice;
    this.courtesy = courtesy;
    this.clock = clock;
    this.setBack = new SetBack(clock);
    this.desks = desks;
    this.free = new Semaphore(count);
    this.answered = answered;
  }

  /** Hands out what is due, and says when to come again. */
  Duration handOut() {
    int places = free.availablePermits();
    if (places == 0) {
      return IDLE;
    }
    Duration back = setBack.look();
    if (!back.isZero()) {
      inbox.setBack(back);
    }
    while (!interrupted.isEmpty()) {
      inbox.giveBack(interrupted.element(), clock.instant().plus(SOON));
      interrupted.remove();
    }
    overload.relieve();
    List<Received> due = inbox.take(places, LEASE);
    if (due.isEmpty()) {
      overload.rest();
      return IDLE;
    }
    for (Received received : due) {
      free.acquireUninterruptibly();
      try {
        desks.execute(() -> work(received));
      } catch (RejectedExecutionException e) {
        // Closing: the next start takes it up.
        free.release();
      }
    }
    return Duration.ZERO;
  }

  private void work(Received received) {
    MDC.put(UPDATE, Long.toString(received.id()));
    try {
      handle(received);
    } catch (RuntimeException e) {
      if (e instanceof StoreException store && store.passing()) {
        interrupted.add(received.id());
      }
      LOG.error("It stays in the inbox and is tried again", e);
    } finally {
      MDC.remove(UPDATE);
      free.release();
      answered.run();
    }
  }

  private void handle(Received received) {
    Incoming incoming = read(received);
    Instant begun = clock.instant();
    LOG.info(
        "Taken up: {}, {} ms after it came, try {}",
        incoming.getClass().getSimpleName(),
        Duration.between(received.received(), begun).toMillis(),
        received.attempts());
    if (received.attempts() > DEATHS) {
      setAside(received, incoming, "the process ended each time while handling it");
      return;
    }
    try {
      Supplier<Reply> prepared =
          refusal(received, incoming)
              .<Supplier<Reply>>map(refused -> () -> refused)
              .orElseGet(() -> prepare(incoming, received.id()));
      store.inTransaction(
          () -> {
            Reply reply = prepared.get();
            return inbox.finish(received.id(), reply.letters(), reply.asked());
          });
      LOG.info("Done within {} ms", Duration.between(begun, clock.instant()).toMillis());
      if (incoming instanceof Incoming.Press press) {
        courtesy.noticed(press);
      }
    } catch (RuntimeException e) {
      if (e instanceof StoreException store && store.passing()) {
        throw e;
      }
      LOG.warn("Failed (try {} of {})", received.attempts(), TRIES, e);
      if (received.attempts() >= TRIES) {
        setAside(received, incoming, e.toString());
      } else {
        inbox.retry(
            received.id(), e.toString(), clock.instant().plus(Backoff.after(received.attempts())));
      }
    }
  }

  /** Only the first try of an update is counted. */
  private Optional<Reply> refusal(Received received, Incoming incoming) {
    return received.attempts() == 1 && incoming instanceof Incoming.Wish wish
        ? fairness.refusal(wish)
        : Optional.empty();
  }

  private Incoming read(Received received) {
    try {
      return reader.read(JSON.readTree(received.update().raw()));
    } catch (JsonProcessingException e) {
      return new Incoming.Nothing();
    }
  }

  private Supplier<Reply> prepare(Incoming incoming, long update) {
    if (incoming instanceof Incoming.Text text) {
      Reply reply =
          checks.meant(text) ? checks.reply(text, text.text()) : conversation.answer(text);
      return () -> reply;
    }
    if (incoming instanceof Incoming.Command command) {
      return commands.prepare(command);
    }
    if (incoming instanceof Incoming.Press press) {
      if (!admins.allow(press)) {
        String reason = Voice.summary(voice.language(press.from())).adminsOnly().plain();
        return () -> {
          courtesy.refused(press, reason);
          return Reply.NONE;
        };
      }
      return presses.prepare(press, update);
    }
    if (incoming instanceof Incoming.NotText other) {
      Language language = voice.language(other.from());
      Reply reply =
          Reply.saying(other, language, Voice.bot(language).textOnly(voice.examples(language)));
      return () -> reply;
    }
    if (incoming instanceof Incoming.Offer offer) {
      return editors.offered(offer, voice.language(offer.from()));
    }
    if (incoming instanceof Incoming.Joined joined) {
      Language language = voice.language(joined.from());
      Reply reply = Reply.saying(joined, language, Voice.summary(language).channelWelcome());
      return () -> reply;
    }
    return () -> {
      if (incoming instanceof Incoming.Left left) {
        leave(left, update);
      } else if (incoming instanceof Incoming.Moved moved) {
        store.chats().move(moved.chatId(), moved.to());
      } else if (incoming instanceof Incoming.Reacted reacted) {
        store.feedback().react(reacted.chatId(), reacted.messageId(), reacted.changes());
      }
      return Reply.NONE;
    };
  }

  /** Who blocks the bot may come back; a group that removes it has no more use for its data. */
  private void leave(Incoming.Left left, long update) {
    if (left.group()) {
      store.personalData().forget(left.chatId(), update);
    } else {
      store.chats().end(left.chatId(), left.reason());
    }
  }

  private void setAside(Received received, Incoming incoming, String reason) {
    LOG.error("Set aside after {} tries", received.attempts());
    List<Outgoing> sorry = List.of();
    if (incoming instanceof Incoming.Wish wish) {
      Language language = voice.language(wish.from());
      sorry = Reply.saying(wish, language, Voice.bot(language).failed()).letters();
    }
    inbox.fail(received.id(), reason, sorry);
  }
}
