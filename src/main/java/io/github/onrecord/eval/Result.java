package io.github.onrecord.eval;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an evaluation found.
 *
 * @param set the set's name
 * @param setup what was evaluated
 * @param figures by scope ({@link #ALL}, then languages by their ISO 639 code): what was measured;
 *     not a number where there was no case
 */
public record Result(String set, Mode mode, Setup setup, Map<String, Map<Figure, Double>> figures) {
  /** The scope of all languages. */
  public static final String ALL = "all";

  public Result {
    Map<String, Map<Figure, Double>> copy = new LinkedHashMap<>();
    figures.forEach((scope, values) -> copy.put(scope, Map.copyOf(values)));
    figures = Collections.unmodifiableMap(copy);
  }

  /** A figure; not a number when there was no case, or when it isn't measured in this mode. */
  public double of(String scope, Figure figure) {
    return figures.getOrDefault(scope, Map.of()).getOrDefault(figure, Double.NaN);
  }

  /** Whether the figure is measured in this mode, for this scope. */
  boolean measures(String scope, Figure figure) {
    return figures.getOrDefault(scope, Map.of()).containsKey(figure);
  }

  /** The result for people, beside the floors of all languages together. */
  public String table(Floors floors) {
    return Table.of(this, floors);
  }

  /**
   * Results for programs: {@code [{"set","mode","version","model","lexicon","figures":{scope:
   * {figure:number|null}}}]}. They hold no moment and no path, so that equal figures make equal
   * files.
   */
  public static String json(List<Result> results) {
    ObjectMapper mapper = new ObjectMapper();
    ArrayNode all = mapper.createArrayNode();
    for (Result result : results) {
      ObjectNode node = all.addObject();
      node.put("set", result.set).put("mode", result.mode.key());
      node.put("version", result.setup.version()).put("model", result.setup.model());
      node.put("lexicon", result.setup.lexicon());
      ObjectNode figures = node.putObject("figures");
      result.figures.forEach((scope, values) -> put(values, figures.putObject(scope)));
    }
    return all.toPrettyString() + "\n";
  }

  private static void put(Map<Figure, Double> values, ObjectNode scope) {
    new TreeMap<>(values)
        .forEach((figure, value) -> scope.put(figure.key(), value.isNaN() ? null : value));
  }
}
