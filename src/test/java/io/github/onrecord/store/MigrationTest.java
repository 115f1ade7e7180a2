package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A store with the conversations of an earlier version is brought to the present schema. */
class MigrationTest {
  private static final long READER = 7_318_294_655L;

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aStoreOfVersionTwo() throws Exception {
    file = folder.resolve("old.db");
    SQLiteDataSource source = new SQLiteDataSource(Database.settings(Database.PATIENCE));
    source.setUrl("jdbc:sqlite:" + file);
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:db/migration")
        .target("2")
        .load()
        .migrate();
    try (var connection = source.getConnection();
        var statement = connection.createStatement()) {
      for (Map.Entry<Integer, String> update :
          Map.of(
                  1, "{\"message\":{\"from\":{\"id\":7318294655},\"text\":\"in a group\"}}",
                  2, "{\"callback_query\":{\"from\":{\"id\":8}}}",
                  3, "not JSON at all")
              .entrySet()) {
        statement.execute(
            "INSERT INTO inbox (numbering, update_id, chat_id, raw, received_at) VALUES (1, "
                + update.getKey()
                + ", -100, '"
                + update.getValue()
                + "', 0)");
      }
      statement.execute(
          "INSERT INTO subscription (chat_id, local_time, zone, language, quiet, last_change,"
              + " created_at) VALUES ("
              + READER
              + ", '08:30', 'Europe/Kyiv', 'uk', 0, 0, 0)");
      statement.execute(
          "INSERT INTO outbox (chat_id, kind, payload, created_at) VALUES ("
              + READER
              + ", 'ANSWER', '\"an old answer\"', 0)");
    }
  }

  @Test
  void nothingIsLostAndEverythingHasItsPerson() {
    try (Store store = Store.open(file, Records.CLOCK)) {
      assertThat(store.verify()).isEmpty();
      assertThat(store.inbox().waiting()).isEqualTo(3);
      assertThat(store.personalData().export(READER)).contains("in a group", "an old answer");
      Subscription subscription = store.subscriptions().of(READER).orElseThrow();
      assertThat(subscription.followedOnly()).isFalse();
      assertThat(store.subscriptions().toLookAt(Instant.EPOCH)).containsExactly(subscription);
      assertThat(store.outbox().claim(1).get(0).message().fleeting()).isFalse();
    }
  }

  @Test
  void whoWasThereBeforeCanBeForgotten() {
    try (Store store = Store.open(file, Records.CLOCK)) {
      store.personalData().forget(READER, Long.MAX_VALUE);

      assertThat(store.personalData().export(READER)).doesNotContain("group", "answer", "08:30");
      assertThat(store.inbox().waiting()).isEqualTo(2);
      assertThat(store.personalData().scrub()).isTrue();
    }
  }
}
