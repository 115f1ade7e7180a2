package io.github.onrecord.console;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A conversation in the console. */
@Command(name = "chat", description = "Ask questions in the console.")
final class ChatCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Program.Opening opening;

  @Mixin private final Common common = new Common();

  ChatCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() {
    try (Program program = common.open(opening, true)) {
      new Chat(terminal, program).run();
      return Commands.FINE;
    }
  }
}
