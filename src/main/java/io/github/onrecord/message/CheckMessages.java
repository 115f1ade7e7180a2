package io.github.onrecord.message;

import io.github.onrecord.check.CheckedQuote;
import io.github.onrecord.check.CheckedQuote.Remark;
import io.github.onrecord.check.Difference;
import io.github.onrecord.check.Difference.Piece;
import io.github.onrecord.check.Verdict;
import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Match.Twin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Checked quotations as messages: one in full, several in a line or two each. What was sent stands
 * in no quotation marks; only what the record has as somebody's own words does.
 */
public final class CheckMessages {
  /** Quotations of one message; a hundred would fill ten. */
  private static final int LISTED = 30;

  /** By so many characters people know again what they sent. */
  private static final int EXCERPT = 60;

  private final Phrases phrases;
  private final StatementBlocks statements;

  public CheckMessages(Phrases phrases) {
    this.phrases = phrases;
    this.statements = new StatementBlocks(phrases);
  }

  /** The verdicts on the quotations of a text; what to send when there are none. */
  public Message of(List<CheckedQuote> quotes) {
    if (quotes.isEmpty()) {
      return usage();
    }
    return quotes.size() == 1 ? one(quotes.get(0)) : several(quotes);
  }

  /** How to have a quotation checked. */
  public Message usage() {
    return new Message(List.of(plain(phrases.say("check.usage"))), List.of());
  }

  /** The text is too long, with the limit in characters. */
  public Message tooLong(int limit) {
    return new Message(List.of(plain(phrases.say("check.toolong", limit))), List.of());
  }

  // --- one ---

  private Message one(CheckedQuote quote) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(List.of(new Run.Bold(verdict(quote))), false));
    if (quote.difference() != null) {
      blocks.add(difference(quote.difference()));
    }
    String sentence = sentence(quote);
    if (!sentence.isEmpty()) {
      blocks.add(plain(sentence));
    }
    List<Twin> found = quote.statements();
    boolean numbered = found.size() > 1;
    for (int i = 0; i < found.size(); i++) {
      blocks.addAll(
          statements.of(
              found.get(i).statement(), found.get(i).document(), numbered ? i + 1 : null));
    }
    if (quote.remarks().contains(Remark.FOREIGN_LETTERS)) {
      blocks.add(new Block(List.of(new Run.Italic(phrases.say("check.foreign"))), false));
    }
    return new Message(
        blocks,
        StatementButtons.of(
            phrases, found.stream().map(twin -> twin.statement().id()).toList(), 1, numbered));
  }

  private String verdict(CheckedQuote quote) {
    String key = "check." + quote.verdict().name().toLowerCase(Locale.ROOT);
    return phrases.say(
        quote.verdict() == Verdict.EXACT && quote.remarks().contains(Remark.PART)
            ? key + ".part"
            : key);
  }

  /** What the verdict means for the statements below; may be empty. */
  private String sentence(CheckedQuote quote) {
    String claimed = quote.speaker() == null ? "" : StatementBlocks.clean(quote.speaker());
    boolean other = quote.remarks().contains(Remark.OTHER_SPEAKER);
    boolean withdrawn = quote.remarks().contains(Remark.WITHDRAWN);
    String text =
        switch (quote.verdict()) {
          case EXACT, REPORTED -> "";
          case MISATTRIBUTED -> phrases.say("check.misattributed.by", claimed);
          case ALTERED -> other ? phrases.say("check.altered.by", claimed) : "";
          case STITCHED -> phrases.say("check.stitched.of", quote.statements().size());
          case TRANSLATED -> phrases.say("check.translated.likely");
          case NOT_ON_RECORD -> withdrawn ? "" : phrases.say("check.not_on_record.means");
        };
    String before = withdrawn ? phrases.say("check.withdrawn") : "";
    return text.isEmpty() || before.isEmpty() ? text + before : text + " " + before;
  }

  /** The words sent with what differs in brackets: left out, added, or on record → as sent. */
  private Block difference(Difference difference) {
    List<Run> runs = new ArrayList<>();
    List<Piece> pieces = difference.pieces();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      String text = StatementBlocks.clean(piece.text());
      boolean replaced =
          piece.where() == Difference.Where.RECORD
              && i + 1 < pieces.size()
              && pieces.get(i + 1).where() == Difference.Where.QUOTATION;
      String gap = i == 0 ? "" : " ";
      switch (piece.where()) {
        case BOTH -> runs.add(new Run.Plain(gap + text));
        case QUOTATION -> runs.add(new Run.Bold(gap + "[+ " + text + "]"));
        case RECORD -> {
          String sent = replaced ? StatementBlocks.clean(pieces.get(i + 1).text()) : "";
          runs.add(
              new Run.Bold(
                  gap + (replaced ? "[" + text + " → " + sent + "]" : "[− " + text + "]")));
          i += replaced ? 1 : 0;
        }
      }
    }
    runs.add(new Run.Italic("\n" + phrases.say("check.altered.legend")));
    return new Block(runs, false);
  }

  // --- several ---

  private Message several(List<CheckedQuote> quotes) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block(List.of(new Run.Bold(phrases.say("check.several", quotes.size()))), false));
    for (int i = 0; i < Math.min(LISTED, quotes.size()); i++) {
      blocks.add(line(quotes.get(i), i + 1));
    }
    if (quotes.size() > LISTED) {
      blocks.add(plain(phrases.say("check.more", quotes.size() - LISTED)));
    }
    blocks.add(new Block(List.of(new Run.Italic(phrases.say("check.alone"))), false));
    return new Message(blocks, List.of());
  }

  private Block line(CheckedQuote quote, int number) {
    List<Run> runs = new ArrayList<>();
    runs.add(new Run.Plain(number + ". " + excerpt(quote.text()) + "\n"));
    runs.add(new Run.Bold(verdict(quote)));
    boolean altered = quote.verdict() == Verdict.ALTERED || quote.verdict() == Verdict.STITCHED;
    if (altered && quote.remarks().contains(Remark.OTHER_SPEAKER) && quote.speaker() != null) {
      runs.add(
          new Run.Plain(
              " · " + phrases.say("check.notby", StatementBlocks.clean(quote.speaker()))));
    }
    if (quote.remarks().contains(Remark.WITHDRAWN)) {
      runs.add(new Run.Plain(" · " + phrases.say("check.withdrawn.short")));
    }
    Set<String> shown = new LinkedHashSet<>();
    for (Twin twin : quote.statements()) {
      String by = by(twin.statement());
      if (shown.isEmpty() || (quote.verdict() == Verdict.STITCHED && !shown.contains(by))) {
        shown.add(by);
        runs.add(new Run.Plain(" · " + by + " · "));
        runs.add(statements.source(twin.document()));
      }
    }
    return new Block(runs, false)
        .showing(quote.statements().stream().map(Twin::statement).toList());
  }

  /** Who said it and when, in short. */
  private String by(Statement statement) {
    String who = statements.speaker(statement);
    return statement.spoken() == null ? who : who + ", " + phrases.day(statement.spoken());
  }

  /** The beginning of what was sent. */
  private static String excerpt(String text) {
    String line = StatementBlocks.clean(text);
    if (line.codePointCount(0, line.length()) <= EXCERPT) {
      return line;
    }
    int end = line.offsetByCodePoints(0, EXCERPT);
    int space = line.lastIndexOf(' ', end);
    return line.substring(0, space > EXCERPT / 2 ? space : end) + " …";
  }

  private static Block plain(String text) {
    return new Block(List.of(new Run.Plain(text)), false);
  }
}
