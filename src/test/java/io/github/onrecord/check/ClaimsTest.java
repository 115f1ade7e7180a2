package io.github.onrecord.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.search.Claimants;
import io.github.onrecord.search.Lexicon;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose words a text claims to quote: «speaker: words», several with a bar between. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimsTest {
  private Islands talks;
  private Claims claims;

  @BeforeAll
  void begin(@TempDir Path folder) {
    talks = new Islands(folder, Lexicon.load(null, null));
    talks.says(Islands.VENN, "One.");
    talks.says(Islands.PELL, "Two.");
    talks.says(Islands.MARR, "Three.");
    claims = new Claims(new Claimants(talks.index));
    talks.checker.check("the index follows the record");
  }

  @AfterAll
  void end() {
    talks.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "“We go now”, said Orla Venn. ; Orla Venn: We go now",
        "Orla Venn said: \"We go now\" ; Orla Venn: We go now",
        "\"We go now,\" Venn told Joran Pell on Monday. ; Venn: We go now,",
        "Foreign Minister Orla Venn insisted that “we go now”. ; Orla Venn: we go now",
        "As Venn put it, “we go now” ; Venn: we go now",
        "According to Venn, “we go now”. ; Venn: we go now",
        "“We go now” — Orla Venn, Foreign Minister of Harwick ; Orla Venn: We go now",
        "“We go now” (Venn, 12 May 2044) ; Venn: We go now",
        "Venn: “We go now.” Pell: “We stay here.” ; Venn: We go now./Pell: We stay here.",
        "Venn: «We go now».#Pell: «We stay here». ; Venn: We go now/Pell: We stay here",
        "«We go now»#— Joran Pell##«We stay here»#— Orla Venn ; Joran Pell: We go now/Orla Venn: We stay here",
        "“We go now,” said Venn. “Nobody stays here.” ; Venn: We go now,/Venn: Nobody stays here.",
        "“We go now,” said Venn, while Pell replied: “We stay here.” ; Venn: We go now,/Pell: We stay here.",
        "“We go,” said Venn, “and you stay here.” ; Venn: We go, … and you stay here.",
        "“We go now,” the minister told reporters. “Nobody stays here” ; minister: We go now,/minister: Nobody stays here",
        "«Мы уходим сейчас», — заявила Орла Венн. ; Орла Венн: Мы уходим сейчас",
        "«Мы уходим, — заявила министр Венн, — и не вернёмся» ; Венн: Мы уходим, … и не вернёмся",
        "По словам Йорана Пелла, «мы уходим сейчас». ; Йорана Пелла: мы уходим сейчас",
        "Как заявил журналистам Пелл, «мы уходим сейчас» ; Пелл: мы уходим сейчас",
        "«Венн: “Мы уходим сейчас”» ; Венн: Мы уходим сейчас",
        "За словами Йорана Пелла, „ми йдемо зараз“. ; Йорана Пелла: ми йдемо зараз",
        "Посол Тове Марр підкреслила: «ми йдемо зараз» ; Тове Марр: ми йдемо зараз",
        "«Ми йдемо зараз», — наголосила вона. ; null: Ми йдемо зараз",
        "The talks in Port Amber went on. “We go now” ; null: We go now",
        "“We go now”, said Bertil Quandrow ; Bertil Quandrow: We go now",
        "Quandrow: “We go now” ; Quandrow: We go now",
        "Harwick said: “We go now” ; Harwick: We go now",
        "They met at the “Blue Whale” and Venn said: “We go now” ; Venn: We go now",
        "We go now ; null: We go now",
        "Venn: we go now ; Venn: we go now",
        "One thing is clear: we go now ; null: One thing is clear: we go now",
        "We go now — Joran Pell ; Joran Pell: We go now",
        "We go now, said Joran Pell ; Joran Pell: We go now",
        "It is an invoice — send it to me ; null: It is an invoice — send it to me",
      })
  void eachQuotationHasItsSpeaker(String text, String expected) {
    String read =
        claims.in(text.replace('#', '\n')).stream()
            .map(
                claim ->
                    (claim.claimant() == null ? null : claim.claimant().asWritten())
                        + ": "
                        + claim.text())
            .collect(Collectors.joining("/"));

    assertThat(read).isEqualTo(expected);
  }
}
