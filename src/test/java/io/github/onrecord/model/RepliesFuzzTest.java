package io.github.onrecord.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.Fuzzing;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a model replies is an object or a failure. */
class RepliesFuzzTest {
  @Test
  void anyReplyIsReadOrRefused() {
    Fuzzing.run(
        "replies",
        20_000,
        List.of(
            "{\"points\":[{\"sentence\":\"Both agree.\",\"labels\":[\"k3\",\"m9\"]}]}",
            "```json\n{\"points\":[]}\n```",
            "{\"points\":[{\"sentence\":1e999,\"labels\":{\"a\":[null,true,-0.0]}}],\"x\":\"\\ud800\"}",
            "I can't do that, but { here } is } a brace {"),
        input ->
            assertThat(ConnectedModel.read(input))
                .isInstanceOfAny(Outcome.Reply.class, Outcome.Failed.class));
  }
}
