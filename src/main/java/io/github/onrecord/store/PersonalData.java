package io.github.onrecord.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Instant;

/**
 * All that is kept about people: handed out, forgotten, and deleted when it is old.
 *
 * <p>Somebody is meant by a number of Telegram: a person (their private chat has the same number,
 * and what they asked in groups is theirs too), or a group.
 *
 * <p>SQLite overwrites what it deletes ({@code secure_delete}), but when it moves rows between
 * pages, it leaves copies of them in the pages' gaps, which no later deletion finds. So a deletion
 * is followed by {@link #scrub}, which writes the whole file anew. That takes about ten seconds for
 * each gigabyte, during which no other change can be made; it is therefore not a part of the
 * deletion itself. Thread-safe.
 */
public final class PersonalData {
  private static final String THEIRS = " (chat_id = ?1 OR person_id = ?1) ";

  private final Database database;
  private final ObjectMapper json = new ObjectMapper();

  PersonalData(Database database) {
    this.database = database;
  }

  /**
   * Deletes everything of a person or group: words, settings, subscription, messages. Only
   * Telegram's update numbers stay, without anybody's, so that no update is taken twice. What they
   * asked before and what wasn't answered yet is dropped; what they ask later is answered.
   *
   * @param who Telegram's number
   * @param update number in the inbox of the update that asks for it; its text goes, and it is left
   *     to the caller to finish it
   */
  public void forget(long who, long update) {
    database.write(
        session -> {
          scrubAfterCommit(database, session);
          session.update(
              "UPDATE inbox SET state = 'DONE', finished_at = received_at WHERE"
                  + THEIRS
                  + "AND state = 'NEW' AND id < ?2",
              who,
              update);
          session.update(
              "UPDATE inbox SET raw = '', reason = iif(reason IS NULL, NULL, ''), chat_id = NULL,"
                  + " person_id = NULL WHERE"
                  + THEIRS
                  + "AND id <= ?2",
              who,
              update);
          session.update("DELETE FROM outbox WHERE" + THEIRS, who);
          session.update("DELETE FROM turn WHERE" + THEIRS, who);
          session.update("DELETE FROM follow WHERE" + THEIRS, who);
          session.update("DELETE FROM report WHERE" + THEIRS, who);
          session.update("DELETE FROM subscription WHERE chat_id = ?", who);
          session.update("DELETE FROM correction WHERE chat_id = ?", who);
          return session.update("DELETE FROM chat WHERE id = ?", who);
        });
  }

  /**
   * Deletes what people asked and were told before a moment; what is not finished stays. Copies
   * that were made before a migration go as well when they are as old.
   *
   * @return how many questions and messages it was
   */
  public int purge(Instant before) {
    return database.write(
        session -> {
          int gone =
              session.update(
                      "UPDATE inbox SET raw = '', reason = iif(reason IS NULL, NULL, ''),"
                          + " chat_id = NULL, person_id = NULL"
                          + " WHERE state <> 'NEW' AND received_at < ? AND raw <> ''",
                      before)
                  + session.update(
                      "DELETE FROM outbox WHERE state IN ('SENT', 'FAILED') AND created_at < ?",
                      before)
                  + session.update("DELETE FROM turn WHERE asked_at < ?", before)
                  + session.update("DELETE FROM report WHERE created_at < ?", before)
                  + session.update("DELETE FROM correction WHERE told_at < ?", before);
          if (gone > 0) {
            scrubAfterCommit(database, session);
          }
          new SafetyCopies(database.file()).delete(before);
          return gone;
        });
  }

  /** Notes that something was deleted that must leave the file as well. */
  static void scrubAfterCommit(Database database, Session session) throws SQLException {
    session.update("UPDATE scrub SET due = 1");
    database.emptyLogAfterCommit();
  }

  /**
   * Writes the file anew when something was deleted since it was last written, so that nothing of
   * it is left in unused parts of the file or in the write-ahead log. Waits for messages that are
   * to leave no trace: they are in the file until they are sent.
   *
   * @return whether nothing is left to do
   * @throws StoreException when there is no space for a second copy of the file
   */
  public boolean scrub() {
    boolean due =
        database.read(
            session ->
                session.one("SELECT due FROM scrub", row -> row.truth(1)).orElse(false)
                    && session
                        .one("SELECT 1 FROM outbox WHERE fleeting = 1 LIMIT 1", row -> true)
                        .isEmpty());
    if (!due) {
      return true;
    }
    boolean clean = database.rewrite();
    if (clean) {
      database.write(session -> session.update("UPDATE scrub SET due = 0"));
    }
    return clean;
  }

  /**
   * Everything that is kept about somebody, as a JSON object for themselves.
   *
   * @param who Telegram's number
   */
  public String export(long who) {
    ObjectNode all = json.createObjectNode().put("telegram_id", who);
    database.read(
        session -> {
          session.each(
              "SELECT language FROM chat WHERE id = ?",
              row -> all.put("language", row.text(1)),
              who);
          ObjectNode settings = all.putObject("settings");
          session.each(
              "SELECT name, value FROM chat_setting WHERE chat_id = ? ORDER BY name",
              row -> settings.put(row.text(1), row.text(2)),
              who);
          session.each(
              "SELECT local_time, zone, language, quiet, active, created_at, days, followed_only,"
                  + " verbatim_only, brief FROM subscription WHERE chat_id = ?",
              row ->
                  all.putObject("summary")
                      .put("time", row.text(1))
                      .put("zone", row.text(2))
                      .put("language", row.text(3))
                      .put("only_when_new", row.truth(4))
                      .put("active", row.truth(5))
                      .put("since", row.moment(6).toString())
                      .put("days_of_week", row.count(7))
                      .put("only_followed", row.truth(8))
                      .put("only_verbatim", row.truth(9))
                      .put("short", row.truth(10)),
              who);
          ArrayNode follows = all.putArray("follows");
          session.each(
              "SELECT chat_id, created_at, wish, mode FROM follow WHERE" + THEIRS + "ORDER BY id",
              row ->
                  follows
                      .addObject()
                      .put("chat", row.number(1))
                      .put("since", row.moment(2).toString())
                      .put("wish", row.text(3))
                      .put("mode", row.text(4)),
              who);
          ArrayNode questions = all.putArray("questions_remembered");
          session.each(
              "SELECT chat_id, asked_at, question FROM turn WHERE" + THEIRS + "ORDER BY id",
              row ->
                  questions
                      .addObject()
                      .put("chat", row.number(1))
                      .put("at", row.moment(2).toString())
                      .put("question", row.text(3)),
              who);
          ArrayNode reports = all.putArray("called_wrong_by_you");
          session.each(
              "SELECT created_at, receipt FROM report WHERE" + THEIRS + "ORDER BY id",
              row -> item(reports, row),
              who);
          ArrayNode received = all.putArray("received_from_you");
          session.each(
              "SELECT received_at, raw FROM inbox WHERE" + THEIRS + "ORDER BY id",
              row -> item(received, row),
              who);
          ArrayNode sent = all.putArray("sent_to_you");
          session.each(
              "SELECT created_at, payload FROM outbox WHERE" + THEIRS + "ORDER BY id",
              row -> item(sent, row),
              who);
          return all;
        });
    return all.toPrettyString();
  }

  private ObjectNode item(ArrayNode list, Row row) throws SQLException {
    ObjectNode item = list.addObject().put("at", row.moment(1).toString());
    return item.set("message", parsed(row.text(2)));
  }

  private JsonNode parsed(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      return json.getNodeFactory().textNode(text);
    }
  }
}
