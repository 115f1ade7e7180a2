package io.github.onrecord.telegram;

import io.github.onrecord.answer.Answerer;
import io.github.onrecord.answer.RecordDesk;
import io.github.onrecord.digest.DigestMaker;
import io.github.onrecord.digest.Following;
import io.github.onrecord.record.Language;
import io.github.onrecord.search.Lexicon;
import io.github.onrecord.search.QuestionReader;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.search.Retriever;
import io.github.onrecord.store.Follow;
import io.github.onrecord.store.Store;
import io.github.onrecord.store.SummaryWish;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A morning at which everybody's summary is due at once, from the clock to the outbox: in three
 * languages, full and short, a tenth of the chats following something. Divide by their number.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 1)
@Measurement(iterations = 2)
public class DigestBenchmark {
  private static final List<Language> LANGUAGES =
      List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN);

  /** Chats that get summaries. */
  @Param("100000")
  private int subscriptions;

  private Path folder;
  private MorningClock clock;
  private Store store;
  private RecordIndex index;
  private DigestClock digests;
  private int document;

  @Setup
  public void open() throws IOException {
    folder = Files.createTempDirectory("onrecord-benchmark");
    clock = new MorningClock();
    store = Store.open(folder.resolve("record.db"), clock);
    index =
        RecordIndex.open(
            store.record(), store.uuid(), null, Lexicon.load(Path.of("config", "lexicon"), null));
    RecordDesk desk =
        new RecordDesk(
            index,
            new QuestionReader(index, clock),
            new Retriever(index),
            Answerer.withoutModel(),
            null);
    news();
    subscribe();
    digests =
        new DigestClock(
            store,
            new DigestMaker(store.record()),
            new Following(desk, store.record()),
            desk,
            clock,
            () -> {});
  }

  /** Twenty statements of two sides. */
  private void news() {
    FerryTalks.Said[] said = new FerryTalks.Said[20];
    for (int i = 0; i < said.length; i++) {
      String words = "On topic" + (document * 7 + i) % 100 + " remark " + document + "." + i + ".";
      said[i] = FerryTalks.verbatim(i % 2 == 0 ? FerryTalks.CALDER : FerryTalks.PELL, words);
    }
    LocalDate day = LocalDate.of(2041, 3, 5).plusDays(document);
    FerryTalks.publish(store, "morning-" + document++, day, said);
  }

  private void subscribe() {
    store.inTransaction(
        () -> {
          for (int chat = 1; chat <= subscriptions; chat++) {
            Language language = LANGUAGES.get(chat % LANGUAGES.size());
            SummaryWish wish =
                SummaryWish.daily(LocalTime.of(8, 30), ZoneOffset.UTC, language)
                    .brief(chat % 2 == 0);
            store.subscriptions().subscribe(chat, wish);
            if (chat % 10 == 0) {
              store
                  .follows()
                  .add(chat, chat, "topic" + chat % 100, language, Follow.Mode.DAILY, 20);
            }
          }
          return subscriptions;
        });
  }

  @Benchmark
  public Duration planned() {
    news();
    clock.nextMorning();
    return digests.tick();
  }

  @TearDown
  public void delete() throws IOException {
    index.close();
    store.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Goes from one morning to the next. */
  private static final class MorningClock extends Clock {
    private Instant now = Instant.parse("2041-03-05T09:00:00Z");

    void nextMorning() {
      now = now.plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(9));
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
