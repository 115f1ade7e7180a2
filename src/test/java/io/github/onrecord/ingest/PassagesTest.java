package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassagesTest {
  private static final DocumentText DOCUMENT =
      WordsInTextTest.document(
          "#The envoys met",
          "The talks in Quorin lasted six hours.",
          "“We will wait,” said the envoy of Belzan.",
          "~Read also",
          "“We will wait,” said the envoy of Belzan, who had come to Quorin by train on Monday"
              + " night with eleven experts and left again before noon.");

  private static Statement statement(int occurrence) {
    int start = DOCUMENT.text().indexOf("We will wait");
    if (occurrence == 2) {
      start = DOCUMENT.text().indexOf("We will wait", start + 1);
    }
    return new Statement(
        0,
        0,
        new Speaker.Unnamed("the envoy of Belzan"),
        null,
        null,
        Kind.VERBATIM,
        List.of(Part.of(DOCUMENT.text(), new Span(start, start + 13))),
        null,
        null,
        Language.ENGLISH,
        null,
        1,
        "",
        Status.STANDING,
        null,
        0);
  }

  @Test
  void areTheParagraphsOfTheMainTextInOrder() {
    List<Passage> passages = Passages.of(DOCUMENT, List.of());
    assertThat(passages).extracting(Passage::ordinal).containsExactly(0, 1, 2);
    assertThat(passages)
        .allMatch(passage -> passage.span().of(DOCUMENT.text()).equals(passage.text()))
        .noneMatch(passage -> passage.text().contains("Read also"));
  }

  @Test
  void narrateUnlessTheyOnlyCarryAStatement() {
    assertThat(Passages.of(DOCUMENT, List.of(statement(1), statement(2))))
        .extracting(Passage::narration)
        .containsExactly(true, false, true);
  }
}
