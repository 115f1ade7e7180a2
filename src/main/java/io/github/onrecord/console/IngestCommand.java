package io.github.onrecord.console;

import io.github.onrecord.ingest.Hints;
import io.github.onrecord.ingest.IngestReport;
import io.github.onrecord.ingest.Ingestion;
import io.github.onrecord.ingest.Input;
import io.github.onrecord.ingest.Inputs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes documents into the record. */
@Command(name = "ingest", description = "Take documents into the record.")
final class IngestCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Program.Opening opening;

  @Mixin private final Common common = new Common();

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description = "The day of publication, 2022-01-10, where a document doesn't say.")
  private @Nullable LocalDate published;

  @Option(
      names = "--source",
      paramLabel = "NAME",
      description = "The outlet or institution, where a document doesn't say.")
  private @Nullable String source;

  @Option(
      names = "--url",
      paramLabel = "ADDRESS",
      description = "Where people can read it, where a document doesn't say.")
  private @Nullable String url;

  @Option(names = "--follow", description = "Read a feed's items from the pages that they link to.")
  private boolean follow;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH|URL",
      description = "Files, folders, http(s) addresses, or - for standard input.")
  private List<String> places = List.of();

  IngestCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() {
    try (Program program = common.open(opening, false)) {
      List<Input> inputs = Inputs.of(places, terminal.bytes());
      Ingestion ingestion = program.ingestion();
      Hints hints = new Hints(published, source, url);
      boolean refused = false;
      try (Progress progress = new Progress(terminal, inputs.size())) {
        for (Input input : inputs) {
          List<IngestReport> reports = new ArrayList<>();
          ingestion.ingest(input, hints, follow, reports::add);
          progress.done(reports);
          refused |= reports.stream().anyMatch(IngestReport::refused);
        }
      }
      return refused ? Commands.INPUT_AT_FAULT : Commands.FINE;
    }
  }
}
