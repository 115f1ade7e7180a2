package io.github.onrecord.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands on a quote card. The officials and outlets are invented. */
class CardMessagesTest {
  private static final String WORDS = "The ferry will sail at noon.";

  @Test
  void ownWordsStandInQuotationMarksWithAllThatTellsWhoseTheyAre() {
    assertThat(text(Language.ENGLISH, Kind.VERBATIM, WORDS, Status.STANDING))
        .returns("“" + WORDS + "”", CardText::words)
        .returns("OWN WORDS", CardText::kind)
        .returns("Ada Brom", CardText::speaker)
        .returns("Harbour Minister (Quaylandia)", CardText::capacity)
        .returns("5 May 2033, Port Sill", CardText::circumstances)
        .returns("as given by The Sill Gazette", CardText::source);
  }

  @ParameterizedTest
  @CsvSource({
    "ENGLISH, 'REPORTED, NOT A QUOTATION'",
    "RUSSIAN, 'В ПЕРЕСКАЗЕ, НЕ ЦИТАТА'",
    "UKRAINIAN, 'У ПЕРЕКАЗІ, НЕ ЦИТАТА'"
  })
  void aReportSaysThatItIsOneAndHasNoQuotationMarks(Language reader, String kind) {
    assertThat(text(reader, Kind.REPORTED, WORDS, Status.STANDING))
        .returns(WORDS, CardText::words)
        .returns(kind, CardText::kind)
        .returns(false, CardText::verbatim);
  }

  @Test
  void whatWasWithdrawnSaysSo() {
    assertThat(text(Language.ENGLISH, Kind.VERBATIM, WORDS, Status.RETRACTED).remarks())
        .containsExactly("WITHDRAWN SINCE");
  }

  @Test
  void upToFourThousandCharactersNothingIsLeftOut() {
    String words = "The ferry sails. ".repeat(235).strip();
    CardText card = text(Language.ENGLISH, Kind.VERBATIM, words, Status.STANDING);

    assertThat(card.words()).isEqualTo("“" + words + "”");
    assertThat(card.remarks()).isEmpty();
  }

  @Test
  void moreIsCutBetweenSentencesAndTheCardSaysSo() {
    CardText card =
        text(
            Language.ENGLISH,
            Kind.VERBATIM,
            "The ferry sails. ".repeat(400).strip(),
            Status.STANDING);

    assertThat(card.words()).endsWith("The ferry sails. […]”").hasSizeLessThan(4010);
    assertThat(card.remarks())
        .containsExactly("The first 3,994 of 6,799 characters; the whole is in the source.");
  }

  @Test
  void aSentenceWithoutAnEndIsCutBetweenWords() {
    CardText card =
        text(Language.ENGLISH, Kind.VERBATIM, "ferry ".repeat(1000).strip(), Status.STANDING);

    assertThat(card.words()).endsWith("ferry […]”").hasSizeLessThan(4010);
  }

  private static CardText text(Language reader, Kind kind, String words, Status status) {
    Document document =
        new Document(
            1,
            "sill.html",
            null,
            "https://sill.example/1",
            "The Sill Gazette",
            "Ferries",
            Language.ENGLISH,
            LocalDate.of(2033, 5, 5),
            Instant.parse("2033-05-05T10:00:00Z"),
            words,
            Document.sha256(words),
            null);
    Statement statement =
        new Statement(
            1,
            1,
            new Speaker.Named(1, "Ada Brom"),
            "Harbour Minister",
            new Side("Quaylandia"),
            kind,
            java.util.List.of(new Part(new Span(0, words.length()), words)),
            LocalDate.of(2033, 5, 5),
            "Port Sill",
            Language.ENGLISH,
            null,
            1,
            "test",
            status,
            status == Status.STANDING ? null : 2L,
            1);
    return new CardMessages(Phrases.in(reader)).text(statement, document, document.url());
  }
}
