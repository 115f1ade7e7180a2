package io.github.onrecord.message;

import io.github.onrecord.digest.Comparison;
import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.search.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Sides by what they said on one topic: first at a glance how much of each, then a paragraph for
 * each, since a table is too wide for a telephone.
 */
public final class ComparisonMessages {
  /** Statements of a side; the rest is counted. */
  private static final int MOST = 3;

  private final Phrases phrases;
  private final StatementBlocks statements;

  public ComparisonMessages(Phrases phrases) {
    this.phrases = phrases;
    this.statements = new StatementBlocks(phrases);
  }

  /** The comparison; usage when it has no topic. */
  public Message of(Comparison comparison) {
    if (comparison.withoutTopic()) {
      return usage();
    }
    List<Block> blocks = new ArrayList<>();
    String topic = StatementBlocks.clean(String.join(" ", comparison.question().terms()));
    String glance =
        comparison.rows().stream()
            .map(row -> row.side().name() + ": " + row.found().size())
            .collect(Collectors.joining("\n"));
    blocks.add(
        new Block(
            List.of(
                new Run.Bold(phrases.say("compare.title", topic)), new Run.Plain("\n" + glance)),
            false));
    for (Comparison.Row row : comparison.rows()) {
      blocks.addAll(row(row));
    }
    if (comparison.omitted() > 0) {
      blocks.add(
          new Block(
              List.of(new Run.Italic(phrases.say("compare.omitted", comparison.omitted()))),
              false));
    }
    return new Message(blocks, List.of());
  }

  /** A request without a topic. */
  public Message usage() {
    return new Message(
        List.of(new Block(List.of(new Run.Plain(phrases.say("compare.usage"))), false)), List.of());
  }

  private List<Block> row(Comparison.Row row) {
    List<Block> blocks = new ArrayList<>();
    List<Run> heading = new ArrayList<>();
    heading.add(new Run.Bold(row.side().name()));
    if (row.found().isEmpty()) {
      heading.add(new Run.Italic("\n" + phrases.say("answer.group.nothing")));
    }
    blocks.add(new Block(heading, false));
    List<Match> shown = row.found().subList(0, Math.min(MOST, row.found().size()));
    for (Match match : shown) {
      blocks.add(statements.brief(match.statement(), match.document()));
      blocks.add(statements.words(match.statement()));
    }
    int more = row.found().size() - shown.size();
    if (more > 0) {
      blocks.add(new Block(List.of(new Run.Italic(phrases.say("answer.more", more))), false));
    }
    return blocks;
  }
}
