package io.github.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onrecord.record.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows that bridge languages. */
class LexiconTest {
  @TempDir private Path folder;

  @Test
  void meets_forms_and_phrases_of_three_languages_in_one_concept() throws IOException {
    rows(
        "withdraw_troops\twithdraw troops|troop withdrawal\tвывести войска|вывод войск\tвивести війська");
    Analysis analysis = new Analysis(Lexicon.load(folder, null));
    assertThat(analysis.terms("They withdrew. We will withdraw troops.", Language.ENGLISH))
        .contains("c:withdraw_troops");
    assertThat(analysis.terms("Дровия вывела войска вчера", Language.RUSSIAN))
        .contains("c:withdraw_troops");
    assertThat(analysis.terms("Дровія вивела війська", Language.UKRAINIAN))
        .contains("c:withdraw_troops");
    assertThat(analysis.terms("Дровия вывела лошадей", Language.RUSSIAN))
        .doesNotContain("c:withdraw_troops");
  }

  @Test
  void names_every_bad_row() throws IOException {
    rows("# comment\ngood\ta\tб\tв\nno tabs\nBad Key\ta\tб\tв\nempty\ta\t\tв");
    assertThatThrownBy(() -> Lexicon.load(folder, null))
        .isInstanceOf(LexiconException.class)
        .hasMessageContaining("3 bad rows")
        .hasMessageContaining("own.tsv line 3")
        .hasMessageContaining("own.tsv line 4")
        .hasMessageContaining("own.tsv line 5");
  }

  @Test
  void is_kept_between_two_starts_and_made_anew_when_its_files_change() throws IOException {
    Path cache = folder.resolve("cache");
    rows("ferry\tferry\tпаром\tпором");
    Analysis first = new Analysis(Lexicon.load(folder, cache));
    assertThat(first.terms("две паромные пристани, один паром", Language.RUSSIAN))
        .contains("c:ferry");
    assertThat(cache.resolve("lexicon.ru")).exists();

    Analysis second = new Analysis(Lexicon.load(folder, cache));
    assertThat(second.terms("на пароме", Language.RUSSIAN)).contains("c:ferry");

    rows("boat\tboat\tпаром\tпором");
    Analysis changed = new Analysis(Lexicon.load(folder, cache));
    assertThat(changed.terms("на пароме", Language.RUSSIAN))
        .contains("c:boat")
        .doesNotContain("c:ferry");
  }

  @Test
  void reads_its_files_again_when_what_was_kept_is_damaged() throws IOException {
    Path cache = folder.resolve("cache");
    rows("ferry\tferry\tпаром\tпором");
    Lexicon.load(folder, cache);
    Path kept = cache.resolve("lexicon.en");
    byte[] whole = Files.readAllBytes(kept);
    Files.write(kept, Arrays.copyOf(whole, whole.length - 9));
    assertThat(new Analysis(Lexicon.load(folder, cache)).terms("two ferries", Language.ENGLISH))
        .contains("c:ferry");
  }

  @Test
  void reads_the_files_packed_with_the_program() {
    assertThat(Lexicon.load(null, null).size()).isGreaterThan(6000);
  }

  @Test
  void makes_one_value_of_all_ways_to_write_a_number() throws IOException {
    rows("ferry\tferry\tпаром\tпором");
    Analysis analysis = new Analysis(Lexicon.load(folder, null));
    for (String text : Set.of("38,000", "38 000", "38 thousand", "thirty-eight thousand")) {
      assertThat(analysis.terms(text + " tonnes", Language.ENGLISH)).as(text).contains("n:38000");
    }
    assertThat(analysis.terms("тридцати восьми тысяч тонн", Language.RUSSIAN)).contains("n:38000");
    assertThat(analysis.terms("38 тисяч тонн", Language.UKRAINIAN)).contains("n:38000");
    assertThat(analysis.terms("2,4 кроны", Language.RUSSIAN)).contains("n:2.4");
    assertThat(analysis.terms("the twenty-first", Language.ENGLISH)).contains("o:21");
  }

  @Test
  void gives_a_name_one_key_in_every_alphabet_and_case() {
    for (String form : Set.of("velmara", "вельмара", "вельмару", "вельмарі", "вельмарой")) {
      assertThat(NameKey.of(form)).as(form).isEqualTo("velmar");
    }
    assertThat(NameKey.of("kherson")).isEqualTo(NameKey.of("херсона"));
  }

  private void rows(String text) throws IOException {
    Files.writeString(folder.resolve("own.tsv"), text);
  }
}
