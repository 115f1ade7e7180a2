package io.github.onrecord.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.onrecord.check.Checked;
import io.github.onrecord.check.CheckedQuote;
import io.github.onrecord.check.Checker;
import io.github.onrecord.message.CheckMessages;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.search.Match.Twin;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says of each quotation in a text whether it is on record as it stands. */
@Command(name = "check", description = "Check the quotations of a text against the record.")
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Program.Opening opening;
  private final ObjectMapper json = new ObjectMapper();

  @Mixin private final Common common = new Common();

  @Option(names = "--json", description = "Write the verdicts as JSON.")
  private boolean asJson;

  @Parameters(
      arity = "0..*",
      paramLabel = "TEXT|-",
      description =
          "A text with quotations in it, or one quotation, if you like as NAME: WORDS; from standard"
              + " input when it is - or missing.")
  private final List<String> words = new ArrayList<>();

  CheckCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() throws IOException {
    String text = words.isEmpty() || words.equals(List.of("-")) ? input() : String.join(" ", words);
    if (text.length() > Checker.LONGEST) {
      throw new InputException(
          "The text is longer than %d characters; check it in pieces.".formatted(Checker.LONGEST));
    }
    try (Program program = common.open(opening, true)) {
      Checked checked = program.checker().check(text);
      if (asJson) {
        terminal.line(written(checked));
      } else {
        terminal.show(new CheckMessages(Phrases.in(checked.language())).of(checked.quotes()));
      }
      if (checked.quotes().isEmpty() && asJson) {
        terminal.fault("There are no words to check; give a quotation.");
      }
      return checked.quotes().isEmpty() ? Commands.INPUT_AT_FAULT : Commands.FINE;
    }
  }

  /** Standard input, up to a little more than can be checked. */
  private String input() throws IOException {
    BufferedReader lines = terminal.input();
    char[] text = new char[Checker.LONGEST + 1];
    int length = 0;
    int read = lines.read(text, 0, text.length);
    while (read > 0) {
      length += read;
      read = lines.read(text, length, text.length - length);
    }
    return new String(text, 0, length);
  }

  /** {@code {"quotes":[{"text","speaker","verdict","difference","statements":[…]}]}}. */
  private String written(Checked checked) throws JsonProcessingException {
    ObjectNode node = json.createObjectNode();
    ArrayNode quotes = node.putArray("quotes");
    for (CheckedQuote quote : checked.quotes()) {
      ObjectNode own = quotes.addObject();
      own.put("text", quote.text());
      own.put("speaker", quote.speaker());
      own.put("verdict", quote.verdict().name());
      own.put("difference", quote.difference() == null ? null : quote.difference().plain());
      ArrayNode found = own.putArray("statements");
      for (Twin twin : quote.statements()) {
        boolean standing = twin.statement().standing();
        found.add(
            AnswerJson.of(twin.statement(), twin.document(), standing ? "answer" : "related")
                .put("status", twin.statement().status().name()));
      }
    }
    return json.writeValueAsString(node);
  }
}
