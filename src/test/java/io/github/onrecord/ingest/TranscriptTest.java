package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Passage;
import org.junit.jupiter.api.Test;

/** Turns with labels: one official's turn is one statement, a journalist's is nobody's. */
class TranscriptTest {

  @Test
  void givesEachBoldNamesTurnToItsBearer() {
    assertThat(
            Said.inMarkdown(
                """
                # Press conference of the Astel round

                *Astel, 5 May 2033*

                Corvenia's transport minister, Oskar Lind, answered questions in Astel.

                **Moderator:** Good evening. Two questions.

                **Oskar Lind (Transport Minister, Corvenia):** The text is ready.

                It has nineteen pages and I have read them all.

                **Q (Astel Echo):** They call you stubborn. Is that fair?

                **Oskar Lind:** We have read the text. They have not.
                """))
        .containsExactly(
            "VERBATIM Oskar Lind: The text is ready. … It has nineteen pages and I have read them"
                + " all.",
            "VERBATIM Oskar Lind: We have read the text. They have not.");
  }

  @Test
  void givesAnswersWithoutANameToWhoeverIsIntroduced() {
    assertThat(
            Said.inText(
                """
                DAILY BRIEFING
                Astel, Tuesday, 3 May 2033

                Government spokesperson Ilse Varn briefed reporters.

                Q. Has the ferry treaty been signed?

                A. It has not. It will be signed when the harbour is deep enough.

                Q. And who pays for the dredging?

                A. Both sides do. Minister Tarn told me, "We pay for our half and not a bucket more."
                """))
        .containsExactly(
            "VERBATIM Ilse Varn: It has not. It will be signed when the harbour is deep enough.",
            "VERBATIM Ilse Varn: Both sides do. Minister Tarn told me, \"We pay for our half and"
                + " not a bucket more.\"",
            "VERBATIM Tarn, quoted by Ilse Varn: We pay for our half and not a bucket more.");
  }

  @Test
  void readsAnOfficeAsALabelAndAnOutletAsAJournalist() {
    assertThat(
            Said.inText(
                """
                СТЕНОГРАММА БРИФИНГА
                Ольма, 6 мая 2033 года

                МОДЕРАТОР: Добрый день. Начнём.
                ПРЕДСТАВИТЕЛЬ МИД: Здравствуйте. Паром пойдёт первого июля.
                КОРРЕСПОНДЕНТ («Маяк»): А если нет?
                ПРЕДСТАВИТЕЛЬ МИД: Тогда второго.
                О. Линд (министр транспорта Корвении): Причал готов, я видел его сам.
                И. Роса, «Вечерняя Ольма»: Спасибо за ответ.
                О. Линд: И вам спасибо.
                """))
        .containsExactly(
            "VERBATIM (ПРЕДСТАВИТЕЛЬ МИД): Здравствуйте. Паром пойдёт первого июля.",
            "VERBATIM (ПРЕДСТАВИТЕЛЬ МИД): Тогда второго.",
            "VERBATIM О. Линд: Причал готов, я видел его сам.",
            "VERBATIM О. Линд: И вам спасибо.");
  }

  @Test
  void keepsStageDirectionsOutOfATurn() {
    assertThat(
            Said.inText(
                """
                Корвенські слухання
                Ольма, 6 травня 2033 року

                На запитання відповідав міністр транспорту Корвенії Оскар Лінд.

                ПИТАННЯ: Пором піде?
                ВІДПОВІДЬ: Піде.
                (Сміх у залі.)
                ПИТАННЯ: А взимку?
                ВІДПОВІДЬ: Узимку теж. Ми купили криголам.
                """))
        .containsExactly(
            "VERBATIM Оскар Лінд: Піде.", "VERBATIM Оскар Лінд: Узимку теж. Ми купили криголам.");
  }

  @Test
  void countsNoTurnAmongWhatTheDocumentTells() {
    assertThat(
            Said.publication(
                    Reading.of(
                        "a.txt",
                        """
                        Astel hearing
                        Astel, 6 May 2033

                        Transport Minister Oskar Lind of Corvenia spoke for an hour.

                        ECHO: Will it sail?
                        LIND: It will sail.
                        ECHO: When?
                        LIND: In July, as we said.
                        """))
                .passages())
        .filteredOn(Passage::narration)
        .extracting(Passage::text)
        .containsExactly("Transport Minister Oskar Lind of Corvenia spoke for an hour.");
  }
}
