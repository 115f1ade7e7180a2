package io.github.onrecord;

import io.github.onrecord.search.RecordIndex;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
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

/** A document of 20 statements, from its being saved to its being found. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class ReplayBenchmark {
  /** Statements on record. */
  @Param({"10000", "100000", "1000000"})
  private int statements;

  private GeneratedStore record;
  private RecordIndex index;

  @Setup
  public void open() throws IOException {
    record = new GeneratedStore(statements);
    index = record.index("index");
  }

  @TearDown
  public void close() {
    index.close();
    record.close();
  }

  @Benchmark
  public void savedToFound() {
    record.generated().add(record.store().record());
    index.catchUp();
  }
}
