package io.github.onrecord;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Settings as text: the defaults that come with the program, the operator's file over them, the
 * environment over both. It knows where each value stands, so that a fault can be named.
 */
final class ConfigFile {
  private static final String NAME = "onrecord.conf";

  private final Config values;

  private ConfigFile(Config values) {
    this.values = values;
  }

  /**
   * Reads and merges.
   *
   * @param folder the operator's folder, or null when there is none
   * @param overrides config keys to values given in the environment, with the variable's name
   */
  static ConfigFile read(@Nullable Path folder, Map<String, Variable> overrides) {
    Config defaults = defaults();
    Config merged = defaults;
    if (folder != null && Files.exists(folder.resolve(NAME))) {
      Config own = parse(folder.resolve(NAME));
      refuseUnknownKeys(own, defaults);
      merged = own.withFallback(defaults);
    }
    for (Map.Entry<String, Variable> override : overrides.entrySet()) {
      Variable variable = override.getValue();
      merged =
          ConfigFactory.parseMap(
                  Map.of(override.getKey(), variable.value()), "variable " + variable.name())
              .withFallback(merged);
    }
    return new ConfigFile(merged);
  }

  /** An environment variable. */
  record Variable(String name, String value) {}

  String text(String key) {
    return read(key, "text in quotes", values::getString);
  }

  List<String> texts(String key) {
    return read(key, "a list of texts, [\"…\", \"…\"]", values::getStringList);
  }

  List<Long> numbers(String key, long least, long most) {
    String allowed = "a list of whole numbers from " + least + ", [123, 456]";
    List<Long> numbers = read(key, allowed, values::getLongList);
    if (numbers.stream().anyMatch(number -> number < least || number > most)) {
      throw fault(key, allowed, null);
    }
    return numbers;
  }

  boolean truth(String key) {
    return read(key, "true or false", values::getBoolean);
  }

  int number(String key, int least, int most) {
    String allowed = "a whole number from " + least + " to " + most;
    int number = read(key, allowed, values::getInt);
    if (number < least || number > most) {
      throw fault(key, allowed, null);
    }
    return number;
  }

  /** An amount of money, 0 or more. */
  double amount(String key) {
    String allowed = "a number from 0 on";
    double amount = read(key, allowed, values::getDouble);
    if (!(amount >= 0 && Double.isFinite(amount))) {
      throw fault(key, allowed, null);
    }
    return amount;
  }

  java.time.Duration duration(String key, int leastSeconds, int mostSeconds) {
    String allowed = "a time from " + leastSeconds + " to " + mostSeconds + " seconds";
    java.time.Duration duration = read(key, allowed, values::getDuration);
    if (duration.toSeconds() < leastSeconds || duration.toSeconds() > mostSeconds) {
      throw fault(key, allowed, null);
    }
    return duration;
  }

  /**
   * A value of another type.
   *
   * @param allowed what may stand there, as shown to the operator
   * @param parse throws {@link IllegalArgumentException} or {@link DateTimeException} for bad
   *     values
   */
  <T> T parsed(String key, String allowed, Function<String, T> parse) {
    String text = text(key);
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw fault(key, allowed, e);
    }
  }

  /** The secret in the file that {@code key} names, or an empty text when it names none. */
  String secretFrom(String key) {
    String file = text(key);
    if (file.isBlank()) {
      return "";
    }
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw fault(key, "the path of a file that can be read (" + file + " can't)", e);
    }
  }

  private <T> T read(String key, String allowed, Function<String, T> getter) {
    try {
      return getter.apply(key);
    } catch (com.typesafe.config.ConfigException e) {
      throw fault(key, allowed, e);
    }
  }

  private ConfigException fault(String key, String allowed, @Nullable Throwable cause) {
    if (!values.hasPath(key)) {
      return new ConfigException(key + " is set to nothing; allowed is " + allowed + ".");
    }
    ConfigValue value = values.getValue(key);
    String message =
        "%s: %s can't be %s; allowed is %s."
            .formatted(place(value.origin()), key, value.unwrapped(), allowed);
    return cause == null ? new ConfigException(message) : new ConfigException(message, cause);
  }

  private static void refuseUnknownKeys(Config own, Config defaults) {
    for (Map.Entry<String, ConfigValue> entry : own.entrySet()) {
      String key = entry.getKey();
      boolean known =
          defaults.hasPath(key) && defaults.getValue(key).valueType() != ConfigValueType.OBJECT;
      if (!known) {
        throw new ConfigException(
            "%s: there is no key %s; allowed are %s."
                .formatted(place(entry.getValue().origin()), key, neighbours(key, defaults)));
      }
    }
  }

  private static String neighbours(String key, Config defaults) {
    int dot = key.lastIndexOf('.');
    String section = dot < 0 ? "" : key.substring(0, dot + 1);
    TreeSet<String> names = new TreeSet<>();
    for (Map.Entry<String, ConfigValue> entry : defaults.entrySet()) {
      if (entry.getKey().startsWith(section)) {
        names.add(entry.getKey());
      }
    }
    if (names.isEmpty()) {
      defaults.root().keySet().forEach(name -> names.add(name + ".…"));
    }
    return String.join(", ", names);
  }

  private static Config defaults() {
    URL resource =
        Objects.requireNonNull(
            ConfigFile.class.getResource("/config/" + NAME), "The jar lacks config/" + NAME);
    try (Reader reader = new InputStreamReader(resource.openStream(), StandardCharsets.UTF_8)) {
      return ConfigFactory.parseReader(reader, options("default " + NAME));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Config parse(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      return ConfigFactory.parseReader(reader, options(file.toString())).resolve();
    } catch (IOException e) {
      throw new ConfigException(file + " can't be read; check that it is a UTF-8 text file.", e);
    } catch (com.typesafe.config.ConfigException e) {
      String where = e.origin() == null ? file.toString() : place(e.origin());
      throw new ConfigException(
          where + ": this is not HOCON (" + firstLine(String.valueOf(e.getMessage())) + ").", e);
    }
  }

  private static ConfigParseOptions options(String origin) {
    return ConfigParseOptions.defaults().setOriginDescription(origin);
  }

  private static String place(ConfigOrigin origin) {
    int line = origin.lineNumber();
    String file = origin.description().replaceFirst(": \\d+(-\\d+)?$", "");
    return line > 0 ? file + ", line " + line : file;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse(text);
  }
}
