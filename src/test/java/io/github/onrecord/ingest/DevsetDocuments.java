package io.github.onrecord.ingest;

import io.github.onrecord.record.Language;
import io.github.onrecord.record.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** Throw-away reader for the labelled set until the real ones land. */
final class DevsetDocuments {
  private DevsetDocuments() {}

  static List<DocumentText> read(Path file) throws IOException {
    String raw = Files.readString(file);
    String name = file.getFileName().toString();
    Language language = Language.of(name.split("\\.")[1]);
    if (name.endsWith(".xml")) {
      Document xml = Jsoup.parse(raw, "", Parser.xmlParser());
      List<DocumentText> documents = new ArrayList<>();
      for (Element item : xml.select("item, entry")) {
        String html = item.select("description, content, summary").text();
        String date = item.select("pubDate, published, updated").text();
        LocalDate day =
            date.contains(",")
                ? ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toLocalDate()
                : LocalDate.parse(date.substring(0, 10));
        documents.add(
            html(name, item.select("link").text(), Jsoup.parseBodyFragment(html), language, day));
      }
      return documents;
    }
    if (name.endsWith(".html")) {
      return List.of(html(name, null, Jsoup.parse(raw), language, null));
    }
    return List.of(lines(name, raw, language));
  }

  private static DocumentText html(
      String name, String item, Document page, Language language, LocalDate day) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    if (item != null && page.body().children().isEmpty()) {
      page.body().html("<p>" + page.body().html() + "</p>");
    }
    LocalDate published = day;
    for (Element element : page.body().select("h1,h2,h3,p,li,div,section,header")) {
      if (element.children().stream()
          .anyMatch(
              c ->
                  Set.of("h1", "h2", "h3", "p", "li", "div", "ul", "section")
                      .contains(c.tagName()))) {
        continue;
      }
      String words = element.text().strip();
      if (words.isEmpty()) {
        continue;
      }
      boolean aside =
          element.parents().stream()
                  .anyMatch(
                      e ->
                          Set.of("aside", "nav", "footer", "header", "figure").contains(e.tagName())
                              || e.className().matches(".*(comment|menu|more|related).*")
                              || e.id().matches(".*(comment|cookie|menu).*"))
              || !Set.of("p", "li", "h1", "h2").contains(element.tagName())
                  && !element.className().matches("date|meta|when")
              || element.className().matches(".*(also|skip).*")
              || element.tagName().equals("li") && item == null;
      LocalDate found = new CalendarText().firstFull(words).orElse(null);
      boolean byline =
          !aside
              && found != null
              && words.length() < 130
              && blocks.stream().noneMatch(b -> b.role() == Block.Role.PARAGRAPH)
              && published == null;
      if (byline) {
        published = found;
      }
      Block.Role role =
          aside
              ? Block.Role.ASIDE
              : element.tagName().startsWith("h")
                  ? Block.Role.HEADLINE
                  : byline || element.className().matches(".*(lead).*")
                      ? Block.Role.BYLINE
                      : element.tagName().equals("li")
                          ? Block.Role.LIST_ITEM
                          : Block.Role.PARAGRAPH;
      add(text, blocks, words, role);
    }
    return new DocumentText(
        name, item, null, null, page.title(), language, published, null, text.toString(), blocks);
  }

  private static DocumentText lines(String name, String raw, Language language) {
    List<Block> blocks = new ArrayList<>();
    LocalDate published = new CalendarText().firstFull(raw).orElse(null);
    int at = 0;
    boolean body = false;
    for (String line : raw.split("\n", -1)) {
      String words = line.strip();
      if (!words.isEmpty()) {
        int start = at + line.indexOf(words);
        boolean date = new CalendarText().firstFull(words).isPresent();
        boolean shout =
            words.equals(words.toUpperCase(java.util.Locale.ROOT)) || words.startsWith("#");
        Block.Role role =
            !body && shout
                ? Block.Role.HEADLINE
                : !body && date && words.length() < 130
                    ? Block.Role.BYLINE
                    : words.matches("[-–—•*] .*|\\d+[.)] .*")
                        ? Block.Role.LIST_ITEM
                        : Block.Role.PARAGRAPH;
        body |= role == Block.Role.PARAGRAPH;
        blocks.add(new Block(new Span(start, start + words.length()), role, List.of()));
      }
      at += line.length() + 1;
    }
    return new DocumentText(name, null, null, null, null, language, published, null, raw, blocks);
  }

  private static void add(StringBuilder text, List<Block> blocks, String words, Block.Role role) {
    int start = text.length();
    text.append(words).append('\n');
    blocks.add(new Block(new Span(start, start + words.length()), role, List.of()));
  }
}
