package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program dies at any moment of its writing: what the disk holds then, copied away from under
 * it, is always a whole record that has all that was said to be stored.
 */
class CrashTest {
  private static final int DEATHS = 25;
  private static final List<String> WORDS =
      List.of("talks", "переговоры", "угода", "«ні»", "𝔘", "l’été", "no\u00a0break", "'; DROP");

  @TempDir Path folder;

  @Test
  void aDeathAtAnyMomentLosesNothingThatWasStoredAndLeavesNothingHalf() throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("CrashTest -Dseed=" + seed);
    Random random = new Random(seed);
    Path life = Files.createDirectory(folder.resolve("life0"));
    StoreFile.in(life);
    List<String> stored = new ArrayList<>();
    for (int death = 1; death <= DEATHS; death++) {
      Path next = Files.createDirectory(folder.resolve("life" + death));
      try (Store store = Store.open(life.resolve("record.db"), Records.CLOCK)) {
        checkRecord(store, stored);
        for (int i = random.nextInt(4); i > 0; i--) {
          stored.add(save(store, random, "d" + death + "-" + i));
        }
        dieWithin(store, random, "d" + death + "-half", life, next);
      }
      life = next;
    }
    try (Store store = Store.open(life.resolve("record.db"), Records.CLOCK)) {
      checkRecord(store, stored);
    }
  }

  /** What was cut off is lost, since it was nowhere else; what is left is whole. */
  @Test
  void aLogThatIsCutOffAnywhereLeavesAWholeRecord() throws IOException {
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("CrashTest -Dseed=" + seed);
    Random random = new Random(seed);
    Path life = Files.createDirectory(folder.resolve("life"));
    Path left = Files.createDirectory(folder.resolve("left"));
    StoreFile.in(life);
    List<String> stored = new ArrayList<>();
    try (Store store = Store.open(life.resolve("record.db"), Records.CLOCK)) {
      for (int i = 0; i < 20; i++) {
        stored.add(save(store, random, "d" + i));
      }
      byte[] log = Files.readAllBytes(life.resolve("record.db-wal"));
      Files.copy(life.resolve("record.db"), left.resolve("record.db"));
      for (int cut = 0; cut < 25; cut++) {
        Path copy = Files.createDirectory(folder.resolve("cut" + cut));
        Files.copy(left.resolve("record.db"), copy.resolve("record.db"));
        Files.write(copy.resolve("record.db-wal"), Arrays.copyOf(log, random.nextInt(log.length)));
        try (Store cutOff = Store.open(copy.resolve("record.db"), Records.CLOCK)) {
          assertThat(cutOff.verify()).isEmpty();
          List<String> found = new ArrayList<>();
          cutOff.record().forEachDocument(document -> found.add(document.name()));
          assertThat(stored.subList(0, found.size())).isEqualTo(found);
        }
      }
    }
  }

  private static void checkRecord(Store store, List<String> stored) {
    assertThat(store.verify()).isEmpty();
    List<String> found = new ArrayList<>();
    store.record().forEachDocument(document -> found.add(document.name()));
    assertThat(found).isEqualTo(stored);
    List<Change> changes = store.record().changesAfter(0, Integer.MAX_VALUE);
    assertThat(changes).extracting(Change::seq).doesNotHaveDuplicates().isSorted();
  }

  private static String save(Store store, Random random, String name) {
    store.record().save(randomPublication(store.record(), random, name));
    return name;
  }

  /** Copies the files, as a death would leave them, from inside a transaction. */
  private static void dieWithin(Store store, Random random, String name, Path life, Path next) {
    store.inTransaction(
        () -> {
          store.record().save(randomPublication(store.record(), random, name));
          if (random.nextBoolean()) {
            // So much that SQLite has to write pages of the unfinished transaction to the disk.
            for (int i = 0; i < 40; i++) {
              store
                  .inbox()
                  .put(List.of(new Update(random.nextLong(), 1L, null, "x".repeat(100_000))));
            }
          }
          try (Stream<Path> files = Files.list(life)) {
            for (Path file : files.toList()) {
              if (!file.toString().endsWith("-shm")) {
                Files.copy(file, next.resolve(file.getFileName()));
              }
            }
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return true;
        });
  }

  private static Publication randomPublication(RecordStore record, Random random, String name) {
    StringBuilder text = new StringBuilder();
    List<Integer> words = new ArrayList<>();
    for (int i = 20 + random.nextInt(200); i > 0; i--) {
      words.add(text.length());
      text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
    }
    text.append(name);
    Document document = Records.document(name, text.toString());
    List<Official> officials =
        random.nextBoolean()
            ? List.of()
            : List.of(new Official(0, "Official " + name, List.of("O"), null, List.of()));
    List<Statement> statements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      int first = random.nextInt(words.size() - 5);
      Span span = new Span(words.get(first), words.get(first + 1 + random.nextInt(4)) - 1);
      Speaker speaker =
          officials.isEmpty()
              ? new Speaker.Unnamed("a delegate")
              : new Speaker.Named(0, officials.get(0).name());
      statements.add(
          Records.statement(
              speaker,
              Kind.REPORTED,
              Status.STANDING,
              null,
              -random.nextInt(3),
              document.text(),
              span.of(document.text())));
    }
    List<StatusChange> changes = new ArrayList<>();
    record.forEachStatement(
        statement -> {
          if (random.nextInt(10) == 0) {
            changes.add(new StatusChange(statement.id(), Status.RETRACTED, "at random"));
          }
        });
    return new Publication(document, List.of(), statements, officials, changes);
  }
}
