package io.github.onrecord.message;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Match;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statements on one topic in the order of their days, and how the words of one who says nearly the
 * same again have changed. What the change means is left to the reader.
 */
public final class TimelineMessages {
  /** Statements of one timeline; the oldest are left out. */
  private static final int MOST = 12;

  private static final Comparator<Match> BY_DAY =
      Comparator.comparing(TimelineMessages::day).thenComparing(match -> match.statement().id());

  private final Phrases phrases;
  private final StatementBlocks statements;

  public TimelineMessages(Phrases phrases) {
    this.phrases = phrases;
    this.statements = new StatementBlocks(phrases);
  }

  /**
   * The timeline.
   *
   * @param found at least one statement, in any order
   */
  public Message of(List<Match> found) {
    List<Match> ordered = found.stream().sorted(BY_DAY).toList();
    List<Match> shown = ordered.subList(Math.max(0, ordered.size() - MOST), ordered.size());
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block(List.of(new Run.Bold(phrases.say("timeline.title", ordered.size()))), false));
    if (shown.size() < ordered.size()) {
      blocks.add(
          new Block(
              List.of(new Run.Italic(phrases.say("timeline.older", ordered.size() - shown.size()))),
              false));
    }
    @Nullable Match before = null;
    int number = 1;
    for (Match match : shown) {
      blocks.addAll(statements.of(match, shown.size() > 1 ? number : null));
      if (before != null && comparable(before.statement(), match.statement())) {
        WordDifference difference =
            WordDifference.between(text(before.statement()), text(match.statement()));
        if (difference.telling()) {
          blocks.add(difference(difference, number - 1));
        }
      }
      before = match;
      number++;
    }
    List<Long> ids = shown.stream().map(match -> match.statement().id()).toList();
    return new Message(blocks, StatementButtons.of(phrases, ids, 1, shown.size() > 1));
  }

  /** Whether two statements are one speaker's in one language, and both quoted or both reported. */
  private static boolean comparable(Statement one, Statement other) {
    return one.speaker().equals(other.speaker())
        && one.language() == other.language()
        && one.kind() == other.kind();
  }

  private Block difference(WordDifference difference, int number) {
    List<Run> runs = new ArrayList<>();
    runs.add(new Run.Italic(phrases.say("timeline.change", number) + " "));
    String gap = "";
    for (WordDifference.Piece piece : difference.pieces()) {
      runs.add(
          switch (piece.kind()) {
            case SAME -> new Run.Plain(gap + piece.words());
            case LEFT_OUT -> new Run.Bold(gap + "[− " + piece.words() + "]");
            case NEW -> new Run.Bold(gap + "[+ " + piece.words() + "]");
          });
      gap = " ";
    }
    return new Block(runs, false);
  }

  private static String text(Statement statement) {
    return StatementBlocks.clean(statement.text());
  }

  /** The day it was said; where the record doesn't know, the day of the document. */
  private static LocalDate day(Match match) {
    LocalDate spoken = match.statement().spoken();
    LocalDate published = match.document().published();
    return spoken != null ? spoken : published != null ? published : LocalDate.MIN;
  }
}
