package io.github.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kept index is changed around the program. */
class IndexCheckTest {
  @TempDir Path folder;
  private SmallRecord record;

  @BeforeEach
  void aRecordAndItsIndex() throws IOException {
    record = new SmallRecord(folder).withTalks();
    record.indexOnDisk().close();
  }

  @AfterEach
  void close() {
    record.close();
  }

  private List<String> differences() {
    return RecordIndex.verify(
        record.store().record(), record.store().uuid(), record.indexFolder(), record.lexicon());
  }

  private interface Change {
    void in(IndexWriter writer) throws IOException;
  }

  private void tamper(Change change) throws IOException {
    try (FSDirectory directory = FSDirectory.open(record.indexFolder());
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Map<String, String> data = new HashMap<>();
      writer.getLiveCommitData().forEach(e -> data.put(e.getKey(), e.getValue()));
      change.in(writer);
      writer.setLiveCommitData(data.entrySet());
    }
  }

  @Test
  void findsNothingInAnIndexThatSaysWhatTheRecordSays() {
    assertThat(differences()).isEmpty();
  }

  @Test
  void whatTheIndexDoesNotKnowYetIsNoFault() {
    record.retract(1);
    record.say(
        "crane.txt",
        Language.ENGLISH,
        LocalDate.of(2040, 6, 6),
        SmallRecord.milena(),
        "The harbour crane stays where it is");
    assertThat(differences()).isEmpty();
  }

  @Test
  void findsWhatIsMissing() throws IOException {
    tamper(writer -> writer.deleteDocuments(new Term(Fields.KEY, "s2")));
    assertThat(differences()).containsExactly("The index lacks statement 2.");
  }

  @Test
  void findsWhatIsTooMuch() throws IOException {
    Document orphan = new Document();
    orphan.add(new StringField(Fields.KEY, "s99", Field.Store.NO));
    tamper(writer -> writer.addDocument(orphan));
    assertThat(differences())
        .containsExactly("The index has statement 99, which the record hasn't.");
  }

  @Test
  void findsOtherWords() throws IOException {
    Document other = new Document();
    other.add(new StringField(Fields.KEY, "s1", Field.Store.NO));
    other.add(new StringField(Fields.SAID, "war", Field.Store.NO));
    tamper(writer -> writer.updateDocument(new Term(Fields.KEY, "s1"), other));
    assertThat(differences())
        .containsExactly("The index has other words or circumstances of statement 1.");
  }

  @Test
  void findsAByteThatTheDiskChanged() throws IOException {
    Path largest;
    try (var files = Files.list(record.indexFolder())) {
      largest = files.max(java.util.Comparator.comparing(file -> file.toFile().length())).get();
    }
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 1;
    Files.write(largest, bytes);

    assertThat(differences())
        .containsExactly("The index in " + record.indexFolder() + " is damaged.");
  }

  @Test
  void whereNoIndexIsKeptThereIsNothingToFind() throws IOException {
    try (var files = Files.list(record.indexFolder())) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    assertThat(differences()).isEmpty();
    Files.delete(record.indexFolder());
    assertThat(differences()).isEmpty();
  }
}
