package io.github.onrecord.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.answer.Answer;
import io.github.onrecord.answer.Answer.Author;
import io.github.onrecord.answer.Answer.Group;
import io.github.onrecord.answer.Answer.Heading;
import io.github.onrecord.answer.Answer.Point;
import io.github.onrecord.message.Message.Button;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.search.Aspect;
import io.github.onrecord.search.Coverage;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Question;
import io.github.onrecord.search.Stance;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What people read. The officials and outlets are invented. */
class AnswerMessagesTest {
  private static final Function<Language, List<String>> NO_EXAMPLES = language -> List.of();

  private final AnswerMessages messages = AnswerMessages.paged();

  @Test
  void aStatementSaysWhoInWhichCapacityWhenWhereHowCloseAndBySource() {
    Match match = match(1, Kind.VERBATIM, Language.ENGLISH, "The ferry will sail.");

    assertThat(messages.of(found(Language.ENGLISH, match), NO_EXAMPLES).plain())
        .isEqualTo(
            """
            On record, 1 statement:

            Ada Brom, Harbour Minister (Quaylandia)
            5 May 2033, Port Sill
            own words · as given by The Sill Gazette

            “The ferry will sail.”

            Put together without a language model; the statements are copied from the record.""");
  }

  @Test
  void onlyVerbatimWordsStandInQuotationMarksOfTheirLanguage() {
    Match reported = match(1, Kind.REPORTED, Language.RUSSIAN, "паром пойдёт по расписанию");
    Match verbatim = match(2, Kind.VERBATIM, Language.RUSSIAN, "Паром пойдёт.");

    String text = messages.of(found(Language.RUSSIAN, reported, verbatim), NO_EXAMPLES).plain();

    assertThat(text).contains("\n\nпаром пойдёт по расписанию\n\n").contains("в пересказе");
    assertThat(text).contains("«Паром пойдёт.»").contains("дословно");
  }

  @Test
  void marksInsideTheWordsStayAndTheOuterOnesDiffer() {
    Match match = match(1, Kind.VERBATIM, Language.UKRAINIAN, "Пором «Чайка» вирушить.");

    assertThat(messages.of(found(Language.UKRAINIAN, match), NO_EXAMPLES).plain())
        .contains("„Пором «Чайка» вирушить.“");
  }

  @Test
  void whatIsOnRecordForAClaimStandsApartFromWhatIsAgainstIt() {
    Match so = match(1, Kind.REPORTED, Language.ENGLISH, "ferries are safe");
    Match otherwise = match(2, Kind.REPORTED, Language.ENGLISH, "no ferry is safe");
    Answer answer =
        new Answer.OnRecord(
            question(Language.ENGLISH),
            Heading.ON_THIS_POINT,
            List.of(
                new Group(null, Stance.SO, List.of(new Point(null, List.of(so)))),
                new Group(null, Stance.OTHERWISE, List.of(new Point(null, List.of(otherwise))))),
            List.of(),
            List.of(),
            List.of(),
            Author.COMPOSER);

    assertThat(messages.of(answer, NO_EXAMPLES).plain())
        .containsSubsequence(
            "On record as saying so:",
            "reported, not a quotation",
            "ferries are safe",
            "On record as saying otherwise:",
            "no ferry is safe");
  }

  @Test
  void whatIsLeftOverStandsBehindAButton() {
    Match first = match(1, Kind.REPORTED, Language.ENGLISH, "ferries are safe");
    Match second = match(2, Kind.REPORTED, Language.ENGLISH, "ferries are cheap");
    Answer answer =
        new Answer.OnRecord(
            question(Language.ENGLISH),
            Heading.ON_RECORD,
            List.of(new Group(null, List.of(new Point(null, List.of(first))))),
            List.of(),
            List.of(second),
            List.of(),
            Author.COMPOSER);

    Message message = messages.of(answer, NO_EXAMPLES);

    assertThat(message.plain()).contains("The record has 1 more").doesNotContain("cheap");
    assertThat(message.buttons())
        .contains(
            List.of(new Button.Action("More", "more:1")),
            List.of(
                new Button.Action("Why?", "why:answer"),
                new Button.Action("Wrong?", "wrong:answer")))
        .contains(List.of(new Button.Action("Context 1", "context:1")));
    assertThat(messages.more(Phrases.in(Language.ENGLISH), List.of(first, second), 1).plain())
        .startsWith("2. Ada Brom")
        .contains("cheap");
    assertThat(AnswerMessages.whole().of(answer, NO_EXAMPLES).plain()).contains("cheap");
  }

  @Test
  void silenceNamesWhoWasAskedAndWhatTheRecordCovers() {
    Answer answer =
        new Answer.NothingOnRecord(
            question(Language.ENGLISH),
            Finding.NO_TOPIC,
            List.of(match(7, Kind.REPORTED, Language.ENGLISH, "ferries are safe")),
            new Coverage(
                4,
                LocalDate.of(2033, 5, 1),
                LocalDate.of(2033, 5, 9),
                Instant.parse("2033-05-10T08:00:00Z"),
                List.of()));

    assertThat(messages.of(answer, NO_EXAMPLES).plain())
        .startsWith("Nothing on record about this.")
        .contains("Nearest on record, not an answer:")
        .endsWith(
            "The record holds 4 statements, 1 May 2033 to 9 May 2033; last update 10 May 2033.");
  }

  @Test
  void anUnknownPersonIsNamedAndSoAreThoseOfASimilarName() {
    Question question =
        new Question(
            "?",
            Language.ENGLISH,
            Intent.WHAT_WAS_SAID,
            List.of(),
            List.of(),
            List.of("Brum"),
            List.of(),
            null,
            List.of(),
            List.of(),
            List.of(),
            Aspect.NONE,
            false,
            false);
    Answer answer =
        new Answer.NothingOnRecord(
            question,
            Finding.NO_SUCH_OFFICIAL,
            List.of(),
            new Coverage(9, null, null, Instant.EPOCH, List.of("Ada Brom")));

    assertThat(messages.of(answer, NO_EXAMPLES).plain())
        .startsWith("Brum is not on record.\n\nOn record under a similar name: Ada Brom.");
  }

  @Test
  void othersWhoSpokeStandApartFromThoseAskedAbout() {
    Match other = match(1, Kind.REPORTED, Language.ENGLISH, "ferries are safe");
    Match ofNobody = withoutSide(match(2, Kind.REPORTED, Language.ENGLISH, "ferries are cheap"));
    Question question = about(new Official(8, "Ivo Quill", List.of(), null, List.of()));
    Answer answer =
        new Answer.NothingOnRecord(
            question,
            Finding.WRONG_SPEAKER,
            List.of(other, ofNobody),
            new Coverage(3, null, null, Instant.EPOCH, List.of()));

    assertThat(messages.of(answer, NO_EXAMPLES).plain())
        .startsWith(
            "Nothing on record by Ivo Quill about this.\n\nOthers on record about this:\n\nAda")
        .doesNotContain("Nearest on record");
  }

  @Test
  void directionAndControlCharactersOfASourceDoNotReachTheReader() {
    Match match = match(1, Kind.VERBATIM, Language.ENGLISH, "Safe \u202eand\u0007 sound");

    assertThat(messages.of(found(Language.ENGLISH, match), NO_EXAMPLES).plain())
        .contains("“Safe and sound”");
  }

  private static Answer found(Language language, Match... matches) {
    return new Answer.OnRecord(
        question(language),
        Heading.ON_RECORD,
        List.of(new Group(null, List.of(new Point(null, List.of(matches))))),
        List.of(),
        List.of(),
        List.of(),
        Author.COMPOSER);
  }

  private static Match withoutSide(Match match) {
    Statement s = match.statement();
    Statement without =
        new Statement(
            s.id(),
            s.documentId(),
            s.speaker(),
            s.role(),
            null,
            s.kind(),
            s.parts(),
            s.spoken(),
            s.occasion(),
            s.language(),
            s.quotedBy(),
            s.confidence(),
            s.reason(),
            s.status(),
            s.cause(),
            s.utterance());
    return new Match(without, match.document(), 1, List.of(), List.of());
  }

  private static Question about(Official official) {
    return new Question(
        "?",
        Language.ENGLISH,
        Intent.WHAT_WAS_SAID,
        List.of(official),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        Aspect.NONE,
        false,
        false);
  }

  private static Question question(Language language) {
    return new Question(
        "?",
        language,
        Intent.WHAT_WAS_SAID,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        List.of(),
        List.of(),
        Aspect.NONE,
        false,
        false);
  }

  private static Match match(long id, Kind kind, Language language, String words) {
    Document document =
        new Document(
            1,
            "gazette.html",
            null,
            null,
            "The Sill Gazette",
            null,
            language,
            (@Nullable LocalDate) null,
            Instant.EPOCH,
            words,
            Document.sha256(words),
            null);
    Statement statement =
        new Statement(
            id,
            1,
            new Speaker.Named(1, "Ada Brom"),
            "Harbour Minister",
            new Side("Quaylandia"),
            kind,
            List.of(Part.of(words, new Span(0, words.length()))),
            LocalDate.of(2033, 5, 5),
            "Port Sill",
            language,
            null,
            1,
            "labelled",
            Status.STANDING,
            null,
            1);
    return new Match(statement, document, 1, List.of(), List.of());
  }
}
