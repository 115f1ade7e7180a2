package io.github.onrecord.telegram;

import static io.github.onrecord.telegram.FerryTalks.CALDER;
import static io.github.onrecord.telegram.FerryTalks.CALDER_WORDS;
import static io.github.onrecord.telegram.FerryTalks.verbatim;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.model.ModelStub;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.record.StatusChange;
import io.github.onrecord.search.Lexicon;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.store.Follow;
import io.github.onrecord.store.OldStore;
import io.github.onrecord.store.Store;
import io.github.onrecord.store.Subscription;
import io.github.onrecord.store.SummaryWish;
import io.github.onrecord.telegram.BotApiEmulator.Sent;
import io.github.onrecord.telegram.ChildProcess.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program in processes of its own is killed with SIGKILL at random moments, seeded, while
 * questions come in, a model is asked, documents are taken in by another process, summaries fall
 * due, alerts and corrections go out, the index commits, a copy is made, and an old store is
 * brought to the present schema. {@code -Dkills=200 -Dseed=…}; the profile {@code long} kills 200
 * times.
 *
 * <p>After each kill the record is whole and the index equals it. In the end every question was
 * answered, and each repetition says so; every summary and alert came at most once, and one that
 * didn't come was announced.
 */
class KillTest {
  private static final int QUESTIONS_EACH = 8;
  private static final int SUBSCRIBERS_EACH = 4;
  private static final int ARTICLES_EACH = 6;
  private static final String REPEATED = "Sent again after a fault";
  private static final String ANNOUNCED = "may not have reached you";

  private final long seed = Long.getLong("seed", 20410306);
  private final int kills = Integer.getInteger("kills", 15);
  private final Random random = new Random(seed);
  private final List<Long> asked = new ArrayList<>();
  private final List<Long> subscribed = new ArrayList<>();
  private final List<Long> following = new ArrayList<>();
  private final List<String> tides = new ArrayList<>();
  private long nextChat = 1000;
  private int killed;

  @TempDir Path folder;

  @Test
  void whateverMomentItDiesNothingIsLostAndNothingComesTwiceUnmarked() throws Exception {
    System.out.printf("KillTest -Dseed=%d -Dkills=%d%n", seed, kills);
    Path file = folder.resolve("onrecord.db");
    Path config = Files.createDirectory(folder.resolve("config"));
    Files.writeString(config.resolve("onrecord.conf"), "telegram.poll-timeout = 1 seconds");
    Path articles = Files.createDirectory(folder.resolve("articles"));
    Lexicon lexicon = Lexicon.load(null, index(file));
    try (BotApiEmulator telegram = new BotApiEmulator();
        ModelStub model = ModelStub.start().says("{\"points\":[]}")) {
      Launch launch = new Launch(file, config, telegram, model, List.of());
      try (Store store = Store.open(file, Clock.systemUTC())) {
        FerryTalks.begin(store);
        for (int i = 0; i < 3; i++) {
          following.add(nextChat);
          store.follows().add(nextChat, nextChat++, "tide", Language.ENGLISH, Follow.Mode.NOW, 20);
        }
      }
      while (killed < kills) {
        liveAndDie(launch, articles);
        check(file, lexicon);
      }
      finish(launch, articles);
      check(file, lexicon);
      checkPeople(telegram.sent(), file);
    }
  }

  /** One life of two processes, which end at the same moment. */
  private void liveAndDie(Launch launch, Path articles) throws IOException {
    int life = killed;
    subscribe(launch.store());
    Path batch = writeArticles(articles, life);
    BotApiEmulator telegram = launch.telegram();
    int calls = telegram.calls().size();
    try (ChildProcess bot = launch.run("serve");
        ChildProcess second = second(launch, batch, life)) {
      ask(telegram);
      // At some moment of its work, counted in calls, whatever the machine's speed: among the first
      // ones, or when it has much to do at once.
      bot.awaitCalls(telegram, calls + 1 + random.nextInt(5));
      changeTheRecord(launch.store(), life);
      bot.awaitCalls(telegram, calls + 6 + random.nextInt(30));
      killed += (bot.alive() ? 1 : 0) + (second.alive() ? 1 : 0);
    }
  }

  private ChildProcess second(Launch launch, Path batch, int life) throws IOException {
    return switch (random.nextInt(4)) {
      case 0 -> launch.run("backup", folder.resolve("backup-" + life + ".db").toString());
      case 1 -> launch.on(OldStore.copy(folder.resolve("old-" + life + ".db"))).run("verify");
      default -> launch.run("ingest", batch.toString());
    };
  }

  private void ask(BotApiEmulator telegram) {
    for (int i = 0; i < QUESTIONS_EACH; i++) {
      asked.add(nextChat);
      telegram.say(nextChat, "What did Calder say about the harbour in port " + nextChat++ + "?");
    }
  }

  private void subscribe(Path file) {
    // Due since a minute ago, as if the process had been down then.
    LocalTime due = LocalTime.now(ZoneOffset.UTC).minusMinutes(1).truncatedTo(ChronoUnit.MINUTES);
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS);
    try (Store past = Store.open(file, Clock.fixed(yesterday, ZoneOffset.UTC))) {
      for (int i = 0; i < SUBSCRIBERS_EACH; i++) {
        subscribed.add(nextChat);
        past.subscriptions()
            .subscribe(nextChat++, SummaryWish.daily(due, ZoneOffset.UTC, Language.ENGLISH));
      }
    }
  }

  /** An editor's process adds a statement that some follow, and withdraws the last one. */
  private void changeTheRecord(Path file, int life) {
    try (Store store = Store.open(file, Clock.systemUTC())) {
      String words = "The tide of life " + life + " is high.";
      FerryTalks.publish(store, "tide-" + life, LocalDate.of(2041, 3, 5), verbatim(CALDER, words));
      if (!tides.isEmpty()) {
        withdraw(store, tides.get(tides.size() - 1), life);
      }
      tides.add(words);
    }
  }

  private static void withdraw(Store store, String words, int life) {
    List<Statement> found = new ArrayList<>();
    store
        .record()
        .forEachStatement(
            statement -> {
              if (statement.text().equals(words)) {
                found.add(statement);
              }
            });
    String text = "Notice " + life + ": the words about the tide were not said.";
    Document notice =
        new Document(
            0,
            "notice-" + life,
            null,
            null,
            "The Harbour Post",
            "Notice",
            Language.ENGLISH,
            LocalDate.of(2041, 3, 6),
            Instant.parse("2041-03-06T08:00:00Z"),
            text,
            Document.sha256(text),
            null);
    store
        .record()
        .save(
            new Publication(
                notice,
                List.of(),
                List.of(),
                List.of(),
                List.of(new StatusChange(found.get(0).id(), Status.RETRACTED, "were not said"))));
  }

  private static Path writeArticles(Path articles, int life) throws IOException {
    Path batch = Files.createDirectories(articles.resolve("batch" + life));
    for (int i = 0; i < ARTICLES_EACH; i++) {
      Files.writeString(
          batch.resolve("article-" + life + "-" + i + ".txt"),
          """
          Port Velm, 5 March 2041

          “Berth %d will take ferries from June,” Ines Calder, the chief negotiator of Velmora, \
          said on Tuesday after the talks with Ostrand.

          The talks lasted %d hours.
          """
              .formatted(life * 100 + i, i + 2));
    }
    return batch;
  }

  /** A last life that is not cut short. */
  private void finish(Launch launch, Path articles) {
    try (ChildProcess ingest = launch.run("ingest", articles.toString())) {
      assertThat(ingest.end(120)).as(ingest.said()).isZero();
    }
    try (ChildProcess bot = launch.run("serve")) {
      bot.await(() -> launch.telegram().await(this::everybodyHasSomething));
      bot.signal("TERM");
      assertThat(bot.end(20)).as("ends when it is told to: %s", bot.said()).isNotNegative();
    }
  }

  private boolean everybodyHasSomething(List<Sent> sent) {
    List<Long> chats = sent.stream().map(Sent::chatId).distinct().toList();
    return chats.containsAll(asked)
        && chats.containsAll(subscribed)
        && following.stream()
            .allMatch(chat -> tides.stream().allMatch(tide -> knows(sent, chat, tide)));
  }

  /** What must be true of the files at any moment. */
  private void check(Path file, Lexicon lexicon) throws IOException {
    try (Store store = Store.open(file, Clock.systemUTC())) {
      assertThat(store.verify()).as("after kill %d, seed %d", killed, seed).isEmpty();
      // As it was left, and when it has caught up.
      checkIndex(store, file, lexicon);
      RecordIndex.open(store.record(), store.uuid(), index(file), lexicon).close();
      checkIndex(store, file, lexicon);
    }
    try (var files = Files.list(folder)) {
      for (Path other :
          files.filter(path -> path.toString().matches(".*(backup|old)-\\d+\\.db")).toList()) {
        try (Store store = Store.open(other, Clock.systemUTC())) {
          assertThat(store.verify()).as("%s, seed %d", other, seed).isEmpty();
          assertThat(other.toString().contains("old-") ? store.inbox().waiting() : 3)
              .as("what an old store holds is still there")
              .isEqualTo(3);
        }
        Files.delete(other);
      }
    }
  }

  private void checkIndex(Store store, Path file, Lexicon lexicon) {
    assertThat(RecordIndex.verify(store.record(), store.uuid(), index(file), lexicon))
        .as("index and record after kill %d, seed %d", killed, seed)
        .isEmpty();
  }

  private void checkPeople(List<Sent> sent, Path file) {
    for (long chat : asked) {
      List<String> got = answers(sent, chat);
      assertThat(got).as("answers, seed %d", seed).isNotEmpty();
      assertThat(got).allMatch(text -> text.contains(CALDER_WORDS));
      assertThat(got.stream().filter(text -> !text.contains(REPEATED)))
          .as("answers that don't say that they may have come before, seed %d", seed)
          .hasSizeLessThanOrEqualTo(1);
    }
    for (long chat : subscribed) {
      List<String> got = texts(sent, chat);
      long summaries = got.stream().filter(text -> text.startsWith("Daily summary")).count();
      assertThat(summaries).as("summaries, seed %d", seed).isLessThanOrEqualTo(1);
      assertThat(summaries + got.stream().filter(text -> text.contains(ANNOUNCED)).count())
          .as("or a notice, seed %d", seed)
          .isPositive();
    }
    for (long chat : following) {
      for (String tide : tides) {
        assertThat(alerts(sent, chat, tide)).as("alerts, seed %d", seed).isLessThanOrEqualTo(1);
        assertThat(knows(sent, chat, tide)).as("knows of %s, seed %d", tide, seed).isTrue();
      }
    }
    try (Store store = Store.open(file, Clock.systemUTC())) {
      assertThat(store.inbox().waiting()).isZero();
      assertThat(subscribed.stream().map(chat -> store.subscriptions().of(chat).orElseThrow()))
          .extracting(Subscription::lastDigest)
          .doesNotContainNull();
      List<String> names = new ArrayList<>();
      store.record().forEachDocument(document -> names.add(document.name()));
      assertThat(names).as("each document once").doesNotHaveDuplicates();
      assertThat(names.stream().filter(name -> name.contains("article-")))
          .as("every document that was given, seed %d", seed)
          .isNotEmpty();
    }
  }

  /** New messages that tell a statement as one that stands. */
  private static long alerts(List<Sent> sent, long chat, String words) {
    return sent.stream()
        .filter(one -> one.chatId() == chat && one.method().equals("sendmessage"))
        .filter(one -> one.text().contains("on what you follow") && one.text().contains(words))
        .count();
  }

  /**
   * Whether a chat knows of a statement what it must: that it stands, if it does; that it was
   * withdrawn, if the chat was told of it before; or that something may not have reached it.
   */
  private boolean knows(List<Sent> sent, long chat, String words) {
    List<String> got = texts(sent, chat);
    boolean told = alerts(sent, chat, words) > 0;
    boolean stands = words.equals(tides.get(tides.size() - 1));
    boolean corrected =
        got.stream().anyMatch(text -> text.contains("Withdrawn: ") && text.contains(words));
    return (stands ? told : !told || corrected)
        || got.stream().anyMatch(text -> text.contains(ANNOUNCED));
  }

  /** New messages, without those that withdraw what was shown. */
  private static List<String> answers(List<Sent> sent, long chat) {
    return sent.stream()
        .filter(one -> one.chatId() == chat && one.method().equals("sendmessage"))
        .map(Sent::text)
        .filter(text -> !text.contains("Withdrawn: "))
        .toList();
  }

  private static List<String> texts(List<Sent> sent, long chat) {
    return sent.stream().filter(one -> one.chatId() == chat).map(Sent::text).toList();
  }

  private static Path index(Path file) {
    return file.resolveSibling(file.getFileName() + ".index");
  }
}
