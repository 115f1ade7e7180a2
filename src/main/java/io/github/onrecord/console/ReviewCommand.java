package io.github.onrecord.console;

import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.RecordMessages;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.store.RecordStore;
import io.github.onrecord.store.Review;
import io.github.onrecord.store.Verdict;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets an editor decide about what is held. */
@Command(name = "review", description = "Decide about statements that wait for an editor.")
final class ReviewCommand implements Callable<Integer> {
  private static final int AT_ONCE = 1000;
  private static final String HELP =
      "a accept · r reject · s NAME change the speaker · empty line: later · q quit";

  private final Terminal terminal;
  private final Program.Opening opening;

  @Mixin private final Common common = new Common();

  @Option(
      names = "--editor",
      required = true,
      paramLabel = "NAME",
      description = "Who decides; kept with each decision.")
  private String editor = "";

  ReviewCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() {
    if (editor.isBlank()) {
      throw new UsageException("--editor needs a name: it is kept with each decision.");
    }
    try (Program program = common.open(opening, false);
        Lines lines = Lines.of(terminal)) {
      List<Statement> waiting = program.store().review().waiting(AT_ONCE);
      terminal.line(waiting.size() + " waiting. " + HELP);
      for (Statement statement : waiting) {
        show(program.store().record(), statement);
        if (!decided(program, lines, statement)) {
          break;
        }
      }
      return Commands.FINE;
    }
  }

  private void show(RecordStore record, Statement statement) {
    Document document = record.document(statement.documentId()).orElseThrow();
    terminal.show(
        new RecordMessages(Phrases.in(Language.ENGLISH))
            .context(
                statement, document, record.passages(document.id()), RecordMessages.Place.NONE));
    terminal.line("Why: " + statement.reason());
  }

  /** Asks until there is a decision or the statement is left for later. False ends the review. */
  private boolean decided(Program program, Lines lines, Statement statement) {
    Review review = program.store().review();
    for (String line = lines.next(); line != null; line = lines.next()) {
      String word = line.strip();
      if (word.isEmpty()) {
        return true;
      }
      if (word.equals("q")) {
        return false;
      }
      Verdict verdict = verdict(program.store().record(), word);
      if (verdict != null) {
        review.decide(statement.id(), verdict, editor, "");
        return true;
      }
      terminal.line(HELP);
    }
    return false;
  }

  private @Nullable Verdict verdict(RecordStore record, String word) {
    if (word.equals("a")) {
      return new Verdict.Accept();
    }
    if (word.equals("r")) {
      return new Verdict.Reject();
    }
    return word.startsWith("s ") ? speaker(record, word.substring(2).strip()) : null;
  }

  private @Nullable Verdict speaker(RecordStore record, String name) {
    List<Official> named =
        record.officials().stream()
            .filter(official -> official.name().equals(name) || official.aliases().contains(name))
            .toList();
    if (named.size() != 1) {
      terminal.line(
          named.isEmpty()
              ? "Nobody of that name is on record; give the name as the record has it."
              : "Several officials have that name; give the full name.");
      return null;
    }
    Official official = named.get(0);
    return new Verdict.ChangeSpeaker(
        new Speaker.Named(official.id(), official.name()), official.side());
  }
}
