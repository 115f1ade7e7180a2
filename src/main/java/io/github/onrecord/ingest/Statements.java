package io.github.onrecord.ingest;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes statements of the drafts of a document: speaker, role, side, day, place, status. */
final class Statements {
  /**
   * Statements below this confidence wait for an editor. It lies between what names and offices
   * settle (0.55 and more) and what is only likely: a surname shared by two (0.2), a lone quotation
   * after somebody else's paragraph (0.4). Its curve is in {@code src/site/markdown/confidence.md}.
   */
  static final double LINE = 0.5;

  private final DocumentText text;
  private final Attribution.Findings findings;
  private final Map<Person, Official> officials;
  private final Sides sides;
  private final Occasions occasions;

  Statements(
      DocumentText text,
      Grammar grammar,
      CalendarText calendar,
      Attribution.Findings findings,
      Map<Person, Official> officials,
      Sides sides) {
    this.text = text;
    this.findings = findings;
    this.officials = officials;
    this.sides = sides;
    this.occasions = new Occasions(text.text(), grammar, calendar, findings);
  }

  List<Statement> all() {
    List<Statement> statements = new ArrayList<>();
    List<@Nullable LocalDate> days = new SpokenDays(findings).settle();
    for (int i = 0; i < findings.drafts().size(); i++) {
      statements.add(statement(findings.drafts().get(i), days.get(i)));
    }
    return statements;
  }

  private Statement statement(Draft draft, @Nullable LocalDate day) {
    Speaker speaker;
    String role;
    Side side;
    if (draft.speaker().voice() instanceof Voice.Named named) {
      Official official = officials.get(named.person());
      speaker =
          official == null
              ? new Speaker.Unnamed(named.person().name())
              : new Speaker.Named(official.id(), official.name());
      Person.Office office = named.person().officeAt(draft.around().end());
      role = office == null ? null : office.text();
      side = official == null ? null : official.side();
    } else {
      Voice.Unnamed unnamed = (Voice.Unnamed) draft.speaker().voice();
      speaker = new Speaker.Unnamed(unnamed.description());
      role = unnamed.role();
      side = unnamed.side() == null ? null : sides.of(unnamed.side());
    }
    List<Part> parts = draft.parts().stream().map(span -> Part.of(text.text(), span)).toList();
    double confidence = Math.max(0, Math.min(1, draft.speaker().certainty()));
    return new Statement(
        0,
        0,
        speaker,
        role,
        side,
        draft.kind(),
        parts,
        day,
        occasions.of(draft),
        text.language(),
        draft.quotedBy() == null ? null : shown(draft.quotedBy()),
        confidence,
        draft.reason() + " (" + draft.speaker().how() + ")",
        confidence < LINE ? Status.HELD : Status.STANDING,
        null,
        0);
  }

  private String shown(Voice voice) {
    if (voice instanceof Voice.Named named) {
      Official official = officials.get(named.person());
      return official == null ? named.person().name() : official.name();
    }
    return ((Voice.Unnamed) voice).description();
  }
}
