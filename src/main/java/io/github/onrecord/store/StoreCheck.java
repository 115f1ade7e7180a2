package io.github.onrecord.store;

import io.github.onrecord.record.Document;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks for anything in a store that can't be so: damage, or a change that went around the program.
 */
final class StoreCheck {
  /** Rows that can't be, each query with the sentence that says what is wrong with a number. */
  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "SELECT id FROM statement s WHERE parts <> (SELECT count(*) FROM part p WHERE"
                  + " p.statement_id = s.id)",
              "Statement %d has lost some of its parts."),
          new Rule(
              "SELECT id FROM utterance u WHERE NOT EXISTS (SELECT 1 FROM statement s WHERE"
                  + " s.utterance_id = u.id)",
              "Utterance %d has no statement."),
          new Rule(
              "SELECT id FROM statement EXCEPT SELECT row_id FROM change WHERE type = 'STATEMENT'",
              "Statement %d has no change number, so no index can know it."),
          new Rule(
              "SELECT id FROM passage EXCEPT SELECT row_id FROM change WHERE type = 'PASSAGE'",
              "Passage %d has no change number, so no index can know it."),
          new Rule(
              "SELECT id FROM official EXCEPT SELECT row_id FROM change WHERE type = 'OFFICIAL'",
              "Official %d has no change number, so no index can know it."),
          new Rule(
              "SELECT row_id FROM change WHERE type = 'STATEMENT' EXCEPT SELECT id FROM statement",
              "Statement %d has a change number but isn't on record."),
          new Rule(
              "SELECT row_id FROM change WHERE type = 'PASSAGE' EXCEPT SELECT id FROM passage",
              "Passage %d has a change number but isn't on record."),
          new Rule(
              "SELECT row_id FROM change WHERE type = 'OFFICIAL' EXCEPT SELECT id FROM official",
              "Official %d has a change number but isn't on record."),
          new Rule(
              "SELECT s.id FROM subscription s WHERE s.last_change < (SELECT max(d.to_change) FROM"
                  + " digest d WHERE d.subscription_id = s.id)",
              "Subscription %d doesn't know how far its last summary went."));

  private final Database database;
  private final List<String> findings = new ArrayList<>();

  StoreCheck(Database database) {
    this.database = database;
  }

  private record Rule(String sql, String sentence) {}

  /** What is wrong, a sentence each; empty when all is well. */
  List<String> run() {
    try {
      database.read(
          session -> {
            structure(session);
            for (Rule rule : RULES) {
              session.each(
                  rule.sql(), row -> findings.add(rule.sentence().formatted(row.number(1))));
            }
            texts(session);
            return true;
          });
    } catch (StoreException e) {
      // A page that can't be read ends the check; what was found before is still worth telling.
      findings.add(e.getMessage());
    }
    return List.copyOf(findings);
  }

  private void structure(Session session) throws SQLException {
    session.each(
        "PRAGMA integrity_check",
        row ->
            "ok".equals(row.text(1)) || findings.add("The file is damaged: " + row.text(1) + "."));
    session.each(
        "PRAGMA foreign_key_check",
        row ->
            findings.add(
                "Row %d of the table %s refers to a row of %s that isn't there."
                    .formatted(row.number(2), row.text(1), row.text(3))));
  }

  private void texts(Session session) throws SQLException {
    for (long id : session.list("SELECT id FROM document", row -> row.number(1))) {
      String text =
          session.one("SELECT text FROM document WHERE id = ?", row -> row.text(1), id).orElse("");
      session.each(
          "SELECT sha256 FROM document WHERE id = ?",
          row ->
              row.text(1).equals(Document.sha256(text))
                  || findings.add("The text of document %d is not the one archived.".formatted(id)),
          id);
      session.each(
          "SELECT id, start_unit, end_unit, text FROM passage WHERE document_id = ?",
          row ->
              fits(text, row)
                  || findings.add(
                      "Passage %d is not what its document says there.".formatted(row.number(1))),
          id);
      session.each(
          "SELECT p.statement_id, p.start_unit, p.end_unit, p.text FROM part p"
              + " JOIN statement s ON s.id = p.statement_id WHERE s.document_id = ?",
          row ->
              fits(text, row)
                  || findings.add(
                      "Statement %d is not what its document says there.".formatted(row.number(1))),
          id);
    }
  }

  private static boolean fits(String text, Row row) throws SQLException {
    int start = row.count(2);
    int end = row.count(3);
    return start >= 0
        && start < end
        && end <= text.length()
        && text.substring(start, end).equals(row.text(4));
  }
}
