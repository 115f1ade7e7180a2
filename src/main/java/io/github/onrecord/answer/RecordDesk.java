package io.github.onrecord.answer;

import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Question;
import io.github.onrecord.search.QuestionReader;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.search.Retriever;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The desk over a record: a question is read, evidence is found and judged, an answer is made. */
public final class RecordDesk implements Desk {
  /**
   * Answers that may wait for a model at once; all others are then made without one. Whoever has
   * more threads than these always has one for what needs no model.
   */
  public static final int WAITING = 8;

  private final Bulkhead waiting =
      Bulkhead.of(
          "model",
          BulkheadConfig.custom()
              .maxConcurrentCalls(WAITING)
              .maxWaitDuration(Duration.ZERO)
              .build());
  private final Answerer alone = Answerer.withoutModel();
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
    return answerFor(question, null);
  }

  @Override
  public Answer answer(Question question, long asker) {
    return answerFor(question, asker);
  }

  private Answer answerFor(Question question, @Nullable Long asker) {
    Evidence evidence = retriever.retrieve(question);
    if (!waiting.tryAcquirePermission()) {
      return alone.answer(evidence);
    }
    try {
      return answerer.answer(widened(evidence, asker), asker);
    } finally {
      waiting.onComplete();
    }
  }

  /** Whoever asks for somebody's words wants these at once, or to know that there are none. */
  private Evidence widened(Evidence evidence, @Nullable Long asker) {
    Question question = evidence.question();
    if (rewriter == null
        || evidence.finding() != Finding.NO_TOPIC
        || question.intent() == Intent.QUOTE) {
      return evidence;
    }
    Evidence wider = retriever.retrieve(rewriter.widen(question, asker));
    return wider.finding() == Finding.SUPPORTED ? wider : evidence;
  }

  @Override
  public Answer connect(Evidence evidence) {
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
