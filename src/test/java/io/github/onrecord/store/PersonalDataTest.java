package io.github.onrecord.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Language;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept about people, and that it goes. */
class PersonalDataTest {
  private static final String SECRET = "xyzzy-secret";

  /** Numbers of six bytes, as SQLite writes them: nothing else in the file has them by chance. */
  private static final long READER = 7_318_294_655L;

  private static final long GROUP = -1_007_318_294_111L;

  @TempDir Path folder;
  private final SettableClock clock = new SettableClock();
  private Store store;
  private PersonalData data;
  private int updates;

  @BeforeEach
  void open() {
    store = StoreFile.open(folder, clock);
    data = store.personalData();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void nothingOfAForgottenPersonIsLeftInTheFiles() throws IOException {
    for (int i = 0; i < 50; i++) {
      answer(READER, READER, SECRET + i);
      answer(GROUP, READER, SECRET + " in the group " + i);
    }
    store.inbox().fail(ask(READER, READER, SECRET), SECRET, List.of());
    store.chats().setSetting(READER, "name", SECRET);
    subscribe(READER);
    assertThat(traces()).isNotEmpty();

    data.forget(READER, ask(READER, READER, "/forget " + SECRET));

    assertThat(store.outbox().waiting()).isZero();
    assertThat(store.chats().conversation(READER, READER)).isEmpty();
    assertThat(store.chats().conversation(GROUP, READER)).isEmpty();
    assertThat(store.chats().setting(READER, "name")).isEmpty();
    assertThat(store.subscriptions().of(READER)).isEmpty();
    assertThat(data.scrub()).isTrue();
    assertThat(traces()).isEmpty();
    assertThat(store.verify()).isEmpty();
  }

  /**
   * Rows of many lengths, deleted and changed at random: SQLite then moves rows between pages, and
   * what it leaves behind there is found by no deletion.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noCopyIsLeftInTheGapsOfPages(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < 250; i++) {
      boolean theirs = random.nextInt(5) == 0;
      long chat = theirs ? READER : 1 + random.nextInt(5_000);
      String words = (theirs ? SECRET : "other") + " ";
      answer(chat, chat, words.repeat(1 + random.nextInt(80)));
      if (random.nextInt(8) == 0) {
        long other = 1 + random.nextInt(5_000);
        data.forget(other, ask(other, other, "/forget"));
      }
    }

    data.forget(READER, ask(READER, READER, SECRET));
    data.scrub();

    assertThat(traces()).as("seed %d", seed).isEmpty();
    assertThat(store.verify()).isEmpty();
  }

  @Test
  void whatAGroupAndItsOtherMembersHaveStays() {
    answer(GROUP, READER, "theirs");
    answer(GROUP, 8, "somebody else's");
    store.chats().setSetting(GROUP, "name", "the group's");
    subscribe(GROUP);

    data.forget(READER, ask(GROUP, READER, "/forget"));

    assertThat(store.chats().conversation(GROUP, READER)).isEmpty();
    assertThat(store.chats().conversation(GROUP, 8)).hasSize(1);
    assertThat(store.chats().setting(GROUP, "name")).contains("the group's");
    assertThat(store.subscriptions().of(GROUP)).isPresent();
    assertThat(store.outbox().waiting()).isEqualTo(1);
  }

  @Test
  void whatWasAskedBeforeIsDroppedAndWhatIsAskedLaterIsAnswered() {
    long before = ask(READER, READER, "before");
    long forget = ask(READER, READER, "/forget");
    long later = ask(READER, READER, "later");

    data.forget(READER, forget);

    assertThat(store.inbox().finish(before, List.of(message(READER, "late")), null)).isFalse();
    assertThat(store.inbox().finish(forget, List.of(), null)).isTrue();
    assertThat(store.inbox().take(5, Duration.ofMinutes(1)))
        .extracting(Received::id)
        .containsExactly(later);
  }

  @Test
  void aForgottenUpdateIsNotTakenTwice() {
    answer(READER, READER, SECRET);
    data.forget(READER, ask(READER, READER, "/forget"));

    assertThat(store.inbox().put(List.of(update(1, READER, READER, SECRET)))).isZero();
    assertThat(store.inbox().nextOffset()).isEqualTo(updates + 1);
  }

  @Test
  void aFleetingMessageIsDeletedWhenItWasSentOrGivenUp() throws IOException {
    store.outbox().put(message(READER, SECRET).asFleeting());
    assertThat(data.scrub()).as("nothing was deleted yet").isTrue();
    store.outbox().sent(store.outbox().claim(1).get(0).id(), 11);
    store.outbox().put(message(READER, SECRET).asFleeting());
    assertThat(traces()).as("it waits for the second message").isNotEmpty();
    store.outbox().failed(store.outbox().claim(1).get(0).id(), "refused");

    assertThat(data.scrub()).isTrue();
    assertThat(traces()).isEmpty();
    assertThat(store.outbox().delivered(READER, 11)).isEmpty();
  }

  @Test
  void aReaderThatStillNeedsTheOldPagesPutsTheScrubOff() {
    Store patient = Store.open(folder.resolve("record.db"), clock, Duration.ofMillis(10));
    patient.personalData().forget(READER, 0);

    boolean clean =
        patient
            .database()
            .read(
                session -> {
                  session.one("SELECT count(*) FROM inbox", row -> row.number(1));
                  return onAnotherThread(patient.personalData());
                });

    assertThat(clean).isFalse();
    assertThat(patient.personalData().scrub()).isTrue();
    patient.close();
  }

  private static boolean onAnotherThread(PersonalData data) {
    return java.util.concurrent.CompletableFuture.supplyAsync(data::scrub).join();
  }

  @Test
  void whatIsOldAndFinishedIsDeletedWhatWaitsStays() throws IOException {
    store.outbox().put(message(8, "unsent"));
    store
        .inbox()
        .finish(
            ask(READER, READER, SECRET),
            List.of(),
            new Asked(READER, READER, 1, SECRET, clock.instant()));
    ask(9, 9, "waiting");
    clock.advance(Duration.ofDays(30));
    store.chats().remember(new Asked(9, 9, 2, "new question", clock.instant()));

    assertThat(data.purge(clock.instant())).isEqualTo(2);

    assertThat(store.chats().conversation(9, 9)).hasSize(1);
    assertThat(store.outbox().waiting()).isEqualTo(1);
    assertThat(store.inbox().waiting()).isEqualTo(1);
    assertThat(data.purge(clock.instant())).isZero();
    data.scrub();
    assertThat(traces()).isEmpty();
  }

  @Test
  void everybodyMayHaveWhatIsKeptAboutThem() {
    answer(READER, READER, "about the harbour");
    answer(GROUP, READER, "about the ferry");
    answer(GROUP, 8, "somebody else's");
    store.chats().setLanguage(READER, Language.UKRAINIAN);
    store.chats().setSetting(READER, "summary.change", "12");
    subscribe(READER);

    assertThat(data.export(READER))
        .contains("about the harbour", "about the ferry", "summary.change", "Europe/Kyiv")
        .contains("\"language\" : \"uk\"", "\"questions_remembered\"", "\"sent_to_you\"")
        .doesNotContain("somebody else's");
  }

  private Update update(int id, long chat, long person, String text) {
    return new Update(id, chat, person, "{\"text\":\"" + text + "\"}");
  }

  private long ask(long chat, long person, String text) {
    store.inbox().put(List.of(update(++updates, chat, person, text)));
    return store
        .database()
        .read(session -> session.one("SELECT max(id) FROM inbox", row -> row.number(1)))
        .orElseThrow();
  }

  private void answer(long chat, long person, String text) {
    long id = ask(chat, person, text);
    store
        .inbox()
        .finish(
            id, List.of(message(chat, text)), new Asked(chat, person, id, text, clock.instant()));
  }

  private static Outgoing message(long chat, String text) {
    return new Outgoing(chat, Outgoing.Kind.ANSWER, "\"" + text + "\"", List.of(), null);
  }

  private void subscribe(long chat) {
    store
        .subscriptions()
        .subscribe(
            chat,
            SummaryWish.daily(LocalTime.of(8, 30), ZoneId.of("Europe/Kyiv"), Language.ENGLISH));
  }

  /**
   * Where the store's files hold the secret, or the reader's number as text or as SQLite has it.
   */
  private List<String> traces() throws IOException {
    byte[] number = Arrays.copyOfRange(ByteBuffer.allocate(8).putLong(READER).array(), 2, 8);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> holds(file, SECRET, Long.toString(READER), latin(number)))
          .map(Path::toString)
          .toList();
    }
  }

  private static boolean holds(Path file, String... traces) {
    try {
      String bytes = latin(Files.readAllBytes(file));
      return Stream.of(traces).anyMatch(bytes::contains);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
