package io.github.onrecord.ingest;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of a document all that it brings into the record. */
final class Publications implements Assembly {

  private final Attribution attribution = new Attribution();
  private final KnownRecord record;
  private final Likeness likeness;

  Publications(KnownRecord record, WordMeanings meanings) {
    this.record = record;
    this.likeness = new Likeness(meanings);
  }

  @Override
  public Assembled assemble(DocumentText text, Document document) {
    List<Official> known = record.officials();
    Attribution.Findings found = attribution.read(text, new People(known));
    if (text.language() == Language.OTHER) {
      Publication empty =
          new Publication(document, passages(text, found), List.of(), List.of(), List.of());
      return new Assembled(empty, List.of("a language it doesn't read"));
    }
    Grammar grammar = Grammar.of(text.language());
    Corrections.Effects notice = new Corrections(record, likeness).in(text, found, grammar);
    Attribution.Findings findings = found.without(notice.repeated());
    Map<Person, Official> officials = officials(findings, new Sides(known, text.text()));
    Utterances utterances = new Utterances(record, likeness);
    List<Statement> statements =
        utterances.grouped(
            new Statements(
                    text,
                    grammar,
                    attribution.calendar(),
                    findings,
                    officials,
                    new Sides(known, text.text()))
                .all());
    List<String> skipped = new ArrayList<>(notice.open());
    skipped.addAll(utterances.findings());
    return new Assembled(
        new Publication(
            sourced(document, findings.source()),
            passages(text, findings),
            statements,
            changed(officials, known, statements),
            notice.changes()),
        skipped);
  }

  /** Officials who are new or of whom the document tells something new. */
  private static List<Official> changed(
      Map<Person, Official> officials, List<Official> known, List<Statement> statements) {
    List<Official> changed = new ArrayList<>();
    for (Official official : officials.values()) {
      boolean speaks =
          statements.stream()
              .anyMatch(
                  s -> s.speaker() instanceof Speaker.Named n && n.name().equals(official.name()));
      boolean isNew = official.id() == 0 && (speaks || !official.posts().isEmpty());
      boolean more = official.id() > 0 && !known.contains(official);
      if ((isNew || more) && changed.stream().noneMatch(o -> o.name().equals(official.name()))) {
        changed.add(official);
      }
    }
    return changed;
  }

  /** The document under the name of the outlet that it names as its source, if it has none. */
  private static Document sourced(Document document, @Nullable String named) {
    return document.source() != null || named == null
        ? document
        : new Document(
            document.id(),
            document.name(),
            document.item(),
            document.url(),
            named,
            document.title(),
            document.language(),
            document.published(),
            document.retrieved(),
            document.text(),
            document.sha256(),
            document.previousVersion());
  }

  private static Map<Person, Official> officials(Attribution.Findings findings, Sides sides) {
    Map<Person, Official> officials = new LinkedHashMap<>();
    for (Person person : findings.cast().people()) {
      if (!person.official()) {
        continue;
      }
      String name = nominative(person);
      Official known = person.known();
      Side side = null;
      List<Post> posts = new ArrayList<>();
      for (Person.Office office : person.offices()) {
        side = side == null && office.side() != null ? sides.of(office.side()) : side;
        posts.add(new Post(office.text(), null, null));
      }
      if (known == null) {
        officials.put(person, new Official(0, name, List.of(), side, posts));
      } else {
        List<String> aliases = new ArrayList<>(known.aliases());
        if (!person.first().isEmpty() && !name.equals(known.name()) && !aliases.contains(name)) {
          aliases.add(name);
        }
        List<Post> all = new ArrayList<>(known.posts());
        for (Post post : posts) {
          if (all.stream().noneMatch(p -> p.role().equalsIgnoreCase(post.role()))) {
            all.add(post);
          }
        }
        officials.put(
            person,
            new Official(
                known.id(),
                known.name(),
                aliases,
                known.side() == null ? side : known.side(),
                all));
      }
    }
    return officials;
  }

  private static String nominative(Person person) {
    if (person.nominative()) {
      return person.name();
    }
    boolean woman =
        person.gender() == Gender.WOMAN
            || (person.gender() == Gender.UNKNOWN && person.first().matches(".*[иыіїую]"));
    return Names.firstNominative(person.first(), woman)
        + " "
        + Names.lastNominative(person.last(), woman);
  }

  private static List<Passage> passages(DocumentText text, Attribution.Findings findings) {
    List<Passage> passages = new ArrayList<>();
    for (Block block : text.blocks()) {
      Block.Role role = block.role();
      if (role == Block.Role.ASIDE || block.span().of(text.text()).isBlank()) {
        continue;
      }
      int ordinal = passages.size();
      boolean read = role == Block.Role.PARAGRAPH || role == Block.Role.LIST_ITEM;
      boolean carries =
          findings.drafts().stream()
                  .anyMatch(d -> d.parts().stream().anyMatch(p -> p.overlaps(block.span())))
              || findings.turns().stream().anyMatch(turn -> turn.overlaps(block.span()));
      passages.add(
          new Passage(0, 0, ordinal, block.span(), block.span().of(text.text()), read && !carries));
    }
    return passages;
  }
}
