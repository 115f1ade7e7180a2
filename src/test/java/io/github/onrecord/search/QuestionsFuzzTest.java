package io.github.onrecord.search;

import io.github.onrecord.Fuzzing;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody asks is read and looked for. */
class QuestionsFuzzTest {
  @Test
  void anyQuestionIsReadAndLookedFor(@TempDir Path folder) throws Exception {
    try (SmallRecord record = new SmallRecord(folder).withTalks();
        RecordIndex index = record.indexInMemory()) {
      QuestionReader reader = new QuestionReader(index, SmallRecord.CLOCK);
      Retriever retriever = new Retriever(index);
      Fuzzing.run(
          "questions",
          1_500,
          List.of(
              "What did Milena Tasch say about the ferry toll before 21 May 2040?",
              "Сравни позиции Калверы и Дровии о войсках с января по март",
              "Що міністр оборони Кереш казав про виведення військ минулого тижня?",
              "quote Tasch on \"ferry toll\" AND (winter OR *:*)~2",
              "Did anyone threaten to withdraw 5,000 troops by 2041-02-31?"),
          input -> {
            Question question = reader.read(input, List.of());
            retriever.retrieve(question);
            reader.read("and the Drovians?", List.of(question));
          });
    }
  }
}
