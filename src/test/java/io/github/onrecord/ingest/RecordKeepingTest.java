package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People, days, utterances and corrections over several documents. */
class RecordKeepingTest {
  private final MemoryRecord record = new MemoryRecord();

  @Test
  void onePersonInThreeAlphabetsIsOnePerson() {
    Article.en("Karthian Foreign Minister Greta Haldane said that the lock was old.").into(record);
    Article.ru("Министр иностранных дел Карта Грета Халдане заявила, что шлюз закрыт.")
        .into(record);
    Article.uk("Міністерка закордонних справ Карту Ґрета Галдане заявила, що шлюз зачинено.")
        .into(record);

    assertThat(record.officials()).extracting(Official::name).containsExactly("Greta Haldane");
    assertThat(record.officials().get(0).aliases()).contains("Грета Халдане", "Ґрета Галдане");
    assertThat(record.statements())
        .extracting(s -> s.speaker().shownAs())
        .containsOnly("Greta Haldane");
  }

  @Test
  void twoWithOneSurnameStayTwo() {
    Article.en("Ambassador Erik Holm said that the lock was old.").into(record);
    Article.en("Fisheries minister Agnes Holm said that the quay was new.").into(record);

    assertThat(record.officials())
        .extracting(Official::name)
        .containsExactly("Erik Holm", "Agnes Holm");
  }

  @Test
  void aSurnameAloneIsWhoeverBearsItOnRecord() {
    Article.en("Ambassador Lotte Brandis said that the lock was old.").into(record);
    assertThat(Article.en("“Older than me,” Brandis said.").into(record))
        .extracting(s -> s.speaker().shownAs())
        .containsExactly("Lotte Brandis");
  }

  @Test
  void weekdaysCountFromTheDocumentsDay() {
    assertThat(
            days(
                Article.en("Envoy Anselm Roy said on Tuesday that the lock was old.")
                    .published("2033-07-07")))
        .containsExactly(LocalDate.of(2033, 7, 5));
    assertThat(
            days(
                Article.ru("Посол Ансельм Рой заявил во вторник, что шлюз стар.")
                    .published("2033-07-07")))
        .containsExactly(LocalDate.of(2033, 7, 5));
    assertThat(
            days(
                Article.uk("Посол Ансельм Рой заявив у вівторок, що шлюз старий.")
                    .published("2033-07-07")))
        .containsExactly(LocalDate.of(2033, 7, 5));
    assertThat(
            days(
                Article.en("Yesterday Envoy Anselm Roy said that the lock was old.")
                    .published("2033-07-07")))
        .containsExactly(LocalDate.of(2033, 7, 6));
    assertThat(
            days(
                Article.uk("Посол Ансельм Рой сказав 4 липня, що шлюз старий.")
                    .published("2033-07-07")))
        .containsExactly(LocalDate.of(2033, 7, 4));
  }

  @Test
  void theDayOfPublicationIsNeverTakenForTheDaySpoken() {
    assertThat(
            days(
                Article.en("Envoy Anselm Roy said that the lock was old.").published("2033-07-07")))
        .containsOnlyNulls();
  }

  @Test
  void aDeadlineIsNoDaySpoken() {
    assertThat(
            days(
                Article.en("Envoy Anselm Roy promised a text by 20 July.").published("2033-07-07")))
        .containsOnlyNulls();
  }

  @Test
  void aReportsOwnDayHoldsForRemarksWithoutOne() {
    assertThat(
            days(
                Article.en(
                        "The round on the canal ended on Wednesday without a text.",
                        "“It rained,” Envoy Anselm Roy said.")
                    .published("2033-07-07")))
        .containsExactly(LocalDate.of(2033, 7, 6));
  }

  @Test
  void aReprintIsTheSameUtterance() {
    Statement first =
        Article.en("“The lock is old and the key is new,” Envoy Anselm Roy said.")
            .into(record)
            .get(0);
    Statement reprint =
        Article.en("Anselm Roy: “The lock is old and the key is new.”").into(record).get(0);
    assertThat(reprint.utterance()).isEqualTo(first.utterance());
  }

  @Test
  void aReportAndAQuotationAreNeverOneUtterance() {
    Statement quoted =
        Article.en("“The lock is old and the key is new,” Envoy Anselm Roy said.")
            .into(record)
            .get(0);
    Statement reported =
        Article.en("Envoy Anselm Roy said that the lock is old and the key is new.")
            .into(record)
            .get(0);
    assertThat(reported.utterance()).isNotEqualTo(quoted.utterance());
  }

  @Test
  void aWordChangedInsideAQuotationIsShownToTheEditor() {
    Article.en("“The lock is very old and the key is new,” Envoy Anselm Roy said.").into(record);
    assertThat(
            Article.en("“The lock is very old and the key is lost,” Envoy Anselm Roy said.")
                .assembled(record)
                .skipped())
        .singleElement()
        .asString()
        .startsWith("quoted otherwise than on record");
  }

  @Test
  void aNoticeWithdrawsWhatItRepeats() {
    Article.en(
            "“We shall close the lock for ever,” Envoy Anselm Roy said.",
            "Roy said that it rained.")
        .into(record);
    List<Statement> repeated =
        Article.en()
            .block(Block.Role.HEADLINE, "Correction")
            .then(
                "In our report we quoted Anselm Roy as saying: “We shall close the lock for ever.” Mr Roy did not say this. The Chronicle retracts it.")
            .named("notice.txt")
            .into(record);

    assertThat(repeated).isEmpty();
    assertThat(record.statements())
        .extracting(Statement::status)
        .containsExactly(Status.RETRACTED, Status.STANDING);
    assertThat(record.statements().get(0).cause()).isEqualTo(2);
  }

  @Test
  void whatWasWithdrawnOnceIsWithdrawnInEveryReprint() {
    aNoticeWithdrawsWhatItRepeats();
    assertThat(
            Article.en("“We shall close the lock for ever,” said Anselm Roy, the envoy.")
                .into(record))
        .extracting(Statement::status)
        .containsExactly(Status.RETRACTED);
  }

  @Test
  void aNoticeThatFitsNothingWaitsForTheEditor() {
    assertThat(
            Article.ru()
                .block(Block.Role.HEADLINE, "Исправление")
                .then(
                    "В нашем материале мы ошибочно привели слова посла Ансельма Роя: «Шлюза больше нет».")
                .assembled(record)
                .skipped())
        .singleElement()
        .asString()
        .contains("waits for an editor");
  }

  @Test
  void aDocumentOfAnotherLanguageIsKeptWithoutStatements() {
    assertThat(
            Article.in(io.github.onrecord.record.Language.OTHER, "L’ambassadeur a dit: « Non. »")
                .said())
        .isEmpty();
  }

  @Test
  void sidesAreNamedByTheirNouns() {
    Article.en(
            "Talks between Karthia and Sollen paused. The Karthian ambassador, Erik Holm, said that the lock was old.")
        .into(record);
    assertThat(record.officials().get(0).side().name()).isEqualTo("Karthia");
  }

  private List<LocalDate> days(Article article) {
    return article.statements().stream().map(Statement::spoken).toList();
  }
}
