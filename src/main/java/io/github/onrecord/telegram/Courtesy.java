package io.github.onrecord.telegram;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;

/**
 * Small signs to people: «typing …» while an answer is made, and that a press of a button was
 * noticed. They are made in passing, by a thread of their own: when one fails, nothing is lost.
 */
final class Courtesy implements AutoCloseable {
  /** Telegram shows «typing …» for five seconds. */
  private static final Duration TYPING = Duration.ofSeconds(4);

  /** Telegram shows a draft for thirty seconds. */
  private static final Duration DRAFT = Duration.ofSeconds(20);

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

  Sign typing(Incoming.From from) {
    SendChatAction action =
        new SendChatAction(Long.toString(from.chatId()), ActionType.TYPING.toString());
    action.setMessageThreadId(from.thread());
    return repeated(() -> api.call(action), TYPING);
  }

  /**
   * The beginning of a message, until it is ended.
   *
   * @param draftId not 0; a draft of the same number takes its place
   */
  Sign drafting(long chatId, int draftId, Page page) {
    SendMessageDraft draft = Sends.draft(chatId, draftId, page);
    return repeated(() -> api.call(draft), DRAFT);
  }

  private Sign repeated(Runnable sign, Duration every) {
    try {
      ScheduledFuture<?> repeated =
          thread.scheduleWithFixedDelay(sign, 0, every.toMillis(), TimeUnit.MILLISECONDS);
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
