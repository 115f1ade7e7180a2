package io.github.onrecord.answer;

import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Question;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** A desk that counts what its answers are. */
public final class CountingDesk implements Desk {
  private final Desk desk;
  private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();

  public CountingDesk(Desk desk) {
    this.desk = desk;
  }

  /** How many answers of each kind were given since the start. */
  public Map<String, Long> outcomes() {
    Map<String, Long> counts = new TreeMap<>();
    outcomes.forEach((outcome, count) -> counts.put(outcome, count.sum()));
    return counts;
  }

  private Answer counted(Answer answer) {
    outcomes.computeIfAbsent(outcome(answer), any -> new LongAdder()).increment();
    return answer;
  }

  private static String outcome(Answer answer) {
    if (answer instanceof Answer.OnRecord found) {
      return found.author() == Answer.Author.MODEL ? "answered_with_model" : "answered";
    }
    if (answer instanceof Answer.NothingOnRecord) {
      return "nothing_on_record";
    }
    return answer instanceof Answer.WhichOfficial ? "which_official" : "out_of_scope";
  }

  @Override
  public Question read(String text, List<Question> earlier) {
    return desk.read(text, earlier);
  }

  @Override
  public Answer answer(Question question) {
    return counted(desk.answer(question));
  }

  @Override
  public Answer answer(Question question, long asker) {
    return counted(desk.answer(question, asker));
  }

  @Override
  public Answer connect(Evidence evidence) {
    return counted(desk.connect(evidence));
  }

  @Override
  public Evidence evidence(Question question) {
    return desk.evidence(question);
  }

  @Override
  public Set<Long> among(Question question, Collection<Long> statements) {
    return desk.among(question, statements);
  }
}
