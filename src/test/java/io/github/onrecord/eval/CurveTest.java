package io.github.onrecord.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurveTest {
  @Test
  void isATableWithARowForEachSetting() {
    Map<String, Map<Figure, Double>> rows = new LinkedHashMap<>();
    rows.put("-0.05", Map.of(Figure.HANDLED_RIGHT, 0.5, Figure.ABSTAINED, 0.25));
    rows.put("+0.00", Map.of(Figure.HANDLED_RIGHT, 0.75));

    assertThat(Curve.markdown("harbour", Curve.ANSWERS, rows).lines())
        .containsExactly(
            "| harbour | handled-right | answered-when-on-record | right-statement-shown"
                + " | answer-recall | answer-precision | abstained-when-not |",
            "|---:|---:|---:|---:|---:|---:|---:|",
            "| -0.05 | 0.500 | n/a | n/a | n/a | n/a | 0.250 |",
            "| +0.00 | 0.750 | n/a | n/a | n/a | n/a | n/a |");
  }
}
