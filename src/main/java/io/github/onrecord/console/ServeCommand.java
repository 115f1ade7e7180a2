package io.github.onrecord.console;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jline.utils.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the bot. */
@Command(name = "serve", description = "Run the Telegram bot until the process is told to end.")
final class ServeCommand implements Callable<Integer> {
  private final Program.Opening opening;

  @Mixin private final Common common = new Common();

  ServeCommand(Program.Opening opening) {
    this.opening = opening;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (Program program = common.open(opening, true)) {
      if (!program.hasBot()) {
        throw new UsageException(
            "serve needs the bot's token: set TELEGRAM_BOT_TOKEN, or telegram.token-file in the"
                + " settings.");
      }
      return run(program);
    }
  }

  static int run(Program program) throws InterruptedException {
    Signals.register("HUP", program::reload);
    Optional<String> fault = program.serve();
    if (fault.isPresent()) {
      throw new UsageException(fault.get());
    }
    return Commands.FINE;
  }
}
