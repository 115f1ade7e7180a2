package io.github.onrecord.answer;

import static io.github.onrecord.answer.Talks.HOLT;
import static io.github.onrecord.answer.Talks.question;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.model.LanguageModel;
import io.github.onrecord.model.ModelStub;
import io.github.onrecord.search.Aspect;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Question;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A model's search words widen a question, and can do nothing else. */
class QueryRewriterTest {
  private final ModelStub stub = ModelStub.start();
  private final LanguageModel model = stub.model(Duration.ofSeconds(20));
  private final Question question = question(Intent.WHAT_WAS_SAID, HOLT);

  @AfterEach
  void close() {
    model.close();
    stub.close();
  }

  @Test
  void addsWordsOfAllLanguages() {
    stub.says("{\"terms\":[\"Mountain Pass\",\"перевал\",\"pass\"]}");

    Question wider = new QueryRewriter(model).widen(question, null);

    assertThat(wider.terms()).containsExactly("pass", "mountain pass", "перевал");
    assertThat(wider.officials()).isEqualTo(question.officials());
    assertThat(wider.text()).isEqualTo(question.text());
  }

  @Test
  void leavesOutWhatIsNoPlainWord() {
    stub.says(
        "{\"terms\":[\"pass*\",\"speaker:Holt\",\"a b c d\",\"\",7,\"(gate\",\""
            + "x".repeat(41)
            + "\",\"gate\"]}");

    assertThat(new QueryRewriter(model).widen(question, null).terms())
        .containsExactly("pass", "gate");
  }

  @Test
  void takesAtMostADozen() {
    String terms =
        IntStream.range(0, 30)
            .mapToObj(i -> "\"term" + (char) ('a' + i % 26) + (char) ('a' + i / 26) + "\"")
            .collect(Collectors.joining(","));
    stub.says("{\"terms\":[" + terms + "]}");

    assertThat(new QueryRewriter(model).widen(question, null).terms()).hasSize(13);
  }

  @Test
  void leavesTheQuestionAsItIsWhenTheModelFails() {
    stub.fails(500);

    assertThat(new QueryRewriter(model).widen(question, null)).isSameAs(question);
  }

  @Test
  void asksNothingWithoutASubject() {
    Question all =
        new Question(
            "What did Holt say?",
            question.language(),
            question.intent(),
            question.officials(),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            Aspect.NONE,
            false,
            false);

    assertThat(new QueryRewriter(model).widen(all, null)).isSameAs(all);
    assertThat(stub.asked()).isEmpty();
  }
}
