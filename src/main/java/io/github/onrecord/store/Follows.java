package io.github.onrecord.store;

import io.github.onrecord.record.Language;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What chats follow, and how far each was told. Thread-safe. */
public final class Follows {
  private static final String SELECT =
      "SELECT id, chat_id, wish, language, mode, paused, last_change FROM follow";

  private final Database database;
  private final Outbox outbox;
  private final Clock clock;

  Follows(Database database, Outbox outbox, Clock clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Follows something from now on; a wish of the same words only changes its mode.
   *
   * @param person who wants it
   * @param most how many wishes a chat may have
   * @return empty when the chat has that many already
   */
  public Optional<Follow> add(
      long chatId, long person, String wish, Language language, Follow.Mode mode, int most) {
    return database.write(
        session -> {
          List<Follow> before = of(session, chatId);
          boolean known = before.stream().anyMatch(follow -> follow.wish().equals(wish));
          if (!known && before.size() >= most) {
            return Optional.empty();
          }
          session.update(
              "INSERT INTO follow (chat_id, person_id, wish, language, mode, last_change,"
                  + " created_at) VALUES (?, ?, ?, ?, ?, (SELECT ifnull(max(seq), 0) FROM change),"
                  + " ?) ON CONFLICT (chat_id, wish) DO UPDATE SET mode = excluded.mode,"
                  + " language = excluded.language, last_change = excluded.last_change, paused = 0",
              chatId,
              person,
              wish,
              language.code(),
              mode,
              clock.instant());
          return of(session, chatId).stream()
              .filter(follow -> follow.wish().equals(wish))
              .findFirst();
        });
  }

  /** What a chat follows, oldest first. */
  public List<Follow> of(long chatId) {
    return database.read(session -> of(session, chatId));
  }

  private static List<Follow> of(Session session, long chatId) throws SQLException {
    return session.list(SELECT + " WHERE chat_id = ? ORDER BY id", Follows::follow, chatId);
  }

  /** Ends one of a chat's wishes. Returns whether it had it. */
  public boolean remove(long chatId, long id) {
    return database.write(
        session ->
            session.update("DELETE FROM follow WHERE chat_id = ? AND id = ?", chatId, id) > 0);
  }

  /**
   * Pauses one of a chat's wishes, or goes on with it. What came on record during the pause isn't
   * told afterwards.
   *
   * @return whether the chat has that wish
   */
  public boolean pause(long chatId, long id, boolean paused) {
    return database.write(
        session ->
            session.update(
                    "UPDATE follow SET paused = ?1, last_change = iif(?1 = paused, last_change,"
                        + " (SELECT ifnull(max(seq), 0) FROM change))"
                        + " WHERE chat_id = ?2 AND id = ?3",
                    paused,
                    chatId,
                    id)
                > 0);
  }

  /** What each chat follows in its summary, and hasn't paused. */
  public Map<Long, Set<String>> daily() {
    return database.read(
        session -> {
          Map<Long, Set<String>> wishes = new HashMap<>();
          session.each(
              "SELECT chat_id, wish FROM follow WHERE mode = 'DAILY' AND paused = 0 ORDER BY id",
              row ->
                  wishes
                      .computeIfAbsent(row.number(1), chat -> new LinkedHashSet<>())
                      .add(row.text(2)));
          return wishes;
        });
  }

  /** The wishes to be told at once that don't know of a change yet, chat by chat. */
  public List<Follow> behind(long change) {
    return database.read(
        session ->
            session.list(
                SELECT
                    + " WHERE paused = 0 AND mode <> 'DAILY' AND last_change < ?"
                    + " ORDER BY chat_id, id",
                Follows::follow,
                change));
  }

  /**
   * Keeps how far wishes of one chat were told, with the messages that tell it, all or nothing. A
   * wish that has ended or changed meanwhile is passed over; when all have, nothing is sent.
   *
   * @param told the wishes as {@link #behind} gave them; those of {@link Follow.Mode#ONCE} end
   * @param toChange the record's last change that was looked at
   * @param messages what is sent
   * @return whether it was sent
   */
  public boolean deliver(List<Follow> told, long toChange, List<Outgoing> messages) {
    return database.write(
        session -> {
          if (advance(session, told, toChange) == 0) {
            return false;
          }
          for (Follow follow : told) {
            session.update("DELETE FROM follow WHERE id = ? AND mode = 'ONCE'", follow.id());
          }
          messages.forEach(outbox::put);
          return true;
        });
  }

  /** Keeps that there was nothing to tell up to a change. */
  public void advance(List<Follow> untold, long toChange) {
    database.write(session -> advance(session, untold, toChange));
  }

  private static int advance(Session session, List<Follow> follows, long toChange)
      throws SQLException {
    int advanced = 0;
    for (Follow follow : follows) {
      advanced +=
          session.update(
              "UPDATE follow SET last_change = ? WHERE id = ? AND last_change = ? AND paused = 0",
              toChange,
              follow.id(),
              follow.lastChange());
    }
    return advanced;
  }

  private static Follow follow(Row row) throws SQLException {
    return new Follow(
        row.number(1),
        row.number(2),
        row.text(3),
        Language.of(row.text(4)),
        Follow.Mode.valueOf(row.text(5)),
        row.truth(6),
        row.number(7));
  }
}
