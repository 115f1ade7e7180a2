package io.github.onrecord.web;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.StatementBlocks;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Statements as an Atom feed. A statement that is withdrawn stays in it and says so. */
final class Feeds {
  private final Links links;
  private final StatementBlocks blocks;
  private final StatementView view;
  private final String storeUuid;

  Feeds(Phrases phrases, Links links, String storeUuid) {
    this.links = links;
    this.blocks = new StatementBlocks(phrases);
    this.view = new StatementView(phrases, links);
    this.storeUuid = storeUuid;
  }

  /** What a feed is about, and what is in it. */
  record Content(String title, Filter filter, List<Pages.Standing> entries) {}

  /**
   * The feed as XML.
   *
   * @param updated when the record last changed
   */
  String render(Content content, Instant updated) {
    Feed feed = new Feed("atom_1.0");
    Map<String, String> parameters = content.filter().feedParameters();
    String self = links.canonical("/feed.atom", parameters);
    String subject = Links.query(parameters).replace('?', ':');
    feed.setId(self != null ? self : "urn:onrecord:" + storeUuid + ":feed" + subject);
    feed.setTitle("OnRecord · " + StatementBlocks.clean(content.title()));
    feed.setUpdated(Date.from(updated));
    feed.setAuthors(List.of(author("OnRecord")));
    List<Link> addresses = new ArrayList<>();
    if (self != null) {
      addresses.add(link("self", self));
    }
    String page = links.canonical(content.filter().path(), content.filter().parameters());
    addresses.add(
        link(
            "alternate",
            page != null
                ? page
                : links.to(content.filter().path(), content.filter().parameters())));
    feed.setOtherLinks(addresses);
    feed.setEntries(content.entries().stream().map(this::entry).toList());
    try {
      return new WireFeedOutput().outputString(feed);
    } catch (FeedException e) {
      throw new IllegalStateException("A feed of clean texts can always be written", e);
    }
  }

  private Entry entry(Pages.Standing standing) {
    Statement statement = standing.statement();
    Entry entry = new Entry();
    entry.setId(links.name(statement, storeUuid));
    String status = statement.standing() ? "" : blocks.status(statement.status()) + " · ";
    String kind = statement.kind() == Kind.VERBATIM ? "" : " (" + blocks.kind(statement) + ")";
    entry.setTitle(status + view.plainSpeaker(statement) + kind);
    String page = links.canonical("/s/" + statement.id(), Map.of());
    entry.setAlternateLinks(
        List.of(link("alternate", page != null ? page : links.statement(statement.id()))));
    Date archived = Date.from(standing.document().retrieved());
    entry.setPublished(archived);
    entry.setUpdated(archived);
    Person source = author(blocks.source(standing.document()).text());
    entry.setAuthors(List.of(source));
    com.rometools.rome.feed.atom.Content words = new com.rometools.rome.feed.atom.Content();
    words.setType("text");
    words.setValue(
        status
            + (kind.isEmpty() ? "" : blocks.kind(statement) + ": ")
            + StatementBlocks.shown(statement)
            + " · "
            + blocks.circumstances(statement));
    entry.setContents(List.of(words));
    return entry;
  }

  private static Person author(String name) {
    Person person = new Person();
    person.setName(name);
    return person;
  }

  private static Link link(String rel, String address) {
    Link link = new Link();
    link.setRel(rel);
    link.setHref(address);
    return link;
  }
}
