package io.github.onrecord.answer;

import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Question;
import java.util.Collection;
import java.util.List;
import java.util.Set;

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

  /**
   * The same.
   *
   * @param asker the number of whoever asks: nobody may use up the whole day's budget of a model
   */
  default Answer answer(Question question, long asker) {
    return answer(question);
  }

  /** The answer that evidence bears, as it was found; nothing more is looked for. */
  Answer connect(Evidence evidence);

  /** What the record holds for a question that was read, before an answer is made of it. */
  Evidence evidence(Question question);

  /**
   * Which of some statements answer a question that was read, however many others do.
   *
   * @param statements their numbers
   */
  Set<Long> among(Question question, Collection<Long> statements);

  /** Reads and answers a question. */
  default Answer ask(String text, List<Question> earlier) {
    return answer(read(text, earlier));
  }
}
