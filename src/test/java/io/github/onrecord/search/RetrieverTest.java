package io.github.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Status;
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
import org.junit.jupiter.params.provider.ValueSource;

/** What the record answers, and when it is silent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RetrieverTest {
  private SmallRecord record;
  private RecordIndex index;
  private QuestionReader reader;
  private Retriever retriever;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    record = new SmallRecord(folder).withTalks();
    record.say(
        "held.txt",
        Language.ENGLISH,
        LocalDate.of(2040, 6, 5),
        SmallRecord.milena(),
        "Calvera will sell every lighthouse",
        Status.HELD);
    index = record.indexInMemory();
    reader = new QuestionReader(index, SmallRecord.CLOCK);
    retriever = new Retriever(index);
  }

  @AfterAll
  void close() {
    index.close();
    record.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What did Milena Tasch say about the ferry toll?",
        "Что Милена Таш говорила о пошлине на паром?",
        "Що Мілена Таш казала про скасування мита на пором?",
        "Who said that the ferry toll would be scrapped?",
        "Кто сказал, что отменит пошлину на паром?",
        "What is Calvera's position on the toll?",
        "what did milena tasch say abt the fery tol"
      })
  void finds_a_statement_from_any_language(String text) {
    assertThat(documents(ask(text))).contains("first.txt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Milena Tasch | 1",
        "Кереш | 2",
        "Calvera | 1,3",
        "ferry toll | 1",
        "пошлина на паром | 1",
        "виведення військ | 2",
        "Keresh troops | 2",
        "Keresh ferry | ''",
        "herring quotas | ''",
        "Admiral Berta Quillon | ''"
      })
  void says_which_of_some_statements_a_wish_is_about(String wish, String about) {
    Question question = reader.read(wish, List.of()).as(Intent.WHAT_WAS_SAID);

    assertThat(retriever.among(question, List.of(1L, 2L, 3L)))
        .map(String::valueOf)
        .containsExactlyInAnyOrder(about.isEmpty() ? new String[0] : about.split(","));
    assertThat(retriever.among(question, List.of())).isEmpty();
    assertThat(retriever.among(question, List.of(3L))).allMatch(id -> id == 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What did Keresh say about the Horn pass? | second.txt",
        "What did Anton Tasch say about Velmarynsk? | third.txt",
        "Who named 38,000? | third.txt",
        "Что сказал Антон Таш про 38 000 крон? | third.txt",
        "Що Кереш казав про виведення військ? | second.txt"
      })
  void bridges_alphabets_and_ways_to_write_numbers(String text, String document) {
    assertThat(documents(ask(text))).containsExactly(document);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What did Keresh say about herring quotas? | NO_TOPIC",
        "What did Keresh say about the ferry toll? | WRONG_SPEAKER",
        "What did Keresh say about the troops in June? | OUT_OF_RANGE",
        "What did Admiral Berta Quillon say about the ferry? | NO_SUCH_OFFICIAL",
        "What did Tasch say about the ferry? | WHICH_OFFICIAL",
        "What did the Americans say about the toll? | WRONG_SPEAKER",
        "Do you think Keresh is right? | OPINION",
        "Who are you? | ABOUT_THE_BOT",
        "Write a poem about the ferry | OUT_OF_SCOPE"
      })
  void says_why_nothing_answers(String text, Finding finding) {
    Evidence evidence = ask(text);
    assertThat(evidence.finding()).isEqualTo(finding);
    assertThat(evidence.answers()).isEmpty();
  }

  @Test
  void never_answers_with_what_is_held_back() {
    assertThat(ask("What did Milena Tasch say about the lighthouse?").answers()).isEmpty();
  }

  @Test
  void shows_who_really_said_it() {
    Evidence evidence = ask("Did Keresh say that Calvera will scrap the ferry toll before winter?");
    assertThat(documents(evidence)).containsExactly("first.txt");
    assertThat(evidence.answers().get(0).statement().speaker().shownAs()).isEqualTo("Milena Tasch");
  }

  @Test
  void lets_the_source_tell_how_long_the_talks_took() {
    Evidence evidence = ask("How long did the delegations meet in Ostaville?");
    assertThat(evidence.finding()).isEqualTo(Finding.SUPPORTED);
    assertThat(evidence.passages().get(0).passage().text()).contains("nine hours");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How many hours did the delegations meet?",
        "Where did the delegations meet?",
        "Who met in Ostaville?",
        "Где встречались делегации?"
      })
  void lets_the_source_tell_what_no_official_said(String text) {
    Evidence evidence = ask(text);
    assertThat(evidence.passages()).isNotEmpty();
    assertThat(evidence.answers()).isEmpty();
  }

  @Test
  void takes_no_narration_without_a_day_for_when() {
    assertThat(ask("When did the delegations meet?").passages()).isEmpty();
  }

  @Test
  void shows_as_near_only_what_has_to_do_with_the_question() {
    assertThat(ask("What did Admiral Berta Quillon say?").related()).isEmpty();
    Evidence ferry = ask("What did Admiral Berta Quillon say about the ferry?");
    assertThat(ferry.related())
        .extracting(match -> match.document().name())
        .containsExactly("first.txt");
  }

  @Test
  void answers_everything_of_the_days_asked_about() {
    assertThat(documents(ask("What was said in June?"))).containsExactly("third.txt");
  }

  @Test
  void prefers_a_number_when_asked_how_many() {
    record.say(
        "fourth.txt",
        Language.ENGLISH,
        LocalDate.of(2040, 6, 7),
        SmallRecord.milena(),
        "A lantern needs a keeper");
    record.say(
        "fifth.txt",
        Language.ENGLISH,
        LocalDate.of(2040, 6, 8),
        SmallRecord.milena(),
        "Calvera counts 64 lanterns on its coast");
    index.catchUp();
    assertThat(documents(ask("What did Milena Tasch say about the lanterns?")))
        .containsExactlyInAnyOrder("fourth.txt", "fifth.txt");
    assertThat(documents(ask("How many lanterns, according to Milena Tasch?")))
        .containsExactly("fifth.txt");
  }

  @Test
  void takes_no_other_persons_words_for_one_word_of_a_claim() {
    assertThat(ask("Did Keresh abolish it?").finding()).isNotEqualTo(Finding.SUPPORTED);
  }

  @Test
  void shows_less_when_it_is_to_be_stricter() {
    Question question = reader.read("What did Milena Tasch say about ferry timetables?", List.of());
    assertThat(retriever.retrieve(question).finding()).isEqualTo(Finding.SUPPORTED);
    assertThat(new Retriever(index, null, 0.5f).retrieve(question).finding())
        .isNotEqualTo(Finding.SUPPORTED);
  }

  @Test
  void finds_own_words_for_a_quote_among_any_number_of_reports(@TempDir Path other)
      throws IOException {
    try (SmallRecord large = new SmallRecord(other)) {
      large.say(
          "own.txt",
          Language.ENGLISH,
          LocalDate.of(2040, 1, 1),
          SmallRecord.milena(),
          "The ferry waits for nobody",
          Status.STANDING,
          Kind.VERBATIM);
      for (int i = 0; i < 70; i++) {
        large.say(
            "report" + i + ".txt",
            Language.ENGLISH,
            LocalDate.of(2040, 2, 1).plusDays(i),
            SmallRecord.milena(),
            "The ferry will sail " + i,
            Status.STANDING);
      }
      try (RecordIndex many = large.indexInMemory()) {
        Question asked =
            new QuestionReader(many, SmallRecord.CLOCK).read("Quote Milena Tasch", List.of());
        assertThat(new Retriever(many).retrieve(asked).answers())
            .anyMatch(match -> match.statement().kind() == Kind.VERBATIM);
      }
    }
  }

  @Test
  void takes_a_figure_for_what_is_measured(@TempDir Path other) throws IOException {
    try (SmallRecord figures = new SmallRecord(other)) {
      LocalDate day = LocalDate.of(2040, 5, 7);
      say(figures, "price.txt", day, "We are at 165 and out of pencils");
      say(figures, "treaty.txt", day, "One treaty for one strait, signed in 2039");
      say(figures, "date.txt", day, "The ferry will sail on 21 May");
      try (RecordIndex own = figures.indexInMemory()) {
        Question question =
            new QuestionReader(own, SmallRecord.CLOCK)
                .read("What did Milena Tasch say about the price?", List.of());
        assertThat(documents(new Retriever(own).retrieve(question))).containsExactly("price.txt");
      }
    }
  }

  private static void say(SmallRecord record, String name, LocalDate day, String words) {
    record.say(name, Language.ENGLISH, day, SmallRecord.milena(), words);
  }

  @Test
  void shows_who_quoted_the_words_asked_for(@TempDir Path other) throws IOException {
    try (SmallRecord quoted = new SmallRecord(other)) {
      quoted.quote(
          "quoted.txt",
          LocalDate.of(2040, 5, 7),
          SmallRecord.milena(),
          "General Keresh told me: a bridge is a promise. I agree.",
          SmallRecord.keresh(),
          "a bridge is a promise");
      try (RecordIndex own = quoted.indexInMemory()) {
        QuestionReader asked = new QuestionReader(own, SmallRecord.CLOCK);
        Evidence evidence =
            new Retriever(own)
                .retrieve(asked.read("What did Keresh say about the bridge?", List.of()));
        assertThat(evidence.answers())
            .extracting(match -> match.statement().speaker().shownAs())
            .containsExactly(SmallRecord.keresh().name(), SmallRecord.milena().name());
      }
    }
  }

  @Test
  void answers_everything_by_an_official() {
    assertThat(documents(ask("Everything Keresh is on record as saying")))
        .containsExactly("second.txt");
  }

  @Test
  void tells_what_is_covered_when_the_record_is_silent() {
    Coverage coverage = ask("What did Keresh say about herring quotas?").coverage();
    assertThat(coverage.statements()).isEqualTo(1);
    assertThat(coverage.first()).isEqualTo(LocalDate.of(2040, 5, 21));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?", "((((( AND OR NOT *:* [a TO b]", "said:* \"", "\u0000\uD800", "🙂🙂"})
  void takes_any_text_as_text(String text) {
    assertThat(ask(text).answers()).isEmpty();
  }

  private Evidence ask(String text) {
    return retriever.retrieve(reader.read(text, List.of()));
  }

  private static List<String> documents(Evidence evidence) {
    return evidence.answers().stream().map(match -> match.document().name()).toList();
  }
}
