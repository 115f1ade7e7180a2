package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpdateReaderTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final UpdateReader reader =
      new UpdateReader(new Me(12345, "onrecord_bot"), new Offers(Set.of()));

  @Test
  void aMentionIsTakenOutOfTheText() throws Exception {
    assertThat(group("Well, @OnRecord_bot what about tides?", "mention", 6, 13))
        .isInstanceOfSatisfying(
            Incoming.Text.class,
            text -> assertThat(text.text()).isEqualTo("Well,  what about tides?"));
  }

  @Test
  void aMentionOfSomebodyElseIsNotForTheBot() throws Exception {
    assertThat(group("Well, @onrecord_bos what about tides?", "mention", 6, 13))
        .isInstanceOf(Incoming.Nothing.class);
    assertThat(group("Well, @onrecord_bot1 what about tides?", "mention", 6, 14))
        .isInstanceOf(Incoming.Nothing.class);
  }

  @Test
  void aCommandEndsAtAnyWhiteSpace() throws Exception {
    Incoming read =
        read(
            "{'message':{'message_id':5,'chat':{'id':7,'type':'private'},'from':{'id':7},"
                + "'text':'/Quote\\nCalder  tides '}}");

    assertThat(read)
        .isInstanceOfSatisfying(
            Incoming.Command.class,
            command -> {
              assertThat(command.name()).isEqualTo("quote");
              assertThat(command.rest()).isEqualTo("Calder  tides");
            });
  }

  @Test
  void anAnonymousAdminOfAGroupSpeaksInTheGroupsName() throws Exception {
    Incoming read =
        read(
            "{'message':{'message_id':5,'chat':{'id':-7,'type':'supergroup'},"
                + "'from':{'id':1087968824,'is_bot':true},'sender_chat':{'id':-7},"
                + "'text':'/summary@onrecord_bot'}}");

    assertThat(read)
        .isInstanceOfSatisfying(
            Incoming.Command.class, command -> assertThat(command.from().personId()).isEqualTo(-7));
  }

  @Test
  void aServiceMessageIsNotAnswered() throws Exception {
    assertThat(
            read(
                "{'message':{'message_id':5,'chat':{'id':7,'type':'private'},"
                    + "'from':{'id':7},'pinned_message':{'message_id':4}}}"))
        .isInstanceOf(Incoming.Nothing.class);
  }

  /** Whatever JSON comes, it is read without failing. */
  @Test
  void anyJsonIsRead() {
    long seed = 77;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      JsonNode update = random(random, 0);
      assertThat(reader.read(update)).as("seed %d, %s", seed, update).isNotNull();
    }
  }

  private static JsonNode random(Random random, int depth) {
    String[] names = {
      "message",
      "edited_message",
      "callback_query",
      "my_chat_member",
      "chat",
      "from",
      "text",
      "entities",
      "id",
      "type",
      "offset",
      "length",
      "message_id",
      "data",
      "new_chat_member",
      "status",
      "sender_chat",
      "reply_to_message",
      "user",
      "photo",
      "language_code"
    };
    switch (depth > 5 ? random.nextInt(5) : random.nextInt(9)) {
      case 0:
        return JSON.getNodeFactory().numberNode(random.nextLong());
      case 1:
        return JSON.getNodeFactory()
            .textNode(
                new String[] {"/", "/x@", "mention", "private", "kicked", "@onrecord_bot", "", "𝕊"}
                    [random.nextInt(8)]);
      case 2:
        return JSON.getNodeFactory().nullNode();
      case 3:
        return JSON.getNodeFactory().booleanNode(random.nextBoolean());
      case 4:
        ArrayNode array = JSON.createArrayNode();
        for (int i = 0; depth < 6 && i < random.nextInt(3); i++) {
          array.add(random(random, depth + 1));
        }
        return array;
      default:
        ObjectNode object = JSON.createObjectNode();
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
          object.set(names[random.nextInt(names.length)], random(random, depth + 1));
        }
        return object;
    }
  }

  private Incoming group(String text, String type, int offset, int length) throws Exception {
    ObjectNode message = JSON.createObjectNode().put("message_id", 5).put("text", text);
    message.putObject("chat").put("id", -7).put("type", "supergroup");
    message.putObject("from").put("id", 3);
    message
        .putArray("entities")
        .addObject()
        .put("type", type)
        .put("offset", offset)
        .put("length", length);
    return reader.read(JSON.createObjectNode().set("message", message));
  }

  private Incoming read(String json) throws Exception {
    return reader.read(JSON.readTree(json.replace('\'', '"')));
  }
}
