package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the file itself forbids, whoever writes to it. */
class SchemaTest {
  private static final String HASH =
      "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'";

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void aRecordWithAWithdrawnStatement() {
    store = StoreFile.open(folder, Records.CLOCK);
    store.record().save(Records.publication("pass.txt"));
    store
        .record()
        .save(
            Records.changing(
                Records.document("notice.txt", "Withdrawn."),
                new StatusChange(2, Status.RETRACTED, "a notice")));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      a document's text changes                | UPDATE document SET text = 'Other' WHERE id = 1
      a document's title changes               | UPDATE document SET title = 'Other' WHERE id = 1
      a document leaves                        | DELETE FROM document WHERE id = 2
      a document has no name                   | INSERT INTO document (name, language, retrieved, text, sha256) VALUES (' ', 'en', 0, '', HASH)
      a document has an unknown language       | INSERT INTO document (name, language, retrieved, text, sha256) VALUES ('n', 'xx', 0, '', HASH)
      a document has half a hash               | INSERT INTO document (name, language, retrieved, text, sha256) VALUES ('n', 'en', 0, '', 'abc')
      a hash has other letters                 | INSERT INTO document (name, language, retrieved, text, sha256) VALUES ('n', 'en', 0, '', replace(HASH, 'a', 'G'))
      a day isn't one                          | INSERT INTO document (name, language, retrieved, text, sha256, published) VALUES ('n', 'en', 0, '', HASH, '2040-02-31')
      a document is stored twice               | INSERT INTO document (name, language, retrieved, text, sha256) SELECT name, language, retrieved, text, sha256 FROM document WHERE id = 1
      a document follows itself                | INSERT INTO document (id, name, language, retrieved, text, sha256, previous_version) VALUES (9, 'n', 'en', 0, '', HASH, 9)
      a number is text                         | INSERT INTO document (name, language, retrieved, text, sha256) VALUES ('n', 'en', 'noon', '', HASH)
      a passage changes                        | UPDATE passage SET narration = 1 WHERE id = 1
      a passage leaves                         | DELETE FROM passage WHERE id = 1
      a passage isn't in its document          | INSERT INTO passage (document_id, ordinal, start_unit, end_unit, text, narration) VALUES (1, 7, 0, 5, 'Never', 1)
      a passage ends before it begins          | INSERT INTO passage (document_id, ordinal, start_unit, end_unit, text, narration) VALUES (1, 7, 5, 5, 'Quorin', 1)
      two passages have one place              | INSERT INTO passage (document_id, ordinal, start_unit, end_unit, text, narration) VALUES (1, 0, 0, 6, 'Quorin', 1)
      a statement's kind is raised             | UPDATE statement SET kind = 'VERBATIM' WHERE id = 2
      a statement moves to another document    | UPDATE statement SET document_id = 2 WHERE id = 1
      a statement gets another day             | UPDATE statement SET spoken = '2040-05-05' WHERE id = 1
      a statement has an unknown kind          | INSERT INTO statement (document_id, unnamed, kind, parts, language, confidence, reason, status, utterance_id) VALUES (1, 'x', 'RUMOUR', 1, 'en', 1, '', 'HELD', 1)
      a statement has an unknown status        | UPDATE statement SET status = 'MAYBE' WHERE id = 1
      a statement has no parts                 | INSERT INTO statement (document_id, unnamed, kind, parts, language, confidence, reason, status, utterance_id) VALUES (1, 'x', 'REPORTED', 0, 'en', 1, '', 'HELD', 1)
      a statement has no speaker               | INSERT INTO statement (document_id, kind, parts, language, confidence, reason, status, utterance_id) VALUES (1, 'REPORTED', 1, 'en', 1, '', 'HELD', 1)
      a statement has two speakers             | UPDATE statement SET unnamed = 'a source' WHERE id = 1
      a speaker isn't on record                | UPDATE statement SET official_id = 99 WHERE id = 1
      confidence is more than certainty        | INSERT INTO statement (document_id, unnamed, kind, parts, language, confidence, reason, status, utterance_id) VALUES (1, 'x', 'REPORTED', 1, 'en', 1.1, '', 'HELD', 1)
      a statement is retracted by nobody       | UPDATE statement SET status = 'RETRACTED' WHERE id = 1
      a standing statement has a cause         | UPDATE statement SET cause = 2 WHERE id = 1
      a withdrawn statement stands again       | UPDATE statement SET status = 'STANDING', cause = NULL WHERE id = 2
      a withdrawn statement is merely held     | UPDATE statement SET status = 'HELD', cause = NULL WHERE id = 2
      a statement leaves                       | DELETE FROM statement WHERE id = 1
      a statement's words change               | UPDATE part SET text = 'We will close the pass,' WHERE statement_id = 1 AND ordinal = 0
      a statement's words move                 | UPDATE part SET start_unit = 0 WHERE statement_id = 1 AND ordinal = 0
      a statement's words leave                | DELETE FROM part WHERE statement_id = 1
      a statement gets more words              | INSERT INTO part (statement_id, ordinal, start_unit, end_unit, text) VALUES (1, 2, 100, 103, 'six')
      a change number is used again            | UPDATE change SET row_id = 9 WHERE seq = 1
      a decision is rewritten                  | UPDATE decision SET editor = 'somebody else'
      history is rewritten                     | UPDATE status_change SET reason = 'another'
      an official has no name                  | UPDATE official SET name = '' WHERE id = 1
      a post ends before it begins             | INSERT INTO official_post (official_id, ordinal, role, from_day, to_day) VALUES (1, 9, 'Envoy', '2040-01-02', '2040-01-01')
      there are two identities                 | INSERT INTO identity (only_row, uuid) VALUES (2, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa')
      a message shows what isn't on record     | INSERT INTO outbox_statement (outbox_id, ordinal, statement_id) VALUES (1, 0, 99)
      """)
  void theFileForbidsThat(String what, String sql) {
    store
        .review()
        .decide(1, new Verdict.Accept(), "Editor", "so that there is a decision to rewrite");
    long last = store.record().lastChange();

    assertThatExceptionOfType(StoreException.class)
        .isThrownBy(
            () -> store.database().write(session -> session.update(sql.replace("HASH", HASH))))
        .as(what)
        .extracting(StoreException::fault)
        .isEqualTo(StoreException.Fault.FORBIDDEN);
    assertThat(store.record().lastChange()).isEqualTo(last);
    assertThat(store.verify()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      the words aren't in the document | 1 | 0 | 5  | Never
      parts overlap                    | 1 | 5 | 12 | n, May
      """)
  void partsMustStandInTheTextAndFollowEachOther(
      String what, int ordinal, int start, int end, String words) {
    assertThatExceptionOfType(StoreException.class)
        .as(what)
        .isThrownBy(
            () ->
                store
                    .database()
                    .write(
                        session -> {
                          session.update(
                              "INSERT INTO statement (id, document_id, unnamed, kind, parts,"
                                  + " language, confidence, reason, status, utterance_id)"
                                  + " VALUES (9, 1, 'x', 'REPORTED', 2, 'en', 1, '', 'HELD', 1)");
                          session.update("INSERT INTO part VALUES (9, 0, 0, 6, 'Quorin')");
                          return session.update(
                              "INSERT INTO part VALUES (9, ?, ?, ?, ?)",
                              ordinal,
                              start,
                              end,
                              words);
                        }))
        .extracting(StoreException::fault)
        .isEqualTo(StoreException.Fault.FORBIDDEN);
    assertThat(store.record().statement(9)).isEmpty();
  }

  @Test
  void aNumberOfAChangeIsNotUsedAgainEvenWhenTheLastOneIsGone() {
    long last = store.record().lastChange();
    store.database().write(session -> session.update("DELETE FROM change WHERE seq = ?", last));
    store.record().save(Records.publication("other.txt"));
    assertThat(store.record().changesAfter(last - 1, 1).get(0).seq()).isEqualTo(last + 1);
  }

  @Test
  void theProgramKnowsTheLastMigration() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(files.map(file -> file.getFileName().toString().replaceFirst("V(\\d+)__.*", "$1")))
          .extracting(Integer::valueOf)
          .doesNotHaveDuplicates()
          .contains(Schema.VERSION)
          .allMatch(number -> number <= Schema.VERSION);
    }
  }
}
