package io.github.onrecord.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page says about itself in its head: meta tags and JSON-LD.
 *
 * @param titles its titles, the surest first; the last one may carry the outlet's name
 * @param site the outlet, or null
 * @param address the canonical address, or null
 * @param language the language tag it declares, or null
 * @param published the day of publication, or null
 * @param zone the zone of that day, or null
 */
record PageFacts(
    List<String> titles,
    @Nullable String site,
    @Nullable String address,
    @Nullable String language,
    @Nullable LocalDate published,
    @Nullable ZoneId zone) {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final List<String> PUBLISHED =
      List.of(
          "meta[property=article:published_time]",
          "meta[itemprop=datePublished]",
          "meta[name=article:published_time]",
          "meta[name=pubdate]",
          "meta[name=publishdate]",
          "meta[name=date]",
          "meta[name=parsely-pub-date]",
          "meta[name=dc.date]",
          "meta[name=dc.date.issued]",
          "meta[name=dcterms.date]",
          "meta[name=dcterms.created]",
          "meta[name=sailthru.date]",
          "meta[property=og:published_time]",
          "meta[name=citation_publication_date]");

  static PageFacts of(Document page) {
    List<JsonNode> articles = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        collect(JSON.readTree(script.data()), articles, 0);
      } catch (JsonProcessingException e) {
        // Broken JSON-LD is common; the page has its other marks.
      }
    }
    List<String> titles = new ArrayList<>();
    add(titles, content(page, "meta[property=og:title]"));
    add(titles, text(articles, "headline"));
    add(titles, content(page, "meta[name=twitter:title]"));
    add(titles, fold(page.title()));
    String site = content(page, "meta[property=og:site_name]");
    site = site == null ? publisher(articles) : site;
    site = site == null ? content(page, "meta[name=application-name]") : site;
    String stamp = null;
    for (String query : PUBLISHED) {
      stamp = stamp == null ? content(page, query) : stamp;
    }
    stamp = stamp == null ? text(articles, "datePublished") : stamp;
    return new PageFacts(
        titles, site, address(page, articles), language(page, articles), day(stamp), zone(stamp));
  }

  private static @Nullable String language(Document page, List<JsonNode> articles) {
    Element html = page.selectFirst("html");
    String tag = html == null ? "" : html.attr("lang") + html.attr("xml:lang");
    if (!tag.isBlank()) {
      return tag;
    }
    String declared = content(page, "meta[http-equiv=content-language]");
    declared = declared == null ? content(page, "meta[property=og:locale]") : declared;
    return declared == null ? text(articles, "inLanguage") : declared;
  }

  private static @Nullable String address(Document page, List<JsonNode> articles) {
    Element link = page.selectFirst("link[rel=canonical][href]");
    String address = link == null ? null : link.absUrl("href");
    address = isWeb(address) ? address : content(page, "meta[property=og:url]");
    address = isWeb(address) ? address : text(articles, "url");
    return isWeb(address) ? address : null;
  }

  /** Whether it is an absolute address of the web; others (javascript:, file:) aren't kept. */
  static boolean isWeb(@Nullable String address) {
    String lower = address == null ? "" : address.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }

  /** The day in a machine-readable stamp such as {@code 2031-03-05T09:12:00+02:00}, or null. */
  static @Nullable LocalDate day(@Nullable String stamp) {
    if (stamp == null || stamp.length() < 10) {
      return null;
    }
    try {
      return LocalDate.parse(stamp.strip().substring(0, 10));
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      return null;
    }
  }

  /**
   * The offset in such a stamp; null for none and for Z, which servers write whatever they mean.
   */
  static @Nullable ZoneId zone(@Nullable String stamp) {
    if (stamp == null) {
      return null;
    }
    try {
      ZoneOffset offset = OffsetDateTime.parse(stamp.strip()).getOffset();
      return offset.equals(ZoneOffset.UTC) ? null : offset;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static void collect(JsonNode node, List<JsonNode> articles, int depth) {
    if (depth > 8) {
      return;
    }
    if (node.has("headline") || node.has("datePublished")) {
      articles.add(node);
    }
    for (JsonNode child : node) {
      if (child.isContainerNode()) {
        collect(child, articles, depth + 1);
      }
    }
  }

  private static @Nullable String publisher(List<JsonNode> articles) {
    for (JsonNode article : articles) {
      String name = fold(article.path("publisher").path("name").asText(""));
      if (!name.isEmpty()) {
        return name;
      }
    }
    return null;
  }

  private static @Nullable String text(List<JsonNode> articles, String field) {
    for (JsonNode article : articles) {
      String value = fold(article.path(field).asText(""));
      if (!value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  private static @Nullable String content(Document page, String query) {
    Element meta = page.selectFirst(query);
    String value = meta == null ? "" : fold(meta.attr("content"));
    return value.isEmpty() ? null : value;
  }

  private static void add(List<String> titles, @Nullable String title) {
    if (title != null && !title.isEmpty()) {
      titles.add(title);
    }
  }

  static String fold(String text) {
    return TextBuilder.wellFormed(text.replaceAll("[\\s\\p{Z}]+", " ").strip());
  }
}
