package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.CALDER_WORDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.onrecord.model.ModelStub;
import io.github.onrecord.store.Store;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import io.github.onrecord.telegram.ChildProcess.Launch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program as a process whose machine fails it: it is frozen ({@code -Dfreeze=60} seconds), its
 * store is locked, its disk is full or read-only, its store is damaged. What readers and the
 * operator see is said by the tests.
 */
@EnabledOnOs(OS.LINUX)
class ProcessFaultTest {
  private static final int FREEZE = Integer.getInteger("freeze", 1);

  @TempDir Path folder;
  private final BotApiEmulator telegram = new BotApiEmulator();
  private final ModelStub model = ModelStub.start().says("{\"points\":[]}");
  private Path disk;
  private Path file;
  private Launch launch;
  private long nextChat = 1;

  @BeforeEach
  void aStore() throws IOException {
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.writeString(config.resolve("onrecord.conf"), "telegram.poll-timeout = 1 seconds");
    disk = Files.createDirectory(folder.resolve("disk"));
    file = disk.resolve("onrecord.db");
    try (Store store = Store.open(file, Clock.systemUTC())) {
      FerryTalks.begin(store);
    }
    launch = new Launch(file, config, telegram, model, List.of());
  }

  @AfterEach
  void end() {
    model.close();
    telegram.close();
  }

  @Test
  void frozenOrLockedOutItAnswersLaterAndToldToEndItEndsAndLosesNothing() throws Exception {
    try (ChildProcess bot = launch.run("serve")) {
      ask(1);
      bot.awaitSends(telegram, 1);

      bot.signal("STOP");
      ask(5);
      TimeUnit.SECONDS.sleep(FREEZE); // The fault itself, not a wait for something.
      bot.signal("CONT");
      bot.awaitSends(telegram, 6);

      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        ask(5);
        bot.awaitSaid("Another process is writing to the store");
        assertThat(telegram.sent()).as("nobody is answered meanwhile").hasSize(6);
        statement.execute("ROLLBACK");
      }
      bot.awaitSends(telegram, 11);

      ask(20);
      bot.awaitSends(telegram, 13);
      bot.signal("TERM");
      assertThat(bot.end(15)).as("drains in ten seconds: %s", bot.said()).isNotEqualTo(-1);
    }
    int before = telegram.sent().size();
    if (before < nextChat - 1) {
      try (ChildProcess next = launch.run("serve")) {
        next.awaitSends(telegram, (int) nextChat - 1);
      }
    }
    assertThat(telegram.sent())
        .as("everybody is answered, once")
        .hasSize((int) nextChat - 1)
        .allMatch(sent -> sent.text().contains(CALDER_WORDS))
        .extracting(Sent::chatId)
        .doesNotHaveDuplicates();
    whole(file);
  }

  @Test
  void aStoreWithAChangedByteIsRefusedWithTheWayBack() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    byte[] words = CALDER_WORDS.getBytes(StandardCharsets.UTF_8);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int at = text.indexOf(new String(words, StandardCharsets.ISO_8859_1));
    bytes[at + 4] ^= 1;
    Files.write(file, bytes);

    try (ChildProcess bot = launch.run("serve")) {
      assertThat(bot.end(60)).isEqualTo(2);
      assertThat(bot.said())
          .contains("The record is not whole, so no bot answers from it")
          .contains("put the last good backup in the place of " + file);
    }
    assertThat(telegram.calls()).as("nobody gets a word of it").isEmpty();
    try (ChildProcess verify = launch.run("verify")) {
      assertThat(verify.end(60)).isEqualTo(1);
      assertThat(verify.said()).contains("is not what its document says there");
    }
  }

  @Test
  void aFullDiskDelaysAndLosesNothing() throws Exception {
    Launch small = mounting("mount -t tmpfs -o size=48m tmpfs \"$0\" && cp \"$0\".away/* \"$0\"");
    Files.createDirectory(disk.resolveSibling("disk.away"));
    Files.copy(file, disk.resolveSibling("disk.away").resolve("onrecord.db"));
    try (ChildProcess bot = small.run("serve")) {
      ask(1);
      bot.awaitSends(telegram, 1);
      Path filler = bot.seen(disk).resolve("filler");
      fill(filler);

      ask(5);
      bot.awaitSaid("The disk that holds the store");
      Files.delete(filler);
      bot.awaitSends(telegram, 6);
      assertThat(telegram.sent()).hasSize(6).extracting(Sent::chatId).doesNotHaveDuplicates();
      bot.signal("STOP");
      for (String part : List.of("onrecord.db", "onrecord.db-wal")) {
        Files.copy(bot.seen(disk).resolve(part), folder.resolve(part));
      }
    }
    whole(folder.resolve("onrecord.db"));
  }

  @Test
  void onADiskThatCannotBeWrittenItDoesNotStartAndSaysWhatToDo() throws Exception {
    Launch readOnly = mounting("mount --bind \"$0\" \"$0\" && mount -o remount,ro,bind \"$0\"");
    try (ChildProcess bot = readOnly.run("serve")) {
      assertThat(bot.end(60)).isEqualTo(2);
      assertThat(bot.said())
          .contains("can't be written: make the file and its folder writable for this user");
    }
    assertThat(telegram.calls()).isEmpty();
  }

  /** A start in a file system view of its own, in which the store's folder is mounted first. */
  private Launch mounting(String mount) throws Exception {
    String[] own = {"unshare", "--user", "--map-root-user", "--mount"};
    Process probe =
        new ProcessBuilder(
                own[0], own[1], own[2], own[3], "mount", "-t", "tmpfs", "tmpfs", disk.toString())
            .redirectErrorStream(true)
            .start();
    boolean possible = probe.waitFor(10, TimeUnit.SECONDS) && probe.exitValue() == 0;
    assumeTrue(possible, "skipped: this machine doesn't allow mounts in a namespace of one's own");
    return launch.within(
        own[0], own[1], own[2], own[3], "sh", "-c", mount + " && exec \"$@\"", disk.toString());
  }

  private static void fill(Path filler) throws IOException {
    byte[] block = new byte[64 * 1024];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private void ask(int people) {
    for (int i = 0; i < people; i++) {
      telegram.say(nextChat, "What did Calder say about the harbour in port " + nextChat++ + "?");
    }
  }

  private static void whole(Path store) {
    try (Store opened = Store.open(store, Clock.systemUTC())) {
      assertThat(opened.verify()).isEmpty();
      assertThat(opened.inbox().waiting()).isZero();
    }
  }
}
