package io.github.onrecord.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The figures of the small set. The expected counts of the first four tests were computed once by
 * the program that scores OnRecord from outside.
 */
class ScoresTest {
  private final LabelledSet set = SmallSet.labels();
  private final StatementScorer statements = new StatementScorer(set, SmallSet.extracted());
  private final AnswerScorer answers = new AnswerScorer(set, SmallSet.replies());

  @Test
  void scoreExtraction() {
    assertThat(statements.all())
        .isEqualTo(
            new StatementFigures(
                share(9, 11), share(9, 10), share(6, 9), share(6, 9), share(7, 9), share(3, 5)));
    assertThat(statements.all().f1()).isBetween(0.8571, 0.8572);
  }

  @Test
  void scoreExtractionByLanguage() {
    assertThat(statements.of("en"))
        .isEqualTo(
            new StatementFigures(
                share(5, 5), share(5, 5), share(3, 5), share(3, 5), share(4, 5), share(3, 4)));
    assertThat(statements.of("ru"))
        .isEqualTo(
            new StatementFigures(
                share(3, 3), share(3, 3), share(2, 3), share(2, 3), share(2, 3), share(0, 1)));
    assertThat(statements.of("uk"))
        .isEqualTo(
            new StatementFigures(
                share(1, 3), share(1, 2), share(1, 1), share(1, 1), share(1, 1), share(0, 0)));
  }

  @Test
  void scoreHarm() {
    assertThat(statements.harm()).isEqualTo(new Harm(2, share(3, 7), share(1, 1)));
  }

  @Test
  void scoreAnswers() {
    assertThat(answers.all())
        .isEqualTo(
            new AnswerFigures(
                share(7, 10),
                share(5, 7),
                share(4, 6),
                share(4000, 6000),
                share(5, 7),
                share(2, 3),
                share(8, 10),
                2));
    assertThat(answers.of("ru"))
        .isEqualTo(
            new AnswerFigures(
                share(2, 3),
                share(2, 3),
                share(2, 3),
                share(2000, 3000),
                share(3, 4),
                share(0, 0),
                share(1, 3),
                0));
    assertThat(answers.of("uk"))
        .isEqualTo(
            new AnswerFigures(
                share(1, 3),
                share(0, 1),
                share(0, 1),
                share(0, 1000),
                share(0, 0),
                share(1, 2),
                share(3, 3),
                1));
  }

  @Test
  void theLabelsThemselvesAreAllRight() {
    List<Extracted> labels =
        set.gold().stream()
            .map(label -> new Extracted(claim(label), label.date(), label.retractedBy() != null))
            .toList();
    StatementScorer perfect = new StatementScorer(set, labels);

    assertThat(perfect.all().values().values()).containsOnly(1.0);
    assertThat(perfect.harm().values().values()).containsOnly(0.0);
  }

  @Test
  void rightStatementsAndDueSilenceAreAllRight() {
    Map<String, Reply> replies = new HashMap<>();
    for (Asked asked : set.questions()) {
      List<Claim> shown =
          set.gold().stream()
              .filter(label -> asked.gold().contains(label.id()))
              .map(ScoresTest::claim)
              .toList();
      replies.put(asked.id(), new Reply(asked.answerable(), asked.lang(), "", shown));
    }
    replies.put("q-5", SmallSet.replies().get("q-5"));
    replies.put("q-9", SmallSet.replies().get("q-9"));

    Map<Figure, Double> values = new AnswerScorer(set, replies).all().values();

    assertThat(values.remove(Figure.INVENTED_QUOTES)).isZero();
    assertThat(values.values()).containsOnly(1.0);
  }

  @Test
  void nothingExtractedIsNothingFoundAndNoHarm() {
    StatementScorer empty = new StatementScorer(set, List.of());

    assertThat(empty.all().f1()).isZero();
    assertThat(empty.all().recall()).isEqualTo(share(0, 11));
    assertThat(empty.all().speaker().value()).isNaN();
    assertThat(empty.harm()).isEqualTo(new Harm(0, share(0, 0), share(0, 1)));
  }

  @Test
  void silenceIsNeitherAnAnswerNorAnAbstention() {
    AnswerFigures silent = new AnswerScorer(set, Map.of()).all();

    // One answerable question has no labelled answer; nothing can be wrong there.
    assertThat(silent.handledRight()).isEqualTo(share(1, 10));
    assertThat(silent.answered()).isEqualTo(share(0, 7));
    assertThat(silent.abstained()).isEqualTo(share(0, 3));
    assertThat(silent.language()).isEqualTo(share(0, 10));
  }

  @Test
  void garbageIsRightNowhere() {
    String garbage = "\u0301'’' <<>> \uD800 ]]> ((((";
    Claim claim = Claim.of("001.en.html", "", Kind.VERBATIM, List.of(garbage, ""));
    Map<String, Reply> replies = new HashMap<>();
    set.questions()
        .forEach(
            asked -> replies.put(asked.id(), new Reply(true, garbage, garbage, List.of(claim))));

    StatementScorer extraction =
        new StatementScorer(set, List.of(new Extracted(claim, garbage, false)));
    AnswerFigures figures = new AnswerScorer(set, replies).all();

    assertThat(extraction.all().f1()).isZero();
    assertThat(extraction.harm().notInDocument()).isEqualTo(1);
    assertThat(figures.precision()).isEqualTo(share(0, 6));
    assertThat(figures.abstained()).isEqualTo(share(0, 3));
    assertThat(figures.language()).isEqualTo(share(0, 10));
  }

  private static Claim claim(Gold label) {
    return Claim.of(
        label.article(),
        label.speaker(),
        label.kind(),
        List.of(label.words().text().split("(?<=bridge) ")));
  }

  private static Share share(long of, long all) {
    return new Share(of, all);
  }
}
