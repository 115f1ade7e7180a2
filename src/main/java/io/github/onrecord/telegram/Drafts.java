package io.github.onrecord.telegram;

import io.github.onrecord.answer.Answer;
import io.github.onrecord.answer.Answerer;
import io.github.onrecord.answer.Desk;
import io.github.onrecord.message.AnswerMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Question;
import io.github.onrecord.telegram.Incoming.Wish;
import java.util.List;

/**
 * What people see while an answer is made: in a private chat where a model writes, a draft with the
 * statements found, which the answer then replaces; everywhere else «typing …». A draft holds only
 * what the record holds: no word of a model is shown before it was checked.
 */
final class Drafts {
  private final Desk desk;
  private final Courtesy courtesy;
  private final boolean model;
  private final Answerer composer = Answerer.withoutModel();
  private final AnswerMessages messages = AnswerMessages.paged();

  /**
   * Drafts.
   *
   * @param model whether a model writes, so that answers take long enough for a draft
   */
  Drafts(Desk desk, Courtesy courtesy, boolean model) {
    this.desk = desk;
    this.courtesy = courtesy;
    this.model = model;
  }

  /** Shows that an answer is being made, until the sign is ended. */
  Courtesy.Sign begin(Wish wish, Question question) {
    if (!model || wish.from().group()) {
      return courtesy.typing(wish.from());
    }
    Evidence evidence = desk.evidence(question);
    if (evidence.finding() != Finding.SUPPORTED) {
      return courtesy.typing(wish.from());
    }
    Answer found = composer.answer(evidence);
    Message draft = messages.of(found, language -> List.of());
    return courtesy.drafting(wish.from().chatId(), wish.messageId(), Pages.of(draft).get(0));
  }
}
