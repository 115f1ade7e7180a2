package io.github.onrecord.answer;

import io.github.onrecord.answer.Answer.Point;
import io.github.onrecord.model.LanguageModel;
import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Intent;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Turns evidence into an answer. Safe for use by several threads. */
public final class Answerer {
  /**
   * Questions whose answer gains by connecting sentences. Whoever asks for words, for who said them
   * or for a day wants these and nothing around them.
   */
  private static final Set<Intent> CONNECTED =
      EnumSet.of(Intent.WHAT_WAS_SAID, Intent.POSITION, Intent.COMPARISON, Intent.DID_THEY_SAY);

  private final Composer composer = new Composer();
  private final @Nullable Writer writer;

  private Answerer(@Nullable Writer writer) {
    this.writer = writer;
  }

  /** Answers without a language model. */
  public static Answerer withoutModel() {
    return new Answerer(null);
  }

  /**
   * Answers with a model's connecting sentences as far as they can be verified, else without.
   *
   * @param bridge what words mean in other languages
   * @param random where the labels of statements come from
   */
  public static Answerer withModel(
      LanguageModel model, TermBridge bridge, RandomGenerator random, Clock clock) {
    return new Answerer(new Writer(model, new Verifier(bridge), random, clock));
  }

  /**
   * The answer to {@code evidence.question()}: from the evidence, or an honest silence. A model is
   * asked only when statements answer the question.
   */
  public Answer answer(Evidence evidence) {
    return answer(evidence, null);
  }

  /**
   * The same.
   *
   * @param payer whose share of the model's budget it takes, or null
   */
  Answer answer(Evidence evidence, @Nullable Long payer) {
    List<Point> written =
        writer != null && worthConnecting(evidence) ? writer.write(evidence, payer) : List.of();
    return composer.compose(evidence, written);
  }

  /** How many sentences of a model were refused since the start, by reason. */
  public Map<String, Long> refusals() {
    return writer == null ? Map.of() : writer.refusalCounts();
  }

  private static boolean worthConnecting(Evidence evidence) {
    return evidence.finding() == Finding.SUPPORTED
        && CONNECTED.contains(evidence.question().intent())
        && !evidence.answers().isEmpty();
  }
}
