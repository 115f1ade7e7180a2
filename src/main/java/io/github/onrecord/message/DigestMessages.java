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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Summaries as messages: what is new by talks, side and official, then what somebody says in other
 * words than before, what is said again, and what was withdrawn; each statement with its source.
 */
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
   * A summary that comes by itself.
   *
   * @param day the local date it is for
   * @param since from when on what came on record is new
   * @param zone where {@code since} is counted
   * @param weekly whether it comes once a week
   * @param followedOnly whether it tells only what the reader follows
   * @param brief whether it is short
   */
  public record Edition(
      LocalDate day,
      Instant since,
      ZoneId zone,
      boolean weekly,
      boolean followedOnly,
      boolean brief) {}

  /**
   * The summary of a day or a week.
   *
   * @param leads verified sentences of a language model over what they are about
   */
  public Message of(Digest digest, Edition edition, Map<Digest.Group, String> leads) {
    String title =
        phrases.say(
            edition.weekly() ? "digest.title.weekly" : "digest.title.daily",
            phrases.day(edition.day()));
    String moment = phrases.moment(edition.since(), edition.zone());
    return digest.isEmpty() && edition.followedOnly()
        ? new Message(
            List.of(
                new Block(
                    List.of(
                        new Run.Bold(title),
                        new Run.Plain("\n" + phrases.say("digest.nothing.followed", moment))),
                    false)),
            List.of())
        : message(title, digest, moment, edition.brief(), leads);
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
        since == null ? null : phrases.moment(since, zone),
        false,
        Map.of());
  }

  /** A part of a summary may not have arrived; it is shown again only when asked for. */
  public Message uncertain() {
    return new Message(
        List.of(new Block(List.of(new Run.Plain(phrases.say("digest.uncertain"))), false)),
        List.of(List.of(new Button.Action(phrases.say("button.again"), "again:page"))));
  }

  private Message message(
      String title,
      Digest digest,
      @Nullable String since,
      boolean brief,
      Map<Digest.Group, String> leads) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block(List.of(new Run.Bold(title), new Run.Plain("\n" + count(digest, since))), false));
    section(blocks, "digest.followed", digest.followed(), brief);
    boolean several = digest.groups().stream().map(Digest.Group::occasion).distinct().count() > 1;
    for (Digest.Group group : digest.groups()) {
      blocks.add(heading(group, several));
      String lead = leads.get(group);
      if (lead != null) {
        blocks.add(new Block(List.of(new Run.Plain(lead)), false));
      }
      blocks.addAll(entries(group.entries(), brief));
    }
    section(blocks, "digest.changed", digest.changed(), brief);
    section(blocks, "digest.repeated", digest.repeated(), brief);
    section(blocks, "digest.withdrawn", digest.withdrawn(), brief);
    if (digest.omitted() > 0) {
      blocks.add(
          new Block(
              List.of(new Run.Italic(phrases.say("digest.omitted", digest.omitted()))), false));
    }
    if (!leads.isEmpty()) {
      blocks.add(new Block(List.of(new Run.Italic(phrases.say("answer.author.model"))), false));
    }
    return new Message(blocks, List.of());
  }

  private void section(List<Block> blocks, String key, List<Digest.Entry> entries, boolean brief) {
    if (!entries.isEmpty()) {
      blocks.add(new Block(List.of(new Run.Bold(phrases.say(key))), false));
      blocks.addAll(entries(entries, brief));
    }
  }

  /** The side; where there are several talks, these and the side. */
  private Block heading(Digest.Group group, boolean several) {
    String side = group.side() == null ? phrases.say("digest.noside") : group.side().name();
    String occasion =
        group.occasion() == null
            ? phrases.say("digest.nooccasion")
            : StatementBlocks.clean(group.occasion());
    return new Block(List.of(new Run.Bold(several ? occasion + " · " + side : side)), false);
  }

  /** An alert: what is new of what a chat follows. */
  Message alert(String title, List<Digest.Entry> entries, int omitted) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(List.of(new Run.Bold(title)), false));
    blocks.addAll(entries(entries, false));
    if (omitted > 0) {
      blocks.add(new Block(List.of(new Run.Italic(phrases.say("digest.omitted", omitted))), false));
    }
    return new Message(blocks, List.of());
  }

  /** The statements; of several that differ in their words only, the attribution is read once. */
  private List<Block> entries(List<Digest.Entry> entries, boolean brief) {
    List<Block> blocks = new ArrayList<>();
    Digest.@Nullable Entry before = null;
    int together = 0;
    for (Digest.Entry entry : entries) {
      Block attribution = attribution(entry, brief);
      boolean same =
          before != null
              && together < TOGETHER
              && before.also().isEmpty()
              && before.earlier() == null
              && attribution(before, brief).equals(attribution);
      together = same ? together + 1 : 1;
      if (!same) {
        blocks.add(attribution);
      }
      blocks.add(statements.words(entry.statement()));
      statements.places(entry.also(), entry.document()).ifPresent(blocks::add);
      if (entry.earlier() != null) {
        blocks.addAll(earlier(entry.earlier(), brief));
      }
      before = entry;
    }
    return blocks;
  }

  private Block attribution(Digest.Entry entry, boolean brief) {
    return brief
        ? statements.brief(entry.statement(), entry.document())
        : statements.attribution(entry.statement(), entry.document(), null);
  }

  /** That it was said before, or in which words it was said before. */
  private List<Block> earlier(Digest.Earlier earlier, boolean brief) {
    if (earlier.same()) {
      String first = earlier.first() == null ? "" : phrases.day(earlier.first());
      return List.of(italic(phrases.say("digest.again", earlier.times(), first)));
    }
    LocalDate spoken = earlier.statement().spoken();
    String day = spoken == null ? phrases.say("statement.undated") : phrases.day(spoken);
    if (brief) {
      return List.of(italic(phrases.say("digest.otherwise.brief", day)));
    }
    Run.Italic before = new Run.Italic(phrases.say("digest.otherwise", day) + " · ");
    return List.of(
        new Block(List.of(before, statements.source(earlier.document())), false),
        statements.words(earlier.statement()));
  }

  private static Block italic(String text) {
    return new Block(List.of(new Run.Italic(text)), false);
  }

  private String count(Digest digest, @Nullable String since) {
    int found = digest.shown() + digest.omitted();
    if (since == null) {
      return phrases.say("digest.all", digest.standing());
    }
    return found == 0 && digest.withdrawn().isEmpty()
        ? phrases.say("digest.nothing", since, digest.standing())
        : phrases.say("digest.new", found, since, digest.standing());
  }
}
