package io.github.onrecord.web;

import static io.github.onrecord.web.ReefTalks.DAY;
import static io.github.onrecord.web.ReefTalks.SOLVA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.onrecord.message.PublicAddress;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import io.github.onrecord.web.ReefTalks.Paper;
import io.github.onrecord.web.ReefTalks.Said;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that stands in the record, or in an address, does anything in a browser. */
class WebSecurityTest {
  private static final String ATTACK = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";

  @TempDir private Path folder;
  private Served served;

  @BeforeEach
  void begin() {
    served = new Served(folder, PublicAddress.of("https://record.example"));
  }

  @AfterEach
  void end() {
    served.close();
  }

  @Test
  void hostileNamesTitlesAndWordsAreShownAsText() throws Exception {
    Official hostile =
        new Official(0, "Eve " + ATTACK, List.of(), new Side("Side " + ATTACK), List.of());
    Paper paper =
        new Paper(
            "name " + ATTACK,
            "</title></script>" + ATTACK,
            "javascript:alert(3)//" + ATTACK,
            "Outlet " + ATTACK,
            Language.ENGLISH);
    long document =
        ReefTalks.publish(
            served.store,
            paper,
            DAY,
            Said.own(hostile, "Words </script><!-- " + ATTACK),
            Said.own(SOLVA, "Plain words."));
    long statement = served.store.record().statementsOf(document).get(0).id();

    for (String path :
        List.of(
            "/",
            "/statements",
            "/s/" + statement,
            "/d/" + document,
            "/o/" + ReefTalks.number(served.store, hostile),
            "/statements?topic=%3Cscript%3Ealert(4)%3C/script%3E",
            "/o/%22%3E%3Cscript%3Ealert(5)%3C%2Fscript%3E")) {
      HttpResponse<String> answer = served.get(path);
      Document page = Jsoup.parse(answer.body());
      assertThat(page.select("script:not([type=application/ld+json])")).as(path).isEmpty();
      assertThat(page.select("img, iframe, object, embed, base")).as(path).isEmpty();
      for (Element element : page.getAllElements()) {
        element
            .attributes()
            .forEach(
                attribute -> {
                  assertThat(attribute.getKey()).as(path).doesNotStartWith("on");
                  if (List.of("href", "src", "action", "cite").contains(attribute.getKey())) {
                    assertThat(attribute.getValue()).as(path).matches("(https://|/|#).*");
                  }
                });
      }
    }
    Document page = served.page("/s/" + statement);
    assertThat(page.selectFirst("h1").text()).contains(ATTACK);
    assertThat(page.select("script")).hasSize(1);
    assertThat(
            new ObjectMapper().readTree(page.select("script").first().data()).path("text").asText())
        .isEqualTo("Words </script><!-- " + ATTACK);
    assertThat(served.get("/feed.atom").body()).doesNotContain("<script", "<img");
  }

  @Test
  void everyAnswerForbidsTheBrowserWhatItDoesNotNeed() throws Exception {
    for (String path : List.of("/", "/nothing", "/style.css", "/feed.atom")) {
      var headers = served.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
          .as(path)
          .startsWith("default-src 'none'; style-src 'self'")
          .contains("frame-ancestors 'none'", "base-uri 'none'")
          .doesNotContain("unsafe", "script-src");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(headers.firstValue("Strict-Transport-Security")).contains("max-age=31536000");
      assertThat(headers.firstValue("Server")).isEmpty();
      assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void aPageThatTheReaderHasIsNotSentAgainUntilTheRecordChanges() throws Exception {
    HttpResponse<String> first = served.get("/");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(first.headers().firstValue("Last-Modified")).isPresent();
    assertThat(first.headers().firstValue("Vary")).contains("Accept-Language");

    HttpResponse<String> same = served.get("/", "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    assertThat(served.get("/?lang=ru", "If-None-Match", tag).statusCode()).isEqualTo(200);

    ReefTalks.publish(served.store, new Paper("tide-1"), DAY, Said.own(SOLVA, "We agree."));
    assertThat(served.get("/", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void pagesBelowAPathLinkBelowIt() throws Exception {
    try (Served below =
        new Served(
            Files.createDirectory(folder.resolve("below")),
            PublicAddress.of("https://harbour.example/record"))) {
      Document page = below.page("/");

      assertThat(page.select("link[rel=stylesheet]").attr("href")).isEqualTo("/record/style.css");
      assertThat(page.select("header .site").attr("href")).isEqualTo("/record/");
    }
  }
}
