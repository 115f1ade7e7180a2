package io.github.onrecord.telegram;

import io.github.onrecord.answer.Answer;
import io.github.onrecord.digest.Following;
import io.github.onrecord.message.AnswerMessages;
import io.github.onrecord.message.FollowMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.search.Finding;
import io.github.onrecord.store.Follow;
import io.github.onrecord.store.Store;
import io.github.onrecord.telegram.Incoming.Wish;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What chats follow: previewed, begun, listed, paused, ended. */
final class FollowDesk {
  private final Store store;
  private final Following following;
  private final Summaries summaries;
  private final BotSettings settings;
  private final AnswerMessages answers = AnswerMessages.paged();

  FollowDesk(Store store, Following following, Summaries summaries, BotSettings settings) {
    this.store = store;
    this.following = following;
    this.summaries = summaries;
    this.settings = settings;
  }

  /** What the command brings: what is followed, or what following its words would bring. */
  Reply command(Incoming.Command command, Language language) {
    return command.rest().isEmpty()
        ? Reply.saying(command, language, list(command.from().chatId(), language))
        : preview(command, command.rest(), language);
  }

  /** What following an official would bring. */
  Optional<Reply> official(Wish asking, long id, Language language) {
    return store
        .record()
        .official(id)
        .map(Official::name)
        .map(name -> preview(asking, name, language));
  }

  private Reply preview(Wish asking, String wish, Language language) {
    if (wish.length() > Following.LONGEST) {
      return Reply.saying(asking, language, messages(language).tooLong(Following.LONGEST));
    }
    Following.Preview preview = following.preview(wish);
    if (preview.finding() == Finding.WHICH_OFFICIAL) {
      Answer.WhichOfficial which =
          new Answer.WhichOfficial(preview.question(), preview.question().ambiguous());
      return Reply.saying(asking, language, answers.of(which, any -> List.of()));
    }
    return Reply.showing(
        asking, messages(language).preview(wish, preview), Memo.in(language).following(wish));
  }

  /** What the choice below a preview, an answer or an alert brings. */
  Optional<Reply> chosen(Incoming.Press press, String choice, Memo memo) {
    Language language = memo.spoken();
    if (memo.follow() == null) {
      return Optional.empty();
    }
    return switch (choice) {
      case "once" -> Optional.of(begin(press, memo.follow(), Follow.Mode.ONCE, language));
      case "now" -> Optional.of(begin(press, memo.follow(), Follow.Mode.NOW, language));
      case "daily" -> Optional.of(begin(press, memo.follow(), Follow.Mode.DAILY, language));
      case "no" -> Optional.of(Reply.saying(press, language, messages(language).cancelled()));
      default -> Optional.empty();
    };
  }

  private Reply begin(Incoming.Press press, String wish, Follow.Mode mode, Language language) {
    long chatId = press.from().chatId();
    int most = settings.follows();
    Optional<Follow> begun =
        store.follows().add(chatId, press.from().personId(), wish, language, mode, most);
    if (begun.isEmpty()) {
      return Reply.saying(press, language, messages(language).limit(most));
    }
    if (mode == Follow.Mode.DAILY) {
      summaries.subscribeToFollowed(chatId, language);
    }
    return Reply.saying(press, language, messages(language).done(wish, name(mode)));
  }

  /** Pauses, goes on with or ends what a chat follows, and shows in its place what there is now. */
  Optional<Reply> change(Incoming.Press press, String what, long id, Language language) {
    long chatId = press.from().chatId();
    boolean theirs =
        switch (what) {
          case "pause" -> store.follows().pause(chatId, id, true);
          case "resume" -> store.follows().pause(chatId, id, false);
          default -> store.follows().remove(chatId, id);
        };
    return theirs
        ? Optional.of(Reply.replacing(press, list(chatId, language), Memo.in(language)))
        : Optional.empty();
  }

  private Message list(long chatId, Language language) {
    List<FollowMessages.Item> items =
        store.follows().of(chatId).stream()
            .map(
                follow ->
                    new FollowMessages.Item(
                        follow.id(), follow.wish(), name(follow.mode()), follow.paused()))
            .toList();
    return messages(language).list(items, settings.follows());
  }

  private static String name(Follow.Mode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  private static FollowMessages messages(Language language) {
    return new FollowMessages(Phrases.in(language));
  }
}
