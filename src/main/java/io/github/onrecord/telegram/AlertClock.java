package io.github.onrecord.telegram;

import io.github.onrecord.digest.Digest;
import io.github.onrecord.digest.DigestMaker;
import io.github.onrecord.digest.DigestMaker.News;
import io.github.onrecord.digest.Following;
import io.github.onrecord.digest.QuietHours;
import io.github.onrecord.message.FollowMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Language;
import io.github.onrecord.store.Chats;
import io.github.onrecord.store.Follow;
import io.github.onrecord.store.Follows;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.store.RecordStore;
import io.github.onrecord.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells chats at once what is new of what they follow: one alert for each chat, whichever of its
 * wishes it meets. How far a wish was told and the alert's messages are committed together; so
 * nothing is told twice, and nothing is passed over.
 */
final class AlertClock {
  /** The chat of an alert before it is known who gets it. */
  private static final long NOBODY = 0;

  private static final Logger LOG = LoggerFactory.getLogger(AlertClock.class);

  private final RecordStore record;
  private final Follows follows;
  private final Chats chats;
  private final DigestMaker digests;
  private final Following following;
  private final Clock clock;
  private final Runnable made;

  /**
   * A clock.
   *
   * @param made told when there is something new in the outbox
   */
  AlertClock(Store store, DigestMaker digests, Following following, Clock clock, Runnable made) {
    this.record = store.record();
    this.follows = store.follows();
    this.chats = store.chats();
    this.clock = clock;
    this.digests = digests;
    this.following = following;
    this.made = made;
  }

  /** Tells what came on record since the last time; called every so often. */
  void tick() {
    Map<Long, List<Follow>> behind = new LinkedHashMap<>();
    for (Follow follow : follows.behind(record.lastChange())) {
      behind.computeIfAbsent(follow.chatId(), chat -> new ArrayList<>()).add(follow);
    }
    Round round = new Round();
    boolean any = false;
    for (List<Follow> ofChat : behind.values()) {
      try {
        any |= !quiet(ofChat.get(0).chatId()) && round.tell(ofChat);
      } catch (RuntimeException e) {
        LOG.error("Alerts of follow {} and its chat's failed; tried again", ofChat.get(0).id(), e);
      }
    }
    round.untold.forEach((change, quiet) -> follows.advance(quiet, change));
    if (any) {
      made.run();
    }
  }

  /** In its quiet hours a chat's alerts wait, and come together when these end. */
  private boolean quiet(long chatId) {
    return QuietHours.of(chats, chatId).filter(hours -> hours.at(clock.instant())).isPresent();
  }

  /** One look at the record, shared by all wishes of the same words that know equally much. */
  private final class Round {
    private final Map<Long, Following.Reading> readings = new HashMap<>();
    private final Map<Edition, List<Outgoing>> written = new HashMap<>();
    private final Map<Long, List<Follow>> untold = new HashMap<>();

    /** Tells a chat what is new of what it follows. Returns whether anything is. */
    boolean tell(List<Follow> ofChat) {
      Map<Long, Digest.Entry> entries = new LinkedHashMap<>();
      List<Follow> told = new ArrayList<>();
      List<Follow> quiet = new ArrayList<>();
      long upTo = 0;
      for (Follow follow : ofChat) {
        Following.Reading reading =
            readings.computeIfAbsent(
                follow.lastChange(), change -> following.reading(digests.news(change)));
        News since = reading.news();
        upTo = Math.max(upTo, since.upTo());
        Set<Long> matches = reading.about(follow.wish());
        (matches.isEmpty() ? quiet : told).add(follow);
        since.entries().stream()
            .filter(entry -> matches.contains(entry.statement().id()))
            .forEach(entry -> entries.putIfAbsent(entry.statement().id(), entry));
      }
      untold.computeIfAbsent(upTo, change -> new ArrayList<>()).addAll(quiet);
      if (told.isEmpty()) {
        return false;
      }
      Edition edition = Edition.of(told, List.copyOf(entries.values()));
      List<Outgoing> letters = written.computeIfAbsent(edition, AlertClock::write);
      long chatId = ofChat.get(0).chatId();
      return follows.deliver(
          told, upTo, letters.stream().map(letter -> letter.to(chatId)).toList());
    }
  }

  /**
   * What makes one alert read like another.
   *
   * @param ended whether what it tells isn't followed any more
   */
  private record Edition(
      List<String> wishes, List<Digest.Entry> entries, Language language, boolean ended) {
    static Edition of(List<Follow> told, List<Digest.Entry> entries) {
      Follow first = told.get(0);
      boolean ended = told.size() == 1 && first.mode() == Follow.Mode.ONCE;
      return new Edition(
          told.stream().map(Follow::wish).toList(), entries, first.language(), ended);
    }
  }

  private static List<Outgoing> write(Edition edition) {
    Message message =
        new FollowMessages(Phrases.in(edition.language()))
            .alert(edition.wishes(), edition.entries(), edition.ended());
    Memo memo = Memo.in(edition.language()).following(edition.wishes().get(0));
    return Letters.of(NOBODY, Outgoing.Kind.DIGEST, message, memo, null);
  }
}
