package io.github.onrecord.ingest;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of a document all that it brings into the record. */
final class Publications implements Assembly {
  /**
   * Statements below this confidence wait for an editor. Chosen on the labelled set: see the note
   * on the curve in the site's page on ingestion.
   */
  static final double LINE = 0.5;

  private final Attribution attribution = new Attribution();
  private final KnownRecord record;

  Publications(KnownRecord record) {
    this.record = record;
  }

  @Override
  public Assembled assemble(DocumentText text, Document document) {
    People people = new People(record.officials());
    Attribution.Findings findings = attribution.read(text, people);
    Sides sides = new Sides(record.officials(), text.text());
    Map<Person, Official> officials = officials(findings, sides);
    List<Statement> statements = statements(text, findings, officials, sides);
    List<Official> changed = new ArrayList<>();
    for (Official official : officials.values()) {
      boolean same = official.id() > 0 && record.officials().contains(official);
      boolean speaks =
          statements.stream()
              .anyMatch(
                  s -> s.speaker() instanceof Speaker.Named n && n.name().equals(official.name()));
      if (!same
          && (official.id() > 0 || speaks || !official.posts().isEmpty())
          && !changed.contains(official)) {
        changed.add(official);
      }
    }
    return new Assembled(
        new Publication(document, passages(text, findings), statements, changed, List.of()),
        List.of());
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

  private List<Statement> statements(
      DocumentText text,
      Attribution.Findings findings,
      Map<Person, Official> officials,
      Sides sides) {
    List<Statement> statements = new ArrayList<>();
    List<LocalDate> days = new SpokenDays(findings).settle();
    for (int i = 0; i < findings.drafts().size(); i++) {
      statements.add(statement(text, findings.drafts().get(i), officials, sides, days.get(i)));
    }
    return statements;
  }

  private static Statement statement(
      DocumentText text,
      Draft draft,
      Map<Person, Official> officials,
      Sides sides,
      @Nullable LocalDate day) {
    Voice voice = draft.speaker().voice();
    Speaker speaker;
    String role = null;
    Side side = null;
    if (voice instanceof Voice.Named named) {
      Official official = officials.get(named.person());
      speaker =
          official == null
              ? new Speaker.Unnamed(named.person().name())
              : new Speaker.Named(official.id(), official.name());
      Person.Office office = named.person().officeAt(draft.around().end());
      role = office == null ? null : office.text();
      side = official == null ? null : official.side();
    } else {
      Voice.Unnamed unnamed = (Voice.Unnamed) voice;
      speaker = new Speaker.Unnamed(unnamed.description());
      role = unnamed.role();
      side = unnamed.side() == null ? null : sides.of(unnamed.side());
    }
    List<Part> parts = draft.parts().stream().map(span -> Part.of(text.text(), span)).toList();
    double confidence = Math.min(1, draft.speaker().certainty());
    String quotedBy = draft.quotedBy() == null ? null : shown(draft.quotedBy(), officials);
    return new Statement(
        0,
        0,
        speaker,
        role,
        side,
        draft.kind(),
        parts,
        day,
        null,
        text.language(),
        quotedBy,
        confidence,
        draft.reason() + " (" + draft.speaker().how() + ")",
        confidence < LINE ? Status.HELD : Status.STANDING,
        null,
        0);
  }

  private static String shown(Voice voice, Map<Person, Official> officials) {
    if (voice instanceof Voice.Named named) {
      Official official = officials.get(named.person());
      return official == null ? named.person().name() : official.name();
    }
    return ((Voice.Unnamed) voice).description();
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
              .anyMatch(d -> d.parts().stream().anyMatch(p -> p.overlaps(block.span())));
      passages.add(
          new Passage(0, 0, ordinal, block.span(), block.span().of(text.text()), read && !carries));
    }
    return passages;
  }
}
