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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom and what a question means that leans on the one before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowUpsTest {
  private static final String POST = "Ferry Minister";

  private SmallRecord record;
  private RecordIndex index;
  private QuestionReader reader;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    record = new SmallRecord(folder).withTalks();
    say("old.txt", official("Ulla Brandt", "Morrow", POST), "The quay of Morrow will be widened");
    say("new.txt", official("Pavo Rieck", "Morrow", POST), "The quay of Morrow will stay narrow");
    say("far.txt", official("Nils Oder", "Selland", POST), "Selland has no quay");
    index = record.indexInMemory();
    reader = new QuestionReader(index, SmallRecord.CLOCK);
  }

  @AfterAll
  void close() {
    index.close();
    record.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What did Milena Tasch tell Keresh about the toll? | And what did he reply?",
        "Что Милена Таш сказала Керешу о пошлине? | А что он ответил?",
        "Що Мілена Таш сказала Керешу про мито? | А що він відповів?"
      })
  void whoever_was_spoken_to_replies(String before, String text) {
    assertThat(ask(before, text).officials())
        .extracting(Official::name)
        .containsExactly(SmallRecord.keresh().name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What did Ulla Brandt say about the quay? | And her successor?",
        "Что Улла Брандт сказала о причале? | А её преемник?",
        "Що Улла Брандт сказала про причал? | А її наступник?"
      })
  void another_one_in_the_same_office_succeeds(String before, String text) {
    Question question = ask(before, text);

    assertThat(question.officials()).extracting(Official::name).containsExactly("Pavo Rieck");
    assertThat(question.terms()).isNotEmpty();
  }

  @Test
  void nobody_is_guessed_who_has_no_successor_on_record() {
    Question question = ask("What did Keresh say about the troops?", "And his successor?");

    assertThat(question.officials()).isEmpty();
    assertThat(question.unknownNames()).containsExactly("successor");
  }

  @Test
  void an_office_without_a_side_is_that_of_the_side_spoken_of() {
    Question question =
        ask("What did Nils Oder say about the quay?", "And what did the ferry minister say?");

    assertThat(question.officials()).extracting(Official::name).containsExactly("Nils Oder");
  }

  @Test
  void words_that_could_be_said_of_anything_leave_the_topic_as_it_was() {
    Question question =
        ask("How many troops does Drovia keep on the pass?", "And how many does Calvera want?");

    assertThat(question.terms()).anyMatch(term -> term.contains("troops"));
  }

  private Question ask(String before, String text) {
    return reader.read(text, List.of(reader.read(before, List.of())));
  }

  private void say(String name, Official speaker, String words) {
    record.say(name, Language.ENGLISH, LocalDate.of(2040, 6, 1), speaker, words);
  }

  private static Official official(String name, String side, String role) {
    return new Official(0, name, List.of(), new Side(side), List.of(new Post(role, null, null)));
  }
}
