package io.github.onrecord.telegram;

import io.github.onrecord.record.Language;
import java.util.Optional;

/**
 * What links to the bot open: {@code ?start=s_ID} a statement, {@code ?start=f_ID} the offer to
 * follow an official. A link only shows; nothing is done until a button is pressed, since anybody
 * can make one.
 */
final class DeepLinks {
  private final Views views;
  private final FollowDesk follows;

  DeepLinks(Views views, FollowDesk follows) {
    this.views = views;
    this.follows = follows;
  }

  /** What the link shows; empty when it is none of ours or leads nowhere. */
  Optional<Reply> open(Incoming.Command start, Language language) {
    String target = start.rest();
    if (target.startsWith(Addresses.STATEMENT)) {
      return Numbers.in(target.substring(Addresses.STATEMENT.length()))
          .map(id -> Reply.saying(start, language, views.of(id, language, "quote")));
    }
    return target.startsWith(Addresses.FOLLOW)
        ? Numbers.in(target.substring(Addresses.FOLLOW.length()))
            .flatMap(id -> follows.official(start, id, language))
        : Optional.empty();
  }
}
