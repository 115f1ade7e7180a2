package io.github.onrecord.telegram;

import io.github.onrecord.OnRecord;
import io.github.onrecord.model.ModelStub;
import io.github.onrecord.model.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as a process of its own, to be stopped, frozen and killed. */
final class ChildProcess implements AutoCloseable {
  private final Process process;
  private final Path output;

  private ChildProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** How the program is started. */
  record Launch(
      Path store, Path config, BotApiEmulator telegram, ModelStub model, List<String> before) {

    /** Starts a command on the store. */
    ChildProcess run(String... command) {
      List<String> line = new ArrayList<>(before);
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      line.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
      line.add(System.getProperty("java.class.path"));
      line.add(OnRecord.class.getName());
      line.addAll(List.of(command));
      line.addAll(List.of("--store", store.toString(), "--config", config.toString()));
      try {
        Path output = Files.createTempFile(config, command[0], ".log");
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("TELEGRAM_BOT_TOKEN", BotApiEmulator.TOKEN);
        builder.environment().put("TELEGRAM_API_URL", telegram.url());
        builder.environment().put("MODEL_PROVIDER", "openai");
        builder.environment().put("MODEL_BASE_URL", model.baseUrl(Provider.OPENAI));
        builder.environment().put("MODEL_NAME", "stub");
        return new ChildProcess(
            builder.redirectErrorStream(true).redirectOutput(output.toFile()).start(), output);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The same on another store. */
    Launch on(Path other) {
      return new Launch(other, config, telegram, model, before);
    }

    /** The same, started by another command, which is given the whole line. */
    Launch within(String... wrapper) {
      return new Launch(store, config, telegram, model, List.of(wrapper));
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  /** What it has said so far. */
  String said() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has made so many calls of the Bot API in all. */
  void awaitCalls(BotApiEmulator telegram, int count) {
    await(() -> telegram.awaitCalls(count));
  }

  /** Waits until so many messages were sent in all. */
  void awaitSends(BotApiEmulator telegram, int count) {
    await(() -> telegram.await(sent -> sent.size() >= count));
  }

  /** Waits for something that gives up after half a minute: a busy machine may need longer. */
  void await(Runnable patience) {
    for (int minute = 0; ; minute++) {
      try {
        patience.run();
        return;
      } catch (AssertionError e) {
        if (minute == 4 || !alive()) {
          throw new AssertionError(e.getMessage() + "; it said:\n" + said(), e);
        }
      }
    }
  }

  /** Waits until it has said something; fails after two minutes. */
  void awaitSaid(String words) throws InterruptedException {
    for (int i = 0; i < 2400; i++) {
      if (said().contains(words)) {
        return;
      }
      process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new AssertionError("It never said: " + words + "\n" + said());
  }

  /** A folder as the process sees it, which may have mounted something there. */
  Path seen(Path folder) {
    return Path.of("/proc/" + process.pid() + "/root" + folder);
  }

  /** Sends a signal by its name without SIG. */
  void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits for its end; the exit code, or -1 when it doesn't end within so many seconds. */
  int end(int seconds) {
    try {
      return process.waitFor(seconds, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** SIGKILL. */
  @Override
  public void close() {
    process.destroyForcibly();
    end(10);
  }
}
