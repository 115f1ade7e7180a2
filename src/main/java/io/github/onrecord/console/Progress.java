package io.github.onrecord.console;

import io.github.onrecord.ingest.IngestReport;
import java.util.List;

/** A line for each document, and on a terminal a bar below them. */
final class Progress implements AutoCloseable {
  private static final int WIDTH = 40;
  private static final String CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private final int inputs;
  private int done;

  Progress(Terminal terminal, int inputs) {
    this.terminal = terminal;
    this.inputs = inputs;
  }

  /** An input is done; these are its documents. */
  void done(List<IngestReport> reports) {
    done++;
    clear();
    for (IngestReport report : reports) {
      String name = report.item() == null ? report.name() : report.name() + " " + report.item();
      terminal.line(name + ": " + report.line());
    }
    if (bar() && done < inputs) {
      int filled = WIDTH * done / inputs;
      terminal
          .out()
          .printf("[%s%s] %d of %d", "#".repeat(filled), "-".repeat(WIDTH - filled), done, inputs);
      terminal.out().flush();
    }
  }

  @Override
  public void close() {
    clear();
  }

  private void clear() {
    if (bar()) {
      terminal.out().print(CLEAR);
    }
  }

  private boolean bar() {
    return terminal.interactive() && inputs > 1;
  }
}
