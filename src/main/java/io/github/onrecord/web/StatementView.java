package io.github.onrecord.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.blockquote;
import static j2html.TagCreator.del;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.h3;
import static j2html.TagCreator.mark;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;
import static j2html.TagCreator.time;

import io.github.onrecord.message.Context;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.StatementBlocks;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import j2html.tags.ContainerTag;
import j2html.tags.DomContent;
import j2html.tags.specialized.BlockquoteTag;
import j2html.tags.specialized.PTag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a statement looks on every page: kind, speaker, words, where they come from. */
final class StatementView {
  private final Phrases phrases;
  private final Links links;
  private final StatementBlocks blocks;

  StatementView(Phrases phrases, Links links) {
    this.phrases = phrases;
    this.links = links;
    this.blocks = new StatementBlocks(phrases);
  }

  /** A statement in a list below the page's own heading. */
  DomContent item(Statement statement, Document document) {
    return item(statement, document, h2());
  }

  /** A statement in a list below a heading of its own. */
  DomContent subitem(Statement statement, Document document) {
    return item(statement, document, h3());
  }

  private DomContent item(Statement statement, Document document, ContainerTag<?> heading) {
    return article(
            kind(statement),
            heading.with(speaker(statement), capacity(statement)),
            withdrawn(statement, null),
            words(statement, document),
            p(
                    a(when(statement)).withHref(links.statement(statement.id())),
                    text(" · "),
                    span(blocks.source(document).text()))
                .withClass("where"))
        .withClass(look(statement));
  }

  static String look(Statement statement) {
    String kind = statement.kind() == Kind.VERBATIM ? "statement verbatim" : "statement reported";
    return statement.standing() ? kind : kind + " withdrawn";
  }

  DomContent kind(Statement statement) {
    return p(blocks.kind(statement)).withClass("kind");
  }

  /** The speaker's name, leading to what else is on record of them. */
  DomContent speaker(Statement statement) {
    String name = blocks.speaker(statement);
    return statement.speaker() instanceof Speaker.Named named
        ? a(name).withHref(links.official(named.officialId()))
        : span(name);
  }

  DomContent capacity(Statement statement) {
    String capacity = StatementBlocks.capacity(statement);
    return capacity.isEmpty() ? text("") : span(", " + capacity).withClass("capacity");
  }

  String plainSpeaker(Statement statement) {
    String capacity = StatementBlocks.capacity(statement);
    String name = blocks.speaker(statement);
    return capacity.isEmpty() ? name : name + ", " + capacity;
  }

  /**
   * That a statement doesn't stand any more; nothing when it does.
   *
   * @param cause the document that says so, or null to leave it out
   */
  DomContent withdrawn(Statement statement, @Nullable Document cause) {
    if (statement.standing()) {
      return text("");
    }
    PTag notice = p(strong(blocks.status(statement.status()))).withClass("notice");
    if (cause != null) {
      String key = statement.status() == Status.CORRECTED ? "page.correctedby" : "page.withdrawnby";
      notice.with(
          text(" · "),
          a(phrases.say(key, title(cause)))
              .withHref(links.document(cause.id()))
              .withLang(lang(cause.language())));
    }
    return notice;
  }

  /** The words, struck out when they don't stand any more. */
  DomContent words(Statement statement, Document document) {
    String shown = StatementBlocks.shown(statement);
    BlockquoteTag quote =
        blockquote(p(statement.standing() ? text(shown) : del(shown)))
            .withLang(lang(statement.language()));
    String address = Links.safe(document.url());
    return address == null ? quote : quote.withCite(address);
  }

  DomContent when(Statement statement) {
    return day(statement.spoken(), blocks.circumstances(statement));
  }

  /** A day for people and for programs. */
  static DomContent day(@Nullable LocalDate day, String shown) {
    return day == null ? span(shown) : time(shown).withDatetime(day.toString());
  }

  /** A passage with the words of statements marked. */
  DomContent passage(Passage passage, List<Statement> statements, Document document) {
    return div(p(
            each(
                Context.pieces(passage, statements),
                piece -> piece.marked() ? mark(piece.text()) : text(piece.text()))))
        .withLang(lang(document.language()))
        .withClass("passage");
  }

  /** The outlet, leading to the document where it was published. */
  DomContent source(Document document) {
    String shown = StatementBlocks.clean(outlet(document));
    String address = Links.safe(document.url());
    return address == null
        ? span(shown)
        : a(shown).withHref(address).withRel("noopener noreferrer external");
  }

  private static String outlet(Document document) {
    return document.source() == null ? document.name() : document.source();
  }

  static String title(Document document) {
    return StatementBlocks.clean(document.title() == null ? document.name() : document.title());
  }

  /** A language for a screen reader; an unknown one is better said than guessed. */
  static String lang(Language language) {
    return language.code();
  }
}
