package io.github.onrecord.message;

import io.github.onrecord.digest.Digest;
import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Button;
import io.github.onrecord.message.Message.Run;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Summaries as messages: what is new, by side and official, each statement with its source. */
public final class DigestMessages {
  /** Statements under one attribution; few enough to stay on one page with it. */
  private static final int TOGETHER = 5;

  private final Phrases phrases;
  private final StatementBlocks statements;

  public DigestMessages(Phrases phrases) {
    this.phrases = phrases;
    this.statements = new StatementBlocks(phrases);
  }

  /**
   * The summary of a day.
   *
   * @param day the local date it is for
   * @param since from when on what came on record is new
   * @param zone where {@code since} is counted
   * @param followedOnly whether it tells only what the reader follows
   */
  public Message daily(
      Digest digest, LocalDate day, Instant since, ZoneId zone, boolean followedOnly) {
    String title = phrases.say("digest.title.daily", phrases.day(day));
    String moment = phrases.moment(since, zone);
    return digest.isEmpty() && followedOnly
        ? new Message(
            List.of(
                new Block(
                    List.of(
                        new Run.Bold(title),
                        new Run.Plain("\n" + phrases.say("digest.nothing.followed", moment))),
                    false)),
            List.of())
        : message(title, digest, moment);
  }

  /**
   * A summary that somebody asked for.
   *
   * @param since from when on what came on record is new; null for all that is on record
   * @param zone where {@code since} is counted
   */
  public Message now(Digest digest, @Nullable Instant since, ZoneId zone) {
    return message(
        phrases.say("digest.title.now"),
        digest,
        since == null ? null : phrases.moment(since, zone));
  }

  /** A part of a summary may not have arrived; it is shown again only when asked for. */
  public Message uncertain() {
    return new Message(
        List.of(new Block(List.of(new Run.Plain(phrases.say("digest.uncertain"))), false)),
        List.of(List.of(new Button.Action(phrases.say("button.again"), "again:page"))));
  }

  private Message message(String title, Digest digest, @Nullable String since) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block(List.of(new Run.Bold(title), new Run.Plain("\n" + count(digest, since))), false));
    if (!digest.followed().isEmpty()) {
      blocks.add(new Block(List.of(new Run.Bold(phrases.say("digest.followed"))), false));
      blocks.addAll(entries(digest.followed()));
    }
    for (Digest.OfSide side : digest.sides()) {
      String name = side.side() == null ? phrases.say("digest.noside") : side.side().name();
      blocks.add(new Block(List.of(new Run.Bold(name)), false));
      blocks.addAll(entries(side.entries()));
    }
    if (digest.omitted() > 0) {
      blocks.add(
          new Block(
              List.of(new Run.Italic(phrases.say("digest.omitted", digest.omitted()))), false));
    }
    return new Message(blocks, List.of());
  }

  /** An alert: what is new of what a chat follows. */
  Message alert(String title, List<Digest.Entry> entries, int omitted) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(List.of(new Run.Bold(title)), false));
    blocks.addAll(entries(entries));
    if (omitted > 0) {
      blocks.add(new Block(List.of(new Run.Italic(phrases.say("digest.omitted", omitted))), false));
    }
    return new Message(blocks, List.of());
  }

  /** The statements; of several that differ in their words only, the attribution is read once. */
  private List<Block> entries(List<Digest.Entry> entries) {
    List<Block> blocks = new ArrayList<>();
    Digest.@Nullable Entry before = null;
    int together = 0;
    for (Digest.Entry entry : entries) {
      Block attribution = statements.attribution(entry.statement(), entry.document(), null);
      boolean same =
          before != null
              && together < TOGETHER
              && before.also().isEmpty()
              && statements
                  .attribution(before.statement(), before.document(), null)
                  .equals(attribution);
      together = same ? together + 1 : 1;
      List<Block> whole = statements.of(entry.statement(), entry.document(), entry.also(), null);
      blocks.addAll(same ? whole.subList(1, whole.size()) : whole);
      before = entry;
    }
    return blocks;
  }

  private String count(Digest digest, @Nullable String since) {
    int found = digest.shown() + digest.omitted();
    if (since == null) {
      return phrases.say("digest.all", digest.standing());
    }
    return found == 0
        ? phrases.say("digest.nothing", since, digest.standing())
        : phrases.say("digest.new", found, since, digest.standing());
  }
}
