package io.github.onrecord.console;

import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.ReceiptMessages;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Feedback;
import io.github.onrecord.store.Report;
import io.github.onrecord.telegram.Reports;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows an editor which answers readers called wrong. */
@Command(name = "reports", description = "Show which answers readers called wrong, and why given.")
final class ReportsCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Program.Opening opening;

  @Mixin private final Common common = new Common();

  @Option(names = "--close", paramLabel = "NUMBER", description = "End a report; it is dealt with.")
  private @Nullable Long close;

  ReportsCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() {
    try (Program program = common.open(opening, false)) {
      Feedback feedback = program.store().feedback();
      if (close != null) {
        if (!feedback.close(close)) {
          throw new InputException("There is no report " + close + ".");
        }
        return Commands.FINE;
      }
      List<Report> reports = feedback.reports();
      terminal.line(reports.size() + " reported. --close NUMBER ends one.");
      ReceiptMessages messages = new ReceiptMessages(Phrases.in(Language.ENGLISH));
      for (Report report : reports) {
        String reactions = report.reactions().isEmpty() ? "" : " · " + report.reactions();
        terminal.line("");
        terminal.line("Report " + report.id() + " · " + report.at() + reactions);
        terminal.show(messages.of(Reports.receipt(report)));
      }
      return Commands.FINE;
    }
  }
}
