package io.github.onrecord.store;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How statements stand in their tables: one row for each part. */
final class StatementRows {
  private static final String SELECT =
      """
      SELECT s.id, s.document_id, s.official_id, o.name, s.unnamed, s.role, s.side, s.kind,
        s.spoken, s.occasion, s.language, s.quoted_by, s.confidence, s.reason, s.status, s.cause,
        s.utterance_id, p.start_unit, p.end_unit, p.text
      FROM statement s
      JOIN part p ON p.statement_id = s.id
      LEFT JOIN official o ON o.id = s.official_id
      """;

  private static final String ORDER = " ORDER BY s.id, p.ordinal";

  private StatementRows() {}

  /** The statements that a constant WHERE clause chooses, by number. */
  static List<Statement> list(Session session, String where, @Nullable Object... values)
      throws SQLException {
    List<Statement> statements = new ArrayList<>();
    each(session, where, statements::add, values);
    return statements;
  }

  /** The same, one at a time. */
  static void each(
      Session session, String where, Consumer<Statement> consumer, @Nullable Object... values)
      throws SQLException {
    Assembly assembly = new Assembly(consumer);
    session.each(
        SELECT + where + ORDER,
        row -> {
          assembly.add(row);
          return row;
        },
        values);
    assembly.finish();
  }

  /** Joins the rows of one statement. */
  private static final class Assembly {
    private final Consumer<Statement> consumer;
    private final List<Part> parts = new ArrayList<>();
    private @Nullable Statement first;

    Assembly(Consumer<Statement> consumer) {
      this.consumer = consumer;
    }

    void add(Row row) throws SQLException {
      if (first == null || first.id() != row.number(1)) {
        finish();
        first = statement(row);
        parts.clear();
      }
      parts.add(part(row));
    }

    void finish() {
      if (first != null) {
        consumer.accept(parts.size() == 1 ? first : withParts(first, parts));
      }
    }

    private static Part part(Row row) throws SQLException {
      return new Part(new Span(row.count(18), row.count(19)), row.text(20));
    }

    private static Statement statement(Row row) throws SQLException {
      String name = row.textOrNull(4);
      Speaker speaker =
          name == null ? new Speaker.Unnamed(row.text(5)) : new Speaker.Named(row.number(3), name);
      return new Statement(
          row.number(1),
          row.number(2),
          speaker,
          row.textOrNull(6),
          Rows.side(row.textOrNull(7)),
          Kind.valueOf(row.text(8)),
          List.of(part(row)),
          row.dayOrNull(9),
          row.textOrNull(10),
          Language.of(row.text(11)),
          row.textOrNull(12),
          row.real(13),
          row.text(14),
          Status.valueOf(row.text(15)),
          row.numberOrNull(16),
          row.number(17));
    }

    private static Statement withParts(Statement s, List<Part> parts) {
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
          s.reason(),
          s.status(),
          s.cause(),
          s.utterance());
    }
  }
}
