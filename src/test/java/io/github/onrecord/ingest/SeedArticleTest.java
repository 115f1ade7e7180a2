package io.github.onrecord.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Publication;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The article that ships with the program says so much, and no more. */
class SeedArticleTest {
  private static final LocalDate DAY = LocalDate.of(2022, 1, 10);

  private static Publication publication;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream article =
        SeedArticleTest.class.getResourceAsStream("/seed/geneva-2022-01-10.txt")) {
      DocumentText text = Reading.of("geneva.txt", article.readAllBytes());
      publication = Said.publication(new Hints(DAY, null, null).fill(text));
    }
  }

  @Test
  void givesTheRussianPositionsToRyabkov() {
    assertThat(words("Sergei Ryabkov"))
        .containsExactly(
            "Russia told the U.S. it has no plans to attack Ukraine",
            "Russia demands that NATO abandon the countries that joined the Alliance after 1997",
            "Russia wants \"ironclad guarantees\" that Ukraine and Georgia will not end up in NATO",
            "Russia has seen no progress on the issue of NATO's refusal to expand eastward");
  }

  @Test
  void givesTheAmericanPositionsToSherman() {
    assertThat(words("Wendy Sherman"))
        .containsExactly(
            "The U.S. is waiting for the withdrawal of Russian troops from Ukraine's borders, as"
                + " this would signal a de-escalation of the situation",
            "The U.S. is ready to discuss missile deployment and military exercises in Europe with"
                + " Russia, but on conditions of reciprocity",
            "The U.S. believes that progress is possible, but for that Russia must begin"
                + " de-escalation",
            "The U.S. will not allow Russia to close NATO's doors to other countries",
            "The U.S. is prepared to impose sanctions on key Russian institutions in the event of"
                + " an attack on Ukraine",
            "U.S. will continue consultations with allies and partners");
  }

  @Test
  void takesNothingElseForAStatementAndNothingForAQuotation() {
    assertThat(publication.statements())
        .hasSize(10)
        .allSatisfy(
            statement -> {
              assertThat(statement.kind()).isEqualTo(Kind.REPORTED);
              assertThat(statement.status()).isEqualTo(Status.STANDING);
            });
  }

  @Test
  void knowsWhenAndWhereItWasSaidAndWhoCollectedIt() {
    assertThat(publication.document().source()).isEqualTo("RBC-Ukraine");
    assertThat(publication.statements())
        .allSatisfy(
            statement -> {
              assertThat(statement.spoken()).isEqualTo(DAY);
              assertThat(statement.occasion()).isEqualTo("Geneva");
            });
  }

  @Test
  void keepsWhatTheArticleTellsItselfAsNarrationOnce() {
    List<String> narration =
        publication.passages().stream().filter(Passage::narration).map(Passage::text).toList();
    assertThat(narration)
        .hasSize(3)
        .doesNotHaveDuplicates()
        .anySatisfy(text -> assertThat(text).endsWith("The talks lasted nearly eight hours."))
        .anySatisfy(text -> assertThat(text).contains("Sergei Ryabkov briefed journalists"))
        .anySatisfy(text -> assertThat(text).contains("Wendy Sherman also briefed reporters"));
  }

  private static List<String> words(String speaker) {
    return publication.statements().stream()
        .filter(s -> s.speaker() instanceof Speaker.Named named && named.name().equals(speaker))
        .map(Statement::text)
        .toList();
  }
}
