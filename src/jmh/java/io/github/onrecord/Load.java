package io.github.onrecord;

import io.github.onrecord.telegram.BotApiEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Load on the whole program: {@code serve} in a process of its own, with 256 MB of heap and no
 * model, on a generated record, before an emulated Telegram in which many people ask at a steady
 * rate. Prints how long an answer takes from the moment when its question is stored until it is
 * handed over to be sent, what was lost, how fast messages left, and what heap and collector say.
 *
 * <p>Arguments: seconds (20), questions a second (50), statements on record (100000).
 */
public final class Load {
  private static final long SEED = 20220111;
  private static final int PEOPLE = 20_000;

  /** What Telegram allows, and what the program keeps to. */
  private static final int ALLOWED = 30;

  private static final Pattern PAUSE =
      Pattern.compile("Pause .* (\\d+)M->(\\d+)M\\(\\d+M\\) ([\\d.]+)ms");

  private Load() {}

  public static void main(String... arguments) throws Exception {
    int seconds = argument(arguments, 0, 20);
    int rate = argument(arguments, 1, 50);
    int statements = argument(arguments, 2, 100_000);
    List<String> questions = new ArrayList<>();
    Path folder = Files.createTempDirectory("onrecord-load");
    Path store = folder.resolve("record.db");
    try (GeneratedStore record = new GeneratedStore(statements)) {
      for (int i = 0; i < 2_000; i++) {
        questions.add(record.generated().question());
      }
      record.store().backup(store);
    }
    try (BotApiEmulator telegram = new BotApiEmulator()) {
      Process bot = start(folder, store, telegram.url());
      try {
        Duration cpu = run(telegram, bot, questions, seconds, rate);
        Thread.sleep(2_000); // What is under way.
        report(telegram, folder, store, seconds, rate);
        System.out.printf(
            "processor time: %.1f ms a question, whatever else the machine does%n",
            (double) cpu.toMillis() / (seconds * rate));
      } finally {
        bot.destroyForcibly().waitFor();
      }
    }
  }

  private static int argument(String[] arguments, int at, int otherwise) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
  }

  private static Process start(Path folder, Path store, String url) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-Xlog:gc:file=" + folder.resolve("gc.log"),
            "-cp",
            System.getProperty("java.class.path"),
            OnRecord.class.getName(),
            "serve",
            "--store",
            store.toString());
    builder.environment().put("TELEGRAM_BOT_TOKEN", BotApiEmulator.TOKEN);
    builder.environment().put("TELEGRAM_API_URL", url);
    builder.environment().put("MODEL_PROVIDER", "none");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("serve.log").toFile())
        .start();
  }

  /** Returns the processor time that it took. */
  private static Duration run(
      BotApiEmulator telegram, Process bot, List<String> questions, int seconds, int rate)
      throws InterruptedException {
    while (!telegram.calls().contains("getupdates")) {
      if (bot.waitFor(100, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("serve has ended; see serve.log");
      }
    }
    Random random = new Random(SEED);
    // Some answers before it counts, as any server has.
    for (int i = 0; i < 100; i++) {
      telegram.say(1 + random.nextInt(PEOPLE), questions.get(i));
    }
    Thread.sleep(5_000);
    Duration before = bot.info().totalCpuDuration().orElse(Duration.ZERO);
    long begun = System.nanoTime();
    for (int i = 0; i < seconds * rate; i++) {
      long due = begun + TimeUnit.SECONDS.toNanos(i) / rate;
      TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
      telegram.say(1 + random.nextInt(PEOPLE), questions.get(random.nextInt(questions.size())));
    }
    return bot.info().totalCpuDuration().orElse(before).minus(before);
  }

  private static void report(
      BotApiEmulator telegram, Path folder, Path store, int seconds, int rate)
      throws SQLException, IOException {
    long[] waits;
    long sent;
    long waiting;
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        Statement statement = connection.createStatement()) {
      List<Long> all = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              "SELECT finished_at - received_at FROM inbox WHERE state = 'DONE' AND id > 100")) {
        while (rows.next()) {
          all.add(rows.getLong(1));
        }
      }
      waits = all.stream().mapToLong(Long::longValue).sorted().toArray();
      // The seconds in which there was always something to send: the first and last ones aside.
      sent =
          one(
              statement,
              "SELECT count(*) FROM outbox WHERE state = 'SENT' AND tried_at BETWEEN (SELECT"
                  + " received_at + 3000 FROM inbox WHERE id = 101) AND (SELECT max(received_at)"
                  + " FROM inbox)");
      waiting = one(statement, "SELECT count(*) FROM outbox WHERE state IN ('PENDING', 'SENDING')");
    }
    System.out.printf("questions: %d in %d s (%d/s)%n", seconds * rate, seconds, rate);
    System.out.printf(
        "answered and handed over: %d, lost or late: %d%n",
        waits.length, seconds * rate - waits.length);
    System.out.printf(
        "from stored to handed over: p50 %d ms, p95 %d ms, p99 %d ms, longest %d ms%n",
        at(waits, 0.50), at(waits, 0.95), at(waits, 0.99), at(waits, 1));
    System.out.printf(
        "messages sent: %.1f/s of %d/s allowed (%.0f %%); %d wait for their turn%n",
        sent / (seconds - 3.0), ALLOWED, 100 * sent / (seconds - 3.0) / ALLOWED, waiting);
    collector(folder.resolve("gc.log"));
    System.out.printf(
        "calls of the Bot API in all: %d; files in %s%n", telegram.calls().size(), folder);
  }

  private static long one(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      return row.getLong(1);
    }
  }

  private static long at(long[] sorted, double share) {
    return sorted.length == 0 ? -1 : sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** Heap after collections: the first quarter of the run against the last tells of growth. */
  private static void collector(Path log) throws IOException {
    List<MatchResult> pauses = PAUSE.matcher(Files.readString(log)).results().toList();
    double[] milliseconds =
        pauses.stream().mapToDouble(pause -> Double.parseDouble(pause.group(3))).toArray();
    int[] after = pauses.stream().mapToInt(pause -> Integer.parseInt(pause.group(2))).toArray();
    int quarter = Math.max(1, after.length / 4);
    System.out.printf(
        "heap of at most 256 MB: %.0f MB after collections in the first quarter, %.0f MB in the"
            + " last; %d collections, %.0f ms in all, longest %.0f ms%n",
        Arrays.stream(after).limit(quarter).average().orElse(0),
        Arrays.stream(after).skip(Math.max(0, after.length - quarter)).average().orElse(0),
        after.length,
        Arrays.stream(milliseconds).sum(),
        Arrays.stream(milliseconds).max().orElse(0));
  }
}
