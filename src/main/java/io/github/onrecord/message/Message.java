package io.github.onrecord.message;

import io.github.onrecord.record.Statement;
import java.util.List;

/**
 * What a person reads, independent of the channel: paragraphs of styled text, and buttons.
 *
 * <p>Styles are carried as values, never as markup, so that nothing in an untrusted text can become
 * markup: a channel computes its own entities from them.
 *
 * @param blocks paragraphs in reading order; a message that is too long for a channel is split
 *     between blocks
 * @param buttons rows of buttons below it
 */
public record Message(List<Block> blocks, List<List<Button>> buttons) {
  public Message {
    blocks = List.copyOf(blocks);
    buttons = buttons.stream().map(List::copyOf).toList();
  }

  /** The whole text without styles, blocks separated by an empty line. */
  public String plain() {
    return String.join("\n\n", blocks.stream().map(Block::plain).toList());
  }

  /**
   * A paragraph.
   *
   * @param runs pieces of text, each in one style
   * @param quote whether the block is set off as an official's words or a report of them
   * @param shows numbers of the statements whose words it shows as standing
   */
  public record Block(List<Run> runs, boolean quote, List<Long> shows) {
    public Block {
      runs = List.copyOf(runs);
      shows = List.copyOf(shows);
    }

    /** A paragraph that shows no statement. */
    public Block(List<Run> runs, boolean quote) {
      this(runs, quote, List.of());
    }

    /** The same paragraph, showing statements; one that doesn't stand is not shown as standing. */
    Block showing(List<Statement> statements) {
      return new Block(
          runs, quote, statements.stream().filter(Statement::standing).map(Statement::id).toList());
    }

    /** The text without styles. */
    public String plain() {
      StringBuilder text = new StringBuilder();
      runs.forEach(run -> text.append(run.text()));
      return text.toString();
    }
  }

  /** Text in one style. */
  public sealed interface Run {
    String text();

    record Plain(String text) implements Run {}

    record Bold(String text) implements Run {}

    record Italic(String text) implements Run {}

    /** Text to be copied as it is. */
    record Code(String text) implements Run {}

    /**
     * Text that leads somewhere.
     *
     * @param url an http or https address
     */
    record Link(String text, String url) implements Run {}
  }

  /** Something to press. */
  public sealed interface Button {
    String label();

    /**
     * Comes back to us.
     *
     * @param action at most 64 bytes of {@code [A-Za-z0-9:_-]}
     */
    record Action(String label, String action) implements Button {
      public Action {
        if (!action.matches("[A-Za-z0-9:_-]{1,64}")) {
          throw new IllegalArgumentException("Not an action: " + action);
        }
      }
    }

    /**
     * Puts a text on the reader's clipboard.
     *
     * @param text 1 to 256 characters
     */
    record Copy(String label, String text) implements Button {
      /** The longest text that Telegram copies (Bot API, CopyTextButton). */
      public static final int LONGEST = 256;

      public Copy {
        if (text.isEmpty() || text.length() > LONGEST) {
          throw new IllegalArgumentException("Can't be copied by a button: " + text);
        }
      }
    }

    /** Opens a page. */
    record Open(String label, String url) implements Button {}
  }
}
