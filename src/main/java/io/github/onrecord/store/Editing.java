package io.github.onrecord.store;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What editors do by hand, each deed kept with who did it and when, in the transaction that does
 * it; and the figures that they watch. Thread-safe.
 */
public final class Editing {
  private final Database database;
  private final Review review;
  private final Clock clock;

  Editing(Database database, Review review, Clock clock) {
    this.database = database;
    this.review = review;
    this.clock = clock;
  }

  /** What an editor can do. */
  public enum Deed {
    INGESTED,
    ACCEPTED,
    SPEAKER_CHANGED,
    REJECTED,
    CORRECTED,
    RETRACTED
  }

  /**
   * Something that an editor did.
   *
   * @param editor Telegram's number of the editor
   * @param statement the statement that it was done to, or null
   * @param about a document's name, a speaker, or a reason
   */
  public record Done(long editor, Deed deed, @Nullable Long statement, String about, Instant at) {}

  /** Keeps that an editor has put a document on record. */
  public void ingested(long editor, String document) {
    database.write(session -> keep(session, editor, Deed.INGESTED, null, document));
  }

  /**
   * Decides about a statement, as {@link Review#decide} does.
   *
   * @throws IllegalArgumentException as that does
   */
  public void decide(long editor, long statementId, Verdict verdict) {
    database.write(
        session -> {
          review.decide(statementId, verdict, "Telegram " + editor, "");
          if (verdict instanceof Verdict.ChangeSpeaker change) {
            return keep(
                session, editor, Deed.SPEAKER_CHANGED, statementId, change.speaker().shownAs());
          }
          Deed deed = verdict instanceof Verdict.Accept ? Deed.ACCEPTED : Deed.REJECTED;
          return keep(session, editor, deed, statementId, "");
        });
  }

  /**
   * Corrects or retracts a statement. The reason becomes a document of its own: the statement's
   * cause, which readers are told.
   *
   * @param status {@link Status#CORRECTED} or {@link Status#RETRACTED}
   * @throws IllegalArgumentException when there is no such statement
   */
  public void withdraw(long editor, long statementId, Status status, String reason) {
    database.write(
        session -> {
          Instant now = clock.instant();
          Document note = Document.editorsNote(statementId, reason, now);
          new PublicationWriter(session, now)
              .write(
                  new Publication(
                      note,
                      List.of(),
                      List.of(),
                      List.of(),
                      List.of(new StatusChange(statementId, status, reason))));
          Deed deed = status == Status.CORRECTED ? Deed.CORRECTED : Deed.RETRACTED;
          return keep(session, editor, deed, statementId, reason);
        });
  }

  private int keep(Session session, long editor, Deed deed, @Nullable Long statement, String about)
      throws SQLException {
    return session.update(
        "INSERT INTO editing (editor, deed, statement_id, about, done_at) VALUES (?, ?, ?, ?, ?)",
        editor,
        deed,
        statement,
        about,
        clock.instant());
  }

  /** What was done last, the newest first. */
  public List<Done> last(int limit) {
    return database.read(
        session ->
            session.list(
                "SELECT editor, deed, statement_id, about, done_at FROM editing"
                    + " ORDER BY id DESC LIMIT ?",
                row ->
                    new Done(
                        row.number(1),
                        Deed.valueOf(row.text(2)),
                        row.numberOrNull(3),
                        row.text(4),
                        row.moment(5)),
                limit));
  }

  /**
   * How much there is.
   *
   * @param documents documents on record
   * @param officials officials on record
   * @param standing statements that stand
   * @param held statements that wait for an editor
   * @param withdrawn statements that were corrected or retracted
   * @param questions answers that are still kept, by their outcome
   * @param inbox messages that wait to be answered
   * @param outbox messages that wait to be sent
   * @param subscriptions chats that get summaries
   */
  public record Figures(
      long documents,
      long officials,
      long standing,
      long held,
      long withdrawn,
      Map<String, Long> questions,
      long inbox,
      long outbox,
      long subscriptions) {
    public Figures {
      questions = Map.copyOf(questions);
    }
  }

  /** How much there is now. */
  public Figures figures() {
    return database.read(
        session -> {
          Map<String, Long> questions = new LinkedHashMap<>();
          session.each(
              "SELECT json_extract(memo, '$.receipt.outcome') AS outcome,"
                  + " count(DISTINCT ifnull(inbox_id, -id)) FROM outbox WHERE memo IS NOT NULL"
                  + " AND json_extract(memo, '$.receipt.outcome') IS NOT NULL GROUP BY outcome",
              row -> questions.put(row.text(1), row.number(2)));
          return session
              .one(
                  "SELECT (SELECT count(*) FROM document),"
                      + " (SELECT count(*) FROM official),"
                      + " (SELECT count(*) FROM statement WHERE status = 'STANDING'),"
                      + " (SELECT count(*) FROM statement h WHERE status = 'HELD' AND NOT EXISTS"
                      + " (SELECT 1 FROM decision d WHERE d.statement_id = h.id"
                      + " AND d.verdict = 'REJECTED')),"
                      + " (SELECT count(*) FROM statement"
                      + " WHERE status IN ('CORRECTED', 'RETRACTED')),"
                      + " (SELECT count(*) FROM inbox WHERE state = 'NEW'),"
                      + " (SELECT count(*) FROM outbox WHERE state IN ('PENDING', 'SENDING')),"
                      + " (SELECT count(*) FROM subscription WHERE active = 1)",
                  row ->
                      new Figures(
                          row.number(1),
                          row.number(2),
                          row.number(3),
                          row.number(4),
                          row.number(5),
                          questions,
                          row.number(6),
                          row.number(7),
                          row.number(8)))
              .orElseThrow();
        });
  }
}
