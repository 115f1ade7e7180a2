package io.github.onrecord.console;

import io.github.onrecord.message.Message;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Standard input, output and errors, all UTF-8 whatever the platform's own encoding is. */
public final class Terminal {
  private final InputStream in;
  private final PrintStream out;
  private final PrintStream err;
  private final TerminalText text;
  private final boolean interactive;

  /**
   * A terminal over three streams.
   *
   * @param interactive whether a person sits before it, so that styles and prompts make sense
   */
  public Terminal(InputStream in, PrintStream out, PrintStream err, boolean interactive) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.text = new TerminalText(interactive);
    this.interactive = interactive;
  }

  boolean interactive() {
    return interactive;
  }

  /** Lines of standard input. */
  BufferedReader input() {
    return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** Standard input as bytes. */
  InputStream bytes() {
    return in;
  }

  PrintStream out() {
    return out;
  }

  /** Standard output for text. */
  PrintWriter printer() {
    return new PrintWriter(out, true, StandardCharsets.UTF_8);
  }

  /** Standard errors for text. */
  PrintWriter faults() {
    return new PrintWriter(err, true, StandardCharsets.UTF_8);
  }

  void show(Message message) {
    out.print(text.of(message));
    out.flush();
  }

  void line(String line) {
    out.println(line);
  }

  /** A sentence about a fault. */
  void fault(String sentence) {
    err.println(sentence);
  }
}
