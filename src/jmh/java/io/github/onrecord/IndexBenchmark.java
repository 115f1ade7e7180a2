package io.github.onrecord;

import io.github.onrecord.search.RecordIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * The index made anew from the record, and opened as it was. After each, the memory that an open
 * index keeps is printed.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
public class IndexBenchmark {
  private static final String KEPT = "index";
  private static final String ANEW = "index-anew";

  /** Statements on record. */
  @Param({"10000", "100000", "1000000"})
  private int statements;

  private GeneratedStore record;
  private RecordIndex index;

  @Setup
  public void generate() throws IOException {
    record = new GeneratedStore(statements);
    record.index(KEPT).close();
  }

  @Setup(Level.Iteration)
  public void clear() throws IOException {
    Path folder = record.folder().resolve(ANEW);
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  @TearDown(Level.Iteration)
  public void closeIndex() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        "(%d MB kept in memory) ", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    index.close();
  }

  @TearDown
  public void close() {
    record.close();
  }

  @Benchmark
  public RecordIndex madeAnew() {
    index = record.index(ANEW);
    return index;
  }

  @Benchmark
  public RecordIndex openedAsItWas() {
    index = record.index(KEPT);
    return index;
  }
}
