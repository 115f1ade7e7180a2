package io.github.onrecord.store;

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
import io.github.onrecord.record.StatusChange;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one publication within the transaction of its session. */
final class PublicationWriter {
  private final Session session;
  private final Instant now;
  private final Map<String, Long> newOfficials = new HashMap<>();
  private final Map<Long, Long> newUtterances = new HashMap<>();

  PublicationWriter(Session session, Instant now) {
    this.session = session;
    this.now = now;
  }

  /** The number under which a document of this name, item and text is on record. */
  static Optional<Long> known(Session session, Document document) throws SQLException {
    return session.one(
        "SELECT id FROM document WHERE name = ? AND ifnull(item, '') = ifnull(?, '')"
            + " AND sha256 = ?",
        row -> row.number(1),
        document.name(),
        document.item(),
        document.sha256());
  }

  long write(Publication publication) throws SQLException {
    long document = insert(publication.document());
    for (Passage passage : publication.passages()) {
      insert(document, passage);
    }
    writeOfficials(publication.officials());
    for (Statement statement : publication.statements()) {
      insert(document, statement);
    }
    applyChanges(document, publication.changes());
    return document;
  }

  long amend(long document, Publication publication) throws SQLException {
    writeOfficials(publication.officials());
    Set<Statement.Identity> known = new HashSet<>();
    for (Statement statement : StatementRows.list(session, "WHERE s.document_id = ?", document)) {
      known.add(statement.identity());
    }
    for (Statement statement : publication.statements()) {
      if (known.add(statement.identity())) {
        insert(document, statement);
      }
    }
    applyChanges(document, publication.changes());
    return document;
  }

  private long insert(Document document) throws SQLException {
    return session.insert(
        "INSERT INTO document (name, item, url, source, title, language, published, retrieved,"
            + " text, sha256, previous_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            + " RETURNING id",
        document.name(),
        document.item(),
        document.url(),
        document.source(),
        document.title(),
        document.language().code(),
        document.published(),
        document.retrieved(),
        document.text(),
        document.sha256(),
        document.previousVersion());
  }

  private void insert(long document, Passage passage) throws SQLException {
    long id =
        session.insert(
            "INSERT INTO passage (document_id, ordinal, start_unit, end_unit, text, narration)"
                + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
            document,
            passage.ordinal(),
            passage.span().start(),
            passage.span().end(),
            passage.text(),
            passage.narration());
    changed(Change.Type.PASSAGE, id);
  }

  void writeOfficials(List<Official> officials) throws SQLException {
    for (Official official : officials) {
      long id = official.id();
      if (id == 0) {
        id =
            session.insert(
                "INSERT INTO official (name, side) VALUES (?, ?) RETURNING id",
                official.name(),
                name(official.side()));
        if (newOfficials.put(official.name(), id) != null) {
          throw new IllegalArgumentException("Two new officials are called " + official.name());
        }
      } else {
        replace(official);
      }
      insertNamesAndPosts(id, official);
      changed(Change.Type.OFFICIAL, id);
    }
  }

  private void replace(Official official) throws SQLException {
    int found =
        session.update(
            "UPDATE official SET name = ?, side = ? WHERE id = ?",
            official.name(),
            name(official.side()),
            official.id());
    if (found == 0) {
      throw new IllegalArgumentException("No official has the number " + official.id());
    }
    session.update("DELETE FROM official_alias WHERE official_id = ?", official.id());
    session.update("DELETE FROM official_post WHERE official_id = ?", official.id());
  }

  private void insertNamesAndPosts(long id, Official official) throws SQLException {
    int ordinal = 0;
    for (String alias : new LinkedHashSet<>(official.aliases())) {
      session.update(
          "INSERT INTO official_alias (official_id, ordinal, alias) VALUES (?, ?, ?)",
          id,
          ordinal++,
          alias);
    }
    ordinal = 0;
    for (Post post : official.posts()) {
      session.update(
          "INSERT INTO official_post (official_id, ordinal, role, from_day, to_day)"
              + " VALUES (?, ?, ?, ?, ?)",
          id,
          ordinal++,
          post.role(),
          post.from(),
          post.to());
    }
  }

  private void insert(long document, Statement statement) throws SQLException {
    Long official = null;
    String unnamed = null;
    if (statement.speaker() instanceof Speaker.Named named) {
      official = resolve(named);
    } else {
      unnamed = statement.speaker().shownAs();
    }
    long id =
        session.insert(
            "INSERT INTO statement (document_id, official_id, unnamed, role, side, kind, parts,"
                + " spoken, occasion, language, quoted_by, confidence, reason, status, cause,"
                + " utterance_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " RETURNING id",
            document,
            official,
            unnamed,
            statement.role(),
            name(statement.side()),
            statement.kind(),
            statement.parts().size(),
            statement.spoken(),
            statement.occasion(),
            statement.language().code(),
            statement.quotedBy(),
            statement.confidence(),
            statement.reason(),
            statement.status(),
            statement.cause(),
            utterance(statement.utterance()));
    int ordinal = 0;
    for (Part part : statement.parts()) {
      session.update(
          "INSERT INTO part (statement_id, ordinal, start_unit, end_unit, text)"
              + " VALUES (?, ?, ?, ?, ?)",
          id,
          ordinal++,
          part.span().start(),
          part.span().end(),
          part.text());
    }
    changed(Change.Type.STATEMENT, id);
  }

  private long resolve(Speaker.Named speaker) throws SQLException {
    if (speaker.officialId() > 0) {
      return speaker.officialId();
    }
    Long fresh = newOfficials.get(speaker.name());
    return fresh != null ? fresh : officialOfName(session, speaker.name());
  }

  /** The number of the one official of exactly this name. */
  static long officialOfName(Session session, String name) throws SQLException {
    List<Long> known =
        session.list("SELECT id FROM official WHERE name = ?", row -> row.number(1), name);
    if (known.size() != 1) {
      throw new IllegalArgumentException(
          (known.isEmpty() ? "No official is called " : "Several officials are called ") + name);
    }
    return known.get(0);
  }

  private long utterance(long given) throws SQLException {
    if (given > 0) {
      return given;
    }
    Long shared = given == 0 ? null : newUtterances.get(given);
    if (shared == null) {
      shared = session.insert("INSERT INTO utterance DEFAULT VALUES RETURNING id");
      newUtterances.put(given, shared);
    }
    return shared;
  }

  private void applyChanges(long document, List<StatusChange> changes) throws SQLException {
    for (StatusChange change : changes) {
      String before = status(change.statementId());
      if (apply(document, change)) {
        session.update(
            "INSERT INTO status_change (statement_id, document_id, status, earlier_status, reason,"
                + " changed_at) VALUES (?, ?, ?, ?, ?, ?)",
            change.statementId(),
            document,
            change.status(),
            before,
            change.reason(),
            now);
        changed(Change.Type.STATEMENT, change.statementId());
      }
    }
  }

  private String status(long statementId) throws SQLException {
    return session
        .one("SELECT status FROM statement WHERE id = ?", row -> row.text(1), statementId)
        .orElseThrow(
            () -> new IllegalArgumentException("No statement has the number " + statementId));
  }

  /** Returns whether the statement is different now. What was withdrawn can't be merely held. */
  private boolean apply(long document, StatusChange change) throws SQLException {
    if (change.status() == Status.HELD) {
      return session.update(
              "UPDATE statement SET status = 'HELD' WHERE id = ? AND status = 'STANDING'",
              change.statementId())
          > 0;
    }
    return session.update(
            "UPDATE statement SET status = ?1, cause = ?2 WHERE id = ?3"
                + " AND (status <> ?1 OR cause <> ?2)",
            change.status(),
            document,
            change.statementId())
        > 0;
  }

  private void changed(Change.Type type, long id) throws SQLException {
    changed(session, type, id, now);
  }

  /** Notes that an index has to read something again. */
  static void changed(Session session, Change.Type type, long id, Instant now) throws SQLException {
    session.update("INSERT INTO change (type, row_id, changed_at) VALUES (?, ?, ?)", type, id, now);
  }

  private static @Nullable String name(@Nullable Side side) {
    return side == null ? null : side.name();
  }
}
