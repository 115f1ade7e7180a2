package io.github.onrecord.console;

import io.github.onrecord.answer.Desk;
import io.github.onrecord.eval.Evaluation;
import io.github.onrecord.eval.Floors;
import io.github.onrecord.eval.Mode;
import io.github.onrecord.eval.Result;
import io.github.onrecord.eval.SetException;
import io.github.onrecord.eval.Subject;
import io.github.onrecord.eval.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores the program on a labelled set, in stores of its own that it deletes afterwards. */
@Command(
    name = "eval",
    description = "Score extraction and answers on a labelled set.",
    footer = {
      "",
      "Exit code 1 when a figure falls below its floor in evaluation.conf.",
    })
final class EvalCommand implements Callable<Integer> {
  /** The curve's first and last point and the distance between two, in hundredths. */
  private static final int LEAST = -15;

  private static final int MOST = 30;
  private static final int STEP = 5;

  /** Lines between what stands and what waits; a statement's confidence goes from 0 to 1. */
  private static final List<Double> LINES =
      List.of(0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95);

  private final Terminal terminal;
  private final Program.Opening opening;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "The folder of the settings and floors (default: ./config, if there is one).")
  private @Nullable Path config;

  @Option(
      names = "--gold",
      description = "Only ask about the imported labels; don't ingest the articles.")
  private boolean gold;

  @Option(
      names = "--curve",
      description =
          "Print, as Markdown, how the answers' figures change when statements must bear more or"
              + " less of the question's topic than usual.")
  private boolean curve;

  @Option(
      names = "--held-curve",
      description =
          "Print, as Markdown, how the statements' figures change when other lines are drawn between"
              + " what stands and what waits for an editor.")
  private boolean heldCurve;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the figures there as JSON.")
  private @Nullable Path out;

  @Parameters(
      paramLabel = "SET",
      description = "A folder with articles/, statements.jsonl, officials.jsonl, questions.jsonl.")
  private Path set = Path.of("");

  EvalCommand(Terminal terminal, Program.Opening opening) {
    this.terminal = terminal;
    this.opening = opening;
  }

  @Override
  public Integer call() {
    if (!Files.isDirectory(set.resolve("articles"))) {
      throw new UsageException("SET: " + set + " has no folder \"articles\"; give a labelled set.");
    }
    List<Result> results = new ArrayList<>();
    List<String> missed = new ArrayList<>();
    try {
      Evaluation evaluation = new Evaluation(set);
      if (curve) {
        terminal.line(curve(evaluation));
        return Commands.FINE;
      }
      if (heldCurve) {
        terminal.line(heldCurve(evaluation));
        return Commands.FINE;
      }
      for (Mode mode : gold ? List.of(Mode.GOLD) : List.of(Mode.INGEST, Mode.GOLD)) {
        results.add(run(evaluation, mode, missed));
      }
    } catch (SetException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
    if (out != null) {
      write(out, Result.json(results));
    }
    missed.forEach(terminal::fault);
    return missed.isEmpty() ? Commands.FINE : Commands.INPUT_AT_FAULT;
  }

  private static void write(Path file, String figures) {
    try {
      Files.writeString(file, figures);
    } catch (IOException e) {
      throw new UsageException("--out: " + file + " can't be written; name another file.");
    }
  }

  private String curve(Evaluation evaluation) {
    try (TemporaryFolder folder = new TemporaryFolder();
        Program program = opening.open(config, folder.file("evaluation.db"), false)) {
      Map<String, Desk> desks = new LinkedHashMap<>();
      for (int hundredths = LEAST; hundredths <= MOST; hundredths += STEP) {
        float stricter = hundredths / 100f;
        desks.put(String.format(Locale.ROOT, "%+.2f", stricter), program.desk(stricter));
      }
      return evaluation.curve(subject(program), desks, terminal::fault);
    }
  }

  private String heldCurve(Evaluation evaluation) {
    try (TemporaryFolder folder = new TemporaryFolder();
        Program program = opening.open(config, folder.file("evaluation.db"), false)) {
      return evaluation.heldCurve(subject(program), LINES, terminal::fault);
    }
  }

  private static Subject subject(Program program) {
    return new Subject(
        program.setup(),
        program.store().record(),
        program.ingestion(),
        program.labels(),
        program.desk());
  }

  private Result run(Evaluation evaluation, Mode mode, List<String> missed) {
    try (TemporaryFolder folder = new TemporaryFolder();
        Program program = opening.open(config, folder.file("evaluation.db"), false)) {
      Floors floors = program.floors();
      Result result = evaluation.run(mode, subject(program), terminal::fault);
      terminal.line(result.table(floors));
      missed.addAll(floors.missedBy(result));
      return result;
    }
  }
}
