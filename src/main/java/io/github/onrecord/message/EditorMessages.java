package io.github.onrecord.message;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Button;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What editors read, and nobody else. */
public final class EditorMessages {
  /** Statements of a document that are shown when it was taken in. */
  private static final int MOST = 5;

  private final Phrases phrases;
  private final StatementBlocks statements;

  public EditorMessages(Phrases phrases) {
    this.phrases = phrases;
    this.statements = new StatementBlocks(phrases);
  }

  /** A statement with where it stands. */
  public record Item(Statement statement, Document document) {}

  /**
   * A document that was taken in, or refused.
   *
   * @param line what was found or why it was refused
   */
  public record Taken(String name, String line, List<Item> found) {
    public Taken {
      found = List.copyOf(found);
    }
  }

  /** What became of what an editor sent. */
  public Message taken(List<Taken> documents) {
    List<Block> blocks = new ArrayList<>();
    boolean held = false;
    for (Taken document : documents) {
      blocks.add(
          new Block(
              List.of(
                  new Run.Bold(StatementBlocks.clean(document.name())),
                  new Run.Plain("\n" + StatementBlocks.clean(document.line()))),
              false));
      for (Item item : document.found().subList(0, Math.min(MOST, document.found().size()))) {
        blocks.addAll(shown(item));
      }
      int more = document.found().size() - MOST;
      if (more > 0) {
        blocks.add(italic(phrases.say("editor.more", more)));
      }
      held |= document.found().stream().anyMatch(item -> !item.statement().standing());
    }
    return new Message(
        blocks,
        held ? List.of(List.of(action("button.editor.review", "editor:next:0"))) : List.of());
  }

  /** A file is larger than it may be. */
  public Message tooLarge(int megabytes) {
    return only("editor.toolarge", megabytes);
  }

  /** A file that Telegram doesn't hand out. */
  public Message notFetched() {
    return only("editor.notfetched");
  }

  /** A statement that waits, with what an editor can do. */
  public Message waiting(Item item, long waiting) {
    long id = item.statement().id();
    List<Block> blocks = new ArrayList<>();
    blocks.add(bold(phrases.say("editor.waiting", waiting)));
    blocks.addAll(shown(item));
    blocks.add(italic(phrases.say("editor.why", StatementBlocks.clean(item.statement().reason()))));
    return new Message(
        blocks,
        List.of(
            List.of(
                action("button.editor.accept", "editor:accept:" + id),
                action("button.editor.reject", "editor:reject:" + id)),
            List.of(
                action("button.editor.who", "editor:who:" + id),
                action("button.editor.see", "editor:see:" + id)),
            List.of(action("button.next", "editor:next:" + id))));
  }

  /** Nothing waits. */
  public Message nothingWaits() {
    return only("editor.nothing");
  }

  /** A choice of speakers for a statement. */
  public Message whose(long id, List<Official> candidates) {
    List<List<Button>> rows = new ArrayList<>();
    for (Official official : candidates) {
      String side = official.side() == null ? "" : " (" + official.side().name() + ")";
      rows.add(
          List.of(
              new Button.Action(
                  StatementBlocks.clean(official.name()) + side,
                  "editor:to:" + id + "-" + official.id())));
    }
    return new Message(List.of(plain(phrases.say("editor.whose", Long.toString(id)))), rows);
  }

  /**
   * A decision was made.
   *
   * @param deed {@code accepted}, {@code speaker_changed}, {@code rejected}, {@code corrected} or
   *     {@code retracted}
   */
  public Message done(String deed, Item item) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(bold(phrases.say("editor.done." + deed, Long.toString(item.statement().id()))));
    blocks.addAll(statements.of(item.statement(), item.document(), null));
    return new Message(
        blocks, List.of(List.of(action("button.next", "editor:next:" + item.statement().id()))));
  }

  /** The statement doesn't wait any more. */
  public Message decidedBefore() {
    return only("editor.decided");
  }

  /** No statement has that number, or its source has withdrawn it. */
  public Message noSuchStatement(String typed) {
    return only("editor.nostatement", StatementBlocks.clean(typed));
  }

  /** Nobody, or more than one, has that name. */
  public Message noSuchSpeaker(String typed) {
    return only("editor.nospeaker", StatementBlocks.clean(typed));
  }

  /** How a command of editors is used. */
  public Message usage(String command) {
    return only("editor.usage." + command);
  }

  /** Something that an editor did. */
  public record Deed(String name, long editor, Instant at, String about) {}

  /**
   * How much there is.
   *
   * @param counts numbers by the last part of their key in the messages
   * @param questions answers by outcome
   */
  public Message stats(
      Map<String, Long> counts, Map<String, Long> questions, List<String> feeds, List<Deed> last) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(bold(phrases.say("editor.stats")));
    List<String> lines = new ArrayList<>();
    counts.forEach((key, count) -> lines.add(phrases.say("editor.stats." + key, count)));
    blocks.add(plain(String.join("\n", lines)));
    List<String> outcomes = new ArrayList<>();
    new TreeMap<>(questions).forEach((outcome, count) -> outcomes.add(outcome + ": " + count));
    blocks.add(
        plain(
            phrases.say("editor.stats.questions")
                + "\n"
                + (outcomes.isEmpty() ? "–" : String.join("\n", outcomes))));
    blocks.add(
        plain(
            phrases.say("editor.stats.feeds")
                + "\n"
                + (feeds.isEmpty() ? "–" : String.join("\n", feeds))));
    if (!last.isEmpty()) {
      List<String> deeds = new ArrayList<>();
      for (Deed deed : last) {
        deeds.add(
            phrases.moment(deed.at(), ZoneOffset.UTC)
                + " UTC · "
                + deed.editor()
                + " · "
                + deed.name()
                + (deed.about().isEmpty() ? "" : " · " + StatementBlocks.clean(deed.about())));
      }
      blocks.add(plain(phrases.say("editor.stats.last") + "\n" + String.join("\n", deeds)));
    }
    return new Message(blocks, List.of());
  }

  private List<Block> shown(Item item) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(italic(phrases.say("editor.number", Long.toString(item.statement().id()))));
    blocks.addAll(statements.of(item.statement(), item.document(), null));
    return blocks;
  }

  private Button action(String key, String action) {
    return new Button.Action(phrases.say(key), action);
  }

  private Message only(String key, Object... arguments) {
    return new Message(List.of(plain(phrases.say(key, arguments))), List.of());
  }

  private static Block plain(String text) {
    return new Block(List.of(new Run.Plain(text)), false);
  }

  private static Block italic(String text) {
    return new Block(List.of(new Run.Italic(text)), false);
  }

  private static Block bold(String text) {
    return new Block(List.of(new Run.Bold(text)), false);
  }
}
