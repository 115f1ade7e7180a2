package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.ingest.Block.Role;
import io.github.onrecord.record.Language;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The text of a page is found whatever its layout; everything visible is kept, with its role. */
class HtmlReaderTest {
  private static final String FIRST =
      "The port commission of Orvaine met on Monday to decide who may dredge the northern channel.";
  private static final String SECOND =
      "“We shall not dredge at night,” Harbour Minister Tamsin Orrel told reporters on the quay.";
  private static final String THIRD = "She added that the tide tables would be published in June.";
  private static final String FOURTH =
      "Kestria’s envoy, Bekir Solane, said his government wanted the channel open by the autumn.";

  @Test
  void findsTheTextInASoupOfDivs() {
    DocumentText page =
        Reading.page(
            """
            <html><head><title>Night dredging ruled out :: Orvaine Tribune</title></head><body>
            <div class=a1><div><a href=/>Front</a> <a href=/s>Sport</a></div></div>
            <div class=a2><div class=h>Night dredging ruled out</div>
            <div class=x9>12 May 2041</div>
            <div>%s</div><div>%s</div><div>%s</div><div>%s</div></div>
            <div class=a3><div><a href=/1>Ten harbours you must see before you drown</a></div>
            <div><a href=/2>The ferry that never came</a></div></div>
            <div class=a4>© 2041 Orvaine Tribune</div></body></html>
            """
                .formatted(FIRST, SECOND, THIRD, FOURTH));
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND, THIRD, FOURTH);
    assertThat(page.title()).isEqualTo("Night dredging ruled out");
    assertThat(page.source()).isEqualTo("Orvaine Tribune");
    assertThat(page.published()).hasToString("2041-05-12");
    assertThat(page.text()).contains("The ferry that never came").contains("Sport");
  }

  @Test
  void cellsOfATableAreNoStatementsOfWhoeverSpokeBefore() {
    DocumentText page =
        Reading.page(
            """
            <html lang="en"><body><article><h1>Harbour talks in Ostaville</h1>
            <p>Dredging minister Ilse Varga of Orvena said: "The buoys stay." The talks went on for
            nine hours and will be continued in June, her office announced.</p>
            <p>The main positions of the sides:</p>
            <table><tr><th>Official</th><th>Position</th></tr>
            <tr><td>Ilse Varga, minister</td><td>The buoys stay where they are</td></tr>
            <tr><td>Tom Harl, envoy</td><td>The tolls must fall by June</td></tr></table>
            </article></body></html>
            """);

    assertThat(Reading.main(page)).noneMatch(line -> line.contains("tolls must fall"));
    assertThat(Reading.texts(page, Role.ASIDE)).contains("The tolls must fall by June");
  }

  @Test
  void findsTheTextInATableLayoutInWindows1251() {
    String html =
        """
        <HTML><HEAD><META http-equiv="Content-Type" content="text/html; charset=windows-1251">
        <TITLE>Вестник Орвены - Ночью копать не будут</TITLE></HEAD>
        <BODY bgcolor=white><TABLE width=100%><TR><TD colspan=2><FONT size=5>Вестник Орвены</FONT></TD></TR>
        <TR><TD width=150><A href=1>Новости</A><BR><A href=2>Порт</A><BR><A href=3>Погода</A></TD>
        <TD><H2>Ночью копать не будут</H2><I>12 мая 2041 года</I><BR><BR>
        Портовая комиссия Орвены решила, что ночью канал копать нельзя.<BR><BR>
        «Мы не будем копать ночью», — сказала министр гавани Вера Лунц.<BR><BR>
        Посланник Кестрии Бекир Солан заявил, что канал должен открыться к осени.
        <P><A href=5>Читайте также: паром, который не пришёл</A></TD></TR>
        <TR><TD colspan=2>© 2041. Все права защищены.</TD></TR></TABLE></BODY></HTML>
        """;
    DocumentText page = Reading.of("old.html", html.getBytes(Charset.forName("windows-1251")));
    assertThat(Reading.main(page))
        .containsExactly(
            "Портовая комиссия Орвены решила, что ночью канал копать нельзя.",
            "«Мы не будем копать ночью», — сказала министр гавани Вера Лунц.",
            "Посланник Кестрии Бекир Солан заявил, что канал должен открыться к осени.");
    assertThat(page.language()).isEqualTo(Language.RUSSIAN);
    assertThat(page.published()).hasToString("2041-05-12");
    assertThat(page.source()).isEqualTo("Вестник Орвены");
  }

  @Test
  void cutsOneDivAtItsDoubleLineBreaks() {
    DocumentText page =
        Reading.page(
            "<body><h1>Night dredging ruled out</h1><div class=txt>%s<br><br>%s<br/><br/>%s<br><br>\n%s</div>"
                .formatted(FIRST, SECOND, THIRD, FOURTH));
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND, THIRD, FOURTH);
  }

  @Test
  void takesASingleLineBreakForABoundaryOnlyWhereASentenceEnds() {
    DocumentText page =
        Reading.page(
            """
            <body><h1>Night dredging ruled out</h1><p>The port commission of Orvaine met on Monday<br>
            to decide who may dredge the northern<br>channel.<br>%s<br>%s</p><p>%s</p>
            """
                .formatted(SECOND, THIRD, FOURTH));
    assertThat(Reading.main(page))
        .containsExactly(
            "The port commission of Orvaine met on Monday to decide who may dredge the northern"
                + " channel.",
            SECOND,
            THIRD,
            FOURTH);
  }

  @Test
  void keepsTheHeadingsOfNestedSections() {
    DocumentText page =
        Reading.page(
            """
            <body><main><section><h1>Night dredging ruled out</h1><p>%s</p>
            <section><h2>The minister</h2><p>%s</p><p>%s</p></section>
            <section><h2>The neighbour</h2><div><div><p>%s</p></div></div></section></section></main>
            """
                .formatted(FIRST, SECOND, THIRD, FOURTH));
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND, THIRD, FOURTH);
    assertThat(Reading.texts(page, Role.HEADING)).containsExactly("The minister", "The neighbour");
  }

  @Test
  void readsAnAcceleratedPage() {
    DocumentText page =
        Reading.page(
            """
            <!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>Night dredging ruled out</title>
            <link rel="canonical" href="https://tribune.example/a/77">
            <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Night dredging ruled out",
            "datePublished":"2041-05-12T23:40:00+03:00","publisher":{"name":"Orvaine Tribune"}}]}</script>
            <style amp-boilerplate>body{visibility:hidden}</style></head><body>
            <amp-sidebar id="sidebar"><ul><li><a href="/">Home</a></li></ul></amp-sidebar>
            <header class="top">Orvaine Tribune</header>
            <article><h1>Night dredging ruled out</h1><amp-img src="x"></amp-img>
            <p>%s</p><amp-ad width=300></amp-ad><p>%s</p><p>%s</p></article>
            <amp-consent id="c"><div>We value your privacy <button>OK</button></div></amp-consent></body></html>
            """
                .formatted(FIRST, SECOND, THIRD));
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND, THIRD);
    assertThat(page.url()).isEqualTo("https://tribune.example/a/77");
    assertThat(page.source()).isEqualTo("Orvaine Tribune");
    assertThat(page.published()).hasToString("2041-05-12");
    assertThat(page.zone()).hasToString("+03:00");
  }

  @Test
  void readsABlogSystemsPage() {
    DocumentText page =
        Reading.page(
            """
            <html lang="uk"><head><title>Вночі не копатимуть &#8211; Голос Орвени</title></head>
            <body class="post-template single single-post has-sidebar comments-open">
            <div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/">Голос Орвени</a></p>
            <nav id="site-navigation"><ul><li><a>Новини</a></li><li><a>Порт</a></li></ul></nav></header>
            <div id="content"><div id="primary"><main id="main"><article id="post-7" class="post type-post category-port tag-news">
            <header class="entry-header"><h1 class="entry-title">Вночі не копатимуть</h1>
            <div class="entry-meta"><span class="posted-on"><time datetime="2041-05-12T10:00:00+03:00">12 Травня, 2041</time></span> <span class="byline">Остап Гринь</span></div></header>
            <div class="entry-content"><p>Портова комісія Орвени вирішила, що вночі канал копати не можна.</p>
            <blockquote class="wp-block-quote"><p>«Ми не копатимемо вночі», – сказала міністерка гавані Віра Лунц.</p></blockquote>
            <figure class="wp-block-image"><img src="q.jpg"><figcaption>Канал улітку. Світлина автора</figcaption></figure>
            <p>За словами посланника Кестрії Бекіра Солана, канал має відкритися до осені.</p>
            <div class="sharedaddy sd-sharing"><h3>Поділитися:</h3><ul><li><a>Твітер</a></li></ul></div>
            <div id="jp-relatedposts" class="jp-relatedposts"><h3><em>Схожі новини</em></h3><p>Пором, який не прийшов</p></div></div>
            <footer class="entry-footer"><span class="tags-links">Позначки: <a>порт</a></span></footer></article>
            <div id="comments" class="comments-area"><h2>2 коментарі</h2><ol class="comment-list"><li><p>Лунц обіцяла копати вдень, я сам чув.</p></li></ol></div></main></div>
            <aside id="secondary" class="widget-area"><section class="widget"><h2>Останні новини</h2><ul><li>Міністр сказав, що все добре.</li></ul></section></aside></div></div></body></html>
            """);
    assertThat(Reading.main(page))
        .containsExactly(
            "Портова комісія Орвени вирішила, що вночі канал копати не можна.",
            "«Ми не копатимемо вночі», – сказала міністерка гавані Віра Лунц.",
            "За словами посланника Кестрії Бекіра Солана, канал має відкритися до осені.");
    assertThat(page.title()).isEqualTo("Вночі не копатимуть");
    assertThat(page.source()).isEqualTo("Голос Орвени");
    assertThat(page.language()).isEqualTo(Language.UKRAINIAN);
    assertThat(page.published()).hasToString("2041-05-12");
    assertThat(page.text()).contains("Лунц обіцяла копати вдень, я сам чув.");
  }

  @Test
  void readsAPageBuildersWidgets() {
    DocumentText page =
        Reading.page(
            """
            <body><div class="elementor"><div class="elementor-widget elementor-widget-heading"><div class="elementor-widget-container"><h1>Night dredging ruled out</h1></div></div>
            <div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>%s</p><p>%s</p></div></div>
            <div class="elementor-widget elementor-widget-text-editor"><div class="elementor-widget-container"><p>%s</p><p>%s</p></div></div></div>
            """
                .formatted(FIRST, SECOND, THIRD, FOURTH));
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND, THIRD, FOURTH);
  }

  @Test
  void readsAGovernmentPageWrappedInAForm() {
    DocumentText page =
        Reading.page(
            """
            <html><head><title>Statement of the Ministry of Harbours</title></head><body>
            <form id="aspnetForm" method="post"><div id="s4-ribbon">Log in</div>
            <div class="breadcrumb">Home &gt; Press &gt; Statements</div>
            <div id="ctl00_PlaceHolderMain"><h1>Statement of the Ministry of Harbours</h1>
            <span class="date">12.05.2041</span><div class="ms-rtestate-field"><p>%s</p><p>The Minister stated:</p>
            <ul><li>no dredging takes place at night;</li><li>the tide tables are published in June.</li></ul><p>%s</p></div></div>
            <div class="footer">Ministry of Harbours, Quay 1. <a href="#">Site map</a></div></form></body></html>
            """
                .formatted(FIRST, FOURTH));
    assertThat(Reading.main(page))
        .containsExactly(
            FIRST,
            "The Minister stated:",
            "no dredging takes place at night;",
            "the tide tables are published in June.",
            FOURTH);
    assertThat(Reading.texts(page, Role.LIST_ITEM)).hasSize(2);
    assertThat(page.published()).hasToString("2041-05-12");
  }

  @Test
  void readsALiveBlogWithItsTimes() {
    DocumentText page =
        Reading.page(
            """
            <html><body><h1>Channel talks: live</h1><p class="byline">12 May 2041</p><div class="live">
            <article class="entry"><time>14:05</time><p>%s</p></article>
            <article class="entry"><time>13:20</time><h3>Orrel speaks</h3><p>%s</p><p>%s</p></article>
            <article class="entry"><time>12:00 GMT</time><p>%s</p></article></div></body></html>
            """
                .formatted(FOURTH, SECOND, THIRD, FIRST));
    assertThat(Reading.main(page)).containsExactly(FOURTH, SECOND, THIRD, FIRST);
    assertThat(Reading.texts(page, Role.BYLINE)).contains("14:05", "13:20", "12:00 GMT");
  }

  @Test
  void setsCommentsAsideWhateverTheirContainerIsCalled() {
    DocumentText page =
        Reading.page(
            """
            <body><h1>Night dredging ruled out</h1><p>%s</p><p>%s</p><p>%s</p><p>%s</p>
            <h3>Comments (2)</h3><p><b>gull</b>: Orrel said last year that she would dredge by day only, liar.</p>
            <p><b>tern</b>: The minister said to me personally that the channel is closed.</p></body>
            """
                .formatted(FIRST, SECOND, THIRD, FOURTH));
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND, THIRD, FOURTH);
    assertThat(page.text()).contains("to me personally");
  }

  @Test
  void setsCommentsAsideEvenWhenReadersWriteMoreThanTheAuthor() {
    String comment =
        "<li><article class='comment-body'><p>Orrel said to me on the quay that she would dredge day and night.</p></article></li>";
    DocumentText page =
        Reading.page(
            "<body class='comments-open'><h1>Night dredging ruled out</h1><div><p>%s</p><p>%s</p></div><div class=comments-area><ol>%s</ol></div>"
                .formatted(FIRST, SECOND, comment.repeat(9)));
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND);
  }

  @Test
  void setsCardsOfOtherArticlesAside() {
    DocumentText page =
        Reading.page(
            """
            <body><main><article><h1>Night dredging ruled out</h1><p>%s</p><p>%s</p><p>%s</p><p>%s</p></article></main>
            <aside><article class=card><h3><a href=/2>The ferry that never came</a></h3><p>Solane said that ferries are a thing of the past.</p></article></aside>
            """
                .formatted(FIRST, SECOND, THIRD, FOURTH));
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND, THIRD, FOURTH);
  }

  @Test
  void keepsACorrectionWhereverItStands() {
    String notice =
        "Correction: an earlier version misquoted Harbour Minister Tamsin Orrel on the tides.";
    for (String layout :
        List.of(
            "<div class=note>%1$s</div><h1>Night dredging ruled out</h1><p>%2$s</p><p>%3$s</p>",
            "<h1>Night dredging ruled out</h1><p>%2$s</p><p>%3$s</p><footer><p>%1$s</p></footer>",
            "<h1>Night dredging ruled out</h1><aside class=correction>%1$s</aside><p>%2$s</p><p>%3$s</p>")) {
      assertThat(Reading.main(Reading.page("<body>" + layout.formatted(notice, FIRST, SECOND))))
          .contains(notice);
    }
  }

  @Test
  void keepsSentencesThatBeginLikeAnAdvertOrAMenu() {
    DocumentText page =
        Reading.page(
            """
            <body><h1>Night dredging ruled out</h1><p>%s</p><p>Advertisement of night dredging will be fined from June, the minister said on Sunday.</p>
            <p>Related disputes over the terms and conditions of towage were settled, she added.</p><p>%s</p>
            """
                .formatted(FIRST, SECOND));
    assertThat(Reading.main(page)).hasSize(4);
  }

  @Test
  void setsAsideLinesThatLeadElsewhereInThreeLanguages() {
    DocumentText page =
        Reading.page(
            """
            <body><h1>Night dredging ruled out</h1><p>%s</p>
            <p><strong>Read also:</strong> Solane says he wants the channel open</p><p>%s</p>
            <p>ЧИТАЙТЕ ТАКЖЕ: Солан заявил, что хочет открыть канал.</p><p>%s</p>
            <div class=q><b>Ще за темою</b><br>Солан: «Відкрийте канал»<br>Пором, який не прийшов</div><p>%s</p></body>
            """
                .formatted(FIRST, SECOND, THIRD, FOURTH));
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND, THIRD, FOURTH);
  }

  @Test
  void setsHiddenTextAside() {
    DocumentText page =
        Reading.page(
            """
            <body><h1>Night dredging ruled out</h1><p>%s</p><p>%s</p>
            <div style="display: none"><p>Orrel said she gives up the channel without conditions.</p></div>
            <p>%s</p><p hidden>Solane said nothing at all to anybody on Monday.</p></body>
            """
                .formatted(FIRST, SECOND, THIRD));
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void doesNotTakeTheOutletsNameForTheHeadline() {
    DocumentText page =
        Reading.page(
            """
            <html><head><title>Night dredging ruled out | Orvaine Tribune</title></head><body>
            <h1><a href="/">Orvaine Tribune</a></h1><h2>Night dredging ruled out</h2><p>%s</p><p>%s</p></body></html>
            """
                .formatted(FIRST, SECOND));
    assertThat(page.title()).isEqualTo("Night dredging ruled out");
    assertThat(page.source()).isEqualTo("Orvaine Tribune");
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND);
  }

  @Test
  void takesTheSummaryBetweenHeadlineAndAuthorForAPartOfTheHead() {
    DocumentText page =
        Reading.page(
            """
            <body><h1>Night dredging ruled out</h1><p class="lead">Minister promises quiet nights to the whole of the northern shore.</p>
            <p class="author">By Ned Farrow, Aldermoor</p><p>%s</p><p>%s</p></body>
            """
                .formatted(FIRST, SECOND));
    assertThat(Reading.texts(page, Role.HEADLINE)).hasSize(2);
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND);
  }

  @Test
  void takesALeadBelowTheDateForTheFirstParagraph() {
    DocumentText page =
        Reading.page(
            """
            <body><h1>Night dredging ruled out</h1><div class="date">12 May 2041, 10:00</div>
            <p class="lead">%s</p><p>%s</p><p>%s</p></body>
            """
                .formatted(FIRST, SECOND, THIRD));
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND, THIRD);
  }

  @Test
  void foldsWhiteSpaceAndKeepsWordsTogetherOverInlineTags() {
    DocumentText page =
        Reading.page(
            "<body><h1>T</h1><p>The&nbsp;chan<b>nel</b>\n   is&thinsp;<i>closed</i>, she said.</p><p>"
                + FIRST
                + "</p>");
    assertThat(Reading.main(page)).startsWith("The channel is closed, she said.");
  }

  @Test
  void keepsWhoIsSetInBold() {
    DocumentText page =
        Reading.page(
            "<body><h1>Briefing</h1><p><b>ORREL:</b> We shall not dredge at night.</p><p><strong>SOLANE:</strong>"
                + " We shall see about that.</p>");
    assertThat(page.blocks())
        .filteredOn(block -> block.role() == Role.PARAGRAPH)
        .extracting(block -> block.emphasis().get(0).of(page.text()))
        .containsExactly("ORREL:", "SOLANE:");
  }

  @Test
  void setsASecondCopyOfTheTextAside() {
    DocumentText page =
        Reading.page(
            "<body><h1>Night dredging ruled out</h1><div>%1$s<br><br>%2$s</div><div class=print>%1$s<br><br>%2$s</div>"
                .formatted(FIRST, SECOND));
    assertThat(Reading.main(page)).containsExactly(FIRST, SECOND);
  }

  @Test
  void believesTheVisibleDayOverAStampOfTheNextDayElsewhere() {
    String page =
        """
        <html><head><meta property="article:published_time" content="%s"></head><body>
        <h1>Night dredging ruled out</h1><p class=date>12 May 2041, 23:40</p><p>%s</p></body></html>
        """;
    assertThat(Reading.page(page.formatted("2041-05-13T02:40:00Z", FIRST)).published())
        .hasToString("2041-05-12");
    // The visible day is a week off: it is an update's or another thing's.
    assertThat(Reading.page(page.formatted("2041-05-05T10:00:00Z", FIRST)).published())
        .hasToString("2041-05-05");
  }

  @Test
  void saysWhenAPageIsInAnotherLanguage() {
    DocumentText page =
        Reading.page(
            "<html lang=en><body><h1>Kein Baggern bei Nacht</h1><p>Die Hafenkommission hat am Montag beschlossen,"
                + " dass der Kanal in der Nacht nicht ausgebaggert werden darf, und das ist auch gut so.</p>");
    assertThat(page.language()).isEqualTo(Language.OTHER);
  }

  @Test
  void keepsCanonicalAddressesOfTheWebOnly() {
    DocumentText page =
        Reading.page("<link rel=canonical href='javascript:alert(1)'><p>" + FIRST + "</p>");
    assertThat(page.url()).isNull();
  }

  @Test
  void survivesTenThousandNestedTags() {
    String html = "<div>".repeat(10_000) + "<p>" + FIRST + "</p><span>".repeat(10);
    assertThat(Reading.page(html).text()).contains(FIRST);
  }

  @Test
  void replacesLoneSurrogates() {
    DocumentText page = Reading.page("<p>&#xD800; " + FIRST + "</p>");
    assertThat(page.text()).isEqualTo(TextBuilder.wellFormed(page.text())).contains(FIRST);
    assertThat(List.of(TextBuilder.wellFormed("a\ud800b"))).containsExactly("a\ufffdb");
  }
}
