package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.PELL_REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.telegram.BotApiEmulator.Fault;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bot keeps about people, from what they are told to the bytes of its files. */
class PrivacyTest {
  /** Numbers of six bytes, so that they can be looked for in a file. */
  private static final long READER = 7_318_294_655L;

  private static final long GROUP = -1_007_318_294_111L;

  @TempDir Path folder;
  private Session session;

  @BeforeEach
  void begin() {
    session = new Session(folder);
  }

  @AfterEach
  void end() {
    session.close();
  }

  @Test
  void privacySaysWhatIsKeptAndHowLong() {
    assertThat(session.ask(READER, "/privacy"))
        .contains("What I keep about you", "for 30 days; then they are deleted")
        .contains("no language model is in use", "/mydata", "/forget");
  }

  @ParameterizedTest
  @CsvSource({"ru, Что я о вас храню, 30 дней", "uk, Що я про вас зберігаю, 30 днів"})
  void privacySaysSoInEachLanguage(String code, String title, String days) {
    session.telegram.say(READER, READER, code, "/privacy");

    assertThat(session.settle().get(0).text()).contains(title, days);
  }

  @Test
  void forgetAsksFirstAndKeepsEverythingOnNo() {
    session.ask(READER, "/language uk");

    assertThat(session.ask(READER, "/forget")).contains("Видалити все, що я про вас зберігаю?");
    assertThat(session.press(READER, "forget:no")).contains("Нічого не видалено");
    assertThat(session.ask(READER, "/help")).contains("Що ви можете");
  }

  @Test
  void afterForgetNothingOfTheChatIsInTheFiles() {
    session.ask(READER, "Pell on the xyzzy harbour");
    session.ask(READER, "/subscribe 08:30 Kyiv");
    session.ask(READER, "/summary");
    session.ask(READER, "/subscribe 08:30 xyzzy");
    session.telegram.say(GROUP, READER, "en", "@onrecord_bot what of the xyzzy harbour?");
    session.settle();
    session.ask(READER, "/forget");
    assertThat(traces()).isNotEmpty();

    assertThat(session.press(READER, "forget:yes")).contains("I keep nothing about you any more");
    session.retention.tick();

    assertThat(traces()).isEmpty();
    assertThat(session.store.verify()).isEmpty();
    session.restart();
    assertThat(traces()).isEmpty();
    assertThat(session.ask(READER, "and Pell?")).as("no earlier question").contains("Joran Pell");
  }

  @Test
  void theRecordStaysWhenAPersonIsForgotten() {
    session.ask(READER, "Pell on the harbour");
    session.ask(READER, "/forget");
    session.press(READER, "forget:yes");
    session.retention.tick();

    assertThat(session.ask(READER, "Pell on the harbour")).contains(PELL_REPORT);
  }

  @Test
  void anAnswerOnItsWayIsDroppedAndALaterQuestionIsAnswered() {
    session.ask(READER, "/forget");
    int button = session.telegram.sent().get(0).messageId();
    session.telegram.fail("sendmessage", new Fault.TooManyRequests(5));
    session.telegram.say(READER, "What about the harbour?");
    while (session.poller.poll().isZero()) {
      // More may be waiting.
    }
    session.clerk.handOut();
    session.delivery.sendNext();
    session.telegram.press(READER, button, "forget:yes");
    session.telegram.say(READER, "/help");

    assertThat(session.settle().stream().map(Sent::text).toList())
        .satisfiesExactly(
            first -> assertThat(first).contains("I keep nothing about you"),
            second -> assertThat(second).contains("What you can do"));
  }

  @Test
  void inAGroupWhoeverPressesDeletesTheirOwn() {
    session.telegram.say(GROUP, 8, "en", "@onrecord_bot Pell on the harbour");
    session.settle();
    session.ask(GROUP, "/language@onrecord_bot ru");
    session.telegram.say(GROUP, READER, "en", "/forget@onrecord_bot");

    assertThat(session.settle().get(0).text()).contains("о том, кто нажмёт кнопку");
    // The emulator's member of the group has the group's number without its sign.
    session.press(GROUP, "forget:yes");

    assertThat(session.store.chats().conversation(GROUP, 8)).hasSize(1);
    assertThat(session.ask(GROUP, "/help@onrecord_bot")).contains("Что вы можете");
  }

  @Test
  void aGroupThatRemovesTheBotIsForgotten() {
    session.ask(GROUP, "/subscribe@onrecord_bot 08:30 Kyiv");
    session.telegram.expel(GROUP);
    session.settle();

    assertThat(session.store.subscriptions().of(GROUP)).isEmpty();
    assertThat(session.store.personalData().export(GROUP)).doesNotContain("subscribe", "08:30");
  }

  @Test
  void oneMayHaveAllThatIsKeptAsAFileOfWhichNoCopyIsKept() throws IOException {
    session.ask(READER, "Pell on the harbour");
    session.ask(READER, "/subscribe 08:30 Kyiv");
    session.telegram.say(READER, "/mydata");

    Sent file = session.settle().get(0);

    assertThat(file.method()).isEqualTo("senddocument");
    assertThat(file.text()).contains("all that I keep about you");
    JsonNode data = new ObjectMapper().readTree(file.request().path("document").asText());
    assertThat(data.path("telegram_id").asLong()).isEqualTo(READER);
    assertThat(data.path("questions_remembered").path(0).path("question").asText())
        .isEqualTo("Pell on the harbour");
    assertThat(data.path("summary").path("zone").asText()).isEqualTo("Europe/Kyiv");
    assertThat(data.path("sent_to_you").toString()).contains(PELL_REPORT);
    assertThat(session.store.personalData().export(READER)).doesNotContain("sent_to_you\\\"");
  }

  @Test
  void ownDataIsNotShownInAGroup() {
    assertThat(session.ask(GROUP, "/mydata@onrecord_bot")).contains("in a private chat");
  }

  @Test
  void questionsAreDeletedWhenTheirTimeIsOver() {
    session.ask(READER, "Pell on the xyzzy harbour");
    session.retention.tick();
    assertThat(traces()).isNotEmpty();

    session.clock.advance(Duration.ofDays(29));
    session.retention.tick();
    assertThat(traces()).isNotEmpty();
    session.clock.advance(Duration.ofDays(2));
    session.retention.tick();

    assertThat(traces()).isEmpty();
  }

  @Test
  void ofAnUpdateOnlyWhatAnsweringNeedsIsStored() {
    ObjectNode update =
        (ObjectNode)
            parsed(
                """
        {"message":{"message_id":5,"date":1,"text":"@onrecord_bot Pell on the harbour",
        "entities":[{"type":"mention","offset":0,"length":13}],
        "chat":{"id":-100,"type":"supergroup","title":"Xyzzy club"},
        "from":{"id":7,"is_bot":false,"first_name":"Xyzzy","last_name":"Xyzzy","username":"xyzzy"},
        "reply_to_message":{"message_id":4,"text":"Xyzzy said this to a friend",
        "from":{"id":8,"first_name":"Xyzzy"}},"quote":{"text":"Xyzzy said"}}}
        """);
    session.telegram.push(update);

    assertThat(session.settle().get(0).text()).contains(PELL_REPORT);

    assertThat(bytes()).doesNotContainIgnoringCase("xyzzy");
  }

  private static JsonNode parsed(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What of the reader is in the store's files: the word of their questions, their number. */
  private List<String> traces() {
    byte[] number = Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(READER).array(), 2, 8);
    String bytes = bytes();
    return Stream.of("xyzzy", Long.toString(READER), latin(number))
        .filter(bytes::contains)
        .toList();
  }

  private String bytes() {
    StringBuilder bytes = new StringBuilder();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        bytes.append(latin(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toString();
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
