package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.github.onrecord.Fuzzing;
import io.github.onrecord.record.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Whatever is done to a document, a reader gives blocks that fit its text, or says why not. */
class ReadersFuzzTest {
  /** Times {@code fuzz.factor}, as of the other fuzzing tests. */
  private static final int ROUNDS = 400 * Integer.getInteger("fuzz.factor", 1);

  private static final Map<String, String> DOCUMENTS =
      new TreeMap<>(
          Map.of(
              "a.html",
              "<!doctype html><html lang=en><head><title>Night | Tribune</title><script type='application/ld+json'>{\"headline\":\"Night\",\"datePublished\":\"2041-05-12\"}</script></head>"
                  + "<body class='a b'><nav><a href=/>Home</a></nav><article><h1>Night</h1><p class=byline>12 May 2041, 10:05</p><p>“No,” <b>Orrel</b> said &mdash; &#x201c;never&rdquo;.<br><br>She left.</p>"
                  + "<ul><li>One thing;</li><li>another.</li></ul><table><tr><td>x</td></tr></table></article><div id=comments><h3>Comments (1)</h3><p>Hm.</p></div></body></html>",
              "b.txt",
              "MINISTRY OF HARBOURS\nAldermoor, Sunday 12 May 2041\n\nKey points:\n- no dredging;\n- no noise.\n\nQ. Why?\nORREL: Because — as I said — no.\n\n— Нет, — сказала Лунц.\n",
              "c.md",
              "---\ntitle: Night\ndate: 2041-05-12\n---\n# Night\n\n*12 May 2041*\n\n> “No,” Orrel said.\n\n- one\n- **two**\n\n```\ncode\n```\n\n[a](http://a.example)\n",
              "d.xml",
              "<?xml version='1.0' encoding='UTF-8'?><rss version='2.0'><channel><title>Wire</title><link>https://wire.example</link><description>d</description><item><title>One</title><link>https://wire.example/1</link>"
                  + "<pubDate>Sun, 12 May 2041 10:00:00 +0300</pubDate><description><![CDATA[<p>Orrel said no.</p>]]></description></item></channel></rss>",
              "e.json",
              "{\"name\":\"Watch\",\"id\":7,\"messages\":[{\"id\":1,\"type\":\"message\",\"date\":\"2041-05-12T10:00:00\",\"text\":[{\"type\":\"bold\",\"text\":\"ORREL:\"},\" no, \\ud83d\\ude00 never.\"]}]}",
              "f.txt",
              "Harbour Watch, [12.05.2041 09:12]\nOrrel said no.\n\nForwarded from Kestria Today\nSolane said yes.\n"));

  private static final List<String> SPLINTERS =
      List.of(
          "<",
          "</p>",
          "<br>",
          "&#xd800;",
          "\u0000",
          "\ud800",
          "\n\n",
          "—",
          "”",
          "<!--",
          "]]>",
          "<div>".repeat(300),
          "12.05.2041",
          "\\u",
          "> ".repeat(200),
          "**",
          "\u00a0",
          "[",
          "{",
          "і");

  @Test
  void neverFailsOtherwiseThanWithASentence() {
    long seed = Long.getLong("fuzz.seed", new Random().nextLong());
    System.out.printf(
        "Fuzzing documents: seed %d, %d executions%n", seed, ROUNDS * DOCUMENTS.size());
    Random random = new Random(seed);
    Readers readers = new Readers();
    DOCUMENTS.forEach(
        (name, content) -> {
          for (int round = 0; round < ROUNDS; round++) {
            byte[] mutated = mutated(content, random);
            String described = name + ", round " + round + ", seed " + seed;
            Fuzzing.watched(() -> check(readers, name, mutated, described), described + " hangs");
          }
        });
  }

  private static void check(Readers readers, String name, byte[] bytes, String described) {
    List<DocumentText> documents = new ArrayList<>();
    try {
      documents.addAll(readers.read(Original.ofFile(name, bytes)));
    } catch (UnreadableException e) {
      assertThat(e.getMessage()).as(described).isNotBlank().doesNotContain("\n");
    } catch (RuntimeException | StackOverflowError e) {
      fail(described, e);
    }
    for (DocumentText document : documents) {
      checkBlocks(document, described);
    }
  }

  private static void checkBlocks(DocumentText document, String described) {
    String text = document.text();
    assertThat(text).as(described).isEqualTo(TextBuilder.wellFormed(text));
    for (Block block : document.blocks()) {
      String content = block.span().of(text);
      assertThat(content).as(described).isNotBlank();
      for (Span emphasis : block.emphasis()) {
        assertThat(block.span().contains(emphasis)).as(described).isTrue();
      }
    }
  }

  private static byte[] mutated(String content, Random random) {
    StringBuilder text = new StringBuilder(content);
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + random.nextInt(40));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
        case 2 -> text.insert(at, text.substring(at, to).repeat(random.nextInt(30)));
        default -> text.setLength(Math.max(1, at));
      }
      if (text.isEmpty()) {
        text.append('x');
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(4); i > 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
