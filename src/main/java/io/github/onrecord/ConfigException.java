package io.github.onrecord;

/** A setting is at fault; the message names the file, the key, the line, and what is allowed. */
public final class ConfigException extends RuntimeException {
  ConfigException(String message) {
    super(message);
  }

  ConfigException(String message, Throwable cause) {
    super(message, cause);
  }
}
