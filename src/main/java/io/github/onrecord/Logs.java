package io.github.onrecord;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/**
 * What the process tells its operator, in {@link LogLine}s on standard error. Libraries are heard
 * from warnings on.
 */
final class Logs {
  /** Names of levels, as in the settings, from the most talkative to the most silent. */
  private static final Map<String, Level> LEVELS =
      Map.of("debug", Level.FINE, "info", Level.INFO, "warn", Level.WARNING, "error", Level.SEVERE);

  /** Held here, for the logging framework forgets a logger that nobody holds, and its level. */
  private final Logger everything = Logger.getLogger("");

  private final Logger ours = Logger.getLogger("io.github.onrecord");

  private Logs() {}

  /**
   * Takes over the process's logging, unless the operator has named settings of the framework's own
   * ({@code -Djava.util.logging.config.file}).
   */
  static Logs writingTo(OutputStream stream) {
    Logs logs = new Logs();
    if (System.getProperty("java.util.logging.config.file") == null) {
      LogManager.getLogManager().reset();
      logs.everything.setLevel(Level.WARNING);
      logs.everything.addHandler(handler(stream));
      logs.ours.setLevel(Level.INFO);
    }
    return logs;
  }

  private static Handler handler(OutputStream stream) {
    StreamHandler handler =
        new StreamHandler(stream, new LogLine()) {
          @Override
          public synchronized void publish(java.util.logging.LogRecord entry) {
            super.publish(entry);
            flush();
          }
        };
    handler.setLevel(Level.ALL);
    setUtf8(handler);
    return handler;
  }

  private static void setUtf8(Handler handler) {
    try {
      handler.setEncoding("UTF-8");
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java has UTF-8", e);
    }
  }

  /** From now on, only what is as important as the settings say is said. Returns the settings. */
  Config at(Config config) {
    ours.setLevel(config.logLevel());
    return config;
  }

  /**
   * The level of a name.
   *
   * @throws IllegalArgumentException when there is no such level
   */
  static Level level(String name) {
    Level level = LEVELS.get(name.toLowerCase(Locale.ROOT));
    if (level == null) {
      throw new IllegalArgumentException(name);
    }
    return level;
  }

  /** The names of levels, the most talkative first. */
  static List<String> names() {
    return List.of("debug", "info", "warn", "error");
  }
}
