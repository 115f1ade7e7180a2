package io.github.onrecord.answer;

import static io.github.onrecord.answer.Talks.DAY;
import static io.github.onrecord.answer.Talks.DRAV;
import static io.github.onrecord.answer.Talks.HOLT;
import static io.github.onrecord.answer.Talks.LENN;
import static io.github.onrecord.answer.Talks.QUELLMARK;
import static io.github.onrecord.answer.Talks.SORVANIA;
import static io.github.onrecord.answer.Talks.coverage;
import static io.github.onrecord.answer.Talks.evidence;
import static io.github.onrecord.answer.Talks.question;
import static io.github.onrecord.answer.Talks.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.answer.Answer.Author;
import io.github.onrecord.answer.Answer.Group;
import io.github.onrecord.answer.Answer.Heading;
import io.github.onrecord.answer.Answer.NothingOnRecord;
import io.github.onrecord.answer.Answer.OnRecord;
import io.github.onrecord.answer.Answer.OutOfScope;
import io.github.onrecord.answer.Answer.Point;
import io.github.onrecord.answer.Answer.WhichOfficial;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Status;
import io.github.onrecord.search.Aspect;
import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.PassageMatch;
import io.github.onrecord.search.Question;
import io.github.onrecord.search.Stance;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the composer shows for each kind of question, without a model. */
class ComposerTest {
  private final Talks talks = new Talks();
  private final Answerer answerer = Answerer.withoutModel();

  @Test
  void showsWhatWasSaidBestFirstAndWritesNothingItself() {
    Match first = talks.said(HOLT, "the pass stays open").match();
    Match second = talks.said(HOLT, "no toll will be taken").match();

    OnRecord answer = onRecord(evidence(question(Intent.WHAT_WAS_SAID, HOLT), first, second));

    assertThat(answer.heading()).isEqualTo(Heading.ON_RECORD);
    assertThat(answer.author()).isEqualTo(Author.COMPOSER);
    assertThat(answer.groups()).extracting(Group::title).containsOnlyNulls();
    assertThat(points(answer)).extracting(Point::sentence).containsOnlyNulls();
    assertThat(shown(answer)).containsExactly(first, second);
  }

  @Test
  void readsStatementsOfOneSettingUnderOneAttribution() {
    Match here = talks.said(HOLT, "the pass stays open").from(7).match();
    Match elsewhere = talks.said(HOLT, "snow is no argument").from(8).match();
    Match hereToo = talks.said(HOLT, "no toll will be taken").from(7).match();
    Match inHerWords = talks.said(HOLT, "We keep it open").from(7).verbatim().match();

    OnRecord answer =
        onRecord(
            evidence(question(Intent.WHAT_WAS_SAID, HOLT), here, elsewhere, hereToo, inHerWords));

    assertThat(points(answer))
        .extracting(Point::matches)
        .containsExactly(List.of(here, hereToo), List.of(elsewhere), List.of(inHerWords));
  }

  @Test
  void keepsTheRestUnderMore() {
    Match[] many = statements(Composer.SHOWN + 2);

    OnRecord answer = onRecord(evidence(question(Intent.WHAT_WAS_SAID, HOLT), many));

    assertThat(shown(answer))
        .containsExactly(List.of(many).subList(0, Composer.SHOWN).toArray(Match[]::new));
    assertThat(answer.more()).containsExactly(many[Composer.SHOWN], many[Composer.SHOWN + 1]);
  }

  @Test
  void showsAPositionNewestFirst() {
    Match undated = talks.said(HOLT, "one").on(null).match();
    Match old = talks.said(HOLT, "two").on(DAY.minusDays(20)).match();
    Match latest = talks.said(HOLT, "three").on(DAY.plusDays(20)).match();

    OnRecord answer =
        onRecord(evidence(question(Intent.POSITION, QUELLMARK), old, undated, latest));

    assertThat(answer.heading()).isEqualTo(Heading.POSITION);
    assertThat(shown(answer)).containsExactly(latest, undated, old); // undated: the document's day
  }

  @Test
  void choosesThePositionsStatementsByFitBeforeItOrdersThemByDay() {
    Match[] many = statements(Composer.SHOWN);
    Match poorButNew = talks.said(HOLT, "late").on(DAY.plusDays(90)).match();
    Match[] all =
        IntStream.rangeClosed(0, many.length)
            .mapToObj(i -> i < many.length ? many[i] : poorButNew)
            .toArray(Match[]::new);

    OnRecord answer = onRecord(evidence(question(Intent.POSITION, QUELLMARK), all));

    assertThat(answer.more()).containsExactly(poorButNew);
  }

  @Test
  void comparesUnderOneTitleForEachSideAndSaysWhoIsSilent() {
    Match ours = talks.said(HOLT, "the pass stays open").match();

    OnRecord answer = onRecord(evidence(question(Intent.COMPARISON, SORVANIA, QUELLMARK), ours));

    assertThat(answer.heading()).isEqualTo(Heading.COMPARISON);
    assertThat(answer.groups())
        .containsExactly(
            new Group("Sorvania", List.of()),
            new Group("Quellmark", List.of(new Point(null, List.of(ours)))));
  }

  @Test
  void comparesOfficialsOfOneSideUnderTheirOwnNames() {
    Match drav = talks.said(DRAV, "the toll is fair").match();
    Match lenn = talks.said(LENN, "the toll is low").match();

    OnRecord answer =
        onRecord(evidence(question(Intent.COMPARISON, LENN, DRAV, SORVANIA), drav, lenn));

    assertThat(answer.groups())
        .extracting(Group::title)
        .containsExactly("Pavel Lenn", "Oskar Drav");
    assertThat(shown(answer)).containsExactly(lenn, drav);
  }

  @Test
  void comparesAnOfficialWithAnotherSide() {
    Match drav = talks.said(DRAV, "the toll is fair").match();
    Match holt = talks.said(HOLT, "no toll will be taken").match();

    OnRecord answer = onRecord(evidence(question(Intent.COMPARISON, DRAV, QUELLMARK), drav, holt));

    assertThat(answer.groups()).extracting(Group::title).containsExactly("Oskar Drav", "Quellmark");
  }

  @Test
  void comparesTheSidesOnRecordWhenNobodyIsNamed() {
    Match drav = talks.said(DRAV, "the toll is fair").match();
    Match holt = talks.said(HOLT, "no toll will be taken").match();

    OnRecord answer = onRecord(evidence(question(Intent.COMPARISON), drav, holt));

    assertThat(answer.groups()).extracting(Group::title).containsExactly("Sorvania", "Quellmark");
  }

  @Test
  void neverDropsAStatementOfSomebodyElseFromAComparison() {
    Match together = talks.said(DRAV, "the parties agreed on a map").match();

    OnRecord answer = onRecord(evidence(question(Intent.COMPARISON, HOLT, LENN), together));

    assertThat(answer.groups())
        .extracting(Group::title)
        .containsExactly("Mirela Holt", "Pavel Lenn", "Sorvania");
    assertThat(shown(answer)).containsExactly(together);
  }

  @Test
  void boundsEachGroupOfAComparison() {
    Match[] many = statements(Composer.SHOWN_IN_GROUP + 1);

    OnRecord answer = onRecord(evidence(question(Intent.COMPARISON, QUELLMARK, SORVANIA), many));

    assertThat(shown(answer)).hasSize(Composer.SHOWN_IN_GROUP);
    assertThat(answer.more()).containsExactly(many[Composer.SHOWN_IN_GROUP]);
  }

  @Test
  void sortsWhatIsOnRecordForAndAgainstAClaim() {
    Match open = talks.said(DRAV, "the toll is a matter of taste").match();
    Match against = as(Stance.OTHERWISE, talks.said(DRAV, "no toll was promised").match());
    Match so = as(Stance.SO, talks.said(DRAV, "a toll was promised").match());

    OnRecord answer = onRecord(evidence(question(Intent.DID_THEY_SAY, DRAV), open, against, so));

    assertThat(answer.heading()).isEqualTo(Heading.ON_THIS_POINT);
    assertThat(answer.groups())
        .extracting(Group::stance)
        .containsExactly(Stance.SO, Stance.OTHERWISE, Stance.OPEN);
    assertThat(shown(answer)).containsExactly(so, against, open);
  }

  @Test
  void givesNoStanceWhereNothingCanBeTold() {
    Match open = talks.said(DRAV, "the toll is a matter of taste").match();

    OnRecord answer = onRecord(evidence(question(Intent.DID_THEY_SAY, DRAV), open));

    assertThat(answer.groups()).extracting(Group::stance).containsOnlyNulls();
  }

  private static Match as(Stance stance, Match match) {
    return new Match(
        match.statement(), match.document(), match.score(), match.reasons(), stance, match.also());
  }

  @Test
  void showsAChangeOverTimeAsDatedStatementsOldestFirst() {
    Match may = talks.said(DRAV, "a toll of four marks").on(DAY).match();
    Match march = talks.said(DRAV, "a toll of six marks").on(DAY.minusMonths(2)).match();

    OnRecord answer = onRecord(evidence(question(Intent.COMPARISON, SORVANIA), may, march));

    assertThat(answer.groups()).extracting(Group::title).containsOnlyNulls();
    assertThat(shown(answer)).containsExactly(march, may);
  }

  @Test
  void groupsTwoOfficialsAskedAboutTogetherAndKeepsTheSilentOne() {
    Match drav = talks.said(DRAV, "the toll is fair").match();

    OnRecord answer = onRecord(evidence(question(Intent.WHAT_WAS_SAID, DRAV, HOLT), drav));

    assertThat(answer.groups())
        .extracting(Group::title)
        .containsExactly("Oskar Drav", "Mirela Holt");
    assertThat(answer.groups().get(1).points()).isEmpty();
  }

  @Test
  void doesNotTakeASideThatIsTheTopicForASilentSpeaker() {
    Match drav = talks.said(DRAV, "Quellmark is a good neighbour").match();

    OnRecord answer = onRecord(evidence(question(Intent.WHAT_WAS_SAID, DRAV, QUELLMARK), drav));

    assertThat(answer.groups()).extracting(Group::points).doesNotContain(List.of());
  }

  @Test
  void neitherGrantsNorDeniesWhatAQuestionPresumes() {
    Match match = talks.said(HOLT, "the pass stays open").match();

    OnRecord answer = onRecord(evidence(question(Intent.DID_THEY_SAY, HOLT), match));

    assertThat(answer.heading()).isEqualTo(Heading.ON_THIS_POINT);
  }

  @Test
  void saysWhoSaidIt() {
    Match match = talks.said(HOLT, "the pass stays open").match();

    assertThat(onRecord(evidence(question(Intent.WHO_SAID), match)).heading())
        .isEqualTo(Heading.WHO_SAID);
  }

  @ParameterizedTest
  @EnumSource(
      value = Intent.class,
      names = {"WHEN", "CIRCUMSTANCE", "WHAT_WAS_SAID"})
  void letsTheSourceTellCircumstancesInItsOwnName(Intent intent) {
    PassageMatch passage = talks.told("The talks lasted nine hours.");
    Question question = question(intent);

    OnRecord answer =
        onRecord(
            new Evidence(
                question, Finding.SUPPORTED, List.of(), List.of(passage), List.of(), coverage()));

    assertThat(answer.heading()).isEqualTo(Heading.CIRCUMSTANCE);
    assertThat(answer.groups()).isEmpty();
    assertThat(answer.passages()).containsExactly(passage);
  }

  @Test
  void showsTheWordsThemselvesBeforeReportsOfThem() {
    Match reported = talks.said(HOLT, "the pass stays open").match();
    Match words = talks.said(HOLT, "It stays open").verbatim().match();

    OnRecord answer = onRecord(evidence(question(Intent.QUOTE, HOLT), reported, words));

    assertThat(answer.heading()).isEqualTo(Heading.QUOTES);
    assertThat(shown(answer)).containsExactly(words, reported);
  }

  @Test
  void saysPlainlyThatThereAreOnlyReports() {
    Match reported = talks.said(HOLT, "the pass stays open").match();

    assertThat(onRecord(evidence(question(Intent.QUOTE, HOLT), reported)).heading())
        .isEqualTo(Heading.ONLY_REPORTED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Finding.class,
      names = {"NO_SUCH_OFFICIAL", "WRONG_SPEAKER", "NO_TOPIC", "OUT_OF_RANGE"})
  void isSilentHelpfully(Finding finding) {
    Match near = talks.said(DRAV, "the toll is fair").match();
    Question question = question(Intent.WHAT_WAS_SAID, HOLT);

    assertThat(answerer.answer(silent(question, finding, near)))
        .isEqualTo(new NothingOnRecord(question, finding, List.of(near), coverage()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Finding.class,
      names = {"OPINION", "ABOUT_THE_BOT", "OUT_OF_SCOPE"})
  void declinesWhatIsNotForTheRecord(Finding finding) {
    Question question = question(Intent.OPINION);

    assertThat(answerer.answer(silent(question, finding)))
        .isEqualTo(new OutOfScope(question, finding));
  }

  @Test
  void asksWhichOfficialIsMeant() {
    Question question =
        new Question(
            "What did Drav say?",
            Language.ENGLISH,
            Intent.WHAT_WAS_SAID,
            List.of(),
            List.of(DRAV, LENN),
            List.of(),
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            Aspect.NONE,
            false,
            false);

    assertThat(answerer.answer(silent(question, Finding.WHICH_OFFICIAL)))
        .isEqualTo(new WhichOfficial(question, List.of(DRAV, LENN)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.class,
      names = {"HELD", "CORRECTED", "RETRACTED"})
  void neverShowsWhatDoesNotStand(Status status) {
    Match gone = talks.said(HOLT, "the pass is shut").status(status).match();
    Question question = question(Intent.WHAT_WAS_SAID, HOLT);

    assertThat(answerer.answer(evidence(question, gone)))
        .isEqualTo(new NothingOnRecord(question, Finding.NO_TOPIC, List.of(), coverage()));
    assertThat(answerer.answer(silent(question, Finding.NO_TOPIC, gone)))
        .isEqualTo(new NothingOnRecord(question, Finding.NO_TOPIC, List.of(), coverage()));
  }

  private Match[] statements(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> talks.said(HOLT, "point number " + i).match())
        .toArray(Match[]::new);
  }

  private OnRecord onRecord(Evidence evidence) {
    return (OnRecord) answerer.answer(evidence);
  }

  private static List<Point> points(OnRecord answer) {
    return answer.groups().stream().flatMap(group -> group.points().stream()).toList();
  }

  private static List<Match> shown(OnRecord answer) {
    return points(answer).stream().flatMap(point -> point.matches().stream()).toList();
  }
}
