package io.github.onrecord.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.answer.Answer;
import io.github.onrecord.answer.Desk;
import io.github.onrecord.answer.Receipt;
import io.github.onrecord.message.AnswerMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.search.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers one question, or a stream of them for a program. */
@Command(name = "ask", description = "Answer a question from the record.")
final class AskCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Program.Opening opening;
  private final AnswerMessages messages = AnswerMessages.whole();

  @Mixin private final Common common = new Common();

  @Option(
      names = "--jsonl",
      description =
          "Read {\"id\",\"question\",\"previous\"} lines from standard input and write an answer a"
              + " line.")
  private boolean jsonl;

  @Option(names = "--json", description = "Write the answer as JSON, with what it rests on.")
  private boolean asJson;

  @Parameters(arity = "0..*", paramLabel = "QUESTION", description = "The question, in words.")
  private final List<String> words = new ArrayList<>();

  AskCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() throws IOException {
    String question = String.join(" ", words);
    if (jsonl == !question.isBlank()) {
      throw new InputException("Give a question, or --jsonl and questions on standard input.");
    }
    try (Program program = common.open(opening, true)) {
      if (jsonl) {
        return answerLines(program);
      }
      Answer answer = program.desk().ask(question, List.of());
      show(program, answer);
      return 0;
    }
  }

  private void show(Program program, Answer answer) {
    Message message = messages.of(answer, program::examples);
    if (asJson) {
      ObjectNode node = AnswerJson.of(null, answer, message);
      node.set("receipt", new ObjectMapper().valueToTree(Receipt.of(answer)));
      terminal.line(node.toString());
    } else {
      terminal.show(message);
    }
  }

  private int answerLines(Program program) throws IOException {
    Desk desk = program.desk();
    BufferedReader lines = terminal.input();
    ObjectMapper json = new ObjectMapper();
    int number = 0;
    int exit = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        terminal.line(answerLine(program, desk, json.readTree(line), number));
      } catch (JsonProcessingException | InputException e) {
        terminal.fault("Line " + number + " is not {\"id\",\"question\",\"previous\"}; left out.");
        exit = Commands.INPUT_AT_FAULT;
      }
    }
    return exit;
  }

  private String answerLine(Program program, Desk desk, JsonNode line, int number) {
    if (!line.path("question").isTextual()) {
      throw new InputException("no question");
    }
    List<Question> earlier = new ArrayList<>();
    if (line.path("previous").isTextual()) {
      earlier.add(desk.ask(line.path("previous").asText(), List.of()).question());
    }
    Answer answer = desk.ask(line.path("question").asText(), earlier);
    Message message = messages.of(answer, program::examples);
    String id = line.path("id").asText(Integer.toString(number));
    return AnswerJson.of(id, answer, message).toString();
  }
}
