package io.github.onrecord.check;

import static io.github.onrecord.check.Islands.MARR;
import static io.github.onrecord.check.Islands.PELL;
import static io.github.onrecord.check.Islands.VENN;
import static io.github.onrecord.check.Verdict.ALTERED;
import static io.github.onrecord.check.Verdict.EXACT;
import static io.github.onrecord.check.Verdict.MISATTRIBUTED;
import static io.github.onrecord.check.Verdict.NOT_ON_RECORD;
import static io.github.onrecord.check.Verdict.REPORTED;
import static io.github.onrecord.check.Verdict.STITCHED;
import static io.github.onrecord.check.Verdict.TRANSLATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onrecord.check.CheckedQuote.Remark;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Status;
import io.github.onrecord.search.Lexicon;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a quotation, by what is on record. */
class CheckerTest {
  private static Islands talks;

  @BeforeAll
  static void begin(@TempDir Path folder) {
    talks = new Islands(folder, Lexicon.load(null, null));
    talks.says(
        VENN,
        "We will not sell the harbour to anyone, and the ferry stays free for 38,000 islanders.");
    talks.says(
        PELL,
        "A ferry without a timetable is a rumour",
        "My passengers can't board a rumour in the US or here.");
    talks.isReported(
        MARR, "the embassy would reopen its office on the island before the winter storms");
    talks.says(VENN, Language.RUSSIAN, "Мы не закроем порт ни на один день, пока идут переговоры.");
  }

  @AfterAll
  static void end() {
    talks.close();
  }

  @Nested
  class WordForWord {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "“We will not sell the harbour to anyone”, said Orla Venn.",
          "Orla Venn said: \"we will not sell the harbour to anyone…\"",
          "Venn: We will not sell the harbour to anyone",
          "We will not sell the harbour to anyone — Orla Venn",
          "«the ferry stays free for 38 000 islanders!»",
          "THE FERRY STAYS FREE FOR 38,000 ISLANDERS",
          "'the ferry stays\u00a0free for 38,000 islanders', O. Venn told reporters",
          "«A ferry without a timetable is a rumour … My passengers can’t board a rumour»",
          "“A ferry without a timetable is a rumour,” said Joran Pell, “my passengers can't board a rumour in the U.S. or here.”",
          "«Мы не закроем порт ни на один день, — заявила Орла Венн, — пока идут переговоры»",
          "По словам Орлы Венн, „мы не закроем порт ни на один день“.",
          "За словами Орли Вен, «Мы не закроем порт ни на один день»",
          "“We will not sell the harbour to anyone”, said Harwick’s foreign minister.",
          "“We will not sell the harb\u200bour to anyone”",
        })
    void howItIsSetInTypeDoesNotMatter(String text) {
      assertThat(talks.verdict(text)).isEqualTo(EXACT);
    }

    @Test
    void whatIsOnlyAPartIsRemarked() {
      assertThat(talks.check("We will not sell the harbour").remarks())
          .containsExactly(Remark.PART);
      assertThat(
              talks
                  .check(
                      "“A ferry without a timetable is a rumour My passengers can't board a rumour in the US or here.”")
                  .remarks())
          .isEmpty();
    }

    @Test
    void theSpeakerIsGivenAsClaimed() {
      assertThat(talks.check("По словам Орлы Венн, «мы не закроем порт»").speaker())
          .isEqualTo("Орлы Венн");
      assertThat(talks.check("«мы не закроем порт»").speaker()).isNull();
    }

    @Test
    void aMarkedTextThatIsOnRecordAsItStandsIsOneQuotation() {
      talks.says(PELL, "He called it “a very free ferry” and I have the receipt.");

      assertThat(talks.check("He called it “a very free ferry” and I have the receipt.").verdict())
          .isEqualTo(EXACT);
    }

    @Test
    void ofACommonplaceTheClaimedSpeakersIsFound() {
      IntStream.range(0, 80).forEach(i -> talks.says(PELL, "Thank you very much."));
      talks.says(MARR, "Thank you very much.");

      assertThat(talks.check("Tove Marr: “Thank you very much”").verdict()).isEqualTo(EXACT);
      assertThat(talks.check("Tove Marr: “Thank you very much”").statements())
          .allMatch(twin -> twin.statement().speaker().shownAs().equals("Tove Marr"));
    }
  }

  @Nested
  class Altered {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "We will sell the harbour to anyone | We will [-not-] sell the harbour to anyone",
          "We will never sell the harbour to anyone | We will [-not-] {+never+} sell the harbour to anyone",
          "We will not sell harbour to anyone | We will not sell [-the-] harbour to anyone",
          "We will not secretly sell the harbour | We will not {+secretly+} sell the harbour",
          "the ferry stays free for 38,001 islanders | the ferry stays free for [-38,000-] {+38,001+} islanders",
          "My passengers can board a rumour | My passengers [-can't-] {+can+} board a rumour",
          "My passengers can't board a rumour in us or here | My passengers can't board a rumour in [-the US-] {+us+} or here",
          "Мы закроем порт ни на один день | Мы [-не-] закроем порт ни на один день",
        })
    void eachChangedWordIsShown(String text, String difference) {
      CheckedQuote quote = talks.check("“" + text + "”");

      assertThat(quote.verdict()).isEqualTo(ALTERED);
      assertThat(quote.difference().plain()).isEqualTo(difference);
    }

    @Test
    void whatWasCutOffFromItsNegationIsNotWordForWord() {
      CheckedQuote quote = talks.check("“sell the harbour to anyone”");

      assertThat(quote.verdict()).isEqualTo(ALTERED);
      assertThat(quote.difference().plain()).isEqualTo("[-not-] sell the harbour to anyone");
    }

    @Test
    void anOmissionIsShownEvenWhereItIsMarked() {
      CheckedQuote quote = talks.check("“We will not sell … the ferry stays free”");

      assertThat(quote.verdict()).isEqualTo(ALTERED);
      assertThat(quote.difference().plain())
          .isEqualTo("We will not sell [-the harbour to anyone and-] the ferry stays free");
    }

    @Test
    void anotherOrderIsAnAlteration() {
      assertThat(
              talks.verdict(
                  "“the ferry stays free for 38,000 islanders and we will not sell the harbour to anyone”"))
          .isEqualTo(ALTERED);
    }

    @Test
    void lettersOfAnotherAlphabetAreNotTheWord() {
      CheckedQuote quote = talks.check("“We will not sell the hаrbour to anyone”"); // Cyrillic а

      assertThat(quote.verdict()).isEqualTo(ALTERED);
      assertThat(quote.remarks()).contains(Remark.FOREIGN_LETTERS);
    }

    @Test
    void theWordsAreJudgedBeforeTheSpeaker() {
      CheckedQuote quote = talks.check("Joran Pell: “We will sell the harbour to anyone”");

      assertThat(quote.verdict()).isEqualTo(ALTERED);
      assertThat(quote.remarks()).contains(Remark.OTHER_SPEAKER);
    }
  }

  @Nested
  class OfOthers {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "“We will not sell the harbour to anyone”, said Joran Pell.",
          "«We will not sell the harbour to anyone», — заявил Йоран Пелл",
          "Tove Marr, after meeting Orla Venn, said: “We will not sell the harbour to anyone”",
          "Boris Venn: “We will not sell the harbour to anyone”",
          "“We will not sell the harbour to anyone”, said Bertil Quandrow.",
          "“We will not sell the harbour to anyone”, said Sellonia's transport minister.",
          "Sellonia said: “We will not sell the harbour to anyone”",
        })
    void wordsOfSomebodyElseAreMisattributed(String text) {
      CheckedQuote quote = talks.check(text);

      assertThat(quote.verdict()).as("claimed: %s", quote.speaker()).isEqualTo(MISATTRIBUTED);
      assertThat(quote.statements().get(0).statement().speaker().shownAs()).isEqualTo("Orla Venn");
    }
  }

  @Nested
  class Stitched {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "“We will not sell the harbour to anyone. My passengers can't board a rumour”",
          "“We will not sell the harbour, and at the same time my passengers can't board a rumour”",
          "Venn: “the ferry stays free for 38,000 islanders … a ferry without a timetable is a rumour”",
        })
    void piecesOfSeveralStatementsAreShownEach(String text) {
      CheckedQuote quote = talks.check(text);

      assertThat(quote.verdict()).isEqualTo(STITCHED);
      assertThat(quote.statements())
          .extracting(s -> s.statement().speaker().shownAs())
          .containsExactly("Orla Venn", "Joran Pell");
    }
  }

  @Nested
  class Reported {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "“The embassy would reopen its office on the island before the winter storms”",
          "Tove Marr: “The embassy will reopen its office on the island before the winter storms”",
        })
    void aReportIsNoQuotation(String text) {
      assertThat(talks.verdict(text)).isEqualTo(REPORTED);
    }

    @Test
    void aReportTurnedRoundIsNoReportOfIt() {
      assertThat(
              talks.verdict(
                  "Tove Marr: “The embassy will not reopen its office on the island before the winter storms”"))
          .isEqualTo(ALTERED);
    }

    @Test
    void aReportOfSomebodyElseIsNotTheirs() {
      assertThat(
              talks.verdict(
                  "Orla Venn: “the embassy would reopen its office on the island before the winter storms”"))
          .isEqualTo(MISATTRIBUTED);
    }
  }

  @Nested
  class InAnotherLanguage {
    @Test
    void theSameMeaningIsLikelyATranslation() {
      CheckedQuote quote =
          talks.check(
              "“We will not close the port for a single day while the negotiations go on”, said Venn");

      assertThat(quote.verdict()).isEqualTo(TRANSLATED);
      assertThat(quote.statements().get(0).statement().language()).isEqualTo(Language.RUSSIAN);
    }

    @Test
    void theOppositeIsNoTranslation() {
      assertThat(
              talks.verdict(
                  "“We will close the port for a single day while the negotiations go on”"))
          .isEqualTo(NOT_ON_RECORD);
    }
  }

  @Nested
  class Withdrawn {
    @ParameterizedTest
    @CsvSource({"RETRACTED, spring", "CORRECTED, autumn"})
    void wordsThatNoLongerStandAreNotExact(Status status, String season) {
      long id = talks.says(PELL, "The last boat of the " + season + " has gone and nobody waved.");
      assertThat(talks.verdict("“The last boat of the " + season + " has gone”")).isEqualTo(EXACT);

      talks.changes(id, status);

      CheckedQuote quote = talks.check("“The last boat of the " + season + " has gone”");
      assertThat(quote.verdict()).isEqualTo(NOT_ON_RECORD);
      assertThat(quote.remarks()).contains(Remark.WITHDRAWN);
      assertThat(quote.statements().get(0).statement().status()).isEqualTo(status);
    }

    @Test
    void aCorrectedVersionIsWhatAWithdrawnOneIsMeasuredBy() {
      long id = talks.says(PELL, "The last boat has sailed and will not be coming back to us.");
      talks.changes(id, Status.CORRECTED);
      talks.says(PELL, "The last boat has sailed and will soon be coming back to us.");

      CheckedQuote quote =
          talks.check("“The last boat has sailed and will not be coming back to us”");
      assertThat(quote.verdict()).isEqualTo(ALTERED);
      assertThat(quote.remarks()).contains(Remark.WITHDRAWN);
      assertThat(quote.difference().plain()).contains("[-soon-] {+not+}");
    }

    @Test
    void whatWaitsForAnEditorIsNotOnRecord() {
      talks.put(
          PELL,
          Kind.VERBATIM,
          Status.HELD,
          Language.ENGLISH,
          "Nobody has decided about this buoy yet.");

      CheckedQuote quote = talks.check("“Nobody has decided about this buoy yet”");
      assertThat(quote.verdict()).isEqualTo(NOT_ON_RECORD);
      assertThat(quote.statements()).isEmpty();
    }
  }

  @Nested
  class NotOnRecord {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "“The lighthouse keepers deserve a raise”, said Venn",
          "“We will go”",
          "“anyone”",
          "«שלום לכולם וברוכים הבאים»",
          "“👍👍 great ferry 👍👍”",
          "«Маяк надо покрасить до весны», — сказала Венн",
        })
    void nothingLikeIt(String text) {
      CheckedQuote quote = talks.check(text);

      assertThat(quote.verdict()).isEqualTo(NOT_ON_RECORD);
      assertThat(quote.statements()).isEmpty();
    }
  }

  @Nested
  class BadInput {
    @ParameterizedTest
    @ValueSource(strings = {"", " \n ", "«»", "\"\"", "“…”", "«««««", "?!", "👍", "\u200b\u200b"})
    void withoutWordsThereIsNothingToCheck(String text) {
      assertThat(talks.checker.check(text).quotes()).isEmpty();
    }

    @Test
    void aHundredQuotationsAreCheckedEach() {
      String text = "«ferry stays free», ".repeat(100);

      List<CheckedQuote> quotes = talks.checker.check(text).quotes();

      assertThat(quotes).hasSize(100).allMatch(quote -> quote.verdict() == EXACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"«", "\"", "“", "'", "„", "‘", "— ", "«a", "»«", "'a", ". — said "})
    void fourThousandMarksAreRead(String mark) {
      String text = mark.repeat(4096 / mark.length());

      assertThat(talks.checker.check(text).quotes()).noneMatch(q -> q.verdict() == EXACT);
    }

    @Test
    void fourThousandCharactersOfWordsAreRead() {
      String text = "«" + "ferry island harbour порт день without storms ".repeat(88) + "»";

      assertThat(talks.verdict(text)).isEqualTo(NOT_ON_RECORD);
    }

    @Test
    void anUnclosedMarkLosesNothing() {
      assertThat(talks.verdict("“We will not sell the harbour to anyone")).isEqualTo(EXACT);
    }

    @Test
    void aLongerTextIsRefused() {
      String text = "a".repeat(Checker.LONGEST + 1);

      assertThatThrownBy(() -> talks.checker.check(text))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("4096");
    }

    @Test
    void wordsThatLookLikeAQueryAreWords() {
      assertThat(talks.verdict("“wording:* OR (said:ferry) AND NOT \\u0000”"))
          .isEqualTo(NOT_ON_RECORD);
    }
  }
}
