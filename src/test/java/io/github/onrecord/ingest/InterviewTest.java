package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Interviews without labels: the answers are the guest's whom the page introduces. */
class InterviewTest {

  @Test
  void tellsAnswersFromQuestionsAfterDashes() {
    assertThat(
            Said.inText(
                """
                МАЯК. Портовая газета
                4 мая 2033 года

                Министр транспорта Корвении Оскар Линд принял нас в порту.

                — Господин министр, паром пойдёт?

                — Пойдёт. Мы его для этого и строили.

                — В Нордмарке говорят, что дно не пустит.

                — Дно мы углубили.

                — Довольны ли вы?

                — А вы бы были?

                — Последнее: кто платит?

                — Платим мы.

                Линд смотрит на часы.
                """))
        .containsExactly(
            "VERBATIM Оскар Линд: Пойдёт. Мы его для этого и строили.",
            "VERBATIM Оскар Линд: Дно мы углубили.",
            "VERBATIM Оскар Линд: А вы бы были?",
            "VERBATIM Оскар Линд: Платим мы.");
  }

  @Test
  void readsBoldQuestionsUnderAHeadlineThatNamesTheGuest() {
    assertThat(
            Said.inPage(
                """
                <html><head><title>Пором піде</title></head><body><article>
                <h1>Міністр транспорту Корвенії Оскар Лінд: «Пором піде»</h1>
                <p>Ольма, 4 травня 2033 року</p>
                <p>Розмова відбулася в порту, між двома рейсами.</p>
                <p><strong>Коли піде перший пором?</strong></p>
                <p>У липні. Ми готові.</p>
                <p>Мені казали, що в червні, але я не вірю.</p>
                <p><strong>Хто платитиме за паливо?</strong></p>
                <p>Платимо ми.</p>
                <p><strong>А якщо сусіди не погодяться?</strong></p>
                <p>Тоді я сам сяду за кермо.</p>
                <p>Розмовляла Інна Рись.</p>
                </article></body></html>
                """))
        .contains(
            "VERBATIM Оскар Лінд: У липні. Ми готові. … Мені казали, що в червні, але я не вірю.",
            "VERBATIM Оскар Лінд: Платимо ми.",
            "VERBATIM Оскар Лінд: Тоді я сам сяду за кермо.")
        .noneMatch(line -> line.contains("Рись"));
  }

  @Test
  void takesNoExplainerForAnInterview() {
    assertThat(
            Said.inPage(
                """
                <html><head><title>The ferry</title></head><body><article>
                <h1>Five things to know about the ferry</h1>
                <p>Transport Minister Oskar Lind of Corvenia opens the line in July.</p>
                <h2>When does it sail?</h2><p>In July, twice a day.</p>
                <h2>Who pays?</h2><p>The treasury and the port share the cost.</p>
                <h2>What about winter?</h2><p>The port has bought an icebreaker.</p>
                </article></body></html>
                """))
        .isEmpty();
  }

  @Test
  void leavesAnswersAloneWhereNoOfficialIsIntroduced() {
    assertThat(
            Said.inText(
                """
                МАЯК. Портовая газета
                4 мая 2033 года

                Смотритель маяка Пётр Грум встаёт в пять.

                — Вам не скучно?

                — Море не скучает.

                — А паром видели?

                — Видел.
                """))
        .isEmpty();
  }

  @Test
  void followsTheLikeliestCourseOfQuestionsAndAnswers() {
    assertThat(Alternation.of(List.of(true, false, false, false, true, true, true, false)))
        .containsExactly(true, false, true, false, true, false, true, false);
  }
}
