package io.github.onrecord.console;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the store while others use it. */
@Command(name = "backup", description = "Copy the record and everything beside it to a new file.")
final class BackupCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Program.Opening opening;

  @Mixin private final Common common = new Common();

  @Parameters(paramLabel = "FILE", description = "Where the copy is made; must not exist.")
  private Path file = Path.of("");

  BackupCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() {
    try (Program program = common.open(opening, false)) {
      program.store().backup(file);
      terminal.line(
          "Copied to "
              + file
              + ". To restore, use it as --store; or, with no process running, put it in the"
              + " store's place after deleting the store and its -wal and -shm files.");
      return Commands.FINE;
    }
  }
}
