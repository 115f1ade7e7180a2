package io.github.onrecord.message;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Statement;
import java.util.ArrayList;
import java.util.List;

/** A statement's source and context as messages. */
public final class RecordMessages {
  private final Phrases phrases;
  private final StatementBlocks statements;

  public RecordMessages(Phrases phrases) {
    this.phrases = phrases;
    this.statements = new StatementBlocks(phrases);
  }

  /** Where a statement comes from: outlet, title, days, address, and the archived text's hash. */
  public Message source(Statement statement, Document document) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(List.of(new Run.Bold(phrases.say("source.title"))), false));
    List<Run> runs = new ArrayList<>();
    if (document.source() != null) {
      runs.add(new Run.Plain(StatementBlocks.clean(document.source()) + "\n"));
    }
    if (document.title() != null) {
      runs.add(new Run.Italic(StatementBlocks.clean(document.title())));
      runs.add(new Run.Plain("\n"));
    }
    if (document.published() != null) {
      runs.add(
          new Run.Plain(phrases.say("source.published", phrases.day(document.published())) + "\n"));
    }
    runs.add(
        new Run.Plain(phrases.say("source.retrieved", phrases.day(document.retrieved())) + "\n"));
    runs.add(
        document.url() == null
            ? new Run.Plain(phrases.say("source.noaddress", document.name()))
            : StatementBlocks.link(document.url(), document));
    runs.add(new Run.Plain("\n" + phrases.say("source.hash", document.sha256())));
    blocks.add(new Block(runs, false));
    blocks.addAll(statements.of(statement, document, null));
    return new Message(blocks, List.of());
  }

  /** There is nothing to show any more. */
  public Message gone() {
    return new Message(
        List.of(new Block(List.of(new Run.Plain(phrases.say("context.gone"))), false)), List.of());
  }

  /** The passages around a statement, its own words marked bold where they stand. */
  public Message context(Statement statement, Document document, List<Passage> passages) {
    List<Block> blocks = new ArrayList<>();
    String title =
        document.title() == null ? document.name() : StatementBlocks.clean(document.title());
    blocks.add(new Block(List.of(new Run.Bold(phrases.say("context.title", title))), false));
    int first = passages.size();
    int last = -1;
    for (int i = 0; i < passages.size(); i++) {
      Passage passage = passages.get(i);
      if (statement.parts().stream().anyMatch(part -> part.span().overlaps(passage.span()))) {
        first = Math.min(first, i);
        last = i;
      }
    }
    for (int i = Math.max(0, first - 1); i <= Math.min(last + 1, passages.size() - 1); i++) {
      blocks.add(new Block(marked(passages.get(i), statement.parts()), true));
    }
    blocks.add(statements.attribution(statement, document, null));
    return new Message(blocks, List.of());
  }

  private static List<Run> marked(Passage passage, List<Part> parts) {
    List<Run> runs = new ArrayList<>();
    int at = passage.span().start();
    for (Part part : parts) {
      int start = Math.max(part.span().start(), passage.span().start());
      int end = Math.min(part.span().end(), passage.span().end());
      if (start < end) {
        add(runs, passage, at, start, false);
        add(runs, passage, start, end, true);
        at = end;
      }
    }
    add(runs, passage, at, passage.span().end(), false);
    return runs;
  }

  private static void add(List<Run> runs, Passage passage, int from, int to, boolean bold) {
    int offset = passage.span().start();
    String text = passage.text().substring(from - offset, to - offset).replaceAll("\\s+", " ");
    if (!text.isEmpty()) {
      runs.add(bold ? new Run.Bold(text) : new Run.Plain(text));
    }
  }
}
