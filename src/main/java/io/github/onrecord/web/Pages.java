package io.github.onrecord.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.code;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.pre;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.time;
import static j2html.TagCreator.ul;

import io.github.onrecord.message.Citation;
import io.github.onrecord.message.Context;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.StatementBlocks;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Statement;
import j2html.tags.DomContent;
import j2html.tags.specialized.DlTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pages of one statement and of one document, and the page that says that there is none. */
final class Pages {
  private final Phrases phrases;
  private final Links links;
  private final StatementView view;

  Pages(Phrases phrases, Links links) {
    this.phrases = phrases;
    this.links = links;
    this.view = new StatementView(phrases, links);
  }

  /** A statement with the document it stands in. */
  record Standing(Statement statement, Document document) {}

  /**
   * All that a statement's page tells.
   *
   * @param context the passages around it
   * @param cause the document that corrected or withdrew it, or null
   * @param corrected earlier statements that its own document corrected or withdrew
   * @param twins the same utterance in other documents
   */
  record InContext(
      Standing itself,
      List<Passage> context,
      @Nullable Document cause,
      List<Statement> corrected,
      List<Standing> twins) {}

  Layout.Page statement(InContext found) {
    Statement statement = found.itself().statement();
    Document document = found.itself().document();
    Citation citation = new Citation(statement, document);
    List<DomContent> content = new ArrayList<>();
    content.add(
        article(
                view.kind(statement),
                h1(view.speaker(statement), view.capacity(statement)),
                view.withdrawn(statement, found.cause()),
                view.words(statement, document),
                facts(statement, document))
            .withClass(StatementView.look(statement)));
    if (!found.context().isEmpty()) {
      content.add(
          part(
              "page.context",
              found.context().stream()
                  .map(passage -> view.passage(passage, List.of(statement), document))
                  .toList()));
    }
    if (!found.twins().isEmpty()) {
      content.add(part("page.also", List.of(ul(each(found.twins(), this::twin)))));
    }
    if (!found.corrected().isEmpty()) {
      content.add(
          part("page.corrects", List.of(ul(each(found.corrected(), this::correctedStatement)))));
    }
    List<DomContent> forms = new ArrayList<>();
    citation
        .forms()
        .forEach(
            (name, cited) -> {
              forms.add(h3(name));
              forms.add(
                  name.equals("JSON-LD")
                      ? pre(code(cited)).attr("tabindex", "0")
                      : p(cited).withClass("cite"));
            });
    content.add(part("page.cite", forms));
    return new Layout.Page(
        view.plainSpeaker(statement),
        description(statement),
        "/s/" + statement.id(),
        Map.of(),
        null,
        citation.jsonLd(),
        content);
  }

  /** For previews: what kind of words, then the words. */
  private String description(Statement statement) {
    StatementBlocks blocks = new StatementBlocks(phrases);
    String status = statement.standing() ? "" : blocks.status(statement.status()) + " · ";
    String kind = statement.kind() == Kind.VERBATIM ? "" : blocks.kind(statement) + ": ";
    return status + kind + StatementBlocks.shown(statement);
  }

  private DomContent facts(Statement statement, Document document) {
    DlTag facts = dl();
    fact(facts, "page.when", view.when(statement));
    if (statement.quotedBy() != null) {
      fact(
          facts,
          "page.secondhand",
          text(phrases.say("statement.quotedBy", StatementBlocks.clean(statement.quotedBy()))));
    }
    documentFacts(facts, document);
    return facts;
  }

  private void documentFacts(DlTag facts, Document document) {
    fact(facts, "page.source", view.source(document));
    fact(
        facts,
        "page.document",
        a(StatementView.title(document))
            .withHref(links.document(document.id()))
            .withLang(StatementView.lang(document.language())));
    if (document.published() != null) {
      fact(
          facts,
          "page.published",
          StatementView.day(document.published(), phrases.day(document.published())));
    }
    fact(
        facts,
        "page.archived",
        time(phrases.day(document.retrieved())).withDatetime(document.retrieved().toString()));
    fact(facts, "page.hash", code(document.sha256()));
  }

  private void fact(DlTag facts, String key, DomContent value) {
    facts.with(dt(phrases.say(key)), dd(value));
  }

  private DomContent part(String key, List<? extends DomContent> content) {
    String id = key.replace('.', '-');
    return section(h2(phrases.say(key)).withId(id)).with(content).attr("aria-labelledby", id);
  }

  private static <T> DomContent[] each(List<T> values, Function<T, DomContent> item) {
    return values.stream().map(item).toArray(DomContent[]::new);
  }

  private DomContent twin(Standing twin) {
    return li(
        a(StatementBlocks.shown(twin.statement()))
            .withHref(links.statement(twin.statement().id()))
            .withLang(StatementView.lang(twin.statement().language())),
        text(" · "),
        span(new StatementBlocks(phrases).kind(twin.statement())).withClass("capacity"),
        text(" · "),
        view.source(twin.document()));
  }

  private DomContent correctedStatement(Statement corrected) {
    return li(
        a(StatementBlocks.shown(corrected))
            .withHref(links.statement(corrected.id()))
            .withLang(StatementView.lang(corrected.language())),
        text(" · "),
        span(new StatementBlocks(phrases).status(corrected.status())));
  }

  /**
   * A document: what is on record of it.
   *
   * @param statements those that may be shown
   * @param corrected earlier statements that it corrected or withdrew
   * @param previous number of the version before, or null
   * @param next number of the version after, or null
   */
  Layout.Page document(
      Document document,
      List<Passage> passages,
      List<Statement> statements,
      List<Statement> corrected,
      @Nullable Long previous,
      @Nullable Long next) {
    DlTag facts = dl();
    documentFacts(facts, document);
    version(facts, "page.previous", previous);
    version(facts, "page.next", next);
    List<DomContent> content = new ArrayList<>();
    content.add(
        article(h1(StatementView.title(document)).withLang(document.language().code()), facts));
    if (!corrected.isEmpty()) {
      content.add(
          part("page.document.corrects", List.of(ul(each(corrected, this::correctedStatement)))));
    }
    List<DomContent> inPassages = new ArrayList<>();
    for (Passage passage : passages) {
      List<Statement> here =
          statements.stream().filter(statement -> Context.holds(passage, statement)).toList();
      if (!here.isEmpty()) {
        inPassages.add(view.passage(passage, here, document));
        here.forEach(statement -> inPassages.add(view.subitem(statement, document)));
      }
    }
    content.add(
        inPassages.isEmpty()
            ? p(phrases.say("page.document.none"))
            : part("page.document.statements", inPassages));
    content.add(p(phrases.say("page.document.partly")).withClass("where"));
    return new Layout.Page(
        StatementView.title(document),
        document.source() == null ? "" : StatementBlocks.clean(document.source()),
        "/d/" + document.id(),
        Map.of(),
        null,
        null,
        content);
  }

  private void version(DlTag facts, String key, @Nullable Long id) {
    if (id != null) {
      fact(facts, key, a(phrases.say("page.version", id.toString())).withHref(links.document(id)));
    }
  }

  /** A page with nothing but a sentence. */
  Layout.Page sentence(String titleKey, String textKey, String path) {
    return new Layout.Page(
        phrases.say(titleKey),
        "",
        path,
        Map.of(),
        null,
        null,
        List.of(h1(phrases.say(titleKey)), p(phrases.say(textKey))));
  }
}
