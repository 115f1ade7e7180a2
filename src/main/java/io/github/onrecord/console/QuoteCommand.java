package io.github.onrecord.console;

import io.github.onrecord.answer.Answer;
import io.github.onrecord.message.AnswerMessages;
import io.github.onrecord.message.Message;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows an official's own words, or says that only reports of them exist. */
@Command(name = "quote", description = "Show what an official said, verbatim first.")
final class QuoteCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Program.Opening opening;

  @Mixin private final Common common = new Common();

  @Option(names = "--json", description = "Write the answer as JSON.")
  private boolean asJson;

  @Parameters(
      arity = "1..*",
      paramLabel = "OFFICIAL [TOPIC]",
      description = "Whose words, and on what: Sherman sanctions.")
  private List<String> words = List.of();

  QuoteCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() {
    try (Program program = common.open(opening, true)) {
      Answer answer = program.desk().ask("/quote " + String.join(" ", words), List.of());
      Message message = AnswerMessages.whole().of(answer, program::examples);
      if (asJson) {
        terminal.line(AnswerJson.of(null, answer, message).toString());
      } else {
        terminal.show(message);
      }
      return 0;
    }
  }
}
