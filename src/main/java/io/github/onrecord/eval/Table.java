package io.github.onrecord.eval;

import java.util.OptionalDouble;

/** A result for people: a line for each figure, a column for all and for each language. */
final class Table {
  private static final String NAME = "%-26s";
  private static final String CELL = "%8s";

  private Table() {}

  /** The result, and beside its figures the floors of all languages together. */
  static String of(Result result, Floors floors) {
    Setup setup = result.setup();
    StringBuilder table =
        new StringBuilder(
            "OnRecord %s, model %s, lexicon of %d concepts\n"
                .formatted(setup.version(), setup.model(), setup.lexicon()));
    table.append(NAME.formatted(result.set() + ", " + result.mode().key()));
    result.figures().keySet().forEach(scope -> table.append(CELL.formatted(scope)));
    table.append(CELL.formatted("floor")).append('\n');
    for (Figure figure : Figure.values()) {
      if (result.measures(Result.ALL, figure)) {
        table.append(line(result, floors, figure).stripTrailing()).append('\n');
      }
    }
    return table.toString();
  }

  private static String line(Result result, Floors floors, Figure figure) {
    StringBuilder line = new StringBuilder(NAME.formatted(figure.key()));
    for (String scope : result.figures().keySet()) {
      boolean has = result.measures(scope, figure);
      line.append(CELL.formatted(has ? figure.format(result.of(scope, figure)) : ""));
    }
    OptionalDouble floor = floors.of(result, Result.ALL, figure);
    return floor.isEmpty()
        ? line.toString()
        : line.append(CELL.formatted(figure.format(floor.getAsDouble()))).toString();
  }
}
