package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damage is done around the program: by another program, or by the disk. */
class StoreCheckTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void aStoreWithARecord() {
    file = StoreFile.in(folder);
    try (Store store = Store.open(file, Records.CLOCK)) {
      store.record().save(Records.publication("pass.txt"));
    }
  }

  private List<String> findings() {
    try (Store store = Store.open(file, Records.CLOCK)) {
      return store.verify();
    }
  }

  private void tamper(String... sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String trigger :
          List.of(
              "document_never_changes",
              "part_never_changes",
              "part_never_leaves",
              "passage_never_changes",
              "statement_never_leaves")) {
        statement.execute("DROP TRIGGER " + trigger);
      }
      for (String line : sql) {
        statement.execute(line);
      }
    }
  }

  @Test
  void findsNothingInAStoreThatIsWhole() {
    assertThat(findings()).isEmpty();
  }

  @Test
  void findsATextThatIsNotTheOneArchived() throws SQLException {
    tamper("UPDATE document SET text = replace(text, 'snow', 'rain')");
    assertThat(findings())
        .containsExactly(
            "The text of document 1 is not the one archived.",
            "Passage 1 is not what its document says there.",
            "Statement 1 is not what its document says there.");
  }

  @Test
  void findsWordsThatWereChanged() throws SQLException {
    tamper("UPDATE part SET text = 'before the rain.' WHERE statement_id = 1 AND ordinal = 1");
    assertThat(findings()).containsExactly("Statement 1 is not what its document says there.");
  }

  @Test
  void findsASpanThatMovedOutOfTheText() throws SQLException {
    tamper("UPDATE passage SET end_unit = 100000 WHERE id = 2");
    assertThat(findings()).containsExactly("Passage 2 is not what its document says there.");
  }

  @Test
  void findsWordsThatAreMissing() throws SQLException {
    tamper("DELETE FROM part WHERE statement_id = 1 AND ordinal = 1");
    assertThat(findings()).containsExactly("Statement 1 has lost some of its parts.");
  }

  @Test
  void findsWhatIsLeftOfAStatementThatIsGone() throws SQLException {
    tamper("DELETE FROM statement WHERE id = 2");
    assertThat(findings())
        .containsExactlyInAnyOrder(
            "Row 0 of the table part refers to a row of statement that isn't there.",
            "Utterance 2 has no statement.",
            "Statement 2 has a change number but isn't on record.");
  }

  @Test
  void findsWhatNoIndexCanKnow() throws SQLException {
    tamper("DELETE FROM change WHERE type <> 'STATEMENT'");
    assertThat(findings())
        .containsExactlyInAnyOrder(
            "Passage 1 has no change number, so no index can know it.",
            "Passage 2 has no change number, so no index can know it.",
            "Official 1 has no change number, so no index can know it.");
  }

  @Test
  void findsAByteThatTheDiskChanged() throws IOException {
    byte[] words = "We will reopen the pass,".getBytes(StandardCharsets.UTF_8);
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    int at = bytes.lastIndexOf(new String(words, StandardCharsets.ISO_8859_1));
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {'H'}), at);
    }
    assertThat(findings()).isNotEmpty();
  }

  @Test
  void findsADamagedPage() throws IOException, SQLException {
    long page;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT (rootpage - 1) * page_size FROM sqlite_schema, pragma_page_size"
                    + " WHERE name = 'passage'")) {
      page = result.getLong(1);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[2000]), page);
    }
    assertThat(findings()).anyMatch(finding -> finding.contains("damaged"));
  }
}
