package io.github.onrecord.console;

import io.github.onrecord.ingest.LabelImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes an editor's own labels into the record. */
@Command(name = "import", description = "Take in statements that an editor labelled.")
final class ImportCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Program.Opening opening;

  @Mixin private final Common common = new Common();

  @Option(
      names = "--documents",
      required = true,
      paramLabel = "DIR",
      description = "The folder of the documents that the labels speak of.")
  private Path documents = Path.of("");

  @Option(
      names = "--officials",
      paramLabel = "FILE",
      description = "Officials, one JSON object a line: name, aliases, side, roles.")
  private @Nullable Path officials;

  @Parameters(paramLabel = "STATEMENTS", description = "Labels, one JSON object a line.")
  private Path statements = Path.of("");

  ImportCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() throws IOException {
    requireFile("STATEMENTS", statements);
    if (officials != null) {
      requireFile("--officials", officials);
    }
    if (!Files.isDirectory(documents)) {
      throw new UsageException("--documents: " + documents + " is not a folder.");
    }
    try (Program program = common.open(opening, false)) {
      LabelImport.Report report = program.labels().run(documents, statements, officials);
      for (LabelImport.Refusal refusal : report.refusals()) {
        terminal.fault(refusal.file() + ", line " + refusal.line() + ": " + refusal.reason());
      }
      terminal.line(
          "%d documents: %d statements added, %d known, %d lines refused."
              .formatted(
                  report.documents(), report.added(), report.known(), report.refusals().size()));
      return report.refusals().isEmpty() ? Commands.FINE : Commands.INPUT_AT_FAULT;
    }
  }

  private static void requireFile(String what, Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new UsageException(what + ": " + file + " is not a file that can be read.");
    }
  }
}
