package io.github.onrecord.message;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Statement;
import java.util.ArrayList;
import java.util.List;

/** Statements as they are offered while somebody types, and as they are then sent. */
public final class InlineMessages {
  /** Characters of the words that the list shows: a telephone has room for three lines. */
  private static final int DESCRIPTION = 160;

  /** Characters of the words that are sent: with who, where and the link they fill one message. */
  private static final int WORDS = 3000;

  private final Phrases phrases;
  private final StatementBlocks statements;

  public InlineMessages(Phrases phrases) {
    this.phrases = phrases;
    this.statements = new StatementBlocks(phrases);
  }

  /** The line by which a statement is chosen: who, and whether these are their own words. */
  public String title(Statement statement) {
    return statements.speaker(statement) + " · " + statements.kind(statement);
  }

  /** The beginning of the words; in quotation marks if and only if they are the speaker's own. */
  public String description(Statement statement) {
    return StatementBlocks.shown(statement, DESCRIPTION);
  }

  /** What is sent: the words with all that tells whose they are, and where they are found. */
  public Message message(Statement statement, Document document, String link) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(statements.attribution(statement, document, null));
    blocks.add(
        new Block(List.of(new Run.Plain(StatementBlocks.shown(statement, WORDS))), true)
            .showing(List.of(statement)));
    blocks.add(new Block(List.of(new Run.Link(phrases.say("statement.link"), link)), false));
    return new Message(blocks, List.of());
  }

  /** Stands above the quotes found: how to ask. */
  public String hint() {
    return phrases.say("inline.hint");
  }

  /** Stands where nothing was found. */
  public String nothing() {
    return phrases.say("inline.nothing");
  }
}
