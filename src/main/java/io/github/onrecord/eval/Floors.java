package io.github.onrecord.eval;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the figures are held to: {@code evaluation.conf}. A floor is the least value of a figure, or
 * the greatest where less is better.
 */
public final class Floors {
  private static final String NAME = "evaluation.conf";

  private final Map<Place, Double> floors;

  private record Place(String set, Mode mode, String scope, Figure figure) {}

  private Floors(Map<Place, Double> floors) {
    this.floors = Map.copyOf(floors);
  }

  /**
   * Reads the floors.
   *
   * @param folder the operator's config folder, or null; where it has no such file, the packed one
   *     counts
   * @throws FloorsException naming line, key and what is allowed
   */
  public static Floors read(@Nullable Path folder) {
    Path file = folder == null ? null : folder.resolve(NAME);
    try {
      Config config =
          file != null && Files.exists(file)
              ? ConfigFactory.parseFile(file.toFile())
              : ConfigFactory.parseResources(Floors.class.getClassLoader(), "config/" + NAME);
      Map<Place, Double> floors = new HashMap<>();
      config.resolve().root().forEach((set, modes) -> readSet(set, object(modes), floors));
      return new Floors(floors);
    } catch (ConfigException e) {
      throw new FloorsException(NAME + " can't be read: " + e.getMessage(), e);
    }
  }

  private static void readSet(String set, ConfigObject modes, Map<Place, Double> floors) {
    modes.forEach(
        (key, value) -> {
          Mode mode =
              Arrays.stream(Mode.values())
                  .filter(known -> known.key().equals(key))
                  .findFirst()
                  .orElseThrow(() -> wrong(value, key, "allowed are ingest and gold"));
          readScope(set, mode, Result.ALL, object(value), floors);
        });
  }

  private static void readScope(
      String set, Mode mode, String scope, ConfigObject values, Map<Place, Double> floors) {
    values.forEach(
        (key, value) -> {
          if (value instanceof ConfigObject language && scope.equals(Result.ALL)) {
            readScope(set, mode, key, language, floors);
          } else {
            Figure figure = Figure.of(key).orElseThrow(() -> wrong(value, key, figures()));
            floors.put(new Place(set, mode, scope, figure), number(key, value));
          }
        });
  }

  private static String figures() {
    return "allowed are a language with floors of its own and "
        + Arrays.stream(Figure.values()).map(Figure::key).collect(Collectors.joining(", "));
  }

  private static ConfigObject object(ConfigValue value) {
    if (value instanceof ConfigObject object) {
      return object;
    }
    throw wrong(value, String.valueOf(value.unwrapped()), "a block { … } must stand here");
  }

  private static double number(String key, ConfigValue value) {
    if (value.unwrapped() instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(value, key, "it must be a number");
  }

  private static FloorsException wrong(ConfigValue at, String key, String allowed) {
    return new FloorsException(
        "%s, line %d, %s: %s.".formatted(NAME, at.origin().lineNumber(), key, allowed), null);
  }

  /** The floor of a figure, if it has one. */
  OptionalDouble of(Result result, String scope, Figure figure) {
    Double floor = floors.get(new Place(result.set(), result.mode(), scope, figure));
    return floor == null ? OptionalDouble.empty() : OptionalDouble.of(floor);
  }

  /**
   * Where a result doesn't reach its floors, a sentence each. What couldn't be measured doesn't
   * reach a floor either.
   */
  public List<String> missedBy(Result result) {
    List<String> missed = new ArrayList<>();
    floors.forEach(
        (place, floor) -> {
          if (place.set.equals(result.set()) && place.mode == result.mode()) {
            double value = result.of(place.scope, place.figure);
            if (!place.figure.reaches(value, floor)) {
              missed.add(sentence(place, value, floor));
            }
          }
        });
    return missed.stream().sorted().toList();
  }

  private static String sentence(Place place, double value, double floor) {
    return "%s, %s, %s: %s is %s; it must be %s %s."
        .formatted(
            place.set,
            place.mode.key(),
            place.scope,
            place.figure.key(),
            place.figure.format(value),
            place.figure.lessIsBetter() ? "at most" : "at least",
            place.figure.format(floor));
  }
}
