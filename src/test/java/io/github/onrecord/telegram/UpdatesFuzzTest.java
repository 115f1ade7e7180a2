package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.Fuzzing;
import io.github.onrecord.store.Update;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever Telegram, or whoever pretends to be it, sends. */
class UpdatesFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Me ME = new Me(12345, "onrecord_bot");

  @Test
  void anUpdateIsReadAndReducedWhateverItIs() {
    UpdateReader reader = new UpdateReader(ME, new Offers(Set.of()));
    Discretion discretion = new Discretion(ME, new Offers(Set.of()));
    Fuzzing.run(
        "updates",
        8_000,
        List.of(
            "{\"update_id\":1,\"message\":{\"message_id\":5,\"text\":\"@onrecord_bot Pell?\",\"entities\":[{\"type\":\"mention\",\"offset\":0,\"length\":13}],\"chat\":{\"id\":-100,\"type\":\"supergroup\",\"title\":\"t\"},\"from\":{\"id\":7,\"language_code\":\"uk\"},\"reply_to_message\":{\"message_id\":4,\"text\":\"x\",\"from\":{\"id\":8}},\"quote\":{\"text\":\"x\"}}}",
            "{\"update_id\":2,\"message\":{\"message_id\":6,\"text\":\"/quote@onrecord_bot Pell\",\"chat\":{\"id\":7,\"type\":\"private\"},\"from\":{\"id\":7}}}",
            "{\"update_id\":3,\"callback_query\":{\"id\":\"q\",\"data\":\"source:1\",\"from\":{\"id\":7},\"message\":{\"message_id\":5,\"chat\":{\"id\":7,\"type\":\"private\"}}}}",
            "{\"update_id\":4,\"my_chat_member\":{\"chat\":{\"id\":-7,\"type\":\"group\"},\"new_chat_member\":{\"status\":\"kicked\"}}}",
            "{\"update_id\":5,\"edited_message\":{\"message_id\":6,\"contact\":{\"phone_number\":\"1\"},\"chat\":{\"id\":7,\"type\":\"private\"},\"from\":{\"id\":7}}}"),
        input -> {
          JsonNode update;
          try {
            update = JSON.readTree(input);
          } catch (JsonProcessingException e) {
            return;
          }
          Incoming incoming = reader.read(update);
          if (!(incoming instanceof Incoming.Nothing)) {
            JsonNode kept = JSON.readTree(discretion.needed(update));
            assertThat(kept.findValue("first_name")).isNull();
            assertThat(reader.read(kept).getClass()).isEqualTo(incoming.getClass());
          }
        });
  }

  @Test
  void aButtonsDataIsAnsweredWhateverItIs(@TempDir Path folder) {
    try (Session session = new Session(folder)) {
      Fuzzing.run(
          "buttons",
          300,
          List.of(
              "source:1",
              "context:2",
              "cite:1",
              "turn:1",
              "more:3",
              "again",
              "why",
              "quiet:on",
              "follow:now",
              "official:1",
              "pause:1",
              "unfollow:9",
              "forget:no",
              "language:uk"),
          new Fuzzing.Target() {
            private long update;

            @Override
            public void take(String input) {
              ObjectNode press = JSON.createObjectNode();
              ObjectNode query = press.putObject("callback_query").put("id", "q");
              query.put("data", input).putObject("from").put("id", 7);
              ObjectNode below = query.putObject("message").put("message_id", 5);
              below.putObject("chat").put("id", 7).put("type", "private");
              session.store.inbox().put(List.of(new Update(++update, 7L, 7L, press.toString())));
              session.clerk.handOut();
              assertThat(session.store.inbox().waiting()).isZero();
            }
          });
      assertThat(session.store.verify()).isEmpty();
    }
  }
}
