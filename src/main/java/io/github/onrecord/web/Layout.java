package io.github.onrecord.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.li;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.script;
import static j2html.TagCreator.title;
import static j2html.TagCreator.ul;

import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Language;
import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import j2html.tags.specialized.HeadTag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all pages have in common: head, way to the content, languages. */
final class Layout {
  private static final String SITE = "OnRecord";

  private final Phrases phrases;
  private final Language language;
  private final Links links;

  Layout(Phrases phrases, Language language, Links links) {
    this.phrases = phrases;
    this.language = language;
    this.links = links;
  }

  /**
   * A page's own part.
   *
   * @param title for the window and for previews
   * @param description for previews; empty for none
   * @param path of its address
   * @param parameters of its address
   * @param feed address of the feed of what it lists, or null
   * @param data JSON-LD, or null
   * @param content what stands in the middle
   */
  record Page(
      String title,
      String description,
      String path,
      Map<String, String> parameters,
      @Nullable String feed,
      @Nullable String data,
      List<DomContent> content) {}

  /** The whole page as HTML. */
  String render(Page page) {
    return "<!DOCTYPE html>\n"
        + html(
                headOf(page),
                body(
                    a(phrases.say("page.skip")).withHref("#content").withClass("skip"),
                    header(
                        a(SITE).withHref(links.front()).withClass("site"),
                        p(phrases.say("page.tagline")).withClass("tagline"),
                        languages(page)),
                    main(page.content().toArray(DomContent[]::new)).withId("content"),
                    footer(p(phrases.say("page.footer")))))
            .withLang(language.code())
            .render();
  }

  private HeadTag headOf(Page page) {
    boolean front = page.path().equals("/");
    HeadTag head =
        head(
            meta().withCharset("utf-8"),
            meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
            meta().withName("color-scheme").withContent("light dark"),
            title(front ? SITE : page.title() + " · " + SITE),
            link().withRel("stylesheet").withHref(links.asset("style.css")),
            link().withRel("icon").withHref(links.asset("icon.svg")).withType("image/svg+xml"),
            property("og:site_name", SITE),
            property("og:type", front ? "website" : "article"),
            property("og:title", page.title()),
            property("og:locale", language.code()));
    if (!page.description().isEmpty()) {
      head.with(
          meta().withName("description").withContent(page.description()),
          property("og:description", page.description()));
    }
    String canonical = links.canonical(page.path(), page.parameters());
    if (canonical != null) {
      head.with(link().withRel("canonical").withHref(canonical), property("og:url", canonical));
    }
    for (Language other : ReaderLanguage.OFFERED) {
      head.with(
          link()
              .withRel("alternate")
              .attr("hreflang", other.code())
              .withHref(links.in(other, page.path(), page.parameters())));
    }
    if (page.feed() != null) {
      head.with(
          link()
              .withRel("alternate")
              .withType("application/atom+xml")
              .withTitle(page.title())
              .withHref(page.feed()));
    }
    if (page.data() != null) {
      head.with(script(rawHtml(inScript(page.data()))).withType("application/ld+json"));
    }
    return head;
  }

  /** JSON that can't end the element it stands in. */
  private static String inScript(String json) {
    return json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }

  private static DomContent property(String name, String content) {
    return meta().attr("property", name).withContent(content);
  }

  private DomContent languages(Page page) {
    DomContent[] choices =
        ReaderLanguage.OFFERED.stream()
            .map(
                other -> {
                  ATag choice =
                      a(Phrases.in(other).say("language.name"))
                          .withHref(links.in(other, page.path(), page.parameters()))
                          .withLang(other.code())
                          .attr("hreflang", other.code());
                  return li(other == language ? choice.attr("aria-current", "true") : choice);
                })
            .toArray(DomContent[]::new);
    return nav(ul(choices)).attr("aria-label", phrases.say("page.languages"));
  }
}
