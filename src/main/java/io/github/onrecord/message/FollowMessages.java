package io.github.onrecord.message;

import io.github.onrecord.digest.Digest;
import io.github.onrecord.digest.Following.Preview;
import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Button;
import io.github.onrecord.message.Message.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What people read about what they follow, and the alerts that it brings. */
public final class FollowMessages {
  /** Statements of one alert; the rest is counted. */
  private static final int MOST = 10;

  private final Phrases phrases;

  public FollowMessages(Phrases phrases) {
    this.phrases = phrases;
  }

  /**
   * Something that a chat follows.
   *
   * @param mode {@code once}, {@code now} or {@code daily}
   */
  public record Item(long id, String wish, String mode, boolean paused) {}

  /** What a chat follows, with buttons to pause and to end each. */
  public Message list(List<Item> items, int most) {
    List<Block> blocks = new ArrayList<>();
    List<List<Button>> buttons = new ArrayList<>();
    if (items.isEmpty()) {
      blocks.add(plain(phrases.say("follow.list.none")));
    } else {
      blocks.add(bold(phrases.say("follow.list.title", items.size(), most)));
      List<String> lines = new ArrayList<>();
      for (Item item : items) {
        int number = lines.size() + 1;
        String paused = item.paused() ? ", " + phrases.say("follow.paused") : "";
        String mode = phrases.say("follow.mode." + item.mode());
        lines.add(number + ". " + shown(item.wish()) + " — " + mode + paused);
        buttons.add(
            List.of(
                item.paused()
                    ? action("button.resume", "resume:" + item.id(), number)
                    : action("button.pause", "pause:" + item.id(), number),
                action("button.unfollow", "unfollow:" + item.id(), number)));
      }
      blocks.add(plain(String.join("\n", lines)));
    }
    blocks.add(plain(phrases.say("follow.usage")));
    return new Message(blocks, buttons);
  }

  /** What following something would bring, with the choice of when to be told. */
  public Message preview(String wish, Preview preview) {
    String soFar =
        phrases.say(preview.more() ? "follow.sofar.more" : "follow.sofar", preview.statements());
    String last =
        preview.last() == null ? "." : phrases.say("follow.last", phrases.day(preview.last()));
    return new Message(
        List.of(
            bold(phrases.say("follow.preview", shown(wish))),
            plain(soFar + last),
            plain(phrases.say("follow.when"))),
        List.of(
            List.of(
                action("button.follow.now", "follow:now"),
                action("button.follow.daily", "follow:daily")),
            List.of(action("button.follow.no", "follow:no"))));
  }

  /**
   * It is followed from now on.
   *
   * @param mode {@code once}, {@code now} or {@code daily}
   */
  public Message done(String wish, String mode) {
    return only("follow.done." + mode, shown(wish));
  }

  /** Nothing new is followed. */
  public Message cancelled() {
    return only("follow.cancelled");
  }

  /** The chat follows as much as it may. */
  public Message limit(int most) {
    return only("follow.limit", most);
  }

  /** The wish is longer than it may be, in characters. */
  public Message tooLong(int most) {
    return only("follow.toolong", most);
  }

  /**
   * Something new on what a chat follows.
   *
   * @param wishes what it followed, in its own words
   * @param ended whether none of it is followed any more
   */
  public Message alert(List<String> wishes, List<Digest.Entry> entries, boolean ended) {
    String about = wishes.stream().map(this::quoted).collect(Collectors.joining(", "));
    List<Digest.Entry> shown = entries.subList(0, Math.min(MOST, entries.size()));
    Message alert =
        new DigestMessages(phrases)
            .alert(
                phrases.say("follow.alert", entries.size(), about),
                shown,
                entries.size() - shown.size());
    List<Block> blocks = new ArrayList<>(alert.blocks());
    List<List<Button>> buttons = new ArrayList<>();
    if (ended) {
      blocks.add(new Block(List.of(new Run.Italic(phrases.say("follow.ended"))), false));
      buttons.add(List.of(action("button.follow.on", "follow:now")));
    }
    return new Message(blocks, buttons);
  }

  private String quoted(String wish) {
    return phrases.say("follow.quoted", shown(wish));
  }

  private static String shown(String wish) {
    return StatementBlocks.clean(wish);
  }

  private Button action(String key, String action, Object... arguments) {
    return new Button.Action(phrases.say(key, arguments), action);
  }

  private Message only(String key, Object... arguments) {
    return new Message(List.of(plain(phrases.say(key, arguments))), List.of());
  }

  private static Block plain(String text) {
    return new Block(List.of(new Run.Plain(text)), false);
  }

  private static Block bold(String text) {
    return new Block(List.of(new Run.Bold(text)), false);
  }
}
