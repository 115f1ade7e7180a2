package io.github.onrecord.console;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command. */
final class Common {
  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "The record's file (default: store.file of the settings, ./onrecord.db).")
  private @Nullable Path store;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "The folder that holds onrecord.conf (default: ./config, if there is one).")
  private @Nullable Path config;

  /** Opens the program; {@code seed} as in {@link Program.Opening#open}. */
  Program open(Program.Opening opening, boolean seed) {
    return opening.open(config, store, seed);
  }
}
