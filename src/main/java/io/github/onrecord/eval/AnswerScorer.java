package io.github.onrecord.eval;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what a set's questions got with what its labels say. */
final class AnswerScorer {
  private final LabelledSet set;
  private final Map<String, Reply> replies;
  private final RightAnswers right;
  private final Quotes quotes;

  /**
   * A scorer.
   *
   * @param replies what each question got, by its id; a question without a reply counts as neither
   *     answered nor abstained from
   */
  AnswerScorer(LabelledSet set, Map<String, Reply> replies) {
    this.set = set;
    this.replies = Map.copyOf(replies);
    this.right = new RightAnswers(set.gold(), set.aliases());
    this.quotes = new Quotes(set.articles());
  }

  /** The figures of all questions. */
  AnswerFigures all() {
    return figures(set.questions());
  }

  /** The figures of the questions in one language. */
  AnswerFigures of(String language) {
    return figures(
        set.questions().stream().filter(asked -> asked.lang().equals(language)).toList());
  }

  private AnswerFigures figures(List<Asked> questions) {
    Tally tally = new Tally();
    for (Asked asked : questions) {
      tally.add(asked, replies.get(asked.id()));
    }
    return tally.figures();
  }

  /** Counts over questions. */
  private final class Tally {
    private int all;
    private int sameLanguage;
    private int invented;
    private int answerable;
    private int answered;
    private int labelled;
    private int rightShown;
    private int thousandthsOfRecall;
    private int shown;
    private int shownRightly;
    private int unanswerable;
    private int abstained;

    void add(Asked asked, @Nullable Reply reply) {
      all++;
      if (reply != null) {
        sameLanguage += reply.language().equals(asked.lang()) ? 1 : 0;
        invented += quotes.invented(reply.message(), asked.question());
      }
      List<Claim> claims = reply != null && reply.answered() ? reply.shown() : List.of();
      if (!asked.answerable()) {
        unanswerable++;
        abstained += reply != null && !reply.answered() ? 1 : 0;
        return;
      }
      answerable++;
      answered += claims.isEmpty() ? 0 : 1;
      if (!asked.gold().isEmpty()) {
        compare(claims, asked.gold());
      }
    }

    private void compare(List<Claim> claims, List<String> gold) {
      long got =
          gold.stream()
              .filter(answer -> claims.stream().anyMatch(claim -> right.covers(claim, answer)))
              .count();
      labelled++;
      rightShown += got > 0 ? 1 : 0;
      thousandthsOfRecall += Math.toIntExact(1000 * got / gold.size());
      shown += claims.size();
      shownRightly +=
          Math.toIntExact(
              claims.stream()
                  .filter(claim -> gold.stream().anyMatch(answer -> right.covers(claim, answer)))
                  .count());
    }

    AnswerFigures figures() {
      return new AnswerFigures(
          new Share(rightShown + (answerable - labelled) + abstained, all),
          new Share(answered, answerable),
          new Share(rightShown, labelled),
          new Share(thousandthsOfRecall, 1000L * labelled),
          new Share(shownRightly, shown),
          new Share(abstained, unanswerable),
          new Share(sameLanguage, all),
          invented);
    }
  }
}
