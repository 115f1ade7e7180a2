package io.github.onrecord.store;

import io.github.onrecord.record.Language;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known about chats: as little as answering needs. Thread-safe. */
public final class Chats {
  /** As many earlier questions of a person as a follow-up may lean on. */
  static final int REMEMBERED = 5;

  private final Database database;

  Chats(Database database) {
    this.database = database;
  }

  /** The language the chat has chosen, if it has. */
  public Optional<Language> language(long chatId) {
    return database.read(
        session ->
            session
                .one(
                    "SELECT language FROM chat WHERE id = ?",
                    row -> Optional.ofNullable(row.textOrNull(1)),
                    chatId)
                .flatMap(code -> code)
                .map(Language::of));
  }

  /**
   * Chooses a language for the chat.
   *
   * @param language English, Russian or Ukrainian; null for the language of each question
   */
  public void setLanguage(long chatId, @Nullable Language language) {
    database.write(
        session -> {
          know(session, chatId);
          return session.update(
              "UPDATE chat SET language = ? WHERE id = ?",
              language == null ? null : language.code(),
              chatId);
        });
  }

  /** A setting of the chat, if it was made. */
  public Optional<String> setting(long chatId, String name) {
    return database.read(
        session ->
            session.one(
                "SELECT value FROM chat_setting WHERE chat_id = ? AND name = ?",
                row -> row.text(1),
                chatId,
                name));
  }

  /** Makes a setting of the chat. */
  public void setSetting(long chatId, String name, String value) {
    database.write(
        session -> {
          know(session, chatId);
          return session.update(
              "INSERT INTO chat_setting (chat_id, name, value) VALUES (?, ?, ?)"
                  + " ON CONFLICT DO UPDATE SET value = excluded.value",
              chatId,
              name,
              value);
        });
  }

  private static void know(Session session, long chatId) throws SQLException {
    session.update("INSERT INTO chat (id) VALUES (?) ON CONFLICT DO NOTHING", chatId);
  }

  /** Remembers a question for follow-ups, and forgets the person's oldest beyond the bound. */
  public void remember(Asked asked) {
    database.write(
        session -> {
          session.update(
              "INSERT INTO turn (chat_id, person_id, message_id, question, asked_at)"
                  + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
                  + " question = excluded.question, asked_at = excluded.asked_at",
              asked.chatId(),
              asked.personId(),
              asked.messageId(),
              asked.question(),
              asked.at());
          return session.update(
              "DELETE FROM turn WHERE chat_id = ?1 AND person_id = ?2 AND id NOT IN (SELECT id"
                  + " FROM turn WHERE chat_id = ?1 AND person_id = ?2 ORDER BY id DESC LIMIT ?3)",
              asked.chatId(),
              asked.personId(),
              REMEMBERED);
        });
  }

  /** The last questions of a person in a chat, oldest first. */
  public List<Asked> conversation(long chatId, long personId) {
    return database.read(
        session -> {
          List<Asked> turns =
              new ArrayList<>(
                  session.list(
                      "SELECT message_id, question, asked_at FROM turn"
                          + " WHERE chat_id = ? AND person_id = ? ORDER BY id DESC LIMIT ?",
                      row -> new Asked(chatId, personId, row.number(1), row.text(2), row.moment(3)),
                      chatId,
                      personId,
                      REMEMBERED));
          Collections.reverse(turns);
          return turns;
        });
  }

  /** Moves all that is a group's to the number that it got when it became a supergroup. */
  public void move(long from, long to) {
    database.write(
        session -> {
          Moves.move(session, from, to);
          return to;
        });
  }

  /** Ends a chat that can't be reached any more: no summaries, and nothing more is sent. */
  public void end(long chatId, String reason) {
    database.write(
        session -> {
          session.update("UPDATE subscription SET active = 0 WHERE chat_id = ?", chatId);
          session.update("UPDATE follow SET paused = 1 WHERE chat_id = ?", chatId);
          session.update("DELETE FROM outbox WHERE chat_id = ? AND fleeting = 1", chatId);
          return session.update(
              "UPDATE outbox SET state = 'FAILED', reason = ?"
                  + " WHERE chat_id = ? AND state IN ('PENDING', 'SENDING')",
              reason,
              chatId);
        });
  }
}
