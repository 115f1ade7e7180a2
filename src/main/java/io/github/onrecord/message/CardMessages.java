package io.github.onrecord.message;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on a quote card, and below it. */
public final class CardMessages {
  /** Characters of a statement that a card shows; of a longer one it shows whole sentences. */
  public static final int LONGEST = 4000;

  private final Phrases phrases;
  private final StatementBlocks statements;

  public CardMessages(Phrases phrases) {
    this.phrases = phrases;
    this.statements = new StatementBlocks(phrases);
  }

  /**
   * The texts of a statement's card.
   *
   * @param link where the statement is found, or null when it has no address
   */
  public CardText text(Statement statement, Document document, @Nullable String link) {
    String all = StatementBlocks.said(statement);
    String shown = StatementBlocks.beginning(all, LONGEST, statement.language());
    List<String> remarks = new ArrayList<>();
    if (!statement.standing()) {
      remarks.add(upper(statements.status(statement.status())));
    }
    if (all.length() > LONGEST) {
      remarks.add(
          phrases.say(
              "card.shortened", shown.length() - StatementBlocks.LEFT_OUT.length(), all.length()));
    }
    boolean verbatim = statement.kind() == Kind.VERBATIM;
    return new CardText(
        verbatim,
        upper(statements.kind(statement)),
        verbatim ? StatementBlocks.quoted(shown, statement.language()) : shown,
        statements.speaker(statement),
        StatementBlocks.capacity(statement),
        statements.circumstances(statement),
        source(statement, document),
        remarks,
        link);
  }

  private String source(Statement statement, Document document) {
    String source = statements.source(document).text();
    return statement.quotedBy() == null
        ? source
        : source
            + " · "
            + phrases.say("statement.quotedBy", StatementBlocks.clean(statement.quotedBy()));
  }

  /** What is written below the picture, so that it is found by a search and read aloud. */
  public Message caption(Statement statement, Document document, @Nullable String link) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(statements.attribution(statement, document, null).showing(List.of(statement)));
    if (link != null) {
      blocks.add(new Block(List.of(new Run.Link(phrases.say("statement.link"), link)), false));
    }
    return new Message(blocks, List.of());
  }

  private String upper(String text) {
    return text.toUpperCase(phrases.locale());
  }
}
