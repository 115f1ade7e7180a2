package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Positions in a list belong to whom their introduction names. */
class ListingTest {

  @Test
  void takesLinesWithoutMarksBelowAnIntroduction() {
    String bulletin =
        """
        Портовый бюллетень
        Ольма, 6 мая 2033 года

        Министр транспорта Корвении Оскар Линд провёл встречу в Ольме. По данным газеты «Маяк», основные заявления корвенской стороны:

        Корвения откроет паромную линию 1 июля
        Пошлина не взимается до конца года
        Зимних рейсов Корвения не обещает

        Погода в порту ясная.
        """;
    assertThat(Said.inText(bulletin))
        .containsExactly(
            "REPORTED Оскар Линд: Корвения откроет паромную линию 1 июля",
            "REPORTED Оскар Линд: Пошлина не взимается до конца года",
            "REPORTED Оскар Линд: Зимних рейсов Корвения не обещает");
    assertThat(Said.publication(Reading.of("a.txt", bulletin)).document().source())
        .isEqualTo("Маяк");
  }

  @Test
  void takesItemsOfAPageBelowAnIntroduction() {
    assertThat(
            Said.inPage(
                """
                <html><head><title>Пором</title></head><body><article><h1>Пором</h1>
                <p>Ольма, 6 травня 2033 року</p>
                <p>Міністр транспорту Корвенії Оскар Лінд зустрівся з журналістами в порту. Основні тези:</p>
                <ul><li>Корвенія відкриє поромну лінію 1 липня;</li>
                <li>«Ми не торгуємо туманом».</li></ul>
                <p>Наступна зустріч у червні.</p>
                </article></body></html>
                """))
        .containsExactly(
            "REPORTED Оскар Лінд: Корвенія відкриє поромну лінію 1 липня",
            "VERBATIM Оскар Лінд: Ми не торгуємо туманом");
  }

  @Test
  void takesAListOfDatesForNobodysPositions() {
    assertThat(
            Said.inText(
                """
                The ferry line
                Astel, 6 May 2033

                Transport Minister Oskar Lind of Corvenia opened the line in Astel. It sails on:

                - Monday;
                - Thursday.
                """))
        .isEmpty();
  }

  @Test
  void tellsThatSomebodyBriefedReportersWithoutAStatement() {
    assertThat(
            Said.inText(
                """
                The ferry line
                Astel, 6 May 2033

                After the talks, Corvenian Transport Minister Oskar Lind briefed journalists.
                """))
        .isEmpty();
  }
}
