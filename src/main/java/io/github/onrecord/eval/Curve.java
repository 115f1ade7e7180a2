package io.github.onrecord.eval;

import java.util.List;
import java.util.Map;

/** Figures of answers over a setting, as a table in Markdown. */
final class Curve {
  private static final List<Figure> SHOWN =
      List.of(
          Figure.HANDLED_RIGHT,
          Figure.ANSWERED,
          Figure.RIGHT_SHOWN,
          Figure.ANSWER_RECALL,
          Figure.ANSWER_PRECISION,
          Figure.ABSTAINED);

  private Curve() {}

  static <T> String markdown(String set, Map<T, Map<Figure, Double>> rows) {
    StringBuilder table = new StringBuilder("| " + set + " |");
    SHOWN.forEach(figure -> table.append(' ').append(figure.key()).append(" |"));
    table.append("\n|---:|").append("---:|".repeat(SHOWN.size())).append('\n');
    rows.forEach(
        (key, figures) -> {
          table.append("| ").append(key).append(" |");
          for (Figure figure : SHOWN) {
            double value = figures.getOrDefault(figure, Double.NaN);
            table.append(' ').append(figure.format(value)).append(" |");
          }
          table.append('\n');
        });
    return table.toString();
  }
}
