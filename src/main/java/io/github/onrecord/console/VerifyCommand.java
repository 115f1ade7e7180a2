package io.github.onrecord.console;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks whether the store is whole, and the index what the store says. */
@Command(name = "verify", description = "Check that the record is whole.")
final class VerifyCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Program.Opening opening;

  @Mixin private final Common common = new Common();

  VerifyCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() {
    try (Program program = common.open(opening, false)) {
      List<String> findings = program.store().verify();
      findings.forEach(terminal::fault);
      if (!findings.isEmpty()) {
        terminal.fault("Restore the last good backup.");
        return Commands.INPUT_AT_FAULT;
      }
      List<String> ofIndex = program.verifyIndex();
      ofIndex.forEach(terminal::fault);
      if (!ofIndex.isEmpty()) {
        return Commands.INPUT_AT_FAULT;
      }
      terminal.line("The record is whole.");
      return Commands.FINE;
    }
  }
}
