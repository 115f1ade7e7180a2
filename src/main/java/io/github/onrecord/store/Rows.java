package io.github.onrecord.store;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Span;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How documents, passages and officials stand in their tables. */
final class Rows {
  static final String DOCUMENT =
      "SELECT id, name, item, url, source, title, language, published, retrieved, text, sha256,"
          + " previous_version FROM document";

  static final String PASSAGE =
      "SELECT id, document_id, ordinal, start_unit, end_unit, text, narration FROM passage";

  private Rows() {}

  static Document document(Row row) throws SQLException {
    return new Document(
        row.number(1),
        row.text(2),
        row.textOrNull(3),
        row.textOrNull(4),
        row.textOrNull(5),
        row.textOrNull(6),
        Language.of(row.text(7)),
        row.dayOrNull(8),
        row.moment(9),
        row.text(10),
        row.text(11),
        row.numberOrNull(12));
  }

  static Passage passage(Row row) throws SQLException {
    return new Passage(
        row.number(1),
        row.number(2),
        row.count(3),
        new Span(row.count(4), row.count(5)),
        row.text(6),
        row.truth(7));
  }

  static @Nullable Side side(@Nullable String name) {
    return name == null ? null : new Side(name);
  }

  static List<Official> officials(Session session) throws SQLException {
    Map<Long, List<String>> aliases = new HashMap<>();
    session.each(
        "SELECT official_id, alias FROM official_alias ORDER BY official_id, ordinal",
        row -> aliases.computeIfAbsent(row.number(1), id -> new ArrayList<>()).add(row.text(2)));
    Map<Long, List<Post>> posts = new HashMap<>();
    session.each(
        "SELECT official_id, role, from_day, to_day FROM official_post"
            + " ORDER BY official_id, ordinal",
        row ->
            posts
                .computeIfAbsent(row.number(1), id -> new ArrayList<>())
                .add(new Post(row.text(2), row.dayOrNull(3), row.dayOrNull(4))));
    return session.list(
        "SELECT id, name, side FROM official ORDER BY id",
        row ->
            new Official(
                row.number(1),
                row.text(2),
                aliases.getOrDefault(row.number(1), List.of()),
                side(row.textOrNull(3)),
                posts.getOrDefault(row.number(1), List.of())));
  }

  static Optional<Official> official(Session session, long id) throws SQLException {
    List<String> aliases =
        session.list(
            "SELECT alias FROM official_alias WHERE official_id = ? ORDER BY ordinal",
            row -> row.text(1),
            id);
    List<Post> posts =
        session.list(
            "SELECT role, from_day, to_day FROM official_post WHERE official_id = ?"
                + " ORDER BY ordinal",
            row -> new Post(row.text(1), row.dayOrNull(2), row.dayOrNull(3)),
            id);
    return session.one(
        "SELECT name, side FROM official WHERE id = ?",
        row -> new Official(id, row.text(1), aliases, side(row.textOrNull(2)), posts),
        id);
  }
}
