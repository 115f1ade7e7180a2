package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** In a joint communiqué the parties speak, each of its clauses is a statement of theirs. */
class CommuniqueTest {

  @Test
  void readsNumberedClausesAndTheItemsUnderTheParties() {
    assertThat(
            Said.inText(
                """
                JOINT COMMUNIQUÉ
                on the second round of talks between Corvenia and Nordmark
                Astel, 7 May 2033

                The delegations of Corvenia and Nordmark met in Astel on 6 and 7 May 2033.

                1. The Parties agree to open the ferry line on 1 July.

                2. The two sides reaffirmed that no toll will be levied before the end of the year.

                3. The Nordmark delegation stated that it cannot guarantee sailings in winter.

                4. The Parties:
                (a) shall exchange charts of the seabed by 1 June;
                (b) shall appoint one harbour master each.

                5. The Parties did not agree on the fuel surcharge.
                """))
        .containsExactly(
            "REPORTED (The Parties): agree to open the ferry line on 1 July",
            "REPORTED (The two sides): no toll will be levied before the end of the year",
            "REPORTED (The Nordmark delegation): it cannot guarantee sailings in winter",
            "REPORTED (The Parties): shall exchange charts of the seabed by 1 June",
            "REPORTED (The Parties): shall appoint one harbour master each",
            "REPORTED (The Parties): did not agree on the fuel surcharge");
  }

  @Test
  void readsClausesInUkrainianAndRussian() {
    assertThat(
            Said.inText(
                """
                СПІЛЬНЕ КОМЮНІКЕ
                за підсумками переговорів Корвенії та Нордмарку
                Ольма, 7 травня 2033 року

                1. Сторони домовилися відкрити поромну лінію 1 липня.
                2. Сторони підтвердили, що мито не стягуватиметься до кінця року.
                """))
        .containsExactly(
            "REPORTED (Сторони): домовилися відкрити поромну лінію 1 липня",
            "REPORTED (Сторони): мито не стягуватиметься до кінця року");
    assertThat(
            Said.inText(
                """
                СОВМЕСТНОЕ КОММЮНИКЕ
                по итогам переговоров Корвении и Нордмарка
                Ольма, 7 мая 2033 года

                Стороны согласились открыть паромную линию 1 июля.

                Стороны не договорились о топливном сборе.
                """))
        .containsExactly(
            "REPORTED (Стороны): согласились открыть паромную линию 1 июля",
            "REPORTED (Стороны): не договорились о топливном сборе");
  }
}
