package io.github.onrecord;

import io.github.onrecord.ingest.FetchSettings;
import io.github.onrecord.ingest.Hints;
import io.github.onrecord.ingest.Ingestion;
import io.github.onrecord.ingest.Inputs;
import io.github.onrecord.search.Lexicon;
import io.github.onrecord.search.Meanings;
import io.github.onrecord.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** An article of the second labelled set taken into a new record, by rules, on average. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx200m")
@Warmup(iterations = 20)
@Measurement(iterations = 20)
public class IngestionBenchmark {
  private static final int ARTICLES = 24;
  private static final Path SET = Path.of("src/test/resources/evaluation/second/articles");

  private Meanings meanings;
  private Path folder;
  private Store store;
  private Ingestion ingestion;

  @Setup
  public void read() {
    meanings = new Meanings(Lexicon.load(Path.of("config", "lexicon"), null));
  }

  @Setup(Level.Invocation)
  public void open() throws IOException {
    Clock clock = Clock.systemUTC();
    folder = Files.createTempDirectory("onrecord-benchmark");
    store = Store.open(folder.resolve("record.db"), clock);
    ingestion = new Ingestion(store.record(), FetchSettings.DEFAULT, meanings::of, clock);
  }

  @TearDown(Level.Invocation)
  public void delete() throws IOException {
    store.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Benchmark
  @OperationsPerInvocation(ARTICLES)
  public void takeIn(Blackhole reports) {
    Inputs.of(List.of(SET.toString()), InputStream.nullInputStream())
        .forEach(input -> ingestion.ingest(input, Hints.NONE, false, reports::consume));
  }
}
