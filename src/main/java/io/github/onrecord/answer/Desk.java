package io.github.onrecord.answer;

import io.github.onrecord.search.Question;
import java.util.List;

/** Where people ask, whatever the channel. Safe for use by several threads. */
public interface Desk {

  /**
   * A question as understood.
   *
   * @param earlier the person's last questions in this conversation, oldest first
   */
  Question read(String text, List<Question> earlier);

  /** The answer to a question that was read. */
  Answer answer(Question question);

  /** Reads and answers a question. */
  default Answer ask(String text, List<Question> earlier) {
    return answer(read(text, earlier));
  }
}
