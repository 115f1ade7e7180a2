package io.github.onrecord.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.onrecord.answer.Violation.IdleLabel;
import io.github.onrecord.answer.Violation.NoLabel;
import io.github.onrecord.answer.Violation.SeveralSpeakers;
import io.github.onrecord.answer.Violation.UnknownLabel;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Question;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sentence may say of a statement, case by case: the table is {@code verdicts.txt}. */
class VerifierTest {
  private static final Verifier VERIFIER = new Verifier(Draft.bridge());
  private static final Question QUESTION = Talks.question(Intent.WHAT_WAS_SAID, Talks.HOLT);
  private static final String FAIR = "Holt said Quellmark will not close the pass.";

  private final Talks talks = new Talks();
  private final Match pass = talks.said(Talks.HOLT, "We will not close the pass.").match();

  static Stream<String> verdicts() {
    return Draft.lines("/answer/verdicts.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void verdicts(String line) {
    Draft draft = Draft.of(line);

    String violations =
        VERIFIER
            .check(
                draft.sentence(), List.of("k4"), Map.of("k4", draft.match(talks)), draft.question())
            .stream()
            .map(Object::toString)
            .collect(Collectors.joining("; "));

    assertThat(violations).isEqualTo(line.substring(line.lastIndexOf('|') + 1));
  }

  @Test
  void everySentenceRestsOnStatementsOfTheEvidence() {
    assertThat(check(FAIR, List.of(), Map.of("k4", pass))).containsExactly(new NoLabel());
    assertThat(check(FAIR, List.of("k4", "zz"), Map.of("k4", pass)))
        .containsExactly(new UnknownLabel("zz"));
    assertThat(check(FAIR, List.of("k4", "k4"), Map.of("k4", pass))).isEmpty();
  }

  @Test
  void everyStatementNamedBearsAPart() {
    Match maps = talks.said(Talks.HOLT, "I trust maps.").verbatim().match();
    Map<String, Match> known = Map.of("k4", pass, "m7", maps);

    assertThat(check(FAIR, List.of("k4", "m7"), known)).containsExactly(new IdleLabel());
    assertThat(
            check(
                "Holt said Quellmark will not close the pass and she trusts maps.",
                List.of("k4", "m7"),
                known))
        .isEmpty();
    assertThat(
            check(
                "Holt said Quellmark will not close the maps and she trusts the pass.",
                List.of("k4", "m7"),
                known))
        .isNotEmpty();
  }

  @Test
  void aSentenceSpeaksOfOneSpeaker() {
    Match other = talks.said(Talks.LENN, "We will not close the pass.").match();

    assertThat(check(FAIR, List.of("k4", "m7"), Map.of("k4", pass, "m7", other)))
        .containsExactly(new SeveralSpeakers());
  }

  @Test
  void everyAliasOfTheOfficialAskedAboutNamesTheSpeaker() {
    Official asked =
        new Official(Talks.HOLT.id(), "Mirela Holt", List.of("Zagorska"), null, List.of());
    Question question = Talks.question(Intent.WHAT_WAS_SAID, asked);
    String byAlias = "Zagorska said Quellmark will not close the pass.";
    String byAnothers = "Pavlenko said Quellmark will not close the pass.";

    assertThat(VERIFIER.check(byAlias, List.of("k4"), Map.of("k4", pass), question)).isEmpty();
    assertThat(VERIFIER.check(byAnothers, List.of("k4"), Map.of("k4", pass), question))
        .isNotEmpty();
  }

  @Test
  void thePlaceMayBeNamedWhereItWasSaid() {
    Match there = talks.said(Talks.HOLT, "We will not close the pass.").at("Ostrel").match();
    String sentence = "Holt said in Ostrel that Quellmark will not close the pass.";

    assertThat(check(sentence, List.of("k4"), Map.of("k4", there))).isEmpty();
    assertThat(check(sentence, List.of("k4"), Map.of("k4", pass))).isNotEmpty();
  }

  @Test
  void aDayThatNobodyKnowsIsNotNamed() {
    Match undated = talks.said(Talks.HOLT, "We will not close the pass.").on(null).match();

    assertThat(
            check(
                "Holt said on 12 May that Quellmark will not close the pass.",
                List.of("k4"),
                Map.of("k4", undated)))
        .isNotEmpty();
  }

  @Test
  void aStatementInAnUnknownLanguageBearsNothing() {
    Match other = talks.said(Talks.HOLT, "We will not close the pass.").in(Language.OTHER).match();
    Question unknown = Talks.question("?", Language.OTHER, Intent.WHAT_WAS_SAID);

    assertThat(check(FAIR, List.of("k4"), Map.of("k4", other))).containsExactly(new NoLabel());
    assertThat(VERIFIER.check(FAIR, List.of("k4"), Map.of("k4", pass), unknown))
        .containsExactly(new NoLabel());
  }

  @Test
  void aSentenceIsShort() {
    Violation tooLong = new Violation.BadForm("too many words");
    String fifty = "Holt said the pass," + " of the pass,".repeat(15) + " stays.";
    String fourHundred = "Holt said the " + "p".repeat(385) + ".";

    assertThat(check(fifty, List.of("k4"), Map.of("k4", pass))).doesNotContain(tooLong);
    assertThat(check("And " + fifty, List.of("k4"), Map.of("k4", pass))).contains(tooLong);
    assertThat(check(fourHundred, List.of("k4"), Map.of("k4", pass))).doesNotContain(tooLong);
    assertThat(check("p" + fourHundred, List.of("k4"), Map.of("k4", pass))).contains(tooLong);
  }

  @Test
  void everyReasonIsASentenceForTheModel() {
    assertThat(
            Stream.of(
                    new NoLabel(),
                    new UnknownLabel("zz"),
                    new IdleLabel(),
                    new SeveralSpeakers(),
                    new Violation.BadForm("a dash"),
                    new Violation.OtherLanguage(),
                    new Violation.Person("we"),
                    new Violation.ExactWords(),
                    new Violation.NoSpeaker(),
                    new Violation.NotOfSpeaker("Drav"),
                    new Violation.NotBorne("snow"),
                    new Violation.WrongNumber("3"),
                    new Violation.Added("not"),
                    new Violation.Dropped("not"),
                    new Violation.Moved("pass"),
                    new Violation.AskedNotSaid(),
                    new Violation.TooLittle(),
                    new Violation.Empty())
                .map(Violation::reason))
        .doesNotHaveDuplicates()
        .allMatch(reason -> reason.length() > 10);
  }

  @RepeatedTest(20)
  void noTextMakesItFail(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    String[] pieces = {
      "Holt",
      "said",
      "that",
      ",",
      ".",
      "and",
      "12.05.2044",
      "1,2,3",
      "not",
      "On",
      "U.S.",
      "«",
      "-",
      "\u0000",
      "ё",
      "that",
      "According to",
      "two hundred",
      "3rd",
      "...",
      "%",
      ";",
      "по словам",
      "'s"
    };
    for (int i = 0; i < 50; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(12); k > 0; k--) {
        text.append(pieces[random.nextInt(pieces.length)]).append(random.nextBoolean() ? " " : "");
      }
      String sentence = text.toString();
      Match match = talks.said(Talks.HOLT, sentence.isBlank() ? "x" : sentence).match();
      assertThatCode(() -> check(sentence, List.of("k4"), Map.of("k4", match)))
          .as("seed %d: %s", repetition.getCurrentRepetition(), sentence)
          .doesNotThrowAnyException();
    }
  }

  private static List<Violation> check(
      String sentence, List<String> labels, Map<String, Match> known) {
    return VERIFIER.check(sentence, labels, known, QUESTION);
  }
}
