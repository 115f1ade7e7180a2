package io.github.onrecord.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.message.CardText;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of statements. The speakers are invented. */
class QuoteCardTest {
  private static final String LINK = "https://t.me/onrecord_bot?start=s_1234567";

  private final QuoteCard cards = QuoteCard.open();

  @Test
  void aCardIsAsWideAsATelephoneShowsSharpAndAsTallAsItsWordsNeed() throws IOException {
    BufferedImage brief = image(card(true, "“The ferry sails.”", "Ada Brom", LINK));
    BufferedImage lengthy =
        image(card(true, "“" + "The ferry sails at noon. ".repeat(20) + "”", "Ada Brom", LINK));

    assertThat(brief.getWidth()).isEqualTo(QuoteCard.WIDTH);
    assertThat(lengthy.getWidth()).isEqualTo(QuoteCard.WIDTH);
    assertThat(lengthy.getHeight()).isGreaterThan(brief.getHeight());
  }

  @Test
  void fourThousandCharactersStayWithinWhatTelegramTakesAsAPhotograph() throws IOException {
    BufferedImage image =
        image(card(true, "“" + "Паром відпливає опівдні. ".repeat(160) + "”", "Ada Brom", LINK));

    // Bot API, sendPhoto: width and height together at most 10,000.
    assertThat(image.getWidth() + image.getHeight()).isLessThan(6000);
  }

  @Test
  void aReportLooksOtherThanOwnWords() throws IOException {
    BufferedImage own = image(card(true, "The ferry sails.", "Ada Brom", null));
    BufferedImage report = image(card(false, "The ferry sails.", "Ada Brom", null));

    assertThat(own.getRGB(2, 2)).isNotEqualTo(report.getRGB(2, 2));
  }

  @Test
  void theCodeStandsOnlyWhereThereIsAnAddress() {
    assertThat(cards.png(card(true, "“Yes.”", "Ada Brom", LINK)))
        .isNotEqualTo(cards.png(card(true, "“Yes.”", "Ada Brom", null)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "عادل النور",
        "רות ברק",
        "Ada 🚢 Brom",
        "👩🏽‍⚖️",
        "Ґалаґан Їжак",
        "\u2067עדה\u2069 Brom",
        "𠀀"
      })
  void anyNameIsDrawn(String name) {
    assertThat(cards.png(card(true, "“Yes.”", name, LINK)))
        .isNotEqualTo(cards.png(card(true, "“Yes.”", "Ada Brom", LINK)));
  }

  @Test
  void theSameTextIsTheSamePicture() {
    CardText text = card(true, "“Yes.”", "Ada Brom", LINK);
    assertThat(cards.png(text)).isEqualTo(cards.png(text));
  }

  @Test
  void aWordLongerThanTheCardIsBroken() throws IOException {
    BufferedImage image = image(card(true, "a".repeat(600), "Ada Brom", null));

    int paper = image.getRGB(QuoteCard.WIDTH - 2, 2);
    for (int y = 0; y < image.getHeight(); y++) {
      assertThat(image.getRGB(QuoteCard.WIDTH - 40, y)).isEqualTo(paper);
    }
  }

  private static CardText card(
      boolean verbatim, String words, String speaker, @Nullable String link) {
    return new CardText(
        verbatim,
        verbatim ? "OWN WORDS" : "REPORTED, NOT A QUOTATION",
        words,
        speaker,
        "Harbour Minister (Quaylandia)",
        "5 May 2033, Port Sill",
        "as given by The Sill Gazette",
        List.of(),
        link);
  }

  private BufferedImage image(CardText text) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(cards.png(text)));
  }
}
