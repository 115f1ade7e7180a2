package io.github.onrecord.message;

import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Button;
import io.github.onrecord.message.Message.Run;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A chat's settings, above all of its summaries, and what their buttons bring. */
public final class SummaryMessages {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

  /** Hours that are offered; any other can be typed. */
  private static final List<List<Integer>> HOURS =
      List.of(List.of(6, 7, 8, 9), List.of(12, 18, 20, 22));

  private final Phrases phrases;

  public SummaryMessages(Phrases phrases) {
    this.phrases = phrases;
  }

  /** A chat's wish for summaries, as settings show it. */
  public record Wish(
      LocalTime time,
      ZoneId zone,
      Set<DayOfWeek> days,
      Instant next,
      boolean quiet,
      boolean followedOnly,
      boolean verbatimOnly,
      boolean brief) {
    public Wish {
      days = Set.copyOf(days);
    }
  }

  /** The hours in which no alerts come. */
  public record Quiet(LocalTime from, LocalTime to, ZoneId zone) {}

  /** Summaries come from now on. */
  public Message subscribed(Wish wish) {
    return new Message(
        List.of(
            plain(
                phrases.say(
                    "subscribe.done",
                    TIME.format(wish.time()),
                    wish.zone().getId(),
                    phrases.moment(wish.next(), wish.zone()),
                    days(wish.days())))),
        List.of(List.of(action("button.settings", "choose:settings"))));
  }

  /** What was given as a time is none. */
  public Message noSuchTime(String typed) {
    return only("subscribe.notime", StatementBlocks.clean(typed));
  }

  /** What was given as a zone or city isn't known. */
  public Message noSuchZone(String typed) {
    return only("subscribe.nozone", StatementBlocks.clean(typed));
  }

  /** Summaries have ended, or there were none. */
  public Message unsubscribed(boolean before) {
    return only(before ? "unsubscribe.done" : "unsubscribe.none");
  }

  /** Only an admin may change what a group or channel gets. */
  public Message adminsOnly() {
    return only("settings.admins");
  }

  /** The bot may post in a channel now. */
  public Message channelWelcome() {
    return only("channel.welcome");
  }

  /** Quiet hours were chosen, or ended. */
  public Message quiet(@Nullable Quiet quiet) {
    return new Message(
        List.of(plain(quietLine(quiet)), plain(phrases.say("quiet.usage"))), List.of());
  }

  /** What was given as quiet hours is none. */
  public Message noSuchHours(String typed) {
    return new Message(
        List.of(
            plain(phrases.say("quiet.nohours", StatementBlocks.clean(typed))),
            plain(phrases.say("quiet.usage"))),
        List.of());
  }

  /** The chat's settings, with a button for each. */
  public Message settings(@Nullable Wish wish, @Nullable Quiet quiet) {
    List<Block> blocks = new ArrayList<>();
    List<List<Button>> buttons = new ArrayList<>();
    blocks.add(new Block(List.of(new Run.Bold(phrases.say("settings.title"))), false));
    List<String> lines = new ArrayList<>();
    lines.add(phrases.say("settings.language", phrases.say("language.name")));
    if (wish == null) {
      lines.add(phrases.say("settings.nosummary"));
      buttons.add(List.of(action("button.summary.start", "summary:start")));
    } else {
      lines.addAll(lines(wish));
      buttons.add(
          List.of(
              action("button.hour", "choose:at"),
              action("button.days", "choose:days"),
              action("button.zone", "choose:zone")));
      buttons.add(
          List.of(
              toggle(wish.followedOnly(), "only", "button.everything", "button.followed"),
              toggle(wish.verbatimOnly(), "own", "button.allkinds", "button.verbatim")));
      buttons.add(
          List.of(
              toggle(wish.brief(), "brief", "button.full", "button.brief"),
              toggle(wish.quiet(), "quiet", "button.notquiet", "button.quiet")));
    }
    lines.add(quietLine(quiet));
    blocks.add(plain(String.join("\n", lines)));
    Button hush =
        quiet == null ? action("button.hush", "hush:on") : action("button.nohush", "hush:off");
    buttons.add(
        wish == null
            ? List.of(hush)
            : List.of(hush, action("button.summary.stop", "summary:stop")));
    buttons.add(BotMessages.languages());
    return new Message(blocks, buttons);
  }

  private List<String> lines(Wish wish) {
    return List.of(
        phrases.say(
            "settings.summary",
            TIME.format(wish.time()),
            wish.zone().getId(),
            phrases.moment(wish.next(), wish.zone()),
            days(wish.days())),
        phrases.say(wish.followedOnly() ? "settings.followed" : "settings.everything"),
        phrases.say(wish.verbatimOnly() ? "settings.verbatim" : "settings.allkinds"),
        phrases.say(wish.brief() ? "settings.brief" : "settings.full"),
        phrases.say(wish.quiet() ? "settings.quiet" : "settings.notquiet"));
  }

  private String quietLine(@Nullable Quiet quiet) {
    return quiet == null
        ? phrases.say("settings.nohush")
        : phrases.say(
            "settings.hush",
            TIME.format(quiet.from()),
            TIME.format(quiet.to()),
            quiet.zone().getId());
  }

  /** A choice of hours. */
  public Message chooseHour() {
    List<List<Button>> rows = new ArrayList<>();
    for (List<Integer> hours : HOURS) {
      rows.add(
          hours.stream()
              .map(
                  hour -> {
                    String label = TIME.format(LocalTime.of(hour, 0));
                    return (Button) new Button.Action(label, "at:" + hour);
                  })
              .toList());
    }
    return choice("choose.hour", rows);
  }

  /** A choice of days. */
  public Message chooseDays() {
    List<List<Button>> rows = new ArrayList<>();
    rows.add(
        List.of(
            new Button.Action(phrases.say("days.daily"), "days:daily"),
            new Button.Action(phrases.say("days.weekdays"), "days:weekdays")));
    List<Button> week = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      week.add(
          new Button.Action(
              day.getDisplayName(TextStyle.SHORT, phrases.locale()), "days:" + day.getValue()));
    }
    rows.add(week.subList(0, 4));
    rows.add(week.subList(4, 7));
    return choice("choose.days", rows);
  }

  /**
   * A choice of zones.
   *
   * @param zones those that are offered; any other can be typed
   */
  public Message chooseZone(List<ZoneId> zones) {
    List<List<Button>> rows = new ArrayList<>();
    for (int i = 0; i < zones.size(); i++) {
      if (i % 2 == 0) {
        rows.add(new ArrayList<>());
      }
      String label = zones.get(i).getId().replaceFirst("^.*/", "").replace('_', ' ');
      rows.get(rows.size() - 1).add(new Button.Action(label, "zone:" + i));
    }
    return choice("choose.zone", rows);
  }

  private Message choice(String key, List<List<Button>> rows) {
    List<List<Button>> buttons = new ArrayList<>(rows);
    buttons.add(List.of(action("button.back", "choose:settings")));
    return new Message(List.of(plain(phrases.say(key))), buttons);
  }

  /** Days of the week in words: «every day», «Monday to Friday», «once a week, on Monday». */
  private String days(Set<DayOfWeek> days) {
    if (days.size() == DayOfWeek.values().length) {
      return phrases.say("days.daily");
    }
    if (days.equals(WEEKDAYS)) {
      return phrases.say("days.weekdays");
    }
    String names =
        days.stream()
            .sorted()
            .map(day -> day.getDisplayName(TextStyle.FULL_STANDALONE, phrases.locale()))
            .collect(Collectors.joining(", "));
    return phrases.say(days.size() == 1 ? "days.weekly" : "days.some", names);
  }

  private Button toggle(boolean on, String action, String off, String offered) {
    return on ? action(off, action + ":off") : action(offered, action + ":on");
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
}
