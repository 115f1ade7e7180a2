package io.github.onrecord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.model.ModelStub;
import io.github.onrecord.model.Provider;
import io.github.onrecord.telegram.BotApiEmulator;
import io.github.onrecord.telegram.BotApiEmulator.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve} as a process of its own: what it tells its operator, and how it ends. */
@DisabledOnOs(OS.WINDOWS)
class ServeProcessTest {
  private static final String KEY = "marked-key-7421";
  private static final String NAME = "Zyxmark";
  private static final String WORD = "xyzzyword";

  /** What a user of another bot and a friend in the group wrote. */
  private static final String CHATTER = "plughword";

  @TempDir Path folder;
  private final BotApiEmulator telegram = new BotApiEmulator();
  private final ModelStub model = ModelStub.start();
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final StringBuilder log = new StringBuilder();
  private Process process;

  @AfterEach
  void end() {
    if (process != null) {
      process.destroyForcibly();
    }
    model.close();
    telegram.close();
  }

  @Test
  void itsLogTellsOneStoryAnUpdateAndNobodysWordsNamesOrSecrets() throws Exception {
    model.fails(500);
    Path config = Files.createDirectory(folder.resolve("config"));
    start(config);
    awaitLine(line -> line.contains("takes questions"));

    telegram.fail("sendmessage", new Fault.BadGateway());
    telegram.push(message(7_318_294_655L, "Who asked for ironclad guarantees " + WORD + "?"));
    telegram.push(message(7_318_294_655L, "/quote " + WORD));
    telegram.push(message(7_318_294_655L, "/subscribe 08:30 " + WORD));
    telegram.push(message(-100, CHATTER));
    telegram.push(message(7_318_294_655L, "/check “We will never " + WORD + "”"));
    telegram.await(sent -> sent.size() >= 4);
    String delivered = awaitLine(line -> line.contains("Delivered"));

    String update = delivered.replaceFirst(".* (update=\\d+) .*", "$1");
    assertThat(log.toString().lines().filter(line -> line.contains(" " + update + " ")))
        .anyMatch(line -> line.contains("Taken up: "))
        .anyMatch(line -> line.contains("Done within "))
        .anyMatch(line -> line.contains("Delivered message "));

    Files.writeString(config.resolve("onrecord.conf"), "log.level = shout");
    hangUp();
    assertThat(awaitLine(line -> line.contains("stay as they were")))
        .contains("onrecord.conf, line 1: log.level can't be shout");
    Files.writeString(
        config.resolve("feeds.conf"), "feeds = [{ address = \"http://feed.invalid/a.rss\" }]");
    Files.writeString(config.resolve("onrecord.conf"), "log.level = info");
    hangUp();
    awaitLine(line -> line.contains("feeds (1) are read again"));
    awaitLine(line -> line.contains("http://feed.invalid/a.rss: refused"));
    Files.writeString(config.resolve("onrecord.conf"), "log.level = error");
    hangUp();
    telegram.fail("getupdates", new Fault.Rejected(401, "Unauthorized"));
    telegram.push(message(7_318_294_655L, "/help"));

    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("a revoked token is the operator's to mend").isEqualTo(2);
    drain();
    assertThat(log.toString())
        .contains("level=error logger=Bot msg=\"The bot stops.")
        .doesNotContain("level=info logger=Bot msg=\"The bot");
    assertThat(log.toString().lines().filter(line -> !line.startsWith("Telegram refuses")))
        .allMatch(line -> line.matches("time=\\S+ level=(info|warn|error) logger=\\S+ .*"));
    assertThat(log.toString())
        .doesNotContainIgnoringCase(WORD)
        .doesNotContainIgnoringCase(CHATTER)
        .doesNotContainIgnoringCase(NAME)
        .doesNotContain("7318294655", KEY, BotApiEmulator.TOKEN, "Ryabkov", "Sherman");
  }

  private static ObjectNode message(long chat, String text) {
    ObjectMapper json = new ObjectMapper();
    ObjectNode message = json.createObjectNode();
    message.put("message_id", 5).put("date", 1).put("text", text);
    message
        .putObject("chat")
        .put("id", chat)
        .put("type", chat < 0 ? "supergroup" : "private")
        .put("title", NAME);
    message
        .putObject("from")
        .put("id", Math.abs(chat))
        .put("first_name", NAME)
        .put("username", NAME);
    ObjectNode update = json.createObjectNode();
    update.set("message", message);
    return update;
  }

  private void start(Path config) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                OnRecord.class.getName(),
                "serve",
                "--store",
                folder.resolve("record.db").toString(),
                "--config",
                config.toString()));
    builder.environment().put("TELEGRAM_BOT_TOKEN", BotApiEmulator.TOKEN);
    builder.environment().put("TELEGRAM_API_URL", telegram.url());
    builder.environment().put("MODEL_PROVIDER", "openai");
    builder.environment().put("MODEL_BASE_URL", model.baseUrl(Provider.OPENAI));
    builder.environment().put("MODEL_API_KEY", KEY);
    builder.environment().put("MODEL_NAME", "stub");
    process = builder.redirectErrorStream(true).start();
    Thread reader = new Thread(this::read, "log-reader");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      output.lines().forEach(lines::add);
    } catch (IOException | UncheckedIOException e) {
      // The process has ended.
    }
  }

  private String awaitLine(Predicate<String> wanted) throws InterruptedException {
    while (true) {
      String line = lines.poll(30, TimeUnit.SECONDS);
      assertThat(line).as("not said; the log so far:\n%s", log).isNotNull();
      log.append(line).append('\n');
      if (wanted.test(line)) {
        return line;
      }
    }
  }

  private void drain() throws InterruptedException {
    String line = lines.poll(1, TimeUnit.SECONDS);
    while (line != null) {
      log.append(line).append('\n');
      line = lines.poll(1, TimeUnit.SECONDS);
    }
  }

  private void hangUp() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).start().waitFor();
  }
}
