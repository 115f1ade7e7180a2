package io.github.onrecord.console;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The command line. */
public final class Commands {
  static final int FINE = 0;
  static final int INPUT_AT_FAULT = 1;
  static final int USAGE_OR_CONFIGURATION = 2;

  private final Terminal terminal;
  private final Function<Throwable, @Nullable String> operatorFaults;

  /**
   * A command line before a terminal.
   *
   * @param operatorFaults the sentence of an exception that an operator can mend (settings, store,
   *     files), or null for any other exception
   */
  public Commands(Terminal terminal, Function<Throwable, @Nullable String> operatorFaults) {
    this.terminal = terminal;
    this.operatorFaults = operatorFaults;
  }

  /**
   * Runs a command.
   *
   * @return the process's exit code: 0 fine, 1 the input was at fault, 2 usage or configuration
   */
  public int run(Program.Opening opening, String... arguments) {
    return new CommandLine(new Root(terminal, opening))
        .addSubcommand(new ChatCommand(terminal, opening))
        .addSubcommand(new AskCommand(terminal, opening))
        .addSubcommand(new QuoteCommand(terminal, opening))
        .addSubcommand(new CheckCommand(terminal, opening))
        .addSubcommand(new CardCommand(terminal, opening))
        .addSubcommand(new DigestCommand(terminal, opening))
        .addSubcommand(new IngestCommand(terminal, opening))
        .addSubcommand(new ImportCommand(terminal, opening))
        .addSubcommand(new ExportCommand(terminal, opening))
        .addSubcommand(new ReviewCommand(terminal, opening))
        .addSubcommand(new ReportsCommand(terminal, opening))
        .addSubcommand(new ServeCommand(opening))
        .addSubcommand(new BackupCommand(terminal, opening))
        .addSubcommand(new VerifyCommand(terminal, opening))
        .addSubcommand(new EvalCommand(terminal, opening))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(terminal.printer())
        .setErr(terminal.faults())
        .setExecutionExceptionHandler((fault, command, parsed) -> exit(fault))
        .execute(arguments);
  }

  private int exit(Exception fault) throws Exception {
    if (fault instanceof InputException) {
      terminal.fault(String.valueOf(fault.getMessage()));
      return INPUT_AT_FAULT;
    }
    String sentence =
        fault instanceof UsageException ? fault.getMessage() : operatorFaults.apply(fault);
    if (sentence == null) {
      throw fault;
    }
    terminal.fault(sentence);
    return USAGE_OR_CONFIGURATION;
  }

  /** Without a command: the bot where there is a token, else the console chat. */
  @Command(
      name = "onrecord",
      description = "Answers questions about talks with what officials are on record as saying.",
      mixinStandardHelpOptions = true,
      footer = {
        "",
        "Without a command: the Telegram bot when TELEGRAM_BOT_TOKEN is set, else a chat here.",
        "Exit codes: 0 fine, 1 the input was at fault, 2 usage or configuration."
      })
  private static final class Root implements java.util.concurrent.Callable<Integer> {
    private final Terminal terminal;
    private final Program.Opening opening;

    @Mixin private final Common common = new Common();

    Root(Terminal terminal, Program.Opening opening) {
      this.terminal = terminal;
      this.opening = opening;
    }

    @Override
    public Integer call() throws InterruptedException {
      try (Program program = common.open(opening, true)) {
        if (program.hasBot()) {
          return ServeCommand.run(program);
        }
        new Chat(terminal, program).run();
        return FINE;
      }
    }
  }
}
