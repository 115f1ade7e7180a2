package io.github.onrecord.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The exact forms in which writers cite a statement. */
class CitationTest {
  private static final String TEXT =
      "The harbour opens in June. So it is written. We thank the crews.";
  private static final Speaker CALDER = new Speaker.Named(4, "Ines Calder");
  private static final LocalDate SPOKEN = LocalDate.of(2041, 9, 4);

  private final Document page =
      document("https://harbour-post.example/1", "The Harbour Post", "Ferry talks");

  @Test
  void aQuotation() {
    Citation citation = new Citation(said(CALDER, Kind.VERBATIM, SPOKEN, null, 1), page);

    assertThat(citation.ap())
        .isEqualTo(
            "Ines Calder, Chief negotiator (Velmora), said Sept. 4, 2041 (Port Velm), according to"
                + " The Harbour Post: “The harbour opens in June.”");
    assertThat(citation.chicago())
        .isEqualTo(
            "Ines Calder, Chief negotiator (Velmora), September 4, 2041, quoted in “Ferry talks,”"
                + " The Harbour Post, September 5, 2041, accessed September 6, 2041,"
                + " https://harbour-post.example/1.");
    assertThat(citation.dstu())
        .isEqualTo(
            "Цит. за: Ferry talks. The Harbour Post. 2041. 5 верес. URL:"
                + " https://harbour-post.example/1 (дата звернення: 06.09.2041).");
    assertThat(citation.gost())
        .isEqualTo(
            "Цит. по: Ferry talks // The Harbour Post. 2041. 5 сент. URL:"
                + " https://harbour-post.example/1 (дата обращения: 06.09.2041).");
    assertThat(citation.jsonLd())
        .isEqualTo(
            """
            {
              "@context" : "https://schema.org",
              "@type" : "Quotation",
              "text" : "The harbour opens in June.",
              "inLanguage" : "en",
              "dateCreated" : "2041-09-04",
              "creator" : {
                "@type" : "Person",
                "name" : "Ines Calder",
                "jobTitle" : "Chief negotiator",
                "affiliation" : "Velmora"
              },
              "isPartOf" : {
                "@type" : "Article",
                "headline" : "Ferry talks",
                "publisher" : "The Harbour Post",
                "datePublished" : "2041-09-05",
                "url" : "https://harbour-post.example/1"
              }
            }""");
  }

  @Test
  void aReportIsNeverCitedAsAQuotation() {
    Citation citation = new Citation(said(CALDER, Kind.REPORTED, SPOKEN, null, 1), page);

    assertThat(citation.ap())
        .endsWith("The Harbour Post (reported, not a quotation): The harbour opens in June.")
        .doesNotContain("“");
    assertThat(citation.chicago()).contains(", reported in “Ferry talks,”");
    assertThat(citation.dstu()).startsWith("Наведено за: Ferry talks.");
    assertThat(citation.gost()).startsWith("Приводится по: Ferry talks //");
    assertThat(citation.jsonLd()).contains("\"Claim\"").doesNotContain("Quotation");
  }

  @Test
  void whatTheRecordDoesNotKnowIsLeftOut() {
    Speaker diplomat = new Speaker.Unnamed("a senior diplomat");
    Document bare = document(null, null, null);
    Citation citation = new Citation(said(diplomat, Kind.VERBATIM, null, null, 1), bare);

    assertThat(citation.ap())
        .startsWith(
            "Unnamed speaker (a senior diplomat), Chief negotiator (Velmora), said (Port Velm),"
                + " according to page.txt: “");
    assertThat(citation.chicago())
        .isEqualTo(
            "Unnamed speaker (a senior diplomat), Chief negotiator (Velmora), quoted in page.txt,"
                + " September 5, 2041.");
    assertThat(citation.dstu()).isEqualTo("Цит. за: page.txt. 2041. 5 верес.");
    assertThat(citation.gost()).isEqualTo("Цит. по: page.txt. 2041. 5 сент.");
    assertThat(citation.jsonLd())
        .contains("\"Thing\"", "\"description\" : \"a senior diplomat\"")
        .doesNotContain("headline", "dateCreated", "\"url\"");
  }

  @Test
  void secondHandWordsSayWhoQuotedThem() {
    Citation citation = new Citation(said(CALDER, Kind.VERBATIM, SPOKEN, "Joran Pell", 1), page);

    assertThat(citation.ap()).contains("(Port Velm), as quoted by Joran Pell, according to");
  }

  @Test
  void partsStayApartAndATitlesMarkTakesTheCommasPlace() {
    Document asking = document("https://harbour-post.example/2", "The Harbour Post", "Open when?");
    Citation citation = new Citation(said(CALDER, Kind.VERBATIM, SPOKEN, null, 2), asking);

    assertThat(citation.ap()).endsWith("“The harbour opens in June. … We thank the crews.”");
    assertThat(citation.chicago()).contains("quoted in “Open when?” The Harbour Post,");
    assertThat(citation.dstu()).contains("Open when? The Harbour Post.");
  }

  @Test
  void quotationMarksInsideATitleAreSingle() {
    Document quoting =
        document(
            "https://harbour-post.example/3", "The Harbour Post", "A \"fair\" and “free” port");
    Citation citation = new Citation(said(CALDER, Kind.VERBATIM, SPOKEN, null, 1), quoting);

    assertThat(citation.chicago()).contains("quoted in “A ‘fair’ and ‘free’ port,” The");
    assertThat(citation.gost()).contains("A \"fair\" and “free” port //");
  }

  private static Document document(
      @Nullable String url, @Nullable String source, @Nullable String title) {
    return new Document(
        3,
        "page.txt",
        null,
        url,
        source,
        title,
        Language.ENGLISH,
        LocalDate.of(2041, 9, 5),
        Instant.parse("2041-09-06T12:00:00Z"),
        TEXT,
        Document.sha256(TEXT),
        null);
  }

  private static Statement said(
      Speaker speaker,
      Kind kind,
      @Nullable LocalDate spoken,
      @Nullable String quotedBy,
      int count) {
    List<Part> parts = new ArrayList<>();
    for (String words :
        List.of("The harbour opens in June.", "We thank the crews.").subList(0, count)) {
      int start = TEXT.indexOf(words);
      parts.add(new Part(new Span(start, start + words.length()), words));
    }
    return new Statement(
        1,
        3,
        speaker,
        "Chief negotiator",
        new Side("Velmora"),
        kind,
        parts,
        spoken,
        "Port Velm",
        Language.ENGLISH,
        quotedBy,
        1,
        "test",
        Status.STANDING,
        null,
        1);
  }
}
