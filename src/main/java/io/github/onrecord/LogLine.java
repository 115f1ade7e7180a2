package io.github.onrecord;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * A log entry as one line of {@code key=value}: time, level, logger, what the thread is at work on
 * ({@link MDC}: an update has the same number from its question to its delivery), the message, the
 * fault. Whatever stands in a value, it can neither begin a line nor end its quotes.
 *
 * <p>A fault of somebody else's making is told by its kind and place, since libraries put what they
 * were given into their messages: what a person asked, a prompt, an address with its key. Only our
 * own faults' sentences are shown, or all when the level is debug.
 */
final class LogLine extends Formatter {
  private static final String OURS = "io.github.onrecord";

  /** Enough to find the place, and its caller. */
  private static final int FRAMES = 12;

  private static final int CAUSES = 4;

  /** No message of ours is as long; one with somebody's text in it may be. */
  private static final int LONGEST = 2_000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

  /** The level that shows everything. */
  private static final Level DEBUG = Level.FINE;

  @Override
  public String format(LogRecord entry) {
    StringBuilder line = new StringBuilder(200);
    line.append("time=").append(TIME.format(entry.getInstant()));
    field(line, "level", level(entry.getLevel()));
    field(line, "logger", simple(entry.getLoggerName()));
    Map<String, String> context = MDC.getCopyOfContextMap();
    if (context != null) {
      new TreeMap<>(context).forEach((key, value) -> field(line, key, value));
    }
    field(line, "msg", formatMessage(entry));
    if (entry.getThrown() != null) {
      fault(line, entry.getThrown(), Logger.getLogger(OURS).isLoggable(DEBUG));
    }
    return line.append('\n').toString();
  }

  private static String level(Level level) {
    int value = level.intValue();
    return value >= Level.SEVERE.intValue()
        ? "error"
        : value >= Level.WARNING.intValue()
            ? "warn"
            : value >= Level.INFO.intValue() ? "info" : "debug";
  }

  private static String simple(@Nullable String logger) {
    return logger == null ? "" : logger.substring(logger.lastIndexOf('.') + 1);
  }

  private static void fault(StringBuilder line, Throwable fault, boolean whole) {
    StringBuilder kinds = new StringBuilder();
    Throwable cause = fault;
    for (int i = 0; cause != null && i < CAUSES; i++, cause = cause.getCause()) {
      kinds.append(i == 0 ? "" : " < ").append(cause.getClass().getName());
      if (cause.getMessage() != null && (whole || ours(cause))) {
        kinds.append(": ").append(cause.getMessage());
      }
    }
    field(line, "fault", kinds.toString());
    StringBuilder frames = new StringBuilder();
    StackTraceElement[] stack = fault.getStackTrace();
    for (int i = 0; i < Math.min(FRAMES, stack.length); i++) {
      frames.append(i == 0 ? "" : " < ").append(stack[i]);
    }
    field(line, "at", frames.toString());
  }

  private static boolean ours(Throwable fault) {
    return fault.getClass().getName().startsWith(OURS);
  }

  private static void field(StringBuilder line, String key, String value) {
    line.append(' ').append(key).append('=');
    String shown = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    if (!shown.isEmpty() && shown.chars().allMatch(LogLine::bare)) {
      line.append(shown);
      return;
    }
    line.append('"');
    shown.chars().forEach(unit -> escaped(line, (char) unit));
    line.append('"');
  }

  private static boolean bare(int unit) {
    return unit > ' ' && unit < 0x7F && unit != '"' && unit != '=' && unit != '\\';
  }

  private static void escaped(StringBuilder line, char unit) {
    switch (unit) {
      case '"', '\\' -> line.append('\\').append(unit);
      case '\n' -> line.append("\\n");
      case '\r' -> line.append("\\r");
      case '\t' -> line.append("\\t");
      default -> {
        int type = Character.getType(unit);
        boolean visible =
            type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
        if (visible) {
          line.append(unit);
        } else {
          line.append(String.format("\\u%04x", (int) unit));
        }
      }
    }
  }
}
