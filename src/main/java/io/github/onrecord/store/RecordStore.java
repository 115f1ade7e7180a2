package io.github.onrecord.store;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Statement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The record: documents and what officials said in them. Thread-safe. */
public final class RecordStore {
  private static final String TALLY =
      "SELECT count(*), min(spoken), max(spoken) FROM statement WHERE status = 'STANDING'";

  private final Database database;
  private final Clock clock;

  RecordStore(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Stores all that a document brings, or nothing of it. A document that is on record already (same
   * name, item and text) changes nothing.
   *
   * @return the document's number
   * @throws IllegalArgumentException when the publication refers to an official, utterance or
   *     statement that isn't on record, or to an official's name that fits several
   */
  public long save(Publication publication) {
    return database.write(
        session -> {
          Optional<Long> known = PublicationWriter.known(session, publication.document());
          return known.isPresent()
              ? known.get()
              : new PublicationWriter(session, clock.instant()).write(publication);
        });
  }

  /**
   * Stores a publication; when its document is on record already, adds those of its statements that
   * are new in their document (by speaker, kind and spans), its officials, and its changes.
   *
   * @return the document's number
   * @throws IllegalArgumentException as {@link #save} does
   */
  public long amend(Publication publication) {
    return database.write(
        session -> {
          PublicationWriter writer = new PublicationWriter(session, clock.instant());
          Optional<Long> known = PublicationWriter.known(session, publication.document());
          return known.isPresent()
              ? writer.amend(known.get(), publication)
              : writer.write(publication);
        });
  }

  /**
   * Adds people (number 0) and replaces those who are known better now (number positive), all or
   * none.
   *
   * @throws IllegalArgumentException when a positive number is nobody's, or two new people have one
   *     name
   */
  public void saveOfficials(List<Official> officials) {
    database.write(
        session -> {
          new PublicationWriter(session, clock.instant()).writeOfficials(officials);
          return true;
        });
  }

  /** The document of that number. */
  public Optional<Document> document(long id) {
    return database.read(
        session -> session.one(Rows.DOCUMENT + " WHERE id = ?", Rows::document, id));
  }

  /** The newest version of the document that was read under that name (and item). */
  public Optional<Document> latest(String name, @Nullable String item) {
    return database.read(
        session ->
            session.one(
                Rows.DOCUMENT
                    + " WHERE name = ? AND ifnull(item, '') = ifnull(?, '') ORDER BY id DESC LIMIT 1",
                Rows::document,
                name,
                item));
  }

  /** All documents, oldest first, one at a time. */
  public void forEachDocument(Consumer<Document> consumer) {
    database.read(
        session -> {
          session.each(
              Rows.DOCUMENT + " ORDER BY id",
              row -> {
                consumer.accept(Rows.document(row));
                return row;
              });
          return true;
        });
  }

  /** The statement of that number, whatever its status. */
  public Optional<Statement> statement(long id) {
    return database.read(
        session -> StatementRows.list(session, "WHERE s.id = ?", id).stream().findFirst());
  }

  /** The statements of these numbers, by number; those that don't exist are left out. */
  public List<Statement> statements(Collection<Long> ids) {
    return database.read(
        session ->
            StatementRows.list(
                session, "WHERE s.id IN (SELECT value FROM json_each(?))", array(ids)));
  }

  /** The documents of these numbers, by number; those that don't exist are left out. */
  public List<Document> documents(Collection<Long> ids) {
    return database.read(
        session ->
            session.list(
                Rows.DOCUMENT + " WHERE id IN (SELECT value FROM json_each(?))",
                Rows::document,
                array(ids)));
  }

  /** Numbers as one parameter, so that the SQL is the same for any number of them. */
  private static String array(Collection<Long> ids) {
    return ids.stream().map(String::valueOf).collect(Collectors.joining(",", "[", "]"));
  }

  /** What a document says, whatever its status, in the order in which it was stored. */
  public List<Statement> statementsOf(long documentId) {
    return database.read(
        session -> StatementRows.list(session, "WHERE s.document_id = ?", documentId));
  }

  /** The statements that are one utterance, whatever their status, oldest first. */
  public List<Statement> statementsOfUtterance(long utterance) {
    return database.read(
        session -> StatementRows.list(session, "WHERE s.utterance_id = ?", utterance));
  }

  /** The statements of an official, whatever their status, by number. */
  public List<Statement> statementsOf(Official official) {
    return database.read(
        session -> StatementRows.list(session, "WHERE s.official_id = ?", official.id()));
  }

  /** An official's last standing statements by number, at most {@code limit}. */
  public List<Statement> lastStandingOf(long officialId, int limit) {
    return database.read(
        session ->
            StatementRows.list(
                session,
                "WHERE s.id IN (SELECT l.id FROM statement l WHERE l.official_id = ?"
                    + " AND l.status = 'STANDING' ORDER BY l.id DESC LIMIT ?)",
                officialId,
                limit));
  }

  /** The statements that came on record last and stand, the newest first. */
  public List<Statement> newest(int limit) {
    return database.read(
        session -> {
          List<Statement> statements =
              StatementRows.list(
                  session,
                  "WHERE s.id IN (SELECT id FROM statement WHERE status = 'STANDING'"
                      + " ORDER BY id DESC LIMIT ?)",
                  limit);
          Collections.reverse(statements);
          return statements;
        });
  }

  /**
   * Numbers of an official's standing verbatim statements, oldest first, one for each utterance.
   */
  public List<Long> quotations(long officialId) {
    return database.read(
        session ->
            session.list(
                "SELECT min(id) FROM statement WHERE official_id = ? AND status = 'STANDING'"
                    + " AND kind = 'VERBATIM' GROUP BY utterance_id ORDER BY min(spoken), 1",
                row -> row.number(1),
                officialId));
  }

  /** All statements, whatever their status, by number, one at a time. */
  public void forEachStatement(Consumer<Statement> consumer) {
    database.read(
        session -> {
          StatementRows.each(session, "", consumer);
          return true;
        });
  }

  /** A document's paragraphs, in order. */
  public List<Passage> passages(long documentId) {
    return database.read(
        session ->
            session.list(
                Rows.PASSAGE + " WHERE document_id = ? ORDER BY ordinal",
                Rows::passage,
                documentId));
  }

  /** The passage of that number. */
  public Optional<Passage> passage(long id) {
    return database.read(session -> session.one(Rows.PASSAGE + " WHERE id = ?", Rows::passage, id));
  }

  /** All passages, by number, one at a time. */
  public void forEachPassage(Consumer<Passage> consumer) {
    database.read(
        session -> {
          session.each(
              Rows.PASSAGE + " ORDER BY id",
              row -> {
                consumer.accept(Rows.passage(row));
                return row;
              });
          return true;
        });
  }

  /** All officials, in the order in which they came on record. */
  public List<Official> officials() {
    return database.read(Rows::officials);
  }

  /** The official of that number. */
  public Optional<Official> official(long id) {
    return database.read(session -> Rows.official(session, id));
  }

  /** How much stands in all. */
  public Tally standing() {
    return database.read(session -> session.one(TALLY, RecordStore::tally).orElseThrow());
  }

  /** How much stands that an official said. */
  public Tally standingOf(long officialId) {
    return database.read(
        session ->
            session
                .one(TALLY + " AND official_id = ?", RecordStore::tally, officialId)
                .orElseThrow());
  }

  /** How much stands that was said for a side. */
  public Tally standingOf(Side side) {
    return database.read(
        session ->
            session.one(TALLY + " AND side = ?", RecordStore::tally, side.name()).orElseThrow());
  }

  static Tally tally(Row row) throws SQLException {
    return new Tally(row.number(1), row.dayOrNull(2), row.dayOrNull(3));
  }

  /**
   * Changes after a number, in order, at most {@code limit}. Something that changed several times
   * is listed several times; what it is now is what counts.
   */
  public List<Change> changesAfter(long seq, int limit) {
    return database.read(
        session ->
            session.list(
                "SELECT seq, type, row_id FROM change WHERE seq > ? ORDER BY seq LIMIT ?",
                row -> new Change(row.number(1), Change.Type.valueOf(row.text(2)), row.number(3)),
                seq,
                limit));
  }

  /**
   * Whether a statement that doesn't stand any more stood on record when a change was the last.
   *
   * @param seq the change's number
   */
  public boolean stoodAt(long statementId, long seq) {
    return database.read(
        session ->
            session
                .one(
                    "SELECT 1 FROM change WHERE type = 'STATEMENT' AND row_id = ?1 AND seq <= ?2"
                        + " AND NOT EXISTS (SELECT 1 FROM status_change h WHERE h.statement_id = ?1"
                        + " AND h.earlier_status = 'HELD' AND h.status <> 'HELD') LIMIT 1",
                    row -> true,
                    statementId,
                    seq)
                .isPresent());
  }

  /** The number of the last change; 0 when there was none. */
  public long lastChange() {
    return database.read(
        session ->
            session.one("SELECT ifnull(max(seq), 0) FROM change", row -> row.number(1)).orElse(0L));
  }

  /** When the record last changed; empty when nothing is on record. */
  public Optional<Instant> lastUpdated() {
    return database.read(
        session ->
            session.one(
                "SELECT changed_at FROM change ORDER BY seq DESC LIMIT 1", row -> row.moment(1)));
  }
}
