package io.github.onrecord.ingest;

import io.github.onrecord.ingest.Block.Role;
import io.github.onrecord.record.Language;
import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads web pages, tidy and sloppy ones. */
final class HtmlReader implements DocumentReader {
  /** A page's own date and its visible date may lie so many days apart: zones. */
  private static final long ZONES = 1;

  private final Boilerplate boilerplate;
  private final Bylines bylines;
  private final LanguageGuess languages;

  HtmlReader(Boilerplate boilerplate, Bylines bylines, LanguageGuess languages) {
    this.boilerplate = boilerplate;
    this.bylines = bylines;
    this.languages = languages;
  }

  @Override
  public List<DocumentText> read(Original original) throws UnreadableException {
    String html = TextDecoder.decode(original);
    Document page = Jsoup.parse(html, original.address() == null ? "" : original.address());
    PageFacts facts = PageFacts.of(page);
    List<PageLine> lines = PageLines.of(page.body(), boilerplate);
    if (lines.isEmpty()) {
      throw new UnreadableException("The page has no text.");
    }
    PageMap map = new PageMap(page.body(), boilerplate);
    List<Role> roles = PageRoles.of(lines, map, facts.titles(), boilerplate, bylines);
    TextBuilder text = write(lines, roles);
    String headline = headline(lines, roles);
    String source = source(facts, headline, lines, roles);
    String title = headline;
    if (title == null && !facts.titles().isEmpty()) {
      title = Titles.withoutOutlet(facts.titles().get(0), source);
    }
    String address = facts.address() == null ? original.address() : facts.address();
    Language language =
        languages.of(TextBuilder.mainText(text.text(), text.blocks()), facts.language());
    return List.of(
        new DocumentText(
            original.name(),
            null,
            address,
            source,
            title,
            language,
            published(page, map, facts, lines, roles),
            facts.zone(),
            text.text(),
            text.blocks()));
  }

  /** Writes a fragment of HTML, such as a feed item's, below what is written already. */
  void addFragment(String html, TextBuilder text) {
    Document page = Jsoup.parseBodyFragment(html);
    List<PageLine> lines = PageLines.of(page.body(), boilerplate);
    PageMap map = new PageMap(page.body(), boilerplate);
    List<Role> roles = PageRoles.of(lines, map, List.of(), boilerplate, bylines);
    for (int i = 0; i < lines.size(); i++) {
      text.add(lines.get(i).text(), roles.get(i), lines.get(i).emphasis());
    }
  }

  private static TextBuilder write(List<PageLine> lines, List<Role> roles) {
    TextBuilder text = new TextBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.add(lines.get(i).text(), roles.get(i), lines.get(i).emphasis());
    }
    return text;
  }

  private static @Nullable String headline(List<PageLine> lines, List<Role> roles) {
    int at = roles.indexOf(Role.HEADLINE);
    return at < 0 ? null : TextBuilder.wellFormed(lines.get(at).text());
  }

  private @Nullable String source(
      PageFacts facts, @Nullable String headline, List<PageLine> lines, List<Role> roles) {
    if (facts.site() != null) {
      return facts.site();
    }
    StringBuilder others = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (roles.get(i) == Role.ASIDE || roles.get(i) == Role.BYLINE) {
        others.append(lines.get(i).text()).append('\n');
      }
    }
    if (!facts.titles().isEmpty()) {
      String title = facts.titles().get(facts.titles().size() - 1);
      String outlet = Titles.outlet(title, headline, others.toString());
      if (outlet != null) {
        return outlet;
      }
    }
    for (int i = 0; i < lines.size(); i++) {
      if (roles.get(i) == Role.BYLINE) {
        String named = Outlets.quotedIn(lines.get(i).text(), boilerplate);
        if (named != null) {
          return named;
        }
      }
    }
    return Outlets.copyrightHolder(others.toString());
  }

  /** The day of publication: what people see, unless the page's own mark says otherwise. */
  private @Nullable LocalDate published(
      Document page, PageMap map, PageFacts facts, List<PageLine> lines, List<Role> roles) {
    LocalDate seen = null;
    for (int i = 0; i < lines.size() && seen == null; i++) {
      if (roles.get(i) == Role.BYLINE) {
        seen = bylines.date(lines.get(i).text()).orElse(null);
      }
    }
    int first = roles.indexOf(Role.PARAGRAPH);
    if (seen == null && first >= 0) {
      seen = bylines.dateline(lines.get(first).text()).date();
    }
    LocalDate marked = facts.published();
    for (Element time : page.select("time[datetime]")) {
      if (marked == null && map.mark(blockOf(time)) != PageMap.Mark.ASIDE) {
        marked = PageFacts.day(time.attr("datetime"));
      }
    }
    if (seen == null || marked == null) {
      return seen == null ? marked : seen;
    }
    return Math.abs(seen.toEpochDay() - marked.toEpochDay()) <= ZONES ? seen : marked;
  }

  private static Element blockOf(Element inline) {
    Element at = inline;
    while (!PageLines.endsLine(at)) {
      Element parent = at.parent();
      if (parent == null) {
        return at;
      }
      at = parent;
    }
    return at;
  }
}
