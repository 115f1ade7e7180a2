package io.github.onrecord.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.answer.Receipt;
import io.github.onrecord.answer.Receipt.Line;
import io.github.onrecord.answer.Receipt.Source;
import io.github.onrecord.record.Language;
import io.github.onrecord.search.Finding;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What people read about the grounds of an answer. */
class ReceiptMessagesTest {
  private static final Source SOURCE =
      new Source(
          12L,
          null,
          "Ines Calder",
          "verbatim",
          List.of(List.of(35, 71), List.of(80, 92)),
          3,
          "harbour-post-1",
          "https://harbour-post.example/1",
          "ab12",
          List.of("harbour", "ferries"));

  @Test
  void eachLineNamesItsAuthorItsChecksAndItsSources() {
    Line sentence =
        new Line(
            "Calder opens the harbour.", "model", List.of("names", "modality"), List.of(SOURCE));

    assertThat(messages(Language.ENGLISH).of(receipt(sentence)).plain())
        .isEqualTo(
            """
            What this answer rests on
            Question: What of the harbour?

            1. Calder opens the harbour.
            written by a language model
            Checked: names, “may”, “will”, “must”.

            Statement 12: Ines Calder, own words
            Characters 35–71, 80–92 of harbour-post-1
            https://harbour-post.example/1
            SHA-256 of the archived text: ab12
            Found by these words of the question: harbour, ferries""");
  }

  @Test
  void theDocumentOfSeveralStatementsIsToldOnce() {
    Line line = new Line(null, "record", List.of(), List.of(SOURCE, SOURCE));

    assertThat(messages(Language.ENGLISH).of(receipt(line)).plain())
        .containsOnlyOnce("SHA-256")
        .containsOnlyOnce("https://");
  }

  @Test
  void theRecordsOwnWordsAndASourcesNarrationAreCalledSo() {
    Source passage =
        new Source(
            null,
            7L,
            null,
            "narration",
            List.of(List.of(0, 9)),
            3,
            "notice",
            null,
            "cd",
            List.of());
    Line words = new Line(null, "record", List.of("words in the document"), List.of(passage));

    assertThat(messages(Language.RUSSIAN).of(receipt(words)).plain())
        .contains("1. Слова из записей, без связующей фразы.")
        .contains("Проверено: слова стоят в архивном документе знак в знак.")
        .contains("Отрывок 7, источник сообщает от своего имени\nЗнаки 0–9 в notice");
  }

  @ParameterizedTest
  @EnumSource(value = Finding.class, mode = Mode.EXCLUDE, names = "SUPPORTED")
  void everySilenceHasItsReasonInEachLanguage(Finding finding) {
    for (Language language : List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN)) {
      Receipt receipt = new Receipt("?", "NOTHING_ON_RECORD", finding.name(), List.of());

      assertThat(messages(language).of(receipt).plain())
          .contains(
              Phrases.in(language).say("why.nothing." + finding.name().toLowerCase(Locale.ROOT)));
    }
  }

  private static Receipt receipt(Line line) {
    return new Receipt("What of the harbour?", "ON_RECORD", null, List.of(line));
  }

  private static ReceiptMessages messages(Language language) {
    return new ReceiptMessages(Phrases.in(language));
  }
}
