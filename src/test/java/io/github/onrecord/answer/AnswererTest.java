package io.github.onrecord.answer;

import static io.github.onrecord.answer.Talks.DRAV;
import static io.github.onrecord.answer.Talks.HOLT;
import static io.github.onrecord.answer.Talks.QUELLMARK;
import static io.github.onrecord.answer.Talks.SORVANIA;
import static io.github.onrecord.answer.Talks.evidence;
import static io.github.onrecord.answer.Talks.question;
import static io.github.onrecord.answer.Talks.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.answer.Answer.Author;
import io.github.onrecord.answer.Answer.Heading;
import io.github.onrecord.answer.Answer.OnRecord;
import io.github.onrecord.answer.Answer.Point;
import io.github.onrecord.model.LanguageModel;
import io.github.onrecord.model.ModelStub;
import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a model says or does, a person gets the record's words and nothing else. */
class AnswererTest {
  private static final TermBridge BRIDGE = Draft.bridge();

  private final Talks talks = new Talks();
  private final ModelStub stub = ModelStub.start();
  private final Match pass =
      talks.said(HOLT, "We will not close the pass in May.").verbatim().match();
  private final Match toll =
      talks.said(DRAV, "Sorvania may lower the toll of 4 marks if the traffic doubles").match();
  private LanguageModel model;

  @BeforeEach
  void connect() {
    model = stub.model(Duration.ofSeconds(30));
  }

  @AfterEach
  void close() {
    model.close();
    stub.close();
  }

  @Test
  void showsVerifiedSentencesAboveTheStatements() {
    stub.says(
        asked ->
            points(
                point("Holt said Quellmark will not close the pass in May.", asked.labels().get(0)),
                point(
                    "Drav said Sorvania may lower the toll of 4 marks if the traffic doubles.",
                    asked.labels().get(1))));

    OnRecord answer = answer(evidence(question(Intent.WHAT_WAS_SAID), pass, toll));

    assertThat(answer.author()).isEqualTo(Author.MODEL);
    assertThat(pointsOf(answer))
        .containsExactly(
            new Point("Holt said Quellmark will not close the pass in May.", List.of(pass)),
            new Point(
                "Drav said Sorvania may lower the toll of 4 marks if the traffic doubles.",
                List.of(toll)));
    assertThat(stub.asked()).hasSize(1);
  }

  @Test
  void givesTheModelLabelsThatMeanNothingAndTheStatementsAsMaterial() {
    stub.says("{}");

    answer(evidence(question(Intent.WHAT_WAS_SAID), pass, toll));

    ModelStub.Asked asked = stub.asked().get(0);
    assertThat(asked.labels()).hasSize(2).doesNotHaveDuplicates().allMatch(l -> l.length() == 4);
    assertThat(asked.messages().get(0)).doesNotContain("pass in May");
    assertThat(asked.messages().get(1))
        .contains("We will not close the pass in May.", "Mirela Holt", "2044-05-12")
        .contains(asked.labels());
  }

  @Test
  void namesTheViolationsOnceAndTakesARepairedDraft() {
    stub.says(asked -> points(point("Holt said the pass is blocked.", asked.labels().get(0))))
        .says(
            asked ->
                points(
                    point(
                        "Holt said Quellmark will not close the pass in May.",
                        asked.labels().get(0))));

    OnRecord answer = answer(evidence(question(Intent.WHAT_WAS_SAID), pass));

    assertThat(answer.author()).isEqualTo(Author.MODEL);
    assertThat(stub.asked()).hasSize(2);
    assertThat(stub.asked().get(1).messages().get(1))
        .contains("Holt said the pass is blocked. -- ", "the statement doesn't say: blocked");
  }

  @Test
  void keepsStatementsThatTheModelLeftOutUnderMore() {
    stub.says(
        asked ->
            points(
                point(
                    "Holt said Quellmark will not close the pass in May.", asked.labels().get(0))));

    OnRecord answer = answer(evidence(question(Intent.WHAT_WAS_SAID), pass, toll));

    assertThat(shown(answer)).containsExactly(pass);
    assertThat(answer.more()).containsExactly(toll);
  }

  @Test
  void neverCallsASideSilentThatTheModelLeftOut() {
    stub.says(
        asked ->
            points(
                point(
                    "Holt said Quellmark will not close the pass in May.", asked.labels().get(0))));

    OnRecord answer =
        answer(evidence(question(Intent.COMPARISON, QUELLMARK, SORVANIA), pass, toll));

    assertThat(answer.groups().get(1).points()).containsExactly(new Point(null, List.of(toll)));
    assertThat(answer.author()).isEqualTo(Author.MODEL);
  }

  @Test
  void readsAStatementOnceWhenTwoSentencesRestOnIt() {
    Match maps = talks.said(HOLT, "I trust maps. I trust no rumours.").verbatim().match();
    stub.says(
        asked ->
            points(
                point("Holt said she trusts maps.", asked.labels().get(0)),
                point("Holt said she trusts no rumours.", asked.labels().get(0))));

    assertThat(pointsOf(answer(evidence(question(Intent.WHAT_WAS_SAID), maps))))
        .containsExactly(
            new Point(
                "Holt said she trusts maps. Holt said she trusts no rumours.", List.of(maps)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Intent.class,
      names = {"WHO_SAID", "WHEN", "CIRCUMSTANCE", "QUOTE"})
  void asksNoModelForWordsSpeakersAndDays(Intent intent) {
    assertThat(answer(evidence(question(intent), pass)).author()).isEqualTo(Author.COMPOSER);
    assertThat(stub.asked()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Finding.class,
      names = {"SUPPORTED", "WHICH_OFFICIAL"},
      mode = EnumSource.Mode.EXCLUDE)
  void asksNoModelWhenNothingIsOnRecord(Finding finding) {
    answerer().answer(silent(question(Intent.WHAT_WAS_SAID), finding, pass));

    assertThat(stub.asked()).isEmpty();
  }

  @Test
  void keepsTheHeadingThatGrantsNothing() {
    stub.says(
        asked ->
            points(
                point(
                    "Holt said Quellmark will not close the pass in May.", asked.labels().get(0))));

    OnRecord answer = answer(evidence(question(Intent.DID_THEY_SAY, HOLT), pass));

    assertThat(answer.heading()).isEqualTo(Heading.ON_THIS_POINT);
    assertThat(answer.author()).isEqualTo(Author.MODEL);
  }

  static Stream<Arguments> lies() {
    return Stream.of(
        lie("an invented label", asked -> points(point(fair(), "zz99"))),
        lie("no label", asked -> "{\"points\":[{\"sentence\":\"" + fair() + "\",\"labels\":[]}]}"),
        lie(
            "an invented quotation",
            asked -> points(point("Holt said “the pass is ours”.", asked.labels().get(0)))),
        lie(
            "another speaker",
            asked ->
                points(
                    point(
                        "Drav said Sorvania will not close the pass in May.",
                        asked.labels().get(0)))),
        lie(
            "a flipped negation",
            asked ->
                points(
                    point(
                        "Holt said Quellmark will close the pass in May.", asked.labels().get(0)))),
        lie(
            "a changed number",
            asked ->
                points(
                    point(
                        "Drav said Sorvania may lower the toll of 5 marks if the traffic doubles.",
                        asked.labels().get(1)))),
        lie(
            "may becomes will",
            asked ->
                points(
                    point(
                        "Drav said Sorvania will lower the toll of 4 marks if the traffic doubles.",
                        asked.labels().get(1)))),
        lie("the words of another label", asked -> points(point(fair(), asked.labels().get(1)))),
        lie(
            "one lie among truths",
            asked ->
                points(
                    point(fair(), asked.labels().get(0)),
                    point("Drav said the toll is fair.", asked.labels().get(1)))),
        lie("prose", asked -> "Holt told me the pass is shut."),
        lie("other JSON", asked -> "{\"answer\":\"The pass is shut\"}"),
        lie("points of another shape", asked -> "{\"points\":[\"The pass is shut\"]}"),
        lie("a number for a sentence", asked -> "{\"points\":[{\"sentence\":7,\"labels\":[]}]}"),
        lie(
            "labels that are no list",
            asked -> "{\"points\":[{\"sentence\":\"x\",\"labels\":\"q\"}]}"),
        lie("no points", asked -> "{\"points\":[]}"),
        lie("a flood of points", asked -> points(flood(asked.labels().get(0)))),
        Arguments.of("an error", (Consumer<ModelStub>) stub -> stub.fails(500)),
        Arguments.of("garbage", (Consumer<ModelStub>) ModelStub::sendsGarbage));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lies")
  void showsTheRecordAloneWhenTheModelLies(String kind, Consumer<ModelStub> lying) {
    lying.accept(stub);
    Evidence evidence = evidence(question(Intent.WHAT_WAS_SAID), pass, toll);

    assertThat(answer(evidence)).isEqualTo(Answerer.withoutModel().answer(evidence));
    assertThat(stub.asked()).isNotEmpty().hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void doesNotWaitForAModelThatDripsOrKeepsSilent() {
    Evidence evidence = evidence(question(Intent.WHAT_WAS_SAID), pass);
    stub.drips().keepsSilent();
    try (LanguageModel hasty = stub.model(Duration.ofSeconds(1))) {
      Answerer answerer = Answerer.withModel(hasty, BRIDGE, new Random(7), Clock.systemUTC());

      assertThat(answerer.answer(evidence)).isEqualTo(Answerer.withoutModel().answer(evidence));
      assertThat(answerer.answer(evidence)).isEqualTo(Answerer.withoutModel().answer(evidence));
    }
  }

  @Test
  void whoAsksTheSameWithinAMinuteSharesOneCall() throws Exception {
    CompletableFuture<String> reply = new CompletableFuture<>();
    stub.says(asked -> points(point(fair(), asked.labels().get(0))).concat(reply.join()));
    Evidence evidence = evidence(question(Intent.WHAT_WAS_SAID), pass);
    Answerer answerer = answerer();
    List<CompletableFuture<Answer>> asking =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> answerer.answer(evidence)))
            .limit(3)
            .toList();
    reply.complete("");
    for (CompletableFuture<Answer> one : asking) {
      assertThat(pointsOf((OnRecord) one.get()))
          .extracting(Point::sentence)
          .containsExactly(fair());
    }

    assertThat(stub.asked()).hasSize(1);
    answerer.answer(evidence(question(Intent.POSITION), pass));
    assertThat(stub.asked()).as("another question is another call").hasSize(2);
  }

  @Test
  void whatFailedForOneIsAskedAgainForTheNext() {
    stub.fails(500).says(asked -> points(point(fair(), asked.labels().get(0))));
    Evidence evidence = evidence(question(Intent.WHAT_WAS_SAID), pass);
    Answerer answerer = answerer();

    assertThat(answerer.answer(evidence)).isEqualTo(Answerer.withoutModel().answer(evidence));
    assertThat(pointsOf((OnRecord) answerer.answer(evidence)))
        .extracting(Point::sentence)
        .containsExactly(fair());
  }

  private static Arguments lie(
      String kind, java.util.function.Function<ModelStub.Asked, String> reply) {
    return Arguments.of(kind, (Consumer<ModelStub>) stub -> stub.says(reply));
  }

  private static String fair() {
    return "Holt said Quellmark will not close the pass in May.";
  }

  private static String point(String sentence, String label) {
    return "{\"sentence\":\"" + sentence + "\",\"labels\":[\"" + label + "\"]}";
  }

  private static String points(String... points) {
    return "{\"points\":[" + String.join(",", points) + "]}";
  }

  private static String[] flood(String label) {
    return Stream.generate(() -> point(fair(), label)).limit(9).toArray(String[]::new);
  }

  private Answerer answerer() {
    return Answerer.withModel(model, BRIDGE, new Random(7), Clock.systemUTC());
  }

  private OnRecord answer(Evidence evidence) {
    return (OnRecord) answerer().answer(evidence);
  }

  private static List<Point> pointsOf(OnRecord answer) {
    return answer.groups().stream().flatMap(group -> group.points().stream()).toList();
  }

  private static List<Match> shown(OnRecord answer) {
    return pointsOf(answer).stream().flatMap(point -> point.matches().stream()).toList();
  }
}
