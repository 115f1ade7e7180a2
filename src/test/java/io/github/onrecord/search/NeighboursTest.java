package io.github.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Language;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is near by meaning: how the vectors follow the record, and what they do to an answer. */
class NeighboursTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final LocalDate DAY = LocalDate.of(2040, 6, 5);

  @TempDir private Path folder;
  private final Model model = new Model();
  private final Hours clock = new Hours();
  private SmallRecord record;

  @BeforeEach
  void open() throws IOException {
    record = new SmallRecord(folder).withTalks();
  }

  @AfterEach
  void close() {
    record.close();
  }

  @Test
  void showsTheNearestOfThoseAskedAboutWhenNoWordFits() {
    assertThat(related("What did Milena Tasch say about shipping costs?", true))
        .containsExactly("Calvera will scrap the ferry toll before winter");
    assertThat(related("What did Milena Tasch say about shipping costs?", false)).isEmpty();
  }

  @Test
  void neverLetsNearnessAloneAnswer() {
    try (RecordIndex index = record.indexInMemory();
        Neighbours neighbours = neighbours(null)) {
      Evidence evidence = ask(index, neighbours, "What did Milena Tasch say about shipping costs?");

      assertThat(evidence.answers()).isEmpty();
      assertThat(evidence.finding()).isNotEqualTo(Finding.SUPPORTED);
    }
  }

  @Test
  void putsTheNearerOfTwoThatAnswerFirst() {
    say("Calvera keeps the toll for lorries");
    say("Calvera's toll pays for every ship");

    assertThat(answers("What did Milena Tasch say about the toll and vessels?", false).get(0))
        .doesNotContain("ship");
    assertThat(answers("What did Milena Tasch say about the toll and vessels?", true).get(0))
        .isEqualTo("Calvera's toll pays for every ship");
  }

  @Test
  void looksOnlyAmongThoseAskedAbout() {
    assertThat(related("What did Pavlo Keresh say about shipping costs?", true))
        .containsExactly("Дровия выведет войска с перевала Хорн к сентябрю");
  }

  @Test
  void isKeptOnDiskAndAsksForNothingTwice() {
    neighbours(folder.resolve("vectors")).close();
    assertThat(model.placed).hasSize(3);

    say("Calvera's toll pays for every ship");
    neighbours(folder.resolve("vectors")).close();

    assertThat(model.placed).hasSize(4).endsWith("Calvera's toll pays for every ship");
  }

  @Test
  void isMadeAnewForAnotherModel() {
    neighbours(folder.resolve("vectors")).close();
    model.name = "other";
    neighbours(folder.resolve("vectors")).close();

    assertThat(model.placed).hasSize(6);
  }

  @Test
  void forgetsWhatIsTakenBack() {
    long taken = statementOf(say("Calvera's toll pays for every ship"));
    Path vectors = folder.resolve("vectors");
    neighbours(vectors).close();
    record.retract(taken);

    try (RecordIndex index = record.indexInMemory();
        Neighbours neighbours = neighbours(vectors)) {
      assertThat(nearest(index, neighbours, "What did Milena Tasch say about vessels?"))
          .isNotEmpty()
          .doesNotContain(taken);
    }
  }

  @Test
  void goesByWordsWhileTheModelIsSilentAndLeavesItAloneForAWhile() {
    model.silent = true;
    try (RecordIndex index = record.indexInMemory();
        Neighbours neighbours = neighbours(null)) {
      int asked = model.calls;
      Evidence evidence = ask(index, neighbours, "What did Milena Tasch say about the ferry toll?");

      assertThat(evidence.finding()).isEqualTo(Finding.SUPPORTED);
      assertThat(model.calls).as("left alone").isEqualTo(asked);

      model.silent = false;
      clock.now = clock.now.plus(Duration.ofMinutes(1));
      ask(index, neighbours, "What did Milena Tasch say about the ferry toll?");
      assertThat(model.calls).as("asked again").isGreaterThan(asked);
    }
  }

  @Test
  void goesByWordsWhenTheVectorsHaveOtherDimensions() {
    neighbours(folder.resolve("vectors")).close();
    model.dimensions = 2000;
    try (RecordIndex index = record.indexInMemory();
        Neighbours neighbours = neighbours(folder.resolve("vectors"))) {
      assertThat(nearest(index, neighbours, "What did Milena Tasch say about vessels?")).isEmpty();
    }
  }

  @Test
  void takesVectorsOfThousandsOfDimensions() {
    model.dimensions = 3072;
    try (RecordIndex index = record.indexInMemory();
        Neighbours neighbours = neighbours(folder.resolve("vectors"))) {
      assertThat(nearest(index, neighbours, "What did Milena Tasch say about vessels?"))
          .isNotEmpty();
    }
  }

  private long say(String words) {
    return record.say(
        "d" + words.hashCode(),
        Language.ENGLISH,
        DAY,
        SmallRecord.milena(),
        words,
        Status.STANDING);
  }

  private long statementOf(long document) {
    return record.store().record().statementsOf(document).get(0).id();
  }

  private Neighbours neighbours(Path vectors) {
    return Neighbours.open(
        record.store().record(), record.store().uuid(), vectors, model, clock, PATIENCE);
  }

  private static Evidence ask(RecordIndex index, Neighbours neighbours, String question) {
    Question read = new QuestionReader(index, SmallRecord.CLOCK).read(question, List.of());
    return new Retriever(index, neighbours, 0).retrieve(read);
  }

  private static List<Long> nearest(RecordIndex index, Neighbours neighbours, String question) {
    Question read = new QuestionReader(index, SmallRecord.CLOCK).read(question, List.of());
    try {
      float[] place = neighbours.place(read);
      return neighbours.nearest(place, Filters.STATEMENTS, 5);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<String> related(String question, boolean near) {
    return texts(question, near, Evidence::related);
  }

  private List<String> answers(String question, boolean near) {
    return texts(question, near, Evidence::answers);
  }

  private List<String> texts(
      String question, boolean near, java.util.function.Function<Evidence, List<Match>> matches) {
    try (RecordIndex index = record.indexInMemory();
        Neighbours neighbours = neighbours(null)) {
      return matches.apply(ask(index, near ? neighbours : null, question)).stream()
          .map(Match::statement)
          .map(Statement::text)
          .toList();
    }
  }

  /** Places texts by what they speak of: ships and money, or anything else. */
  private static final class Model implements Sense {
    private static final List<List<String>> MEANINGS =
        List.of(List.of("ship", "vessel"), List.of("toll", "cost", "пошлин"));

    private final List<String> placed = new ArrayList<>();
    private String name = "stub";
    private int dimensions = 3;
    private int calls;
    private boolean silent;

    @Override
    public String name() {
      return name;
    }

    @Override
    public synchronized Optional<List<float[]>> of(List<String> texts) {
      calls++;
      if (silent) {
        return Optional.empty();
      }
      placed.addAll(texts);
      return Optional.of(texts.stream().map(this::place).toList());
    }

    private float[] place(String text) {
      float[] vector = new float[dimensions];
      vector[2] = 0.2f;
      for (int i = 0; i < MEANINGS.size(); i++) {
        if (MEANINGS.get(i).stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains)) {
          vector[i] = 1;
        }
      }
      double length = 0;
      for (float value : vector) {
        length += value * value;
      }
      for (int i = 0; i < vector.length; i++) {
        vector[i] /= (float) Math.sqrt(length);
      }
      return vector;
    }
  }

  /** A clock that a test moves. */
  private static final class Hours extends Clock {
    private Instant now = SmallRecord.CLOCK.instant();

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
