package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.CALDER;
import static io.github.onrecord.telegram.FerryTalks.CALDER_WORDS;
import static io.github.onrecord.telegram.FerryTalks.PELL_REPORT;
import static io.github.onrecord.telegram.FerryTalks.verbatim;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onrecord.record.Language;
import io.github.onrecord.telegram.BotApiEmulator.Fault;
import io.github.onrecord.telegram.FerryTalks.Said;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotes offered while somebody types the bot's name in any chat. */
class InlineTest {
  private static final long WRITER = 7;

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
  void aNameAndATopicOfferTheWordsWithWhoSaidThem() {
    JsonNode answer = type("Calder harbour");

    assertThat(answer.path("results")).hasSize(1);
    JsonNode article = answer.path("results").get(0);
    assertThat(article.path("type").asText()).isEqualTo("article");
    assertThat(article.path("title").asText()).isEqualTo("Ines Calder · own words");
    assertThat(article.path("description").asText()).isEqualTo("“" + CALDER_WORDS + "”");
  }

  @Test
  void whatIsSentCarriesItsAttributionAndALinkBack() {
    JsonNode sent = type("Calder harbour").path("results").get(0).path("input_message_content");

    assertThat(sent.path("message_text").asText())
        .isEqualTo(
            """
            Ines Calder, Chief negotiator (Velmora)
            4 March 2041, Port Velm
            own words · as given by The Harbour Post
            “The harbour opens to ferries in June.”

            Statement with its source""");
    assertThat(sent.path("entities").toString())
        .contains("blockquote", "https://t.me/onrecord_bot?start=s_1");
  }

  @Test
  void aReportHasNoQuotationMarksAndSaysWhatItIs() {
    JsonNode article = type("Pell fee").path("results").get(0);

    assertThat(article.path("title").asText()).isEqualTo("Joran Pell · reported, not a quotation");
    assertThat(article.path("description").asText()).isEqualTo(PELL_REPORT);
    assertThat(article.path("input_message_content").path("message_text").asText())
        .contains("reported, not a quotation")
        .doesNotContain("“", "«");
  }

  @Test
  void beforeAWordIsTypedTheNewestStatementsStandThere() {
    JsonNode answer = type("");

    assertThat(answer.path("results").findValuesAsText("description"))
        .containsExactlyInAnyOrder("“" + CALDER_WORDS + "”", PELL_REPORT);
    assertThat(answer.path("button").path("start_parameter").asText()).isEqualTo("inline");
  }

  @Test
  void theButtonAboveOpensTheWelcome() {
    assertThat(session.ask(WRITER, "/start inline")).contains("OnRecord answers questions");
  }

  @Test
  void manyArePagedAndEachIsOfferedOnce() {
    publishMany(45);
    List<String> seen = new ArrayList<>();
    String offset = "";
    do {
      JsonNode answer = type("Calder", offset);
      assertThat(answer.path("results").size()).isLessThanOrEqualTo(50);
      answer.path("results").forEach(result -> seen.add(result.path("id").asText()));
      offset = answer.path("next_offset").asText();
    } while (!offset.isEmpty());

    assertThat(seen).hasSize(46).doesNotHaveDuplicates();
  }

  @Test
  void twoHundredFiftySixRandomCharactersFindNothingAndSaySo() {
    long seed = 20411;
    Random random = new Random(seed);
    StringBuilder noise = new StringBuilder();
    while (noise.length() < 255) {
      int sign = random.nextInt(0x2fff);
      if (Character.isDefined(sign) && !Character.isSurrogate((char) sign)) {
        noise.append((char) sign);
      }
    }

    JsonNode answer = type(noise.toString());

    assertThat(answer.path("results")).as("seed %s", seed).isEmpty();
    assertThat(answer.path("button").path("text").asText()).startsWith("Nothing on record");
  }

  @Test
  void aForgedOffsetBeginsAnew() {
    assertThat(type("Calder", "-7; DROP").path("results")).hasSize(1);
    assertThat(type("Calder", "99999999999").path("results")).hasSize(1);
  }

  @Test
  void whatTelegramMayRepeatIsForThisPersonAndNotForLong() {
    JsonNode answer = type("Calder");

    assertThat(answer.path("is_personal").asBoolean()).isTrue();
    assertThat(answer.path("cache_time").asInt(-1)).isBetween(0, 60);
  }

  @Test
  void theLanguageIsTheOneChosenInThePrivateChat() {
    session.store.chats().setLanguage(WRITER, Language.UKRAINIAN);

    assertThat(type("Pell fee").path("results").get(0).path("title").asText())
        .contains("у переказі");
  }

  @Test
  void whoHasTypedOnGetsTheAnswerToTheirLastWordsOnlyOnceEach() {
    Doings.types(session.telegram, WRITER, "Cal", "");
    Doings.types(session.telegram, WRITER, "Calder", "");
    session.settle();

    assertThat(session.telegram.inlineAnswers()).isNotEmpty();
    assertThat(session.store.inbox().waiting()).isZero();
  }

  @Test
  void anAnswerThatTelegramRefusesHoldsUpNothing() {
    session.telegram.fail("answerinlinequery", new Fault.Rejected(400, "query is too old"));
    Doings.types(session.telegram, WRITER, "Calder", "");

    assertThat(session.ask(WRITER, "What about the harbour?")).contains(CALDER_WORDS);
    assertThat(session.telegram.inlineAnswers()).isEmpty();
  }

  @Test
  void nothingOfWhatIsTypedIsKept() {
    type("Calder and my secret");

    assertThat(session.store.personalData().export(WRITER)).doesNotContain("secret");
  }

  private void publishMany(int count) {
    FerryTalks.publish(
        session.store,
        "harbour-post-many",
        LocalDate.of(2041, 3, 6),
        IntStream.range(0, count)
            .mapToObj(i -> verbatim(CALDER, "The harbour counted ship number " + i + " today."))
            .toArray(Said[]::new));
  }

  private JsonNode type(String text) {
    return type(text, "");
  }

  private JsonNode type(String text, String offset) {
    Doings.types(session.telegram, WRITER, text, offset);
    session.settle();
    List<JsonNode> answers = session.telegram.inlineAnswers();
    return answers.get(answers.size() - 1);
  }
}
