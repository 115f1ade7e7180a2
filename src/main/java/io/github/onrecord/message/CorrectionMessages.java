package io.github.onrecord.message;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people are told when a statement that they were shown was withdrawn. */
public final class CorrectionMessages {
  private final Phrases phrases;
  private final StatementBlocks statements;

  public CorrectionMessages(Phrases phrases) {
    this.phrases = phrases;
    this.statements = new StatementBlocks(phrases);
  }

  /** A line over a message that showed the statement. */
  public String banner(Statement statement) {
    return phrases.say(key("correction.banner", statement), statements.speaker(statement));
  }

  /**
   * A line over a message that showed a statement as somebody else's, or as one that it isn't.
   *
   * @param shownAs whose words they were shown as
   */
  public String banner(Statement statement, String shownAs, boolean rejected) {
    String before = StatementBlocks.clean(shownAs);
    return rejected
        ? phrases.say("correction.banner.rejected", before)
        : phrases.say("correction.banner.speaker", before, statements.speaker(statement));
  }

  /**
   * That an editor gave to somebody else what was shown, or found that it is no statement.
   *
   * @param shownAs whose words they were shown as
   */
  public Message notice(Statement statement, Document document, String shownAs, boolean rejected) {
    List<Block> blocks = new ArrayList<>();
    String key = rejected ? "rejected" : "speaker";
    String before = StatementBlocks.clean(shownAs);
    blocks.add(
        new Block(
            List.of(
                new Run.Bold(phrases.say("correction.title." + key)),
                new Run.Plain("\n" + phrases.say("correction.shown." + key, before))),
            false));
    if (!rejected) {
      blocks.addAll(statements.of(statement, document, null));
    }
    return new Message(blocks, List.of());
  }

  /** The statement's words as a message shows them. */
  public String words(Statement statement) {
    return statements.words(statement).plain();
  }

  /**
   * What was shown, and what withdrew it.
   *
   * @param document where it stood
   * @param cause what corrected or retracted it
   */
  public Message notice(Statement statement, Document document, @Nullable Document cause) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block(List.of(new Run.Bold(phrases.say(key("correction.title", statement)))), false));
    blocks.addAll(statements.of(statement, document, null));
    if (cause != null && cause.isEditorsNote()) {
      String reason = StatementBlocks.clean(cause.text());
      blocks.add(
          new Block(List.of(new Run.Plain(phrases.say("correction.by.editor", reason))), false));
    } else if (cause != null) {
      String name = cause.title() == null ? cause.name() : StatementBlocks.clean(cause.title());
      String source =
          cause.source() == null ? name : StatementBlocks.clean(cause.source()) + ", " + name;
      String dated =
          cause.published() == null ? source : source + ", " + phrases.day(cause.published());
      String by = phrases.say(key("correction.by", statement), dated);
      blocks.add(new Block(List.of(StatementBlocks.link(by, cause)), false));
    }
    return new Message(blocks, List.of());
  }

  private static String key(String beginning, Statement statement) {
    return beginning + (statement.status() == Status.CORRECTED ? ".corrected" : ".retracted");
  }
}
