package io.github.onrecord.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Lines that somebody types, with editing and history where there is a keyboard. */
interface Lines extends AutoCloseable {

  /** The next line, or null at the end. */
  @Nullable String next();

  @Override
  void close();

  /** The lines of a terminal. */
  static Lines of(Terminal terminal) {
    return terminal.interactive() ? new Typed() : new Piped(terminal.input());
  }

  /** Lines from a pipe or a file. */
  final class Piped implements Lines {
    private final BufferedReader input;

    Piped(BufferedReader input) {
      this.input = input;
    }

    @Override
    public @Nullable String next() {
      try {
        return input.readLine();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      // Standard input belongs to the process.
    }
  }

  /** Lines typed at a keyboard. */
  final class Typed implements Lines {
    private final org.jline.terminal.Terminal keyboard;
    private final LineReader reader;

    Typed() {
      try {
        keyboard = TerminalBuilder.builder().system(true).dumb(true).build();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      reader =
          LineReaderBuilder.builder()
              .terminal(keyboard)
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
    }

    @Override
    public @Nullable String next() {
      try {
        return reader.readLine("\n> ");
      } catch (EndOfFileException | UserInterruptException e) {
        return null;
      }
    }

    @Override
    public void close() {
      try {
        keyboard.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
