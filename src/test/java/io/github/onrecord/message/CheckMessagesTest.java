package io.github.onrecord.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.check.CheckedQuote;
import io.github.onrecord.check.CheckedQuote.Remark;
import io.github.onrecord.check.Difference;
import io.github.onrecord.check.Difference.Piece;
import io.github.onrecord.check.Difference.Where;
import io.github.onrecord.check.Verdict;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.search.Match.Twin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read about a quotation. The officials and outlets are invented. */
class CheckMessagesTest {
  private static final String WORDS = "The ferry will sail at noon.";

  private final CheckMessages messages = new CheckMessages(Phrases.in(Language.ENGLISH));

  @Test
  void anExactQuotationIsShownWithWhoAndWhere() {
    assertThat(text(quote(Verdict.EXACT, null, null, Set.of())))
        .isEqualTo(
            """
            On record, word for word

            Ada Brom, Harbour Minister (Quaylandia)
            5 May 2033, Port Sill
            own words · as given by The Sill Gazette

            “The ferry will sail at noon.”""");
  }

  @Test
  void whatDiffersStandsInBrackets() {
    Difference difference =
        new Difference(
            List.of(
                new Piece(Where.BOTH, "The ferry will"),
                new Piece(Where.QUOTATION, "never"),
                new Piece(Where.BOTH, "sail"),
                new Piece(Where.RECORD, "at"),
                new Piece(Where.BOTH, "the"),
                new Piece(Where.RECORD, "noon"),
                new Piece(Where.QUOTATION, "dawn")));

    assertThat(text(quote(Verdict.ALTERED, "Joran Pell", difference, Set.of(Remark.OTHER_SPEAKER))))
        .startsWith(
            """
            Changed: not said in these words

            The ferry will [+ never] sail [− at] the [noon → dawn]
            In brackets what differs: − left out, + put in, on record → as sent.

            And it was not Joran Pell. On record:

            Ada Brom,""");
  }

  @Test
  void somebodyElsesWordsAreGivenBackToThem() {
    assertThat(text(quote(Verdict.MISATTRIBUTED, "Joran Pell", null, Set.of(Remark.OTHER_SPEAKER))))
        .startsWith(
            """
            Said by somebody else

            These words are on record, but not as said by Joran Pell. On record:

            Ada Brom,""");
  }

  @Test
  void whatTheRecordLacksMayHaveBeenSaidAllTheSame() {
    CheckedQuote quote =
        new CheckedQuote("Fog is free", null, Verdict.NOT_ON_RECORD, null, List.of(), Set.of());

    assertThat(text(quote)).startsWith("Not on record\n\n").contains("doesn't prove");
  }

  @Test
  void withdrawnWordsSaySo() {
    CheckedQuote quote =
        new CheckedQuote(
            WORDS,
            null,
            Verdict.NOT_ON_RECORD,
            null,
            List.of(twin(Status.RETRACTED)),
            Set.of(Remark.WITHDRAWN));

    assertThat(text(quote))
        .contains("have been corrected or withdrawn since", "withdrawn since")
        .doesNotContain("doesn't prove");
  }

  @Test
  void severalQuotationsGetALineEach() {
    CheckedQuote exact = quote(Verdict.EXACT, "Brom", null, Set.of(Remark.PART));
    CheckedQuote unknown =
        new CheckedQuote(
            "fog ".repeat(40).strip(), null, Verdict.NOT_ON_RECORD, null, List.of(), Set.of());

    Message message = messages.of(List.of(exact, unknown));

    assertThat(message.plain())
        .isEqualTo(
            """
            2 quotations:

            1. The ferry will sail at noon.
            On record, word for word, as a part of what was said · Ada Brom, 5 May 2033 · as given by The Sill Gazette

            2. fog fog fog fog fog fog fog fog fog fog fog fog fog fog fog …
            Not on record

            Send one of them alone to see it in full.""");
    assertThat(message.blocks()).noneMatch(Message.Block::quote);
  }

  @Test
  void ofAHundredQuotationsTheFirstAreListedAndTheOthersCounted() {
    CheckedQuote quote = quote(Verdict.EXACT, null, null, Set.of());

    assertThat(messages.of(Collections.nCopies(100, quote)).plain())
        .contains("100 quotations:", "30. The ferry", "70 more are not shown here")
        .doesNotContain("31. ");
  }

  @Test
  void withoutWordsItSaysWhatToSend() {
    assertThat(messages.of(List.of()).plain()).contains("/check NAME: WORDS");
  }

  @ParameterizedTest
  @EnumSource(value = Language.class, names = "OTHER", mode = EnumSource.Mode.EXCLUDE)
  void whatWasSentStandsInNoQuotationMarks(Language language) {
    CheckMessages own = new CheckMessages(Phrases.in(language));
    Difference difference = new Difference(List.of(new Piece(Where.QUOTATION, "fog is free")));

    for (Verdict verdict : Verdict.values()) {
      CheckedQuote quote =
          new CheckedQuote(
              "fog is free",
              "Joran Pell",
              verdict,
              verdict == Verdict.ALTERED ? difference : null,
              List.of(twin(Status.STANDING)),
              Set.of());
      assertThat(own.of(List.of(quote)).blocks())
          .filteredOn(Message.Block::quote)
          .extracting(Message.Block::plain)
          .containsExactly("“" + WORDS + "”");
      assertThat(own.of(List.of(quote, quote)).plain())
          .doesNotContain("“fog", "«fog", "„fog", "\"fog");
    }
  }

  private String text(CheckedQuote quote) {
    return messages.of(List.of(quote)).plain();
  }

  private static CheckedQuote quote(
      Verdict verdict,
      @Nullable String speaker,
      @Nullable Difference difference,
      Set<Remark> remarks) {
    return new CheckedQuote(
        WORDS, speaker, verdict, difference, List.of(twin(Status.STANDING)), remarks);
  }

  private static Twin twin(Status status) {
    Statement statement =
        new Statement(
            7,
            3,
            new Speaker.Named(2, "Ada Brom"),
            "Harbour Minister",
            new Side("Quaylandia"),
            Kind.VERBATIM,
            List.of(new Part(new Span(0, WORDS.length()), WORDS)),
            LocalDate.of(2033, 5, 5),
            "Port Sill",
            Language.ENGLISH,
            null,
            1,
            "test",
            status,
            status == Status.STANDING ? null : 4L,
            9);
    Document document =
        new Document(
            3,
            "sill-1",
            null,
            null,
            "The Sill Gazette",
            null,
            Language.ENGLISH,
            LocalDate.of(2033, 5, 6),
            Instant.parse("2033-05-06T08:00:00Z"),
            WORDS,
            Document.sha256(WORDS),
            null);
    return new Twin(statement, document);
  }
}
