package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups statements that are one utterance in several documents or languages; verbatim words and
 * reports never share a group. What was withdrawn once is withdrawn in every reprint.
 */
final class Utterances {
  /** Of the shorter wording, so much must stand in the longer one, in the same language. */
  private static final double SAME = 0.75;

  /** Across languages, so much of the shorter wording's known words must mean the same. */
  private static final double TRANSLATED = 0.5;

  /** So much in common with withdrawn words of another language makes an editor look. */
  private static final double DOUBTFUL = 0.3;

  /** From here on two quotations are one with a word changed, which an editor should see. */
  private static final double CHANGED = 0.8;

  private final KnownRecord record;
  private final Likeness likeness;
  private final Map<Long, List<Statement>> earlier = new HashMap<>();
  private final List<String> findings = new ArrayList<>();

  Utterances(KnownRecord record, Likeness likeness) {
    this.record = record;
    this.likeness = likeness;
  }

  /** Quotations that differ from the same quotation elsewhere by a word, for the editor. */
  List<String> findings() {
    return findings;
  }

  /** The statements with the utterances they belong to; repeats within the document left out. */
  List<Statement> grouped(List<Statement> statements) {
    List<Statement> grouped = new ArrayList<>();
    for (Statement statement : statements) {
      if (grouped.stream().noneMatch(other -> repeats(other, statement))) {
        grouped.add(joined(statement));
      }
    }
    return grouped;
  }

  private static boolean repeats(Statement a, Statement b) {
    return a.kind() == b.kind()
        && a.speaker().equals(b.speaker())
        && b.text().length() > 20
        && a.text().equals(b.text());
  }

  private Statement joined(Statement statement) {
    Statement twin = null;
    double best = 0;
    boolean doubtful = false;
    for (Statement other : earlier(statement)) {
      if (other.kind() != statement.kind()) {
        continue;
      }
      double alike =
          likeness.of(statement.text(), statement.language(), other.text(), other.language());
      boolean sameLanguage = statement.language() == other.language();
      boolean near = day(statement, other);
      if (alike >= (sameLanguage ? SAME : TRANSLATED) && near && alike > best) {
        twin = other;
        best = alike;
      }
      doubtful |=
          !sameLanguage
              && withdrawn(other)
              && near
              && (alike >= DOUBTFUL || mayBeTranslation(statement, other));
    }
    if (twin == null) {
      return doubtful ? held(statement) : statement;
    }
    boolean changed =
        statement.kind() == Kind.VERBATIM
            && statement.language() == twin.language()
            && best >= CHANGED
            && best < 1;
    if (changed) {
      findings.add(
          "quoted otherwise than on record: «" + statement.text() + "» – «" + twin.text() + "»");
    }
    return with(
        statement,
        withdrawn(twin) ? twin.status() : statement.status(),
        withdrawn(twin) ? twin.cause() : null,
        twin.utterance(),
        statement.reason());
  }

  private static boolean withdrawn(Statement statement) {
    return statement.status() == Status.RETRACTED || statement.status() == Status.CORRECTED;
  }

  /** Days that both documents fix must be the same or next to each other (a night, a time zone). */
  private static boolean day(Statement a, Statement b) {
    LocalDate x = a.spoken();
    LocalDate y = b.spoken();
    return x == null || y == null || Math.abs(x.toEpochDay() - y.toEpochDay()) <= 1;
  }

  /** Words of the same official, day and length in another language than withdrawn ones. */
  private static boolean mayBeTranslation(Statement a, Statement b) {
    double ratio = (double) a.text().length() / b.text().length();
    return a.spoken() != null && a.spoken().equals(b.spoken()) && ratio > 0.6 && ratio < 1.7;
  }

  private static Statement held(Statement s) {
    return with(s, Status.HELD, null, 0, s.reason() + "; it may translate withdrawn words");
  }

  private static Statement with(
      Statement s, Status status, @Nullable Long cause, long utterance, String reason) {
    List<Part> parts = s.parts();
    return new Statement(
        s.id(),
        s.documentId(),
        s.speaker(),
        s.role(),
        s.side(),
        s.kind(),
        parts,
        s.spoken(),
        s.occasion(),
        s.language(),
        s.quotedBy(),
        s.confidence(),
        reason,
        status,
        cause,
        utterance);
  }

  private List<Statement> earlier(Statement statement) {
    if (!(statement.speaker() instanceof Speaker.Named named) || named.officialId() == 0) {
      return List.of();
    }
    return earlier.computeIfAbsent(
        named.officialId(),
        id ->
            record.officials().stream()
                .filter(official -> official.id() == id)
                .findFirst()
                .map(this::statementsOf)
                .orElse(List.of()));
  }

  private List<Statement> statementsOf(Official official) {
    return record.statementsOf(official);
  }
}
