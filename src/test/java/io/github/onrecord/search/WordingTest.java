package io.github.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which texts say the same words, and which don't. */
class WordingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We won't sign. | we won’t sign",
        "the line—we drew it | the line – we drew it",
        "cross-border ferry | cross‑border ferry",
        "Всё ещё идёт | все еще идет",
        "«зв'язок» є | Звʼязок є",
        "38 000 tonnes | 38000 tonnes",
        "38,000 tonnes | 38\u202f000 tonnes",
        "the U.S. side | the US side",
        "за́мок | замок",
        "о\u00ADкно от\u200Bкрыто | окно открыто",
        "50% of it | 50 % of it",
        "5–7 boats | 5-7 boats",
        "THE WHOLE US FLEET | The whole US fleet",
        "«the ministers’ talks» | the ministers' talks",
        "ﬁsh | fish",
      })
  void writtenOtherwise(String one, String other) {
    assertThat(same(one, other)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "we sign | we won't sign",
        "can't | can",
        "38,000 | 38,001",
        "в 2,345 раза | в 2345 раза",
        "−5 degrees | 5 degrees",
        "50% | 50",
        "10² | 102",
        "They told US | they told us",
        "re-sign now | resign now",
        "самое | сaмое",
        "résumé | resume",
        "in 2031 200 boats | in 2031200 boats",
        "1.5 | 15",
        "one | 1",
      })
  void otherWords(String one, String other) {
    assertThat(same(one, other)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "…—«»!?", "👍", "\u200b"})
  void noWords(String text) {
    assertThat(Wording.of(text).words()).isEmpty();
  }

  @Test
  void aWordKnowsWhereItStandsAndWhetherItsLettersAreOfOneAlphabet() {
    List<Wording.Word> words = Wording.of("Да, сaмое 38 000!").words();

    assertThat(words).extracting(Wording.Word::surface).containsExactly("Да", "сaмое", "38 000");
    assertThat(words).extracting(word -> word.span().start()).containsExactly(0, 4, 10);
    assertThat(words).extracting(Wording.Word::mixed).containsExactly(false, true, false);
    assertThat(words).extracting(Wording.Word::number).containsExactly(false, false, true);
  }

  private static boolean same(String one, String other) {
    List<Wording.Word> a = Wording.of(one).words();
    List<Wording.Word> b = Wording.of(other).words();
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = a.get(i).same(b.get(i));
    }
    return same;
  }
}
