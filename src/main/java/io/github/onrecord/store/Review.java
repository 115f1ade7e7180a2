package io.github.onrecord.store;

import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The editor's part: statements that wait for a decision, and the decisions that were made.
 * Thread-safe.
 */
public final class Review {
  private final Database database;
  private final Clock clock;

  Review(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Statements that are held and that no editor has rejected, oldest first.
   *
   * @param limit at most so many
   */
  public List<Statement> waiting(int limit) {
    return database.read(
        session ->
            StatementRows.list(
                session,
                "WHERE s.id IN (SELECT h.id FROM statement h WHERE h.status = 'HELD' AND NOT EXISTS"
                    + " (SELECT 1 FROM decision d WHERE d.statement_id = h.id"
                    + " AND d.verdict = 'REJECTED') ORDER BY h.id LIMIT ?)",
                limit));
  }

  /**
   * Decides about a statement that stands or is held, and keeps who did it. A rejected statement
   * stays held, and doesn't wait any more.
   *
   * @param editor who decides; not blank
   * @param note why; may be empty
   * @throws IllegalArgumentException when there is no such statement, its source has corrected or
   *     retracted it, or the new speaker isn't on record
   */
  public void decide(long statementId, Verdict verdict, String editor, String note) {
    database.write(
        session -> {
          Status before = requireOpen(session, statementId);
          Speaking speaking = speaking(session, statementId);
          Instant now = clock.instant();
          if (verdict instanceof Verdict.Accept) {
            session.update("UPDATE statement SET status = 'STANDING' WHERE id = ?", statementId);
            keep(
                session,
                statementId,
                Decision.Outcome.ACCEPTED,
                null,
                before,
                speaking,
                editor,
                note,
                now);
          } else if (verdict instanceof Verdict.ChangeSpeaker change) {
            changeSpeaker(session, statementId, change);
            String speaker = change.speaker().shownAs();
            keep(
                session,
                statementId,
                Decision.Outcome.SPEAKER_CHANGED,
                speaker,
                before,
                speaking,
                editor,
                note,
                now);
          } else {
            session.update("UPDATE statement SET status = 'HELD' WHERE id = ?", statementId);
            keep(
                session,
                statementId,
                Decision.Outcome.REJECTED,
                null,
                before,
                speaking,
                editor,
                note,
                now);
          }
          PublicationWriter.changed(session, Change.Type.STATEMENT, statementId, now);
          return true;
        });
  }

  /** Whose a statement is. */
  private record Speaking(
      @Nullable Long official, @Nullable String unnamed, @Nullable String side) {}

  private static Speaking speaking(Session session, long statementId) throws SQLException {
    return session
        .one(
            "SELECT official_id, unnamed, side FROM statement WHERE id = ?",
            row -> new Speaking(row.numberOrNull(1), row.textOrNull(2), row.textOrNull(3)),
            statementId)
        .orElseThrow();
  }

  private static Status requireOpen(Session session, long statementId) throws SQLException {
    Status status =
        session
            .one(
                "SELECT status FROM statement WHERE id = ?",
                row -> Status.valueOf(row.text(1)),
                statementId)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "No statement has the number " + statementId + "."));
    if (status == Status.CORRECTED || status == Status.RETRACTED) {
      throw new IllegalArgumentException(
          "Statement " + statementId + " was withdrawn by its source and can't be decided on.");
    }
    return status;
  }

  private static void changeSpeaker(Session session, long statementId, Verdict.ChangeSpeaker change)
      throws SQLException {
    Long official = null;
    String unnamed = null;
    if (change.speaker() instanceof Speaker.Named named) {
      official =
          named.officialId() > 0
              ? named.officialId()
              : PublicationWriter.officialOfName(session, named.name());
    } else {
      unnamed = change.speaker().shownAs();
    }
    session.update(
        "UPDATE statement SET status = 'STANDING', official_id = ?, unnamed = ?, side = ?"
            + " WHERE id = ?",
        official,
        unnamed,
        change.side() == null ? null : change.side().name(),
        statementId);
  }

  private static void keep(
      Session session,
      long statementId,
      Decision.Outcome outcome,
      @Nullable String speaker,
      Status before,
      Speaking speaking,
      String editor,
      String note,
      Instant now)
      throws SQLException {
    session.update(
        "INSERT INTO decision (statement_id, verdict, speaker, earlier_status, earlier_official,"
            + " earlier_unnamed, earlier_side, editor, note, decided_at)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        statementId,
        outcome,
        speaker,
        before,
        speaking.official(),
        speaking.unnamed(),
        speaking.side(),
        editor,
        note,
        now);
  }

  /** The decisions about a statement, oldest first. */
  public List<Decision> decisions(long statementId) {
    return database.read(
        session ->
            session.list(
                "SELECT verdict, speaker, editor, note, decided_at FROM decision"
                    + " WHERE statement_id = ? ORDER BY id",
                row ->
                    new Decision(
                        statementId,
                        Decision.Outcome.valueOf(row.text(1)),
                        row.textOrNull(2),
                        row.text(3),
                        row.text(4),
                        row.moment(5)),
                statementId));
  }
}
