package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.ingest.Block.Role;
import io.github.onrecord.record.Language;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plain text keeps every character; blocks say what each line is. */
class PlainTextReaderTest {
  @Test
  void readsABulletin() {
    DocumentText bulletin =
        Reading.of(
            "bulletin.txt",
            """
            MINISTRY OF HARBOURS OF ORVAINE
            DAILY BULLETIN No. 7
            Aldermoor, Sunday 12 May 2041

            Briefing by the spokesperson, Ned Farrow.

            Subject: the northern channel

            Key points:
            - no dredging takes place at night;
            - the tide tables are published in June.

            Farrow recalled that the channel is four metres deep.
            """);
    assertThat(Reading.texts(bulletin, Role.LIST_ITEM))
        .containsExactly(
            "no dredging takes place at night;", "the tide tables are published in June.");
    assertThat(Reading.texts(bulletin, Role.HEADING))
        .containsExactly("Subject: the northern channel");
    assertThat(bulletin.source()).isEqualTo("MINISTRY OF HARBOURS OF ORVAINE");
    assertThat(bulletin.title()).isEqualTo("DAILY BULLETIN No. 7");
    assertThat(bulletin.published()).hasToString("2041-05-12");
    assertThat(bulletin.language()).isEqualTo(Language.ENGLISH);
  }

  @Test
  void takesTheDayFromADatelineButNotFromASentence() {
    DocumentText wire =
        Reading.of(
            "wire.txt",
            "UPDATE 1-No night dredging\n\nALDERMOOR, May 12, 2041 (Harbour Wire) - Orrel ruled out dredging at night.\n");
    assertThat(wire.published()).hasToString("2041-05-12");
    assertThat(wire.source()).isEqualTo("Harbour Wire");
    DocumentText report =
        Reading.of(
            "r.txt",
            "No night dredging\n\nOn May 12, 2039 the channel was closed - for ever, Orrel said.\n");
    assertThat(report.published()).isNull();
  }

  @Test
  void joinsLinesWrappedAtAWidth() {
    DocumentText text =
        Reading.of(
            "wrapped.txt",
            """
            Night dredging ruled out

            The port commission of Orvaine met on Monday to decide who may
            dredge the northern channel. It sat for eleven hours and broke
            two chairs.
            Harbour Minister Tamsin Orrel told reporters on the quay that the
            channel would stay closed at night.

            ORREL: We shall not dredge at night, and I have told the envoy of
            Kestria so this morning.
            SOLANE: We shall see.
            """);
    assertThat(Reading.main(text))
        .hasSize(4)
        .element(0)
        .asString()
        .startsWith("The port commission")
        .endsWith("two chairs.");
    assertThat(Reading.main(text).get(3)).isEqualTo("SOLANE: We shall see.");
    assertThat(text.text()).contains("who may\ndredge");
  }

  @Test
  void takesEachLineForAParagraphWhereNothingIsWrapped() {
    DocumentText text =
        Reading.of(
            "lines.txt",
            "Night dredging ruled out\nThe commission met on Monday, and it was a very long meeting indeed for"
                + " everybody in the room.\nIt rained.\nOrrel said the channel stays closed.\n");
    assertThat(Reading.main(text)).hasSize(3);
  }

  @Test
  void takesLinesOfNoBreakSpacesForEmptyOnes() {
    DocumentText text =
        Reading.of("nbsp.txt", "Head\n\u00a0\nOrrel said no.\n\u00a0\u00a0\nSolane said yes.\n");
    assertThat(Reading.main(text)).containsExactly("Orrel said no.", "Solane said yes.");
  }

  @Test
  void findsListsBySemicolons() {
    DocumentText text =
        Reading.of(
            "list.txt",
            """
            Talks in Aldermoor: what is known

            The envoy briefed reporters. The main statements:

            Kestria has no wish to dredge;

            Kestria wants the channel open;

            Kestria has seen no tide tables.

            Meanwhile the minister also spoke.
            """);
    assertThat(Reading.texts(text, Role.LIST_ITEM))
        .containsExactly(
            "Kestria has no wish to dredge;",
            "Kestria wants the channel open;",
            "Kestria has seen no tide tables.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"•", "*", "1.", "2)", "(3)", "а)"})
  void findsListsByTheirMarks(String mark) {
    DocumentText text =
        Reading.of(
            "list.txt",
            "Points of the ministry:\n" + mark + " no dredging\n" + mark + " no noise\nThe end.\n");
    assertThat(Reading.texts(text, Role.LIST_ITEM)).containsExactly("no dredging", "no noise");
  }

  @Test
  void takesADashOfDialogueForNoList() {
    DocumentText text =
        Reading.of(
            "talk.txt",
            """
            Министр приехала вечером и отвечала у трапа.

            — Вы будете копать ночью?
            — Не будем, — сказала Лунц. — Ночью надо спать.
            """);
    assertThat(Reading.main(text))
        .contains("— Вы будете копать ночью?", "— Не будем, — сказала Лунц. — Ночью надо спать.");
    assertThat(Reading.texts(text, Role.LIST_ITEM)).isEmpty();
  }

  @Test
  void takesDashesBelowAColonForAList() {
    DocumentText text =
        Reading.of(
            "list.txt",
            "Главное из брифинга министра гавани в понедельник:\n— ночью канал не копают;\n— таблицы выйдут в июне.\n");
    assertThat(Reading.texts(text, Role.LIST_ITEM)).hasSize(2);
  }

  @Test
  void setsASecondCopyOfTheBodyAside() {
    String body =
        "The envoy briefed reporters on the quay, and it rained.\n\nMain statements:\n\nNo dredging;\n\nNo noise.\n\n";
    DocumentText text =
        Reading.of(
            "twice.txt",
            "Talks\n\nTalks\n\n"
                + body
                + "Orrel left at once for the capital, without a word to anybody.\n\n"
                + body);
    assertThat(Reading.main(text).stream().filter("No dredging;"::equals)).hasSizeBetween(1, 2);
    String longBody = body.replace("it rained.", "it rained for the whole of the afternoon.");
    DocumentText twice =
        Reading.of("twice.txt", "Talks\n\nTalks\n\n" + longBody + "\n\n" + longBody);
    assertThat(Reading.main(twice)).hasSize(4);
    assertThat(twice.text()).contains("No noise.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "KOI8-U", "UTF-8", "UTF-16"})
  void findsTheEncodingOfUkrainianText(String charset) {
    String text =
        "Міністерка гавані Віра Лунц повідомила в понеділок, що вночі канал не копатимуть. "
            + "За її словами, таблиці припливів з’являться в червні, а її відомство їх ще перевіряє.\n";
    String plain = text.replace('’', '\'');
    DocumentText read = Reading.of("uk.txt", plain.getBytes(Charset.forName(charset)));
    assertThat(read.text()).isEqualTo(plain);
    assertThat(read.language()).isEqualTo(Language.UKRAINIAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "KOI8-R"})
  void findsTheEncodingOfRussianText(String charset) {
    String text =
        "Министр гавани Вера Лунц сообщила в понедельник, что ночью канал копать не будут. "
            + "По её словам, таблицы приливов появятся в июне, а ведомство их ещё проверяет.\n";
    assertThat(Reading.of("ru.txt", text.getBytes(Charset.forName(charset))).text())
        .isEqualTo(text);
  }

  @Test
  void makesLineEndsOneKind() {
    byte[] text =
        "\ufeffOne line here.\r\nAnother line.\rThe last.".getBytes(StandardCharsets.UTF_8);
    assertThat(Reading.of("crlf.txt", text).text())
        .isEqualTo("One line here.\nAnother line.\nThe last.");
  }

  @Test
  void cutsCopiedChannelPostsApart() {
    List<DocumentText> posts =
        Reading.all(
            "posts.txt",
            """
            Harbour Watch, [12.05.2041 09:12]
            Orrel said that the channel stays closed at night.

            Kestria Today, [13.05.2041 10:00]
            Solane said that he wants the channel open.
            """);
    assertThat(posts)
        .extracting(DocumentText::source)
        .containsExactly("Harbour Watch", "Kestria Today");
    assertThat(posts).extracting(DocumentText::item).containsExactly("1", "2");
    assertThat(posts.get(1).published()).hasToString("2041-05-13");
    assertThat(Reading.main(posts.get(0)))
        .containsExactly("Orrel said that the channel stays closed at night.");
  }

  @Test
  void namesTheChannelOfAForwardedPost() {
    DocumentText post =
        Reading.of(
            "post.txt", "Переслано от Гавань сегодня\nЛунц сказала, что ночью канал не копают.\n");
    assertThat(post.source()).isEqualTo("Гавань сегодня");
    assertThat(post.item()).isNull();
    assertThat(Reading.main(post)).containsExactly("Лунц сказала, что ночью канал не копают.");
  }

  @Test
  void readsTheArticleThatShipsWithTheProgram() throws Exception {
    byte[] seed =
        PlainTextReaderTest.class.getResourceAsStream("/seed/geneva-2022-01-10.txt").readAllBytes();
    DocumentText article = Reading.of("geneva-2022-01-10.txt", seed);
    assertThat(Reading.texts(article, Role.LIST_ITEM)).hasSize(10);
    assertThat(Reading.texts(article, Role.PARAGRAPH)).hasSize(3);
    assertThat(article.title()).startsWith("Negotiations between the U.S. and Russia");
    assertThat(article.published()).isNull();
    assertThat(article.source()).isNull();
    assertThat(article.language()).isEqualTo(Language.ENGLISH);
  }
}
