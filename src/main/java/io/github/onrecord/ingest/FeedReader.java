package io.github.onrecord.ingest;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import io.github.onrecord.ingest.Block.Role;
import io.github.onrecord.record.Language;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdom2.Document;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS and Atom feeds; each item is a document of its own, named by the feed and the item's
 * address.
 */
final class FeedReader implements DocumentReader {
  private final HtmlReader pages;
  private final LanguageGuess languages;

  FeedReader(HtmlReader pages, LanguageGuess languages) {
    this.pages = pages;
    this.languages = languages;
  }

  @Override
  public List<DocumentText> read(Original original) throws UnreadableException {
    Document xml = SafeXml.parse(TextDecoder.decode(original));
    SyndFeed feed;
    try {
      feed = new SyndFeedInput(false, Locale.ROOT).build(xml);
    } catch (FeedException | IllegalArgumentException e) {
      throw new UnreadableException("It is XML, but neither an RSS nor an Atom feed.");
    }
    String language = feed.getLanguage();
    if (language == null) {
      language = xml.getRootElement().getAttributeValue("lang", Namespace.XML_NAMESPACE);
    }
    List<Element> items = items(xml.getRootElement());
    List<DocumentText> documents = new ArrayList<>();
    for (int i = 0; i < feed.getEntries().size(); i++) {
      Element item = items.size() == feed.getEntries().size() ? items.get(i) : null;
      document(original.name(), feed, feed.getEntries().get(i), item, language)
          .ifPresent(documents::add);
    }
    if (documents.isEmpty()) {
      throw new UnreadableException("The feed has no items.");
    }
    return List.copyOf(documents);
  }

  private Optional<DocumentText> document(
      String name,
      SyndFeed feed,
      SyndEntry entry,
      @Nullable Element item,
      @Nullable String language) {
    TextBuilder text = new TextBuilder();
    String title = plain(entry.getTitle());
    if (!title.isEmpty()) {
      text.add(title, Role.HEADLINE, List.of());
    }
    List<String> contents = entry.getContents().stream().map(SyndContent::getValue).toList();
    SyndContent description = entry.getDescription();
    String summary = description == null ? "" : description.getValue();
    if (contents.isEmpty()) {
      pages.addFragment(summary, text);
    } else {
      String full = plain(String.join(" ", contents));
      String deck = plain(summary);
      if (!deck.isEmpty() && !full.contains(deck)) {
        text.add(deck, Role.HEADLINE, List.of());
      }
      contents.forEach(content -> pages.addFragment(content, text));
    }
    if (text.text().isBlank()) {
      return Optional.empty();
    }
    Stamp stamp = stamp(entry, item);
    String link = PageFacts.isWeb(entry.getLink()) ? entry.getLink().strip() : null;
    String identifier = link != null ? link : entry.getUri();
    Language found = languages.of(TextBuilder.mainText(text.text(), text.blocks()), language);
    String source = plain(feed.getTitle());
    return Optional.of(
        new DocumentText(
            name,
            identifier == null || identifier.isBlank() ? title : identifier.strip(),
            link,
            source.isEmpty() ? null : source,
            title.isEmpty() ? null : title,
            found,
            stamp.day(),
            stamp.zone(),
            text.text(),
            text.blocks()));
  }

  private static String plain(@Nullable String html) {
    return html == null ? "" : PageFacts.fold(Jsoup.parseBodyFragment(html).text());
  }

  private record Stamp(@Nullable LocalDate day, @Nullable ZoneId zone) {}

  /** The item's day in the zone that it gives: Rome's own dates have lost the zone. */
  private static Stamp stamp(SyndEntry entry, @Nullable Element item) {
    if (item != null) {
      for (String name : List.of("pubDate", "published", "date", "updated")) {
        for (Element child : item.getChildren()) {
          ZonedDateTime time = child.getName().equals(name) ? time(child.getTextTrim()) : null;
          if (time != null) {
            boolean utc = time.getOffset().equals(ZoneOffset.UTC);
            return new Stamp(time.toLocalDate(), utc ? null : time.getZone());
          }
        }
      }
    }
    Date published =
        entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
    if (published == null) {
      return new Stamp(null, null);
    }
    Instant instant = published.toInstant();
    return new Stamp(instant.atOffset(ZoneOffset.UTC).toLocalDate(), null);
  }

  private static @Nullable ZonedDateTime time(String text) {
    // A wrong weekday («Tue, 13 May» on a Monday) is no reason to lose the zone.
    int comma = text.indexOf(',');
    String stamp = comma == 3 ? text.substring(comma + 1).strip() : text;
    for (DateTimeFormatter format :
        List.of(DateTimeFormatter.RFC_1123_DATE_TIME, DateTimeFormatter.ISO_DATE_TIME)) {
      try {
        return ZonedDateTime.parse(stamp, format);
      } catch (DateTimeException e) {
        // Not in this form; Rome's own reading is the last resort.
      }
    }
    return null;
  }

  /** The feed's item elements, in order: RSS items stand in the channel or (RSS 1.0) beside it. */
  private static List<Element> items(Element root) {
    List<Element> items = new ArrayList<>();
    for (Element child : root.getChildren()) {
      if (child.getName().equals("item") || child.getName().equals("entry")) {
        items.add(child);
      } else if (child.getName().equals("channel")) {
        items.addAll(items(child));
      }
    }
    return items;
  }
}
