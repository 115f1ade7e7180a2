package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.CALDER_WORDS;
import static io.github.onrecord.telegram.FerryTalks.PELL_REPORT;
import static io.github.onrecord.telegram.FerryTalks.verbatim;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.telegram.BotApiEmulator.Sent;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A statement seen alone: by a link, and as a card. */
class StatementViewsTest {
  private static final long READER = 7;

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
  void aLinkShowsTheStatementWithAllItsButtons() {
    assertThat(session.ask(READER, "/start s_1"))
        .contains("“" + CALDER_WORDS + "”", "Quotation 1 of 1 by Ines Calder");
    assertThat(last().request().path("reply_markup").toString())
        .contains("context:1", "source:1", "cite:1", "card:1", "official:");
  }

  @Test
  void aLinkToFollowAsksFirst() {
    assertThat(session.ask(READER, "/start f_1")).contains("Follow “Ines Calder”?");
    assertThat(session.store.follows().of(READER)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s_", "s_x", "f_999", "s_99999999999999999999", "x_1", "s_1'--", "f_", "яснo"})
  void aForgedLinkGetsAClearSentence(String target) {
    assertThat(session.ask(READER, "/start " + target)).contains("leads to nothing on record");
  }

  @Test
  void aLinkToWhatNeverWasOnRecordSaysSo() {
    assertThat(session.ask(READER, "/start s_999")).contains("no longer on record");
  }

  @Test
  void aCardIsAPictureWithItsAttributionBelow() {
    session.ask(READER, "/start s_1");
    String caption = session.press(READER, "card:1");

    assertThat(last().method()).isEqualTo("sendphoto");
    assertThat(caption)
        .contains("Ines Calder, Chief negotiator (Velmora)", "own words", "The Harbour Post");
    assertThat(last().request().path("photo").asText()).isNotEmpty();
    assertThat(last().request().path("caption_entities").toString()).contains("start=s_1");
  }

  @Test
  void aCardOfAReportSaysThatItIsOne() {
    session.ask(READER, "/quote Pell");
    assertThat(session.press(READER, "card:2")).contains("reported, not a quotation");
  }

  @ParameterizedTest
  @ValueSource(strings = {"card:", "card:x", "card:-1", "ask:0", "ask:x", "whom:1", "wrong:answer"})
  void aForgedPressGetsAClearSentence(String data) {
    session.ask(READER, "/settings");
    session.telegram.press(READER, last().messageId(), data);

    assertThat(session.settle().get(0).text()).contains("doesn't lead anywhere");
  }

  @Test
  void aCardOfNoStatementSaysThatThereIsNone() {
    session.ask(READER, "/settings");
    session.telegram.press(READER, last().messageId(), "card:999");

    assertThat(session.settle().get(0).text()).contains("no longer on record");
  }

  @Test
  void theContextIsOneQuoteWithTheStatementMarked() {
    session.ask(READER, "/quote Calder");
    session.press(READER, "context:1");

    String entities = last().request().path("entities").toString();
    assertThat(last().text()).contains(CALDER_WORDS + "\n\n" + PELL_REPORT);
    assertThat(entities.split("blockquote", -1)).hasSize(2);
    assertThat(entities).contains("\"bold\"");
  }

  @Test
  void whenANameFitsSeveralTheyAreOfferedAsButtons() {
    FerryTalks.publish(
        session.store,
        "harbour-post-2",
        LocalDate.of(2041, 3, 6),
        verbatim(FerryTalks.official("Tomas Calder", "Ostrand"), "No ferry sails at night."));

    assertThat(session.ask(READER, "/quote Calder ferry")).contains("Ines Calder", "Tomas Calder");
    assertThat(session.press(READER, "whom:3:quote"))
        .contains("“No ferry sails at night.”")
        .doesNotContain(CALDER_WORDS);
  }

  @Test
  void aNameFromRightToLeftKeepsToItself() {
    FerryTalks.publish(
        session.store,
        "harbour-post-3",
        LocalDate.of(2041, 3, 6),
        verbatim(FerryTalks.official("رنا 🚢 مراد", "Ostrand"), "Two ferries are enough."));

    assertThat(session.ask(READER, "What about two ferries enough?"))
        .contains("\u2068رنا 🚢 مراد\u2069, Chief negotiator");
  }

  @Test
  void examplesAreButtonsThatAsk() {
    session.ask(READER, "/start");
    assertThat(session.press(READER, "ask:0")).contains(CALDER_WORDS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/quot Calder", "/qoute", "/quo"})
  void anUnknownCommandIsGuessed(String typed) {
    assertThat(session.ask(READER, typed)).contains("Did you mean /quote");
  }

  private Sent last() {
    List<Sent> sent = session.telegram.sent();
    return sent.get(sent.size() - 1);
  }
}
