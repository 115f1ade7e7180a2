package io.github.onrecord.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.answer.Receipt;
import io.github.onrecord.message.FeedbackMessages;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.store.Feedback;
import io.github.onrecord.store.Report;
import java.util.Optional;

/** Answers that readers call wrong, with what each rests on, for the editor. */
public final class Reports {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Feedback feedback;

  Reports(Feedback feedback) {
    this.feedback = feedback;
  }

  /** What the answer called wrong rests on. */
  public static Receipt receipt(Report report) {
    try {
      return JSON.readValue(report.receipt(), Receipt.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Report " + report.id() + " holds what isn't ours", e);
    }
  }

  /** Files the answer above the button; empty when what stands there rests on nothing. */
  Optional<Reply> file(Incoming.Press press, Memo memo) {
    if (memo.receipt() == null) {
      return Optional.empty();
    }
    FeedbackMessages messages = new FeedbackMessages(Phrases.in(memo.spoken()));
    Feedback.Filed filed =
        feedback.report(
            press.from().chatId(),
            press.from().personId(),
            press.messageId(),
            write(memo.receipt()));
    return Optional.of(
        Reply.saying(
            press,
            memo.spoken(),
            switch (filed) {
              case DONE -> messages.filed();
              case KNOWN -> messages.known();
              case TOO_MANY -> messages.tooMany(Feedback.MOST);
            }));
  }

  private static String write(Receipt receipt) {
    try {
      return JSON.writeValueAsString(receipt);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Our own records can be written", e);
    }
  }
}
