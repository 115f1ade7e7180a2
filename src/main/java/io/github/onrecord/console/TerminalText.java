package io.github.onrecord.console;

import io.github.onrecord.message.Message;
import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Run;
import java.util.ArrayList;
import java.util.List;

/** Messages as lines of text: what is somebody's words stands behind a bar. */
final class TerminalText {
  private static final int WIDTH = 96;
  private static final String BAR = "  │ ";
  private static final String BOLD = "\u001b[1m";
  private static final String ITALIC = "\u001b[3m";
  private static final String PLAIN = "\u001b[0m";

  private final boolean styled;

  /**
   * A writer for a terminal that shows bold and italic type, or for one (or a file) that doesn't.
   */
  TerminalText(boolean styled) {
    this.styled = styled;
  }

  /** The lines of a message, ending with a newline. */
  String of(Message message) {
    StringBuilder text = new StringBuilder();
    for (Block block : message.blocks()) {
      if (!text.isEmpty() && !block.quote()) {
        text.append('\n');
      }
      for (String line : lines(block)) {
        text.append(block.quote() ? BAR : "").append(line).append('\n');
      }
    }
    return text.toString();
  }

  private List<String> lines(Block block) {
    int width = block.quote() ? WIDTH - BAR.length() : WIDTH;
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int length = 0;
    for (Word word : words(block)) {
      if (word.breaks() || (length > 0 && length + 1 + word.length() > width)) {
        lines.add(line.toString());
        line.setLength(0);
        length = 0;
      }
      if (word.length() == 0) {
        continue;
      }
      if (length > 0 && word.spaced()) {
        line.append(' ');
        length++;
      }
      line.append(word.text());
      length += word.length();
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * A word in its style.
   *
   * @param length what it takes on the screen
   * @param spaced whether white space stands before it
   * @param breaks whether it begins a new line of the source
   */
  private record Word(String text, int length, boolean spaced, boolean breaks) {}

  private List<Word> words(Block block) {
    List<Word> words = new ArrayList<>();
    boolean spaced = false;
    boolean breaks = false;
    for (Run run : block.runs()) {
      StringBuilder word = new StringBuilder();
      for (char c : (text(run) + "\0").toCharArray()) {
        boolean white = Character.isWhitespace(c) || c == '\0';
        if (!white) {
          word.append(c);
          continue;
        }
        if (!word.isEmpty()) {
          words.add(new Word(style(run, word.toString()), word.length(), spaced, breaks));
          word.setLength(0);
          breaks = false;
          spaced = false;
        }
        spaced |= c != '\0';
        breaks |= c == '\n';
      }
    }
    return words;
  }

  private static String text(Run run) {
    return run instanceof Run.Link link ? link.text() + " <" + link.url() + ">" : run.text();
  }

  private String style(Run run, String word) {
    if (!styled || !(run instanceof Run.Bold || run instanceof Run.Italic)) {
      return word;
    }
    return (run instanceof Run.Bold ? BOLD : ITALIC) + word + PLAIN;
  }
}
