package io.github.onrecord.answer;

import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Question;
import io.github.onrecord.search.QuestionReader;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.search.Retriever;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The desk over a record: a question is read, evidence is found and judged, an answer is made. */
public final class RecordDesk implements Desk {
  private final RecordIndex index;
  private final QuestionReader reader;
  private final Retriever retriever;
  private final Answerer answerer;
  private final @Nullable QueryRewriter rewriter;

  /**
   * A desk.
   *
   * @param rewriter who finds other words for a question that nothing answers, or null for nobody
   */
  public RecordDesk(
      RecordIndex index,
      QuestionReader reader,
      Retriever retriever,
      Answerer answerer,
      @Nullable QueryRewriter rewriter) {
    this.index = index;
    this.reader = reader;
    this.retriever = retriever;
    this.answerer = answerer;
    this.rewriter = rewriter;
  }

  @Override
  public Question read(String text, List<Question> earlier) {
    index.catchUp();
    return reader.read(text, earlier);
  }

  @Override
  public Answer answer(Question question) {
    Evidence evidence = retriever.retrieve(question);
    if (rewriter != null && evidence.finding() == Finding.NO_TOPIC) {
      Evidence wider = retriever.retrieve(rewriter.widen(question));
      evidence = wider.finding() == Finding.SUPPORTED ? wider : evidence;
    }
    return answerer.answer(evidence);
  }

  @Override
  public Evidence evidence(Question question) {
    return retriever.retrieve(question);
  }

  @Override
  public Set<Long> among(Question question, Collection<Long> statements) {
    return retriever.among(question, statements);
  }
}
