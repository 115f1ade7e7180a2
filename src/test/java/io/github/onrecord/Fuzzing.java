package io.github.onrecord;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Throws mutated inputs at a reader: whatever comes, it neither fails nor hangs. Seeded: {@code
 * -Dfuzz.seed=N} repeats a run, {@code -Dfuzz.factor=N} makes it N times as long (the profile
 * {@code long}).
 */
public final class Fuzzing {
  /** What inputs of every kind are broken with. */
  private static final List<String> SPLINTERS =
      List.of(
          "\u0000",
          "\ud800",
          "\udfff",
          "\ud83d\ude00",
          "\u202e",
          "\u0301",
          "\u00a0",
          "\n",
          "\r\n",
          "\t",
          "\"",
          "'",
          "«",
          "»",
          "“",
          "”",
          "„",
          "—",
          "-",
          ":",
          "@",
          "/",
          "\\",
          "{",
          "}",
          "[",
          "]",
          "(",
          "<b>",
          "&#xd800;",
          "]]>",
          "${x}",
          "{{it}}",
          "%s%n",
          "';--",
          " AND OR NOT ",
          "*:*",
          "~2^9",
          "9999999999999999999",
          "-1",
          "1e309",
          "NaN",
          "null",
          "İ",
          "ﬁ",
          "і",
          "ё",
          "a".repeat(300),
          "[".repeat(300),
          "“".repeat(100),
          "a ".repeat(200),
          "31.02.2041",
          "24:61",
          "UTC+99");

  /** So many executions are watched as one; none of them may take longer together. */
  private static final int BATCH = 100;

  /** Of the processor's time, not of the clock's: the machine may have other work. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Fuzzing() {}

  /** What is tried. */
  @FunctionalInterface
  public interface Target {
    /** Throws only when something is wrong. */
    void take(String input) throws Exception;
  }

  /**
   * Tries a target.
   *
   * @param name told with the seed
   * @param executions how many inputs, times {@code fuzz.factor}
   * @param corpus good inputs, to be mutated
   */
  public static void run(String name, int executions, List<String> corpus, Target target) {
    long seed = Long.getLong("fuzz.seed", new Random().nextLong());
    long all = executions * Long.getLong("fuzz.factor", 1L);
    System.out.printf("Fuzzing %s: seed %d, %d executions%n", name, seed, all);
    Random random = new Random(seed);
    for (long done = 0; done < all; done += BATCH) {
      long first = done;
      watched(
          () -> {
            for (long i = first; i < Math.min(all, first + BATCH); i++) {
              attempt(target, mutated(corpus.get(random.nextInt(corpus.size())), random), i, seed);
            }
          },
          name + " hangs within executions " + first + " and following, seed " + seed);
    }
  }

  /** Does some work, and fails with {@code otherwise} when it takes a minute of processor time. */
  public static void watched(Runnable work, String otherwise) {
    FutureTask<Boolean> task = new FutureTask<>(work, true);
    Thread thread = new Thread(task, "fuzzed");
    thread.setDaemon(true);
    thread.start();
    while (true) {
      try {
        task.get(1, TimeUnit.SECONDS);
        return;
      } catch (TimeoutException e) {
        long used = ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.getId());
        if (used > PATIENCE.toNanos()) {
          throw new AssertionError(otherwise);
        }
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause().getMessage(), e.getCause());
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void attempt(Target target, String input, long execution, long seed) {
    try {
      target.take(input);
    } catch (Exception | StackOverflowError | AssertionError e) {
      throw new AssertionError(
          "Execution " + execution + ", seed " + seed + ", input: " + escaped(input), e);
    }
  }

  private static String mutated(String good, Random random) {
    StringBuilder text = new StringBuilder(good);
    for (int i = random.nextInt(5); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + random.nextInt(20));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, to);
        case 1, 2 -> text.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
        case 3 -> text.insert(at, text.substring(at, to).repeat(random.nextInt(20)));
        case 4 -> text.insert(at, (char) random.nextInt(0x500));
        default -> {
          if (at < text.length()) {
            text.setCharAt(at, (char) random.nextInt(0x10000));
          }
        }
      }
    }
    if (random.nextInt(20) == 0) {
      text.setLength(random.nextInt(text.length() + 1));
    }
    return text.toString();
  }

  private static String escaped(String input) {
    StringBuilder shown = new StringBuilder("\"");
    for (char unit : input.toCharArray()) {
      if (unit >= ' ' && unit < 0x7f) {
        shown.append(unit);
      } else {
        shown.append(String.format("\\u%04x", (int) unit));
      }
    }
    return shown.append('"').toString();
  }
}
