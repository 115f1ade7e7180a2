package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotations checked in chats: by command, by a reply, or pasted. */
class ChecksTest {
  private static final long READER = 51;
  private static final long GROUP = -52;
  private static final ObjectMapper JSON = new ObjectMapper();

  private Session session;

  @BeforeEach
  void open(@TempDir Path folder) {
    session = new Session(folder);
  }

  @AfterEach
  void close() {
    session.close();
  }

  @Test
  void theCommandChecksWhatStandsBehindIt() {
    assertThat(session.ask(READER, "/check Ines Calder: “The harbour opens to ferries in June.”"))
        .startsWith("On record, word for word\n")
        .contains("Ines Calder, Chief negotiator (Velmora)", "“" + FerryTalks.CALDER_WORDS + "”");
    assertThat(session.ask(READER, "/check “The harbour opens to ferries in May”"))
        .startsWith("Changed: not said in these words\n")
        .contains("ferries in [June → May]");
    assertThat(session.ask(READER, "/check Pell: The harbour opens to ferries in June"))
        .startsWith("Said by somebody else\n");
  }

  @Test
  void theSourceIsOneButtonAway() {
    session.ask(READER, "/check The harbour opens to ferries in June");

    assertThat(session.press(READER, "source:1")).contains("The Harbour Post", "SHA-256");
  }

  @Test
  void aReplyChecksTheMessageThatItRepliesTo() {
    assertThat(reply(READER, "/check", "“The harbour opens to ferries in June”, she said", null))
        .startsWith("On record, word for word\n");
  }

  @Test
  void ofAMessageOnlyWhatTheReaderMarkedIsChecked() {
    assertThat(
            reply(
                READER,
                "/check",
                "Much else. The harbour opens to ferries in May. And more.",
                "The harbour opens to ferries in May."))
        .startsWith("Changed");
  }

  @Test
  void inAGroupAReplyOfAnybodyToAnybodyIsChecked() {
    assertThat(reply(GROUP, "/check@onrecord_bot", "“The harbour opens to ferries in June”", null))
        .startsWith("On record, word for word");
  }

  @Test
  void whatOthersWroteIsStoredOnlyToBeChecked() {
    reply(GROUP, "@onrecord_bot What did Calder say?", "my own secret", null);

    assertThat(session.store.inbox().toString()).doesNotContain("secret");
    assertThat(raw("/quote Calder", "my own secret")).doesNotContain("secret");
    assertThat(raw("/check", "the words to check")).contains("the words to check");
  }

  private static String raw(String text, String original) {
    ObjectNode update = JSON.createObjectNode();
    ObjectNode message = update.putObject("message").put("text", text);
    message.putObject("reply_to_message").put("text", original);
    return new Discretion(new Me(12345, "onrecord_bot"), new Offers(java.util.Set.of()))
        .needed(update);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "“The harbour opens to ferries in June”, said Ines Calder.",
        "«The harbour opens to ferries in June» — Calder",
      })
  void aPastedQuotationIsChecked(String text) {
    assertThat(session.ask(READER, text)).startsWith("On record, word for word");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Did Calder say “The harbour opens to ferries in June”?",
        "What did Calder say about the “harbour”",
      })
  void aQuestionIsAQuestion(String text) {
    assertThat(session.ask(READER, text)).contains("On record, 1 statement:");
  }

  @Test
  void theAnswerComesInTheLanguageOfTheChat() {
    session.telegram.say(READER, READER, "uk", "/check The harbour opens to ferries in June");

    assertThat(session.settle().get(0).text()).startsWith("У записах є дослівно");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/check", "/check «»", "/check 👍"})
  void withoutWordsItSaysHow(String text) {
    assertThat(session.ask(READER, text)).contains("/check NAME: WORDS");
  }

  @Test
  void theMenuAndTheHelpKnowIt() {
    assertThat(session.ask(READER, "/help")).contains("/check — did they say it?");
  }

  private String reply(long chatId, String text, String original, String marked) {
    ObjectNode update = JSON.createObjectNode();
    ObjectNode message = update.putObject("message");
    message.put("message_id", 900).put("date", 1).put("text", text);
    message.putObject("chat").put("id", chatId).put("type", chatId < 0 ? "supergroup" : "private");
    message.putObject("from").put("id", READER).put("is_bot", false).put("first_name", "R");
    message
        .putObject("reply_to_message")
        .put("message_id", 899)
        .put("text", original)
        .putObject("from")
        .put("id", 777)
        .put("is_bot", false);
    if (marked != null) {
      message.putObject("quote").put("text", marked).put("position", 11);
    }
    if (text.startsWith("@")) {
      message
          .putArray("entities")
          .addObject()
          .put("type", "mention")
          .put("offset", 0)
          .put("length", "@onrecord_bot".length());
    }
    session.telegram.push(update);
    return session.settle().stream().map(Sent::text).reduce("", String::concat);
  }
}
