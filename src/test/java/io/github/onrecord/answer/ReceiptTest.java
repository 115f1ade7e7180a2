package io.github.onrecord.answer;

import static io.github.onrecord.answer.Talks.HOLT;
import static io.github.onrecord.answer.Talks.coverage;
import static io.github.onrecord.answer.Talks.evidence;
import static io.github.onrecord.answer.Talks.question;
import static io.github.onrecord.answer.Talks.silent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.answer.Answer.Author;
import io.github.onrecord.answer.Answer.Group;
import io.github.onrecord.answer.Answer.Heading;
import io.github.onrecord.answer.Answer.OnRecord;
import io.github.onrecord.answer.Answer.Point;
import io.github.onrecord.record.Language;
import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.PassageMatch;
import io.github.onrecord.search.Question;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A receipt leads from each line of an answer to the text it rests on. */
class ReceiptTest {
  private final Talks talks = new Talks();
  private final Answerer answerer = Answerer.withoutModel();

  @Test
  void leadsFromAStatementToItsText() {
    Match match = talks.said(HOLT, "the pass stays open").match();
    Evidence evidence = evidence(question(Intent.WHAT_WAS_SAID), match);

    Receipt receipt = Receipt.of(answerer.answer(evidence));

    assertThat(receipt.outcome()).isEqualTo("ON_RECORD");
    Receipt.Line line = receipt.lines().get(0);
    assertThat(line.writtenBy()).isEqualTo("record");
    assertThat(line.checks()).containsExactly("words in the document");
    Receipt.Source source = line.sources().get(0);
    assertThat(source.statement()).isEqualTo(match.statement().id());
    assertThat(source.speaker()).isEqualTo("Mirela Holt");
    assertThat(source.kind()).isEqualTo("reported");
    assertThat(source.sha256()).isEqualTo(match.document().sha256());
    assertThat(source.address()).isEqualTo("https://courier.example/1");
    assertThat(source.reasons()).containsExactly("speaker", "stem:pass");
    List<Integer> span = source.spans().get(0);
    assertThat(match.document().text().substring(span.get(0), span.get(1)))
        .isEqualTo("the pass stays open");
  }

  @Test
  void saysThatAModelWroteASentenceAndWhatWasChecked() {
    Match match = talks.said(HOLT, "the pass stays open").match();
    Answer answer =
        new OnRecord(
            question(Intent.WHAT_WAS_SAID),
            Heading.ON_RECORD,
            List.of(
                new Group(
                    null, List.of(new Point("Holt said the pass stays open.", List.of(match))))),
            List.of(),
            List.of(),
            List.of(),
            Author.MODEL);

    Receipt.Line line = Receipt.of(answer).lines().get(0);

    assertThat(line.sentence()).isEqualTo("Holt said the pass stays open.");
    assertThat(line.writtenBy()).isEqualTo("model");
    assertThat(line.checks()).contains("speaker", "negations", "words in the document");
  }

  @Test
  void givesAPassageInTheSourcesName() {
    PassageMatch passage = talks.told("The talks lasted nine hours.");
    Evidence evidence =
        new Evidence(
            question(Intent.CIRCUMSTANCE),
            Finding.SUPPORTED,
            List.of(),
            List.of(passage),
            List.of(),
            coverage());

    Receipt.Source source = Receipt.of(answerer.answer(evidence)).lines().get(0).sources().get(0);

    assertThat(source.speaker()).isNull();
    assertThat(source.passage()).isEqualTo(passage.passage().id());
    assertThat(source.kind()).isEqualTo("narration");
    assertThat(source.spans()).containsExactly(List.of(0, 28));
  }

  @Test
  void saysWhyNothingIsShown() {
    Question question = question(Intent.WHAT_WAS_SAID);

    assertThat(Receipt.of(answerer.answer(silent(question, Finding.WRONG_SPEAKER))))
        .isEqualTo(new Receipt(question.text(), "NOTHING_ON_RECORD", "WRONG_SPEAKER", List.of()));
    assertThat(Receipt.of(answerer.answer(silent(question, Finding.OPINION))))
        .isEqualTo(new Receipt(question.text(), "OUT_OF_SCOPE", "OPINION", List.of()));
    assertThat(Receipt.of(answerer.answer(silent(question, Finding.WHICH_OFFICIAL))))
        .isEqualTo(new Receipt(question.text(), "WHICH_OFFICIAL", null, List.of()));
  }

  @Test
  void isPlainJson() {
    Match match = talks.said(HOLT, "перевал открыт").in(Language.RUSSIAN).match();
    Receipt receipt = Receipt.of(answerer.answer(evidence(question(Intent.WHAT_WAS_SAID), match)));

    JsonNode json = new ObjectMapper().valueToTree(receipt);

    assertThat(json.at("/lines/0/sources/0/statement").asLong()).isEqualTo(1);
    assertThat(json.at("/lines/0/writtenBy").asText()).isEqualTo("record");
  }
}
