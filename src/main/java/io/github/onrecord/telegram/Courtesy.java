package io.github.onrecord.telegram;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;

/**
 * Small signs to people: «typing …» while an answer is made, and that a press of a button was
 * noticed. They are made in passing, by a thread of their own: when one fails, nothing is lost.
 */
final class Courtesy implements AutoCloseable {
  /** Telegram shows «typing …» for five seconds. */
  private static final Duration TYPING = Duration.ofSeconds(4);

  private final BotApi api;
  private final ScheduledThreadPoolExecutor thread;

  Courtesy(BotApi api) {
    this.api = api;
    this.thread =
        new ScheduledThreadPoolExecutor(1, work -> new Thread(work, "onrecord-telegram-courtesy"));
    thread.setRemoveOnCancelPolicy(true);
  }

  /** «Typing …», until it is ended. */
  interface Sign {
    void end();
  }

  Sign typing(long chatId) {
    SendChatAction action = new SendChatAction(Long.toString(chatId), ActionType.TYPING.toString());
    try {
      ScheduledFuture<?> repeated =
          thread.scheduleWithFixedDelay(
              () -> api.call(action), 0, TYPING.toMillis(), TimeUnit.MILLISECONDS);
      return () -> repeated.cancel(false);
    } catch (RejectedExecutionException e) {
      return () -> {};
    }
  }

  /** Ends the waiting sign on a pressed button. */
  void noticed(Incoming.Press press) {
    try {
      thread.execute(() -> api.call(new AnswerCallbackQuery(press.callbackId())));
    } catch (RejectedExecutionException e) {
      // The bot is closing; the person sees the button wait a little longer.
    }
  }

  /** Tells whoever pressed a button, and nobody else, why it does nothing. */
  void refused(Incoming.Press press, String reason) {
    AnswerCallbackQuery answer = new AnswerCallbackQuery(press.callbackId());
    answer.setText(reason);
    answer.setShowAlert(true);
    try {
      thread.execute(() -> api.call(answer));
    } catch (RejectedExecutionException e) {
      // The bot is closing; the person sees the button wait a little longer.
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
