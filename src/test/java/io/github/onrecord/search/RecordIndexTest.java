package io.github.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index follows the record, and can be thrown away. */
class RecordIndexTest {
  private static final String QUESTION = "What did Milena Tasch say about the harbour crane?";

  @TempDir private Path folder;
  private SmallRecord record;

  @BeforeEach
  void open() throws IOException {
    record = new SmallRecord(folder).withTalks();
  }

  @AfterEach
  void close() {
    record.close();
  }

  @Test
  void sees_what_is_stored_after_it_was_opened() {
    try (RecordIndex index = record.indexInMemory()) {
      assertThat(answers(index)).isZero();
      sayMore();
      index.catchUp();
      assertThat(answers(index)).isEqualTo(1);
    }
  }

  @Test
  void shows_no_statement_as_it_was_read_before_it_changed() {
    try (RecordIndex index = record.indexInMemory()) {
      long milena = 1;
      assertThat(index.recent().statements(List.of(milena)).get(milena).standing()).isTrue();
      record.retract(milena);
      index.catchUp();
      assertThat(index.recent().statements(List.of(milena)).get(milena).standing()).isFalse();
    }
  }

  @Test
  void replays_what_it_missed_while_closed() {
    record.indexOnDisk().close();
    sayMore();
    try (RecordIndex index = record.indexOnDisk()) {
      assertThat(answers(index)).isEqualTo(1);
    }
  }

  @Test
  void is_made_anew_when_damaged() throws IOException {
    sayMore();
    record.indexOnDisk().close();
    try (var files = Files.list(record.indexFolder())) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("segments")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }
    try (RecordIndex index = record.indexOnDisk()) {
      assertThat(answers(index)).isEqualTo(1);
    }
  }

  @Test
  void is_made_anew_when_any_byte_of_it_has_changed() throws IOException {
    sayMore();
    record.indexOnDisk().close();
    List<Path> files;
    try (var found = Files.list(record.indexFolder())) {
      files = found.filter(file -> !file.toString().endsWith(".lock")).toList();
    }
    Random random = new Random(20400620);
    for (Path file : files) {
      byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      if (bytes.length == 0 || !file.getFileName().toString().startsWith("_")) {
        continue; // Replaced meanwhile, or no file of Lucene's segments.
      }
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bytes);
      try (RecordIndex index = record.indexOnDisk()) {
        assertThat(answers(index)).as("after a change in %s", file.getFileName()).isEqualTo(1);
        assertThat(Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes))
            .as("the changed file is gone")
            .isFalse();
      }
    }
  }

  @Test
  void is_not_used_for_another_store() {
    sayMore();
    record.indexOnDisk().close();
    try (RecordIndex index =
        RecordIndex.open(
            record.store().record(), "another", record.indexFolder(), record.lexicon())) {
      assertThat(answers(index)).isEqualTo(1);
    }
  }

  @Test
  void is_kept_in_memory_when_the_folder_is_taken() {
    sayMore();
    try (RecordIndex first = record.indexOnDisk();
        RecordIndex second = record.indexOnDisk()) {
      assertThat(answers(first)).isEqualTo(1);
      assertThat(answers(second)).isEqualTo(1);
    }
  }

  private void sayMore() {
    record.say(
        "crane.txt",
        Language.ENGLISH,
        LocalDate.of(2040, 6, 6),
        SmallRecord.milena(),
        "The harbour crane stays where it is");
  }

  private static int answers(RecordIndex index) {
    return new Retriever(index)
        .retrieve(new QuestionReader(index, SmallRecord.CLOCK).read(QUESTION, List.of()))
        .answers()
        .size();
  }
}
