package io.github.onrecord.store;

import java.util.List;

/**
 * A group that becomes a supergroup gets a new number. All that is the group's follows it; where
 * the new number has something of its own already, that stays.
 */
final class Moves {
  private static final List<String> TABLES =
      List.of("turn", "subscription", "follow", "correction", "report", "outbox");

  private Moves() {}

  static void move(Session session, long from, long to) throws java.sql.SQLException {
    session.update(
        "INSERT INTO chat (id, language) SELECT ?2, language FROM chat WHERE id = ?1"
            + " ON CONFLICT DO NOTHING",
        from,
        to);
    session.update("UPDATE OR IGNORE chat_setting SET chat_id = ?2 WHERE chat_id = ?1", from, to);
    for (String table : TABLES) {
      session.update(
          "UPDATE OR IGNORE " + table + " SET chat_id = ?2 WHERE chat_id = ?1", from, to);
    }
    session.update("DELETE FROM subscription WHERE chat_id = ?", from);
    session.update("DELETE FROM follow WHERE chat_id = ?", from);
    session.update("DELETE FROM chat WHERE id = ?", from);
  }
}
