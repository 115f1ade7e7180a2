package io.github.onrecord.telegram;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that takes one step after the other, and rests between them for as long as the step
 * says, or until it is woken. A step that fails is logged and taken again later.
 */
final class Loop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private final Thread thread;
  private final Step step;
  private final Consumer<TokenRefused> end;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean woken;
  private boolean closed;

  /** A piece of work. */
  interface Step {
    /** Does it, and says how long to rest. */
    Duration take();
  }

  /**
   * A loop that doesn't run yet.
   *
   * @param name the thread's
   * @param end told when the bot's token isn't accepted any more; the loop ends with it
   */
  Loop(String name, Step step, Consumer<TokenRefused> end) {
    this.step = step;
    this.end = end;
    this.thread = new Thread(this::run, name);
  }

  void start() {
    thread.start();
  }

  /** Ends the present or the next rest. */
  void wake() {
    lock.lock();
    try {
      woken = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    Backoff backoff = new Backoff();
    Duration rest = Duration.ZERO;
    while (rested(rest)) {
      try {
        rest = step.take();
        backoff.reset();
      } catch (TokenRefused e) {
        end.accept(e);
        return;
      } catch (RuntimeException e) {
        rest = backoff.next();
        LOG.error("{} failed and goes on in {} s", thread.getName(), rest.toSeconds(), e);
      }
    }
  }

  /** Rests; false when the loop is to end. */
  private boolean rested(Duration rest) {
    lock.lock();
    try {
      long left = rest.toNanos();
      while (!woken && !closed && left > 0) {
        left = changed.awaitNanos(left);
      }
      woken = false;
      return !closed;
    } catch (InterruptedException e) {
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Takes no further step; the present one goes on. */
  void stop() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for the present step to end, at most so long. Returns whether it has ended. */
  boolean join(Duration longest) {
    try {
      thread.join(Math.max(1, longest.toMillis()));
      return !thread.isAlive();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    stop();
    join(Duration.ofSeconds(10));
  }
}
