package io.github.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Post;
import io.github.onrecord.record.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is on record for a claim, what against it, and what leaves it open. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StancesTest {
  private static final Official ORVIK =
      new Official(
          0,
          "Lenka Orvik",
          List.of("Ленка Орвик", "Ленка Орвік"),
          new Side("Drovia"),
          List.of(new Post("Harbour Commissioner", null, null)));

  private SmallRecord record;
  private RecordIndex index;
  private QuestionReader reader;
  private Retriever retriever;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    record = new SmallRecord(folder).withTalks();
    say("harbour.txt", "Drovia will never sell the old lighthouse to a bank");
    say("bells.txt", "Drovia may lend nine bronze bells to the museum");
    say("denial.txt", "denied that a crack had been found in the northern breakwater");
    say("keys.txt", "Drovia asks for keys that will not rust");
    index = record.indexInMemory();
    reader = new QuestionReader(index, SmallRecord.CLOCK);
    retriever = new Retriever(index);
  }

  @AfterAll
  void close() {
    index.close();
    record.close();
  }

  private void say(String name, String words) {
    record.say(name, Language.ENGLISH, LocalDate.of(2040, 5, 9), ORVIK, words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Did Milena Tasch say that Calvera will scrap the ferry toll before winter? | SO",
        "Правда ли, что Милена Таш отменит пошлину на паром? | SO",
        "Did Milena Tasch say that Calvera will never scrap the ferry toll? | OTHERWISE",
        "Why is Milena Tasch against scrapping the ferry toll? | OTHERWISE",
        "Did Orvik say Drovia will sell the lighthouse to a bank? | OTHERWISE",
        "Did Orvik say Drovia will not sell the lighthouse to a bank? | SO",
        "Did Orvik say a crack was found in the northern breakwater? | OTHERWISE",
        "Did Orvik deny that a crack was found in the northern breakwater? | SO"
      })
  void sorts_by_what_is_said_and_denied(String question, Stance stance) {
    assertThat(stance(question)).isEqualTo(stance);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a possibility | Did Orvik say Drovia lends nine bronze bells to the museum?",
        "another number | Did Orvik say Drovia may lend seven bronze bells to the museum?",
        "one clause of two negated | Did Orvik say the keys will rust?",
        "a word that is missing | Did Orvik say Drovia may give bronze doors to the museum?"
      })
  void leaves_open_what_the_words_do_not_bear(String why, String question) {
    assertThat(stance(question)).as(why).isEqualTo(Stance.OPEN);
  }

  private Stance stance(String question) {
    return retriever.retrieve(reader.read(question, List.of())).answers().get(0).stance();
  }
}
