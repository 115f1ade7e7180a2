package io.github.onrecord.store;

import io.github.onrecord.record.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The record for readers who leaf through it. What is HELD is never in it. Thread-safe. */
public final class Catalogue {
  /** One of an utterance's statements stands for those of its kind and status. */
  private static final String FIRST_OF_UTTERANCE =
      """
       AND s.id = (SELECT min(t.id) FROM statement t WHERE t.utterance_id = s.utterance_id
         AND t.kind = s.kind AND t.status = s.status)
      """;

  private static final String FROM =
      "FROM statement s JOIN document d ON d.id = s.document_id WHERE s.status <> 'HELD'";

  private static final String YEAR = "CAST(substr(ifnull(s.spoken, d.published), 1, 4) AS INTEGER)";

  private static final String NUMBERS =
      " AND (? IS NULL OR s.kind = ?) AND (? IS NULL OR "
          + YEAR
          + " = ?)"
          + FIRST_OF_UTTERANCE
          + " ORDER BY ifnull(s.spoken, d.published) DESC, s.id DESC";

  private final Database database;

  Catalogue(Database database) {
    this.database = database;
  }

  /**
   * Numbers of the statements of a selection, newest first; an utterance that several documents
   * give stands there once.
   */
  public List<Long> numbers(Selection selection) {
    String kind = selection.kind() == null ? null : selection.kind().name();
    Integer year = selection.year();
    return database.read(
        session ->
            session.list(
                "SELECT s.id " + FROM + condition(selection.of()) + NUMBERS,
                row -> row.number(1),
                value(selection.of()),
                kind,
                kind,
                year,
                year));
  }

  /** The years from which a selection of that kind has statements, newest first. */
  public List<Integer> years(Selection.Of of) {
    return database.read(
        session ->
            session.list(
                "SELECT DISTINCT "
                    + YEAR
                    + " AS year "
                    + FROM
                    + condition(of)
                    + " AND ifnull(s.spoken, d.published) IS NOT NULL ORDER BY year DESC",
                row -> row.count(1),
                value(of)));
  }

  /** How much of each official stands, by the official's number; those without are left out. */
  public Map<Long, Tally> officials() {
    Map<Long, Tally> tallies = new LinkedHashMap<>();
    database.read(
        session -> {
          session.each(
              counts("official_id"), row -> tallies.put(row.number(4), RecordStore.tally(row)));
          return tallies;
        });
    return tallies;
  }

  /** How much stands that was said on each occasion, most first. */
  public Map<String, Tally> occasions() {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    database.read(
        session -> {
          session.each(counts("occasion"), row -> tallies.put(row.text(4), RecordStore.tally(row)));
          return tallies;
        });
    return tallies;
  }

  private static String counts(String column) {
    return "SELECT count(*), min(spoken), max(spoken), "
        + column
        + " FROM statement WHERE status = 'STANDING' AND "
        + column
        + " IS NOT NULL GROUP BY "
        + column
        + " ORDER BY 1 DESC, "
        + column;
  }

  /** The statements that a document corrected or withdrew, by number. */
  public List<Statement> changedBy(long documentId) {
    return database.read(session -> StatementRows.list(session, "WHERE s.cause = ?", documentId));
  }

  /** The number of the next version of a document. */
  public Optional<Long> nextVersion(long documentId) {
    return database.read(
        session ->
            session.one(
                "SELECT min(id) FROM document WHERE previous_version = ? HAVING min(id) IS NOT"
                    + " NULL",
                row -> row.number(1),
                documentId));
  }

  /** How many documents are archived. */
  public long documents() {
    return database.read(
        session -> session.one("SELECT count(*) FROM document", row -> row.number(1)).orElse(0L));
  }

  /** Each has one parameter, so that the SQL is one of four texts. */
  private static String condition(Selection.Of of) {
    if (of instanceof Selection.ByOfficial) {
      return " AND s.official_id = ?";
    }
    if (of instanceof Selection.ForSide) {
      return " AND s.side = ?";
    }
    return of instanceof Selection.OnOccasion ? " AND s.occasion = ?" : " AND ? = 0";
  }

  private static Object value(Selection.Of of) {
    if (of instanceof Selection.ByOfficial official) {
      return official.id();
    }
    if (of instanceof Selection.ForSide side) {
      return side.name();
    }
    return of instanceof Selection.OnOccasion occasion ? occasion.name() : 0;
  }
}
