package io.github.onrecord.ingest;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Recognises notices that correct or withdraw what was published, and finds the statements they
 * speak of: those of people named in the notice whose words the notice repeats. The repeated words
 * are no statement again. A notice that fits nothing on record waits for the editor.
 */
final class Corrections {
  /** So much of the shorter of two wordings must stand in the longer one. */
  private static final double REPEATED = 0.7;

  /** A notice says what it is within so many blocks. */
  private static final int HEAD = 4;

  private final KnownRecord record;
  private final Likeness likeness;

  /**
   * What a notice does.
   *
   * @param changes to earlier statements
   * @param repeated stretches that repeat withdrawn words
   * @param open what waits for the editor
   */
  record Notice(List<StatusChange> changes, List<Span> repeated, List<String> open) {
    Notice {
      changes = List.copyOf(changes);
      repeated = List.copyOf(repeated);
      open = List.copyOf(open);
    }

    static final Notice NONE = new Notice(List.of(), List.of(), List.of());
  }

  Corrections(KnownRecord record, Likeness likeness) {
    this.record = record;
    this.likeness = likeness;
  }

  Notice in(DocumentText document, Attribution.Findings findings, Grammar grammar) {
    if (!isNotice(document, grammar)) {
      return Notice.NONE;
    }
    boolean retracts =
        findings.paragraphs().stream()
            .anyMatch(p -> grammar.list("retraction").occursIn(p.tokens()));
    Status status = retracts ? Status.RETRACTED : Status.CORRECTED;
    List<Span> quotations = quotations(findings);
    List<StatusChange> changes = new ArrayList<>();
    List<Span> repeated = new ArrayList<>();
    Set<Long> utterances = new HashSet<>();
    for (Person person : findings.cast().people()) {
      Official official = person.known();
      if (official == null) {
        continue;
      }
      List<Statement> earlier = record.statementsOf(official);
      for (Statement statement : earlier) {
        Span words = repeats(document, findings, quotations, statement);
        if (words != null && isOpen(statement)) {
          changes.add(
              new StatusChange(
                  statement.id(),
                  status,
                  "The notice " + document.name() + " repeats these words as wrong"));
          repeated.add(words);
          utterances.add(statement.utterance());
        }
      }
      for (Statement statement : earlier) {
        boolean same =
            statement.utterance() > 0
                && utterances.contains(statement.utterance())
                && isOpen(statement);
        if (same && changes.stream().noneMatch(c -> c.statementId() == statement.id())) {
          changes.add(
              new StatusChange(
                  statement.id(),
                  status,
                  "The notice " + document.name() + " withdraws the same utterance"));
        }
      }
    }
    List<String> open =
        changes.isEmpty()
            ? List.of("a correction that fits no statement on record; it waits for an editor")
            : List.of();
    return new Notice(changes, changes.isEmpty() ? quotations : repeated, open);
  }

  private static boolean isOpen(Statement statement) {
    return statement.status() == Status.STANDING || statement.status() == Status.HELD;
  }

  /** Whether headline or first lines call the document a correction, or withdraw something. */
  private static boolean isNotice(DocumentText document, Grammar grammar) {
    int seen = 0;
    boolean corrects = false;
    boolean speaksOfReport = false;
    for (Block block : document.blocks()) {
      if (block.role() == Block.Role.ASIDE) {
        continue;
      }
      List<Token> tokens = Token.of(document.text(), block.span());
      boolean head = seen++ < HEAD;
      boolean title = head && tokens.size() <= 15;
      corrects |=
          title
              && (grammar.list("correction").occursIn(tokens)
                  || grammar.list("retraction").occursIn(tokens));
      speaksOfReport |=
          grammar.list("own-report").occursIn(tokens)
              && (grammar.list("retraction").occursIn(tokens)
                  || grammar.list("correction").occursIn(tokens));
    }
    return speaksOfReport && (corrects || seen <= HEAD * 2);
  }

  private static List<Span> quotations(Attribution.Findings findings) {
    List<Span> spans = new ArrayList<>();
    for (Paragraph paragraph : findings.paragraphs()) {
      for (Quotation quotation : paragraph.quotations()) {
        if (quotation.wordsEnd() > quotation.wordsStart()) {
          spans.add(new Span(quotation.wordsStart(), quotation.wordsEnd()));
        }
      }
    }
    return spans;
  }

  /** The stretch of the notice that repeats a statement best, a quotation or a draft; or null. */
  private @org.jspecify.annotations.Nullable Span repeats(
      DocumentText document,
      Attribution.Findings findings,
      List<Span> quotations,
      Statement statement) {
    Span best = null;
    double most = REPEATED;
    List<Span> stretches = new ArrayList<>(quotations);
    findings.drafts().forEach(draft -> stretches.addAll(draft.parts()));
    for (Span stretch : stretches) {
      double alike =
          likeness.of(
              stretch.of(document.text()),
              document.language(),
              statement.text(),
              statement.language());
      if (alike >= most && (best == null || alike > most)) {
        best = stretch;
        most = alike;
      }
    }
    return best;
  }
}
