package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On which day something was said, with people of no real country. 18 May 2034 is a Thursday. */
class SpokenDaysTest {

  @Test
  void aDatelineIsNoDayOfSpeakingAndNoPartOfWhatIsSaid() {
    Article article =
        Article.en(
                "HASK (16 May 2034) – Dues will rise in June, Envoy Ada Birchley said on Monday.")
            .published("2034-05-16");
    assertThat(article.said()).containsExactly("Ada Birchley ~ Dues will rise in June");
    assertThat(days(article)).containsExactly(day(15));
    assertThat(
            Article.ru("ХАСК, 16 мая. /Вести/. Сборы вырастут, заявил в понедельник посол Ян Рой.")
                .published("2034-05-16")
                .said())
        .containsExactly("Ян Рой ~ Сборы вырастут");
  }

  @Test
  void aReportSentOnTheDayTellsOfThatDay() {
    assertThat(
            days(
                Article.en(
                        "HASK, 16 May 2034 (Wire) - Dues will rise, Envoy Ada Birchley said on"
                            + " Tuesday.",
                        "“Nobody likes it,” said Envoy Anselm Roy.")
                    .published("2034-05-16")))
        .containsExactly(day(16), day(16));
  }

  @Test
  void theEntriesOfALiveBlogAreOfItsDay() {
    assertThat(
            days(
                Article.en("Envoy Ada Birchley opened the session.")
                    .block(Block.Role.BYLINE, "10:05")
                    .then("“The channel will be dredged,” Birchley says.")
                    .block(Block.Role.BYLINE, "11:47")
                    .then("Two days earlier Birchley had said that it would wait.")
                    .block(Block.Role.BYLINE, "12:30")
                    .then("“We wait no more,” Birchley adds.")
                    .published("2034-05-18")))
        .containsExactly(day(18), day(16), day(18));
    assertThat(
            days(
                Article.uk(
                        "10:05 Посол Ансельм Рой відкрив засідання. «Канал поглиблять», – сказав він.",
                        "11:47 Двома днями раніше Рой казав, що канал почекає.",
                        "12:30. Рой – журналістам: «Більше не чекаємо».")
                    .published("2034-05-18")))
        .containsExactly(day(18), day(16), day(18));
  }

  @Test
  void eachPostOfAChannelIsOfTheDayAboveIt() {
    assertThat(
            days(
                new Channel()
                    .post("17 мая 2034, 21:14", "Посол Ян Рой: «Всё решено».")
                    .post("18 мая 2034, 09:05", "«Ничего не решено», — сказал Рой.")
                    .post("19 мая 2034, 08:10", "Вчера Рой отрицал, что это шутка.")
                    .article
                    .published("2034-05-17")))
        .containsExactly(day(17), day(18), day(18));
  }

  @Test
  void theFollowingDayFollowsTheOneJustNamed() {
    assertThat(
            days(
                Article.en(
                        "Envoy Ada Birchley said on 10 May that dues would rise. The following day"
                            + " she said that they would not.")
                    .published("2034-05-18")))
        .containsExactly(day(10), day(11));
    assertThat(
            days(
                Article.ru(
                        "Посол Ян Рой 10 мая заявил, что сборы вырастут. На следующий день он"
                            + " сказал, что нет.")
                    .published("2034-05-18")))
        .containsExactly(day(10), day(11));
    assertThat(
            days(
                Article.uk(
                        "Посол Ян Рой 10 травня заявив, що збори зростуть. Наступного дня він"
                            + " сказав, що ні.")
                    .published("2034-05-18")))
        .containsExactly(day(10), day(11));
  }

  @Test
  void daysAgoCountFromTheDocumentsDay() {
    assertThat(
            days(
                Article.en("Three days ago Envoy Ada Birchley said that dues would rise.")
                    .published("2034-05-18")))
        .containsExactly(day(15));
    assertThat(
            days(
                Article.ru("Два дня назад посол Ян Рой заявил, что сборы вырастут.")
                    .published("2034-05-18")))
        .containsExactly(day(16));
    assertThat(
            days(
                Article.uk("Два дні тому посол Ян Рой заявив, що збори зростуть.")
                    .published("2034-05-18")))
        .containsExactly(day(16));
  }

  @Test
  void lastThursdayIsNotThisThursday() {
    assertThat(
            days(
                Article.en("Envoy Ada Birchley said last Thursday that dues would rise.")
                    .published("2034-05-18")))
        .containsExactly(day(11));
  }

  @Test
  void theDayOfWhatAQuestionIsAboutIsAnother() {
    assertThat(
            days(
                Article.en(
                        "Asked about a report that she had left on Monday, Envoy Ada Birchley said"
                            + " she went to find a sandwich.")
                    .published("2034-05-18")))
        .containsOnlyNulls();
    assertThat(
            days(
                Article.en(
                        "Asked about a report that she had left on Monday, Envoy Ada Birchley"
                            + " laughed. “I went to find a sandwich,” she said.")
                    .published("2034-05-18")))
        .containsOnlyNulls();
  }

  @Test
  void aWeekdayToComeIsNoDayOfSpeaking() {
    assertThat(
            days(
                Article.en("Talks will resume on Monday. “We are ready,” Envoy Ada Birchley said.")
                    .published("2034-05-18")))
        .containsOnlyNulls();
  }

  @Test
  void anInterviewIsOfTheDayOnWhichItWasHeld() {
    assertThat(
            days(
                Article.en(
                        "Envoy Ada Birchley took office on 2 May and closed a round on 12 May. We"
                            + " spoke to her on Monday in Hask.",
                        "— Was it hard?",
                        "— Hard enough for two.",
                        "— And on 14 May, when you left?",
                        "— I left for lunch.")
                    .published("2034-05-18")))
        .containsExactly(day(15), day(15));
    assertThat(
            days(
                Article.ru(
                        "Посол Ян Рой вернулся 12 мая.",
                        "— Было трудно?",
                        "— Трудно на двоих.",
                        "— А 14 мая?",
                        "— Я ходил обедать.",
                        "Интервью записано 15 мая.")
                    .published("2034-05-18")))
        .containsExactly(day(15), day(15));
    assertThat(
            days(
                Article.uk(
                        "Посол Ансельм Рой повернувся 12 травня. Розмова точилася в понеділок.",
                        "— Було важко?",
                        "— Важко на двох.",
                        "— А 14 травня?",
                        "— Я ходив обідати.")
                    .published("2034-05-18")))
        .containsExactly(day(15), day(15));
  }

  @Test
  void aTranscriptIsOfItsOwnDayWhateverDaysAreSpokenOf() {
    assertThat(
            days(
                Article.en(
                        "Transcript of the press conference of Envoy Ada Birchley",
                        "BIRCHLEY: Good evening. On 12 May we closed the lock.",
                        "QUESTION: And on Monday?",
                        "BIRCHLEY: On Monday we opened it.",
                        "QUESTION: Will it stay open?",
                        "BIRCHLEY: As long as it is paid for.")
                    .published("2034-05-18")))
        .containsExactly(day(18), day(18), day(18));
  }

  @Test
  void theHoursOfALogAreWrittenInMoreThanOneWay() {
    assertThat(
            days(
                Article.en("Envoy Ada Birchley opened the session.")
                    .block(Block.Role.HEADING, "10.05am")
                    .then("“The channel will be dredged,” Birchley says.")
                    .block(Block.Role.HEADING, "11.47 GMT")
                    .then("“It will be wide,” Birchley adds.")
                    .block(Block.Role.HEADING, "12.30pm")
                    .then("“We wait no more,” Birchley says.")
                    .published("2034-05-18")))
        .containsExactly(day(18), day(18), day(18));
  }

  @Test
  void aSectionHeadedTodayIsOfThatDay() {
    assertThat(
            days(
                Article.ru("Вчера все молчали.")
                    .block(Block.Role.HEADING, "Вчера")
                    .then("«Всё решено», — сказал посол Ян Рой.")
                    .block(Block.Role.HEADING, "Сегодня")
                    .then("Рой отрицал, что это шутка.")
                    .published("2034-05-18")))
        .containsExactly(day(17), day(18));
  }

  @Test
  void yesterdayInQuotedWordsIsTheDayBeforeTheyWereSpoken() {
    assertThat(
            days(
                Article.en(
                        "“Yesterday Envoy Anselm Roy said to me: ‘The lock stays shut for ever’,”"
                            + " Minister Ada Birchley told reporters on Tuesday.")
                    .published("2034-05-18")))
        .containsExactly(day(16), day(15));
  }

  private static final class Channel {
    private final Article article = Article.ru();

    Channel post(String stamp, String words) {
      article.block(Block.Role.BYLINE, stamp).then(words);
      return this;
    }
  }

  private static LocalDate day(int ofMay) {
    return LocalDate.of(2034, 5, ofMay);
  }

  private static List<LocalDate> days(Article article) {
    return article.statements().stream().map(Statement::spoken).toList();
  }
}
