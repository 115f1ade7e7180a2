package io.github.onrecord.web;

import static io.github.onrecord.web.ReefTalks.DAY;
import static io.github.onrecord.web.ReefTalks.SOLVA;
import static io.github.onrecord.web.ReefTalks.TARN;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.message.PublicAddress;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import io.github.onrecord.web.ReefTalks.Paper;
import io.github.onrecord.web.ReefTalks.Said;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record's pages, as a browser gets them. */
class PagesTest {
  private static final String OWN = "We will not drain the lagoon.";
  private static final String REPORT = "Tarn called the survey a good beginning.";

  @TempDir private Path folder;
  private Served served;
  private long paper;
  private long own;
  private long report;

  @BeforeEach
  void begin() {
    served = new Served(folder, PublicAddress.of("https://record.example"));
    paper =
        ReefTalks.publish(
            served.store,
            new Paper("tide-1"),
            DAY,
            Said.own(SOLVA, OWN),
            Said.reported(TARN, REPORT));
    List<Statement> said = served.store.record().statementsOf(paper);
    own = said.get(0).id();
    report = said.get(1).id();
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void aStatementStandsInItsContextWithAllThatIsKnownOfIt() throws Exception {
    Document page = served.page("/s/" + own);

    assertThat(page.title()).isEqualTo("Edda Solva, Chief negotiator (Maroa) · OnRecord");
    assertThat(page.selectFirst(".statement .kind").text()).isEqualTo("own words");
    assertThat(page.selectFirst(".statement blockquote").text()).isEqualTo("“" + OWN + "”");
    assertThat(page.select(".statement dd").eachText())
        .contains("2 June 2043, Reef round", "The Tide", "5 June 2043");
    assertThat(page.select(".statement dd code").text())
        .isEqualTo(served.store.record().document(paper).orElseThrow().sha256());
    assertThat(page.select(".statement dd a[rel~=external]").attr("href"))
        .isEqualTo("https://tide.example/tide-1");
    assertThat(page.select(".passage").eachText())
        .containsExactly(
            "The delegations met early, by tide-1.",
            "At the table: " + OWN + " So it was told.",
            "At the table: " + REPORT + " So it was told.");
    assertThat(page.select(".passage mark").eachText()).containsExactly(OWN);
    assertThat(page.select("section h3").eachText())
        .containsExactly("AP", "Chicago", "ДСТУ 8302:2015", "ГОСТ Р 7.0.5-2008", "JSON-LD");
  }

  @Test
  void aReportIsNeverInQuotationMarks() throws Exception {
    Document page = served.page("/s/" + report);

    assertThat(page.selectFirst(".statement").classNames()).contains("reported");
    assertThat(page.selectFirst(".statement .kind").text()).isEqualTo("reported, not a quotation");
    assertThat(page.selectFirst(".statement blockquote").text()).isEqualTo(REPORT);
    assertThat(meta(page, "og:description")).isEqualTo("reported, not a quotation: " + REPORT);
    assertThat(page.select("script[type=application/ld+json]").first().data())
        .contains("\"Claim\"")
        .doesNotContain("Quotation");
  }

  @Test
  void aPreviewAndAMachineFindWhatTheyNeed() throws Exception {
    Document page = served.page("/s/" + own);

    assertThat(meta(page, "og:title")).isEqualTo("Edda Solva, Chief negotiator (Maroa)");
    assertThat(meta(page, "og:description")).isEqualTo("“" + OWN + "”");
    assertThat(meta(page, "og:url")).isEqualTo("https://record.example/s/" + own);
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://record.example/s/" + own);
    assertThat(page.select("script")).hasSize(1);
    assertThat(page.select("script").first().data()).contains("\"Quotation\"", OWN);
  }

  @Test
  void theSameUtteranceElsewhereIsNamed() throws Exception {
    long utterance = served.store.record().statement(own).orElseThrow().utterance();
    Paper other =
        new Paper(
            "prylyv", "Переговори", "https://prylyv.example/7", "Приплив", Language.UKRAINIAN);
    ReefTalks.publish(
        served.store, other, DAY, Said.own(SOLVA, "Ми не осушимо лагуну.").in(utterance));

    Element twin = served.page("/s/" + own).selectFirst("section[aria-labelledby=page-also] li");

    assertThat(twin.text()).isEqualTo("«Ми не осушимо лагуну.» · own words · Приплив");
    assertThat(twin.selectFirst("a").attr("lang")).isEqualTo("uk");
    assertThat(served.page("/o/" + ReefTalks.number(served.store, SOLVA)).select(".statement"))
        .hasSize(1);
  }

  @Test
  void whatWasWithdrawnIsStruckOutAndBothSidesSaySo() throws Exception {
    long notice =
        ReefTalks.publish(
            served.store,
            new Paper("tide-2"),
            DAY.plusDays(1),
            List.of(new StatusChange(own, Status.RETRACTED, "withdrawn")),
            Said.own(SOLVA, "The lagoon was not my subject."));

    Document page = served.page("/s/" + own);
    assertThat(page.selectFirst(".notice").text())
        .isEqualTo("withdrawn since · by “Reef talks, tide-2”");
    assertThat(page.selectFirst(".notice a").attr("href")).isEqualTo("/d/" + notice);
    assertThat(page.selectFirst("blockquote del").text()).contains(OWN);
    assertThat(meta(page, "og:description")).startsWith("withdrawn since");
    assertThat(page.select("script").first().data()).contains("RETRACTED");
    long later = served.store.record().statementsOf(notice).get(0).id();
    assertThat(served.page("/s/" + later).select("#page-corrects + ul").text()).contains(OWN);
    assertThat(served.page("/d/" + notice).text())
        .contains("This document corrected or withdrew", OWN);
    assertThat(served.page("/statements").select(".withdrawn del")).hasSize(1);
  }

  @Test
  void whatWaitsForAnEditorIsNowhere() throws Exception {
    long document =
        ReefTalks.publish(
            served.store, new Paper("tide-3"), DAY, Said.own(SOLVA, "Held words.").held());
    long held = served.store.record().statementsOf(document).get(0).id();

    HttpResponse<String> answer = served.get("/s/" + held);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("waits for an editor");
    for (String path : List.of("/s/" + held, "/d/" + document, "/statements", "/", "/feed.atom")) {
      assertThat(served.get(path).body()).as(path).doesNotContain("Held words");
    }
  }

  @Test
  void anOfficialsStatementsComeNewestFirstAndCanBeFiltered() throws Exception {
    ReefTalks.publish(
        served.store,
        new Paper("tide-4"),
        DAY.plusYears(1),
        Said.own(SOLVA, "The reef stays ours."),
        Said.reported(SOLVA, "Solva spoke of tides."));
    String path = "/o/" + ReefTalks.number(served.store, SOLVA);

    assertThat(quotes(path))
        .containsExactly("Solva spoke of tides.", "“The reef stays ours.”", "“" + OWN + "”");
    assertThat(quotes(path + "?kind=reported")).containsExactly("Solva spoke of tides.");
    assertThat(quotes(path + "?year=2043")).containsExactly("“" + OWN + "”");
    assertThat(quotes(path + "?topic=reef&kind=verbatim"))
        .containsExactly("“The reef stays ours.”");
    assertThat(quotes("/statements?side=Teluna")).containsExactly(REPORT);
    assertThat(quotes("/statements?occasion=Reef+round")).hasSize(4);
    assertThat(served.page(path + "?year=2043").select("option[selected]").text())
        .isEqualTo("2043");
  }

  @Test
  void aLongListHasPages() throws Exception {
    for (int i = 0; i < 45; i++) {
      ReefTalks.publish(
          served.store, new Paper("x-" + i), DAY, Said.own(SOLVA, "Sentence number " + i + "."));
    }

    Document second = served.page("/statements?page=2&lang=en");

    assertThat(second.select(".statement")).hasSize(20);
    assertThat(second.select(".turns a").eachAttr("href"))
        .containsExactly("/statements?lang=en", "/statements?page=3&lang=en");
    assertThat(served.page("/statements?page=9999").select(".statement")).hasSize(7);
  }

  @Test
  void aNameLeadsToItsOfficial() throws Exception {
    String name =
        "/o/" + URLEncoder.encode("эдда солва", StandardCharsets.UTF_8).replace("+", "%20");

    HttpResponse<String> answer = served.get(name);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .endsWith("/o/" + ReefTalks.number(served.store, SOLVA));
    assertThat(served.get("/o/Nobody").statusCode()).isEqualTo(404);
  }

  @Test
  void aDocumentShowsWhatIsOnRecordOfItAndNothingElse() throws Exception {
    Document page = served.page("/d/" + paper);

    assertThat(page.select("h1").text()).isEqualTo("Reef talks, tide-1");
    assertThat(page.select(".passage mark").eachText()).containsExactly(OWN, REPORT);
    assertThat(page.text()).doesNotContain("The delegations");
    assertThat(page.select(".statement")).hasSize(2);
  }

  @Test
  void theFrontSaysWhatThereIs() throws Exception {
    Document page = served.page("/");

    assertThat(page.text()).contains("2 statements from 1 document (2 June 2043 to 2 June 2043).");
    assertThat(page.select(".names a").eachText())
        .containsExactly("Edda Solva", "Ruben Tarn", "Reef round");
    assertThat(page.select("link[type=application/atom+xml]").attr("href")).isEqualTo("/feed.atom");
  }

  @Test
  void anEmptyRecordSaysSo() throws Exception {
    try (Served empty = new Served(Files.createDirectory(folder.resolve("empty")), null)) {
      assertThat(empty.page("/").text()).contains("The record is still empty.");
      assertThat(empty.get("/feed.atom").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aFeedTellsWhatCanBeFollowed() throws Exception {
    HttpResponse<String> answer =
        served.get("/feed.atom?official=" + ReefTalks.number(served.store, TARN));

    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/atom+xml");
    Document feed = Jsoup.parse(answer.body(), "", Parser.xmlParser());
    assertThat(feed.select("feed > title").text()).isEqualTo("OnRecord · Ruben Tarn");
    assertThat(feed.select("entry > id").eachText())
        .containsExactly("https://record.example/s/" + report);
    assertThat(feed.select("entry > title").text())
        .isEqualTo("Ruben Tarn, Chief negotiator (Teluna) (reported, not a quotation)");
    assertThat(feed.select("entry > content").text())
        .isEqualTo("reported, not a quotation: " + REPORT + " · 2 June 2043, Reef round");
    assertThat(served.get("/feed.atom?official=99").statusCode()).isEqualTo(404);
    assertThat(entries("/feed.atom?side=Maroa")).isEqualTo(1);
    assertThat(entries("/feed.atom?occasion=Reef%20round")).isEqualTo(2);
    assertThat(entries("/feed.atom?topic=survey")).isEqualTo(1);
  }

  @Test
  void theReadersLanguageIsSpoken() throws Exception {
    Document chosen = served.page("/s/" + own + "?lang=uk", "Accept-Language", "ru");
    Document accepted = served.page("/s/" + own, "Accept-Language", "fr, ru;q=0.7, en;q=0.3");

    assertThat(chosen.selectFirst("html").attr("lang")).isEqualTo("uk");
    assertThat(chosen.select("h1 a").attr("href")).endsWith("?lang=uk");
    assertThat(accepted.selectFirst("html").attr("lang")).isEqualTo("ru");
    assertThat(accepted.selectFirst("blockquote").attr("lang")).isEqualTo("en");
    assertThat(served.page("/", "Accept-Language", ";;q=x").selectFirst("html").attr("lang"))
        .isEqualTo("en");
    assertThat(served.page("/?lang=tlh").selectFirst("html").attr("lang")).isEqualTo("en");
  }

  @Test
  void whatNeverWasIsAnsweredWithASentence() throws Exception {
    for (String path :
        List.of(
            "/s/0",
            "/s/-1",
            "/s/999999",
            "/s/99999999999999999999999",
            "/s/1%20OR%201=1",
            "/s/%00",
            "/d/x",
            "/d/77",
            "/o/%3Cscript%3E",
            "/o/999",
            "/statements?side=%27%3B%20DROP%20TABLE%20statement",
            "/statements?occasion=nowhere",
            "/nothing",
            "/style.css/../../secret")) {
      HttpResponse<String> answer = served.get(path);

      assertThat(answer.statusCode()).as(path).isIn(400, 404);
      assertThat(answer.body()).as(path).doesNotContain("<script>", "Exception", "SQL");
    }
  }

  @Test
  void filtersThatMeanNothingChangeNothing() throws Exception {
    for (String query :
        List.of(
            "kind=%27%20OR%201=1%20--",
            "year=20x3",
            "page=-1",
            "page=99999999999",
            "official=1e9",
            "lang=../../etc",
            "kind=x&kind=reported",
            "=&&&%25")) {
      assertThat(quotes("/statements?" + query)).as(query).hasSize(2);
    }
    assertThat(quotes("/statements?topic=%22*:*%20AND%20%28")).isEmpty();
  }

  private List<String> quotes(String path) throws Exception {
    return served.page(path).select(".statement blockquote").eachText();
  }

  private int entries(String path) throws Exception {
    return Jsoup.parse(served.get(path).body(), "", Parser.xmlParser()).select("entry").size();
  }

  private static String meta(Document page, String property) {
    return page.select("meta[property=" + property + "]").attr("content");
  }
}
