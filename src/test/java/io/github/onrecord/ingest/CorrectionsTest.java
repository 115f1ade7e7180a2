package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notices that correct what was published, with people of no real country. */
class CorrectionsTest {
  private final MemoryRecord record = new MemoryRecord();

  @Test
  void aNoticeNeedNotRepeatTheWordsWhenMatterAndDayTellWhichAreMeant() {
    Article.en(
            "Irrigation minister Tarl Adder said on Tuesday that his men would force the gates"
                + " open.",
            "On Tuesday Adder said that the melons were late.")
        .published("2034-04-20")
        .into(record);
    Article.en(
            "An apology to Tarl Adder",
            "On Thursday we reported that the minister had threatened on 18 April to force the"
                + " gates. He made no such threat and we are sorry.")
        .published("2034-04-25")
        .into(record);

    assertThat(statuses()).containsExactly(Status.RETRACTED, Status.STANDING);
  }

  @Test
  void russianAndUkrainianNoticesWithdrawToo() {
    Article.ru("Посол Лотте Бранд сказала: «Мы осушим канал к осени».").into(record);
    Article.uk("Посолка Інес Кроуф сказала: «Ми перекриємо міст узимку».").into(record);

    Article.ru(
            "Опровержение",
            "В нашей заметке мы привели слова посла Лотте Бранд: «Мы осушим канал к осени». Она"
                + " этих слов не говорила. Редакция приносит извинения.")
        .into(record);
    Article.uk(
            "Спростування",
            "У нашій замітці ми навели слова посолки Інес Кроуф: «Ми перекриємо міст узимку»."
                + " Вона цього не казала. Редакція перепрошує.")
        .into(record);

    assertThat(statuses()).containsExactly(Status.RETRACTED, Status.RETRACTED);
  }

  @Test
  void aNoteUnderAnArticleCorrectsToo() {
    Article.en("Envoy Ada Birchley said: “The lock is sold and gone.”").into(record);
    Article.en(
            "“The lock is old,” Envoy Ada Birchley said.",
            "Correction: An earlier version of this article misquoted Ada Birchley as saying “The"
                + " lock is sold and gone.”")
        .into(record);

    assertThat(statuses()).containsExactly(Status.CORRECTED, Status.STANDING);
  }

  @Test
  void aNoteAboutSomethingElseTakesNothingAway() {
    assertThat(
            Article.en(
                    "“The lock is old,” Envoy Ada Birchley said.",
                    "Correction: An earlier version of this story misspelled the name of the"
                        + " port.")
                .said())
        .containsExactly("Ada Birchley: The lock is old");
  }

  @Test
  void whatTheNoticeSaysWasReallySaidIsOnRecord() {
    Article.en("Water minister Oren Casting said: “If it stays shut we will open it ourselves.”")
        .into(record);
    List<Statement> brought =
        Article.en(
                "Corrections",
                "In our report we quoted Oren Casting as saying: “If it stays shut we will open it"
                    + " ourselves.” He said no such thing and we withdraw it.",
                "A recording shows that the minister said: “If it stays shut we will open the"
                    + " books.”")
            .into(record);

    assertThat(brought)
        .extracting(Statement::text)
        .containsExactly("If it stays shut we will open the books.");
    assertThat(statuses()).containsExactly(Status.RETRACTED, Status.STANDING);
  }

  @Test
  void aNoticeThatMayMeanSeveralHoldsThemForTheEditor() {
    Article.en(
            "Envoy Ada Birchley said that the harbour dues would rise by a tenth.",
            "Birchley said that the harbour dues would rise by a third.")
        .into(record);
    Assembly.Assembled notice =
        Article.en(
                "Clarification",
                "In our report what Ada Birchley said about harbour dues was inaccurate.")
            .assembled(record);
    record.save(notice.publication());

    assertThat(notice.skipped()).singleElement().asString().contains("waits for an editor");
    assertThat(statuses()).containsExactly(Status.HELD, Status.HELD);
  }

  private List<Status> statuses() {
    return record.statements().stream().map(Statement::status).toList();
  }
}
