package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom words mean that aren't a name with a verb beside it, with people of no real country. */
class WhoIsMeantTest {

  @Test
  void theFormerAndTheLatterAreTheTwoJustNamed() {
    assertThat(
            Article.en(
                    "Ada Birchley, the foreign minister of Hask, and her deputy Anselm Roy share a"
                        + " corridor. The former said dues would rise. The latter said they would"
                        + " fall.")
                .said())
        .containsExactly("Ada Birchley ~ dues would rise", "Anselm Roy ~ they would fall");
    assertThat(
            Article.uk(
                    "Приїхали посол Хаску Ансельм Рой та губернатор Лорму Ян Дорн. Перший сказав, що"
                        + " збори зростуть. Другий зауважив, що ні.")
                .said())
        .first()
        .isEqualTo("Ансельм Рой ~ збори зростуть");
  }

  @Test
  void anOfficeMeansTheOnlyOneNamedInItsParagraph() {
    assertThat(
            Article.ru(
                    "Газета посвящает полосу генералу Отто Арвику. Начальник хаскского генштаба,"
                        + " пишет газета, предупредил, что сараи откроют.")
                .said())
        .containsExactly("Отто Арвик ~ сараи откроют");
  }

  @Test
  void anotherGendersVerbInTheNextParagraphDoesNotStandForAManNamedAbove() {
    List<Statement> statements =
        Article.ru(
                "Борис Кадр сказал, что ворота не летают.",
                "Официальный представитель МИД Хаска опровергла, что он уйдёт.")
            .statements();
    assertThat(statements)
        .filteredOn(s -> Article.line(s).startsWith("Борис Кадр") && s.text().contains("уйдёт"))
        .allMatch(s -> s.status() == Status.HELD);
  }

  @Test
  void verbatimReportsLabelTurnsWithInitialsAndAFullStop() {
    assertThat(
            Article.ru(
                    "Стенограмма заседания",
                    "Председательствующий. Слово министру финансов Степану Ильичу Горну.",
                    "С. И. Горн. Мост откроют осенью. (Смех в зале.)",
                    "Голос из зала. Позор!",
                    "Т. П. Зелн (с места). Только не наш мост!",
                    "Председательствующий. Слово губернатору Сарма Тимуру Петровичу Зелну.",
                    "Т. П. Зелн. Мост держит козу.")
                .said())
        .containsExactly(
            "С. И. Горн: Мост откроют осенью.",
            "Т. П. Зелн: Только не наш мост!",
            "Т. П. Зелн: Мост держит козу.");
  }

  @Test
  void whoeverIsToldOfBeforeAColonSpeaksAfterIt() {
    assertThat(
            Article.en(
                    "We leave you with Theo Barr, the spokesman of the delegation, who came out to"
                        + " smoke: “There will be smoke or there will be breakfast.”")
                .said())
        .containsExactly("Theo Barr: There will be smoke or there will be breakfast.");
    assertThat(
            Article.ru(
                    "Ян Рой, глава хаскской делегации, журналистам: «Дверь у нас уже общая».",
                    "Хозяйка переговоров, глава МИД Лорма Астрид Лунд, сегодня в эфире радио: раунд"
                        + " пройдёт в том же зале.")
                .said())
        .containsExactly(
            "Ян Рой: Дверь у нас уже общая", "Астрид Лунд ~ раунд пройдёт в том же зале");
  }

  @Test
  void namesInMarksBetweenAnOfficeAndItsHolderBelongToTheOffice() {
    assertThat(Article.uk("«Шість автобусів», – уточнив речник Групи «Альціон» Тео Барк.").said())
        .containsExactly("Тео Барк: Шість автобусів");
    assertThat(
            Article.ru(
                    "Визит. Приехал министр финансов Хаска **Марк Толь**. Он сказал, что мост"
                        + " откроют.")
                .said())
        .containsExactly("Марк Толь ~ мост откроют");
  }
}
