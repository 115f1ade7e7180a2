package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onrecord.ingest.Block.Role;
import io.github.onrecord.record.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Markdown, feeds, channel exports and PDFs. */
class OtherReadersTest {
  @Test
  void readsMarkdownByExactSpansOfTheFile() {
    String file =
        """
        # Night dredging ruled out

        *Ned Farrow, Aldermoor, Sunday, 12 May 2041*

        The commission met on **Monday** to decide.

        ## The minister

        - no dredging at night;
        - tide tables in June.

        > “We shall not dredge,” Orrel said.

        Read also: [Solane wants it open](https://tribune.example/2)
        """;
    DocumentText text = Reading.of("article.md", file);
    assertThat(text.text()).isEqualTo(file);
    assertThat(text.title()).isEqualTo("Night dredging ruled out");
    assertThat(text.published()).hasToString("2041-05-12");
    assertThat(Reading.main(text))
        .containsExactly(
            "The commission met on **Monday** to decide.",
            "no dredging at night;",
            "tide tables in June.",
            "“We shall not dredge,” Orrel said.");
    assertThat(Reading.texts(text, Role.HEADING)).containsExactly("The minister");
    assertThat(Reading.texts(text, Role.ASIDE)).hasSize(1);
    assertThat(text.blocks().get(2).emphasis()).hasSize(1);
  }

  @Test
  void keepsIndentedAndQuotedParagraphsOfMarkdown() {
    DocumentText text =
        Reading.of(
            "a.md",
            "Orrel said no.\n\n    Solane said yes, in an indented line.\n\n```\nFarrow said maybe.\n```\n");
    assertThat(Reading.main(text))
        .anyMatch(p -> p.contains("Solane"))
        .anyMatch(p -> p.contains("Farrow"));
  }

  @Test
  void readsTheFrontMatterOfMarkdown() {
    DocumentText text =
        Reading.of(
            "a.md",
            "---\ntitle: No dredging\ndate: 2041-05-12T10:00\nsource: 'Harbour Watch'\n---\n\nOrrel said no.\n");
    assertThat(text.title()).isEqualTo("No dredging");
    assertThat(text.source()).isEqualTo("Harbour Watch");
    assertThat(text.published()).hasToString("2041-05-12");
    assertThat(Reading.main(text)).containsExactly("Orrel said no.");
  }

  @Test
  void survivesMarkdownNestedTenThousandDeep() {
    assertThat(Reading.of("deep.md", "> ".repeat(10_000) + "Orrel said no.").text())
        .contains("Orrel");
  }

  @Test
  void readsEachItemOfAnRssFeed() {
    List<DocumentText> items =
        Reading.all(
            "feed.xml",
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>Orvaine Wire</title><link>https://wire.example</link><description>d</description><language>en</language>
            <item><title>No dredging</title><link>https://wire.example/1</link><pubDate>Tue, 13 May 2041 00:30:00 +0300</pubDate>
            <description>&lt;p&gt;Orrel said &lt;b&gt;no&lt;/b&gt; &amp;amp; meant it.&lt;/p&gt;</description></item>
            <item><title>Envoy speaks</title><guid isPermaLink="false">tag:2</guid>
            <description>The envoy spoke.</description>
            <content:encoded><![CDATA[<p>Solane said that he wants the channel open.</p><p>He left.</p>]]></content:encoded></item>
            </channel></rss>
            """);
    assertThat(items).extracting(DocumentText::name).containsOnly("feed.xml");
    assertThat(items)
        .extracting(DocumentText::item)
        .containsExactly("https://wire.example/1", "tag:2");
    assertThat(items).extracting(DocumentText::source).containsOnly("Orvaine Wire");
    assertThat(items.get(0).text()).isEqualTo("No dredging\nOrrel said no & meant it.");
    // The day counts in the feed's own zone; in UTC it would still be Monday.
    assertThat(items.get(0).published()).hasToString("2041-05-13");
    assertThat(Reading.main(items.get(1)))
        .containsExactly("Solane said that he wants the channel open.", "He left.");
    assertThat(Reading.texts(items.get(1), Role.HEADLINE)).contains("The envoy spoke.");
  }

  @Test
  void readsEachEntryOfAnAtomFeed() {
    List<DocumentText> items =
        Reading.all(
            "feed.atom",
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><title>Гавань</title><id>u:1</id><updated>2041-05-12T10:00:00Z</updated>
            <entry><title type="html">Канал &lt;i&gt;закрито&lt;/i&gt;</title><id>u:2</id><link href="https://wire.example/2"/>
            <updated>2041-05-12T10:00:00+03:00</updated>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Лунц сказала, що вночі канал не копатимуть.</p></div></content></entry></feed>
            """);
    assertThat(items).hasSize(1);
    assertThat(items.get(0).title()).isEqualTo("Канал закрито");
    assertThat(items.get(0).url()).isEqualTo("https://wire.example/2");
    assertThat(items.get(0).language()).isEqualTo(Language.UKRAINIAN);
    assertThat(items.get(0).published()).hasToString("2041-05-12");
    assertThat(Reading.main(items.get(0)))
        .containsExactly("Лунц сказала, що вночі канал не копатимуть.");
  }

  @Test
  void readsEachPostOfAChannelsExport() {
    List<DocumentText> posts =
        Reading.all(
            "result.json",
            """
            {"name": "Harbour Watch", "type": "public_channel", "id": 77, "messages": [
             {"id": 1, "type": "service", "date": "2041-05-11T08:00:00", "action": "create_channel", "text": ""},
             {"id": 2, "type": "message", "date": "2041-05-12T09:12:00", "text": ["", {"type": "bold", "text": "ORREL:"}, " the channel stays closed.\\n\\nIt rained."]},
             {"id": 3, "type": "message", "date": "2041-05-13T09:12:00", "forwarded_from": "Kestria Today", "text": "Solane said that he wants the channel open."},
             {"id": 4, "type": "message", "date": "2041-05-13T10:00:00", "photo": "p.jpg", "text": ""}]}
            """);
    assertThat(posts).extracting(DocumentText::item).containsExactly("77/2", "77/3");
    assertThat(posts)
        .extracting(DocumentText::source)
        .containsExactly("Harbour Watch", "Kestria Today");
    assertThat(posts.get(0).published()).hasToString("2041-05-12");
    assertThat(Reading.main(posts.get(0)))
        .containsExactly("ORREL: the channel stays closed.", "It rained.");
    assertThat(posts.get(0).blocks().get(0).emphasis().get(0).of(posts.get(0).text()))
        .isEqualTo("ORREL:");
  }

  @Test
  void joinsThePrintedLinesOfAPdf() throws IOException {
    byte[] pdf =
        pdf(
            List.of(
                List.of(
                    "Ночью копать не будут",
                    "",
                    "Портовая комиссия Орвены решила в понедельник после",
                    "одиннадцати часов спора, что ночью северный канал ко-",
                    "пать нельзя, и сломала при этом два совсем новых стула.",
                    "Министр гавани Вера Лунц сказала, что таблицы прили-",
                    "1"),
                List.of("вов появятся в июне.", "2")),
            null);
    DocumentText text = Reading.of("a.pdf", pdf);
    assertThat(text.title()).isEqualTo("Ночью копать не будут");
    assertThat(String.join(" ", Reading.main(text)))
        .contains("северный канал копать нельзя")
        .contains("таблицы приливов появятся в июне.");
    assertThat(text.language()).isEqualTo(Language.RUSSIAN);
  }

  @Test
  void refusesPdfsWithoutTextOrWithAPassword() throws IOException {
    assertRefused(
        "scan.pdf",
        pdf(List.of(List.of()), null),
        "It is a PDF without a text layer (a scan?); run text recognition on it first.");
    assertRefused(
        "locked.pdf",
        pdf(List.of(List.of("Orrel said no.")), "secret"),
        "It is a PDF locked with a password.");
    assertRefused(
        "broken.pdf", "%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8), "It is a broken PDF.");
  }

  private static void assertRefused(String name, byte[] bytes, String sentence) {
    assertThatThrownBy(() -> new Readers().read(Original.ofFile(name, bytes)))
        .isInstanceOf(UnreadableException.class)
        .hasMessage(sentence);
  }

  private static byte[] pdf(List<List<String>> pages, @Nullable String password)
      throws IOException {
    try (PDDocument pdf = new PDDocument();
        InputStream font =
            PDDocument.class.getResourceAsStream(
                "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
      PDFont sans = PDType0Font.load(pdf, font);
      for (List<String> lines : pages) {
        PDPage page = new PDPage();
        pdf.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
          content.beginText();
          content.setFont(sans, 11);
          content.newLineAtOffset(70, 700);
          for (String line : lines) {
            if (!line.isEmpty()) {
              content.showText(line);
            }
            content.newLineAtOffset(0, -14);
          }
          content.endText();
        }
      }
      if (password != null) {
        pdf.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }
}
