package io.github.onrecord;

import io.github.onrecord.console.Commands;
import io.github.onrecord.console.Terminal;
import io.github.onrecord.eval.FloorsException;
import io.github.onrecord.model.PromptException;
import io.github.onrecord.search.LexiconException;
import io.github.onrecord.store.StoreException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The program's entrance: the only place that sees the process's streams, clock and environment.
 */
public final class OnRecord {
  private OnRecord() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String... arguments) {
    Terminal terminal =
        new Terminal(System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), interactive());
    Logs logs = Logs.writingTo(System.err);
    Map<String, String> environment = System.getenv();
    Clock clock = Clock.systemUTC();
    SecureRandom random = new SecureRandom();
    int exit =
        new Commands(terminal, OnRecord::operatorFault)
            .run(
                (config, store, seed) ->
                    new Wiring(
                        () -> logs.at(Config.load(config, store, environment)),
                        seed,
                        clock,
                        random),
                arguments);
    System.exit(exit);
  }

  /** Whether a person sits before both ends; from Java 22 on a console may be a pipe. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean interactive() {
    return System.console() != null;
  }

  private static @Nullable String operatorFault(Throwable fault) {
    boolean known =
        fault instanceof ConfigException
            || fault instanceof StoreException
            || fault instanceof PromptException
            || fault instanceof LexiconException
            || fault instanceof FloorsException;
    return known ? fault.getMessage() : null;
  }

  private static PrintStream utf8(FileDescriptor stream) {
    return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
  }
}
