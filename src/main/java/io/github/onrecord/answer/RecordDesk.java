package io.github.onrecord.answer;

import io.github.onrecord.search.Question;
import io.github.onrecord.search.QuestionReader;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.search.Retriever;
import java.util.List;

/** The desk over a record: a question is read, evidence is found and judged, an answer is made. */
public final class RecordDesk implements Desk {
  private final RecordIndex index;
  private final QuestionReader reader;
  private final Retriever retriever;
  private final Answerer answerer;

  public RecordDesk(
      RecordIndex index, QuestionReader reader, Retriever retriever, Answerer answerer) {
    this.index = index;
    this.reader = reader;
    this.retriever = retriever;
    this.answerer = answerer;
  }

  @Override
  public Question read(String text, List<Question> earlier) {
    index.catchUp();
    return reader.read(text, earlier);
  }

  @Override
  public Answer answer(Question question) {
    return answerer.answer(retriever.retrieve(question));
  }
}
