package io.github.onrecord.eval;

import java.util.List;
import java.util.Map;

/** Figures over a setting, as a table in Markdown. */
final class Curve {
  /** What tells how well questions were answered. */
  static final List<Figure> ANSWERS =
      List.of(
          Figure.HANDLED_RIGHT,
          Figure.ANSWERED,
          Figure.RIGHT_SHOWN,
          Figure.ANSWER_RECALL,
          Figure.ANSWER_PRECISION,
          Figure.ABSTAINED);

  /** What tells how well statements were found. */
  static final List<Figure> STATEMENTS =
      List.of(
          Figure.STATEMENTS_F1,
          Figure.STATEMENTS_PRECISION,
          Figure.STATEMENTS_RECALL,
          Figure.SPEAKER,
          Figure.WRONG_MOUTH);

  private Curve() {}

  static <T> String markdown(String set, List<Figure> shown, Map<T, Map<Figure, Double>> rows) {
    StringBuilder table = new StringBuilder("| " + set + " |");
    shown.forEach(figure -> table.append(' ').append(figure.key()).append(" |"));
    table.append("\n|---:|").append("---:|".repeat(shown.size())).append('\n');
    rows.forEach(
        (key, figures) -> {
          table.append("| ").append(key).append(" |");
          for (Figure figure : shown) {
            double value = figures.getOrDefault(figure, Double.NaN);
            table.append(' ').append(figure.format(value)).append(" |");
          }
          table.append('\n');
        });
    return table.toString();
  }
}
