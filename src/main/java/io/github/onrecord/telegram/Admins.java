package io.github.onrecord.telegram;

import io.github.onrecord.telegram.BotApi.Ending;
import java.util.Set;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;

/**
 * Who may decide what a chat gets: in a private chat its person, in a group or channel its admins.
 */
final class Admins {
  /** Commands that change what a chat gets. */
  private static final Set<String> COMMANDS =
      Set.of("subscribe", "unsubscribe", "quiet", "follow", "language");

  /** Buttons that do. */
  private static final Set<String> BUTTONS =
      Set.of(
          "choose",
          "at",
          "days",
          "zone",
          "only",
          "own",
          "brief",
          "quiet",
          "hush",
          "summary",
          "language",
          "pause",
          "resume",
          "unfollow",
          "follow");

  /** What Telegram calls those who may. */
  private static final Set<String> STATUSES = Set.of("creator", "administrator");

  private final BotApi api;

  Admins(BotApi api) {
    this.api = api;
  }

  /**
   * Whether whoever wants something may have it. Asks Telegram, so it is called before the
   * transaction.
   *
   * @throws IllegalStateException when Telegram can't be asked now
   */
  boolean allow(Incoming.Wish wish) {
    return !wish.from().group() || !changes(wish) || admin(wish.from());
  }

  private static boolean changes(Incoming.Wish wish) {
    if (wish instanceof Incoming.Command command) {
      return COMMANDS.contains(command.name())
          && (!command.rest().isEmpty() || command.name().endsWith("subscribe"));
    }
    return wish instanceof Incoming.Press press && BUTTONS.contains(press.data().split(":", 2)[0]);
  }

  private boolean admin(Incoming.From from) {
    if (from.personId() == from.chatId()) {
      // A channel's post, or an admin who writes in the group's name.
      return true;
    }
    Ending<ChatMember> ending =
        api.call(new GetChatMember(Long.toString(from.chatId()), from.personId()));
    if (ending instanceof Ending.Done<ChatMember> done) {
      return STATUSES.contains(done.result().getStatus());
    }
    if (ending instanceof Ending.Refused<?> || ending instanceof Ending.Gone<?>) {
      return false;
    }
    throw new IllegalStateException("Telegram doesn't say who is an admin: " + ending);
  }
}
