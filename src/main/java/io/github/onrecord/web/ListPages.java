package io.github.onrecord.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.select;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Official;
import io.github.onrecord.store.Tally;
import j2html.tags.DomContent;
import j2html.tags.specialized.FormTag;
import j2html.tags.specialized.OptionTag;
import j2html.tags.specialized.SelectTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists of statements, and the page that says what there is. */
final class ListPages {
  private final Phrases phrases;
  private final Links links;
  private final StatementView view;

  ListPages(Phrases phrases, Links links) {
    this.phrases = phrases;
    this.links = links;
    this.view = new StatementView(phrases, links);
  }

  /**
   * One page of a list.
   *
   * @param title whose or which statements
   * @param filter what was asked for
   * @param years from which there are statements
   * @param count how many statements the whole list has
   * @param pages how many pages it has
   * @param shown those of this page
   */
  record Listed(
      String title,
      Filter filter,
      List<Integer> years,
      int count,
      int pages,
      List<Pages.Standing> shown) {}

  Layout.Page list(Listed list) {
    Filter filter = list.filter();
    String feed = links.to("/feed.atom", filter.feedParameters());
    List<DomContent> content = new ArrayList<>();
    content.add(h1(list.title()));
    content.add(filters(list));
    content.add(
        p(
                text(phrases.say("page.count", list.count()) + " · "),
                a(phrases.say("page.feed")).withHref(feed))
            .withClass("where"));
    list.shown().forEach(each -> content.add(view.item(each.statement(), each.document())));
    content.add(turns(list));
    return new Layout.Page(
        list.title(),
        phrases.say("page.count", list.count()),
        filter.path(),
        filter.parameters(),
        feed,
        null,
        content);
  }

  private DomContent filters(Listed list) {
    Filter filter = list.filter();
    FormTag form =
        form()
            .withMethod("get")
            .withAction(links.asset(filter.path().substring(1)))
            .attr("role", "search")
            .attr("aria-label", phrases.say("page.filter"));
    if (!filter.path().startsWith("/o/")) {
      filter.subjectParameters().forEach((name, value) -> form.with(hidden(name, value)));
    }
    if (links.language() != null) {
      form.with(hidden("lang", links.language().code()));
    }
    SelectTag kinds = select().withName("kind").withId("kind").with(any());
    for (Kind kind : Kind.values()) {
      String shown = phrases.say(kind == Kind.VERBATIM ? "kind.verbatim" : "kind.reported");
      kinds.with(choice(Filter.name(kind), shown, kind == filter.kind()));
    }
    SelectTag years = select().withName("year").withId("year").with(any());
    for (Integer year : list.years()) {
      years.with(choice(year.toString(), year.toString(), year.equals(filter.year())));
    }
    return form.with(
        label(text(phrases.say("page.filter.kind")), kinds),
        label(text(phrases.say("page.filter.year")), years),
        label(
            text(phrases.say("page.filter.topic")),
            input()
                .withType("search")
                .withName("topic")
                .withMaxlength("200")
                .withValue(filter.topic())),
        button(phrases.say("page.filter.show")).withType("submit"));
  }

  private OptionTag any() {
    return option(phrases.say("page.filter.any")).withValue("");
  }

  private static OptionTag choice(String value, String shown, boolean chosen) {
    return option(shown).withValue(value).withCondSelected(chosen);
  }

  private static DomContent hidden(String name, String value) {
    return input().withType("hidden").withName(name).withValue(value);
  }

  private DomContent turns(Listed list) {
    Filter filter = list.filter();
    List<DomContent> turns = new ArrayList<>();
    if (filter.page() > 1) {
      turns.add(turn("page.newer", "prev", filter.page(filter.page() - 1)));
    }
    if (filter.page() < list.pages()) {
      turns.add(turn("page.older", "next", filter.page(filter.page() + 1)));
    }
    return turns.isEmpty()
        ? text("")
        : nav(turns.toArray(DomContent[]::new))
            .withClass("turns")
            .attr("aria-label", phrases.say("page.turns"));
  }

  private DomContent turn(String key, String rel, Filter filter) {
    return a(phrases.say(key)).withRel(rel).withHref(links.to(filter.path(), filter.parameters()));
  }

  /** Several officials bear the name that was asked for. */
  Layout.Page which(String name, List<Official> officials) {
    return new Layout.Page(
        name,
        "",
        "/o/",
        Map.of(),
        null,
        null,
        List.of(h1(phrases.say("which.title")), ul(items(officials, this::official))));
  }

  /**
   * What the record covers.
   *
   * @param total all that stands
   * @param documents how many are archived
   * @param officials with what stands of each, most first
   * @param occasions with what stands on each, most first
   * @param latest the newest statements
   */
  record Overview(
      Tally total,
      long documents,
      Map<Official, Tally> officials,
      Map<String, Tally> occasions,
      List<Pages.Standing> latest) {}

  Layout.Page front(Overview overview) {
    Tally total = overview.total();
    String covers = phrases.say("page.covers", total.statements(), overview.documents());
    if (total.first() != null && total.last() != null) {
      covers +=
          " " + phrases.say("page.days", phrases.day(total.first()), phrases.day(total.last()));
    }
    String feed = links.to("/feed.atom", Map.of());
    List<DomContent> content = new ArrayList<>();
    content.add(h1(phrases.say("page.front")));
    content.add(p(covers));
    content.add(
        p(
                a(phrases.say("page.all")).withHref(links.to("/statements", Map.of())),
                text(" · "),
                a(phrases.say("page.feed")).withHref(feed))
            .withClass("where"));
    content.add(officials(overview));
    content.add(named("page.occasions", "occasion", overview.occasions()));
    content.add(
        section(h2(phrases.say("page.latest")))
            .with(
                overview.latest().stream()
                    .map(each -> view.item(each.statement(), each.document()))));
    return new Layout.Page(phrases.say("page.front"), covers, "/", Map.of(), feed, null, content);
  }

  /** Officials below their sides. */
  private DomContent officials(Overview overview) {
    Map<String, List<Official>> bySide = new TreeMap<>();
    overview
        .officials()
        .keySet()
        .forEach(
            official ->
                bySide
                    .computeIfAbsent(
                        official.side() == null ? "" : official.side().name(),
                        side -> new ArrayList<>())
                    .add(official));
    List<DomContent> content = new ArrayList<>();
    content.add(h2(phrases.say("page.officials")));
    bySide.forEach(
        (side, officials) -> {
          content.add(
              h3(
                  side.isEmpty()
                      ? text(phrases.say("digest.noside"))
                      : a(side).withHref(links.to("/statements", Map.of("side", side)))));
          content.add(
              ul(items(officials, each -> official(each, overview.officials().get(each))))
                  .withClass("names"));
        });
    return section(content.toArray(DomContent[]::new));
  }

  private DomContent official(Official official) {
    return official(official, null);
  }

  private DomContent official(Official official, @Nullable Tally tally) {
    return li(
        a(official.name()).withHref(links.official(official.id())),
        text(tally == null ? side(official) : " (" + tally.statements() + ")"));
  }

  private static String side(Official official) {
    return official.side() == null ? "" : ", " + official.side().name();
  }

  private DomContent named(String key, String parameter, Map<String, Tally> tallies) {
    return tallies.isEmpty()
        ? text("")
        : section(
            h2(phrases.say(key)),
            ul(items(
                    List.copyOf(tallies.entrySet()),
                    entry ->
                        li(
                            a(entry.getKey())
                                .withHref(
                                    links.to("/statements", Map.of(parameter, entry.getKey()))),
                            text(" (" + entry.getValue().statements() + ")"))))
                .withClass("names"));
  }

  private static <T> DomContent[] items(List<T> values, Function<T, DomContent> item) {
    return values.stream().map(item).toArray(DomContent[]::new);
  }
}
