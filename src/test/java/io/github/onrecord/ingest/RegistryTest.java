package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Statement;
import io.github.onrecord.store.RecordStore;
import io.github.onrecord.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The editor's registry of officials: how it is written, and that it wins over guesses. */
class RegistryTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2040-05-04T12:00:00Z"), ZoneOffset.UTC);

  private static final String ADA =
      """
      officials = [
        {
          name = "Ada Birchley"
          aliases = ["Ада Бирчли", "Ада Бірчлі"]
          side = "Ulmere"
          posts = [
            { role = "special envoy", from = 2031-04-01, to = 2034-01-31 }
            { role = "foreign minister", from = 2034-02-01 }
          ]
        }
      ]
      """;

  @TempDir Path folder;
  private Store store;
  private RecordStore record;

  @BeforeEach
  void open() {
    store = Store.open(folder.resolve("record.db"), CLOCK);
    record = store.record();
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  @Test
  void namesAliasesSideAndPostsWithTheirDays() throws IOException {
    assertThat(read(ADA))
        .containsExactly(
            new Official(
                0,
                "Ada Birchley",
                List.of("Ада Бирчли", "Ада Бірчлі"),
                new Side("Ulmere"),
                List.of(
                    new Post("special envoy", LocalDate.of(2031, 4, 1), LocalDate.of(2034, 1, 31)),
                    new Post("foreign minister", LocalDate.of(2034, 2, 1), null))));
  }

  @Test
  void thePackedRegistryIsEmpty() {
    assertThat(OfficialsFile.read(null)).isEmpty();
  }

  @Test
  void saysWhatIsWrongAndWhere() {
    assertWrong(
        "officials = [\n { nane = Ada } ]",
        "officials.conf, line 2, nane: allowed are name, aliases, side and posts.");
    assertWrong(
        "officials = [ { side = Ulmere } ]",
        "officials.conf, line 1, name: each official needs a full name.");
    assertWrong(
        "officials = [ { name = Ada Birchley, posts = [ { from = 2031-04-01 } ] } ]",
        "officials.conf, line 1, role: each post needs its role.");
    assertWrong(
        "officials = [ { name = Ada Birchley\n posts = [ { role = envoy, from = 1.4.2031 } ] } ]",
        "officials.conf, line 2, from: a day is written YYYY-MM-DD.");
    assertWrong(
        "officials = [ { name = Ada Birchley, posts = [\n"
            + " { role = envoy, from = 2031-04-01, to = 2030-04-01 } ] } ]",
        "officials.conf, line 2, to: a post can't end before it begins.");
    assertWrong(
        "officials = [ { name = Ada Birchley },\n { name = Ada Birchley } ]",
        "officials.conf, line 2, name: it stands in the file twice.");
    assertWrong(
        "people = []",
        "officials.conf, line 1, people: the only key of this file is \"officials\".");
  }

  @Test
  void whoIsInItIsAnOfficialInEveryAlphabetWithoutAnOffice() throws IOException {
    new Registry(read(ADA)).putInto(record);
    ingest("a.txt", "“The lock is old,” Ada Birchley said.\n");
    ingest("b.txt", "«Шлюз старый», — сказала Ада Бирчли. Больше об этом сказать нечего.\n");
    ingest("c.txt", "«Шлюз старий», – сказала Ада Бірчлі. Більше про це сказати нема чого.\n");

    assertThat(statements())
        .extracting(s -> s.speaker().shownAs() + ", " + s.side())
        .containsExactly("Ada Birchley, Ulmere", "Ada Birchley, Ulmere", "Ada Birchley, Ulmere");
    assertThat(record.officials()).hasSize(1);
  }

  @Test
  void itWinsOverWhatDocumentsMadeOneGuess() throws IOException {
    ingest("b.txt", "«Шлюз старый», — сказала посол Корвании Ада Бирчли. Она улыбнулась.\n");
    new Registry(read(ADA)).putInto(record);

    assertThat(record.officials())
        .singleElement()
        .satisfies(
            official -> {
              assertThat(official.name()).isEqualTo("Ada Birchley");
              assertThat(official.aliases()).contains("Ада Бирчли");
              assertThat(official.posts()).extracting(Post::role).startsWith("special envoy");
            });
    assertThat(statements()).extracting(s -> s.speaker().shownAs()).containsExactly("Ada Birchley");
  }

  @Test
  void theSameRegistryAgainChangesNothing() throws IOException {
    new Registry(read(ADA)).putInto(record);
    long last = record.lastChange();
    new Registry(read(ADA)).putInto(record);

    assertThat(record.lastChange()).isEqualTo(last);
  }

  private List<Official> read(String content) throws IOException {
    Files.writeString(folder.resolve("officials.conf"), content);
    return OfficialsFile.read(folder);
  }

  private void assertWrong(String content, String message) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private void ingest(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    new Ingestion(record, FetchSettings.DEFAULT, WordMeanings.NONE, CLOCK)
        .ingest(
            Inputs.of(List.of(file.toString()), InputStream.nullInputStream()).get(0),
            Hints.NONE,
            false,
            report -> {});
  }

  private List<Statement> statements() {
    List<Statement> all = new ArrayList<>();
    record.forEachStatement(all::add);
    return all;
  }
}
