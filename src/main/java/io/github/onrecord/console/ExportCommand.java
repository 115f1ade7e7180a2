package io.github.onrecord.console;

import io.github.onrecord.record.Status;
import io.github.onrecord.store.Exporter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the record's statements to standard output. */
@Command(name = "export", description = "Write the statements on record.")
final class ExportCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Program.Opening opening;

  @Mixin private final Common common = new Common();

  @Option(
      names = "--format",
      paramLabel = "jsonl|csv|jsonld",
      description = "How it is written (default: jsonl).")
  private Exporter.Format format = Exporter.Format.JSONL;

  @Option(names = "--held", description = "Also what waits for an editor.")
  private boolean held;

  ExportCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() throws IOException {
    try (Program program = common.open(opening, false);
        Writer out = new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8)) {
      new Exporter(program.store())
          .write(format, statement -> held || statement.status() != Status.HELD, out);
      return 0;
    }
  }
}
