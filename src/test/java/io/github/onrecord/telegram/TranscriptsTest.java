package io.github.onrecord.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.answer.Answerer;
import io.github.onrecord.answer.RecordDesk;
import io.github.onrecord.ingest.FetchSettings;
import io.github.onrecord.ingest.Hints;
import io.github.onrecord.ingest.Ingestion;
import io.github.onrecord.ingest.Inputs;
import io.github.onrecord.ingest.LabelImport;
import io.github.onrecord.record.Language;
import io.github.onrecord.search.Lexicon;
import io.github.onrecord.search.QuestionReader;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.search.Retriever;
import io.github.onrecord.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Typical sessions, as people read them. Each file of {@code src/test/resources/transcripts} holds
 * what people do and what they then see; with {@code -Dtranscripts=write} what they see is written
 * anew, to be read before it is committed. How a file is written stands in {@link Transcript}.
 */
class TranscriptsTest {
  private static final Path FILES = Path.of("src/test/resources/transcripts");
  private static final Path TALKS = Path.of("src/test/resources/evaluation/third");
  private static final Path SEED = Path.of("src/main/resources/seed/geneva-2022-01-10.txt");

  /** What of the labelled set nobody looks at. */
  private static final int KEPT_ASIDE = 3;

  private static final Map<Language, List<String>> SEEDED =
      Map.of(
          Language.ENGLISH,
          List.of(
              "Who asked for ironclad guarantees?", "Compare the two sides on NATO enlargement"),
          Language.RUSSIAN,
          List.of("Кто требовал железных гарантий?"),
          Language.UKRAINIAN,
          List.of("Хто вимагав залізних гарантій?"));
  private static final Map<Language, List<String>> TALKED_OF =
      Map.of(
          Language.ENGLISH,
          List.of("What did Verrane say about the river?", "Quote Orrick"),
          Language.RUSSIAN,
          List.of("Кто сказал, что закон не обязан спешить?"),
          Language.UKRAINIAN,
          List.of("Що Раїса Колмік казала про тріщину в греблі?"));

  private static final Instant SEED_DAY = Instant.parse("2022-01-14T09:00:00Z");
  private static final Instant TALKS_DAY = Instant.parse("2034-06-20T09:00:00Z");

  @TempDir static Path worlds;
  private static Lexicon lexicon;

  @TempDir Path folder;

  /** Each world is put on record once; a session gets a copy of its store. */
  @BeforeAll
  static void begin() throws IOException {
    lexicon = Lexicon.load(null, null);
    Clock seeded = Clock.fixed(SEED_DAY, ZoneOffset.UTC);
    try (Store store = Store.open(worlds.resolve("seed.db"), seeded)) {
      takeSeed(store, seeded);
    }
    Clock talked = Clock.fixed(TALKS_DAY, ZoneOffset.UTC);
    try (Store store = Store.open(worlds.resolve("talks.db"), talked)) {
      takeTalks(store, talked);
    }
  }

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void readsAsItWasRead(Path file) throws IOException {
    Transcript script = Transcript.read(file);
    boolean talks = script.world().equals("talks");
    Instant start = talks ? TALKS_DAY : SEED_DAY;
    Clock then = Clock.fixed(start, ZoneOffset.UTC);
    Files.copy(worlds.resolve(script.world() + ".db"), folder.resolve("onrecord.db"));
    String played;
    try (Session session =
        new Session(
            folder,
            Limits.DEFAULT,
            new Session.World(
                start,
                store -> {},
                index -> desk(index, then),
                talks ? TALKED_OF : SEEDED,
                lexicon))) {
      played = script.play(session);
    }
    if ("write".equals(System.getProperty("transcripts"))) {
      Files.writeString(file, played);
    }
    assertThat(Files.readString(file)).isEqualTo(played);
  }

  private static RecordDesk desk(RecordIndex index, Clock clock) {
    return new RecordDesk(
        index,
        new QuestionReader(index, clock),
        new Retriever(index),
        Answerer.withoutModel(),
        null);
  }

  private static void takeSeed(Store store, Clock clock) throws IOException {
    new Ingestion(store.record(), FetchSettings.DEFAULT, (word, language) -> Set.of(), clock)
        .ingest(
            Inputs.stream(SEED.getFileName().toString(), Files.newInputStream(SEED)),
            new Hints(LocalDate.of(2022, 1, 10), null, null),
            false,
            report -> {});
  }

  private static void takeTalks(Store store, Clock clock) throws IOException {
    Path articles = Files.createDirectories(worlds.resolve("articles"));
    List<Path> all;
    try (Stream<Path> files = Files.list(TALKS.resolve("articles"))) {
      all = files.sorted().toList();
    }
    for (Path article : all) {
      if (number(article.getFileName().toString()) % KEPT_ASIDE != 0) {
        Files.copy(article, articles.resolve(article.getFileName()));
      }
    }
    Path labels = worlds.resolve("statements.jsonl");
    Files.write(
        labels,
        Files.readAllLines(TALKS.resolve("statements.jsonl")).stream()
            .filter(line -> number(line.substring(line.indexOf("\"d-") + 3)) % KEPT_ASIDE != 0)
            .toList());
    new LabelImport(store.record(), clock).run(articles, labels, TALKS.resolve("officials.jsonl"));
  }

  private static int number(String name) {
    return Integer.parseInt(name.substring(0, 3));
  }
}
