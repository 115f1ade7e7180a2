package io.github.onrecord.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in quotation marks. */
class MarksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "He said “one two” and left | one two",
        "He said \"one two\", then \"three\". | one two/three",
        "Он сказал: «раз два» — и „три“ | раз два/три",
        "Вона: “раз” і ‚два‘ | раз/два",
        "«раз „два“ три» | раз „два“ три",
        "«раз «два» три» и «четыре» | раз «два» три/четыре",
        "«раз «два» | раз «два",
        "'the ministers' talks went on' | the ministers' talks went on",
        "It's Pell's 'only way', isn't it? | only way",
        "‘it’s the islanders’ ferry’ | it’s the islanders’ ferry",
        "“one ‘two’ three” | one ‘two’ three",
        "„one” and „two\" | one/two",
        "no marks, isn't it? |",
        "“never closed |",
        "closed only” |",
        "«» \"…\" “?” |",
        "“one\" two” | one\" two",
      })
  void outermostMarksCount(String text, String quoted) {
    List<String> found = Marks.in(text).stream().map(span -> span.of(text)).toList();

    assertThat(found).isEqualTo(quoted == null ? List.of() : List.of(quoted.split("/")));
  }

  @RepeatedTest(200)
  void anyTextIsReadAndSpansFollowEachOther(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String letters = "«»“”„\"'’‘‚ aбя.,—\n";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(80); i > 0; i--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }

    int end = 0;
    for (var span : Marks.in(text.toString())) {
      assertThat(span.start()).as("seed %s", repetition.getCurrentRepetition()).isGreaterThan(end);
      end = span.end();
    }
  }
}
