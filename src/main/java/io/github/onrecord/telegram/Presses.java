package io.github.onrecord.telegram;

import io.github.onrecord.message.AnswerMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.ReceiptMessages;
import io.github.onrecord.message.RecordMessages;
import io.github.onrecord.message.RecordMessages.Place;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.search.Match;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.store.RecordStore;
import io.github.onrecord.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Presses of buttons. What a button means is read from its data and from the outbox, never from
 * memory, so that it works after a restart; data that we never gave to this chat gets a sentence.
 */
final class Presses {
  private final Store store;
  private final Voice voice;
  private final Commands commands;
  private final FollowDesk follows;
  private final Summaries summaries;
  private final Privacy privacy;
  private final AnswerMessages answers = AnswerMessages.paged();

  Presses(
      Store store,
      Voice voice,
      Commands commands,
      FollowDesk follows,
      Summaries summaries,
      Privacy privacy) {
    this.store = store;
    this.voice = voice;
    this.commands = commands;
    this.follows = follows;
    this.summaries = summaries;
    this.privacy = privacy;
  }

  /**
   * What a press brings; to be called in the transaction that marks it as done.
   *
   * @param update the press's number in the inbox
   */
  Reply reply(Incoming.Press press, long update) {
    long chatId = press.from().chatId();
    Optional<Outgoing> below = store.outbox().delivered(chatId, press.messageId());
    if (below.isEmpty() && store.outbox().sending(chatId)) {
      // Somebody was quicker than Telegram's word that the message arrived: the press is tried
      // again.
      throw new IllegalStateException("It isn't known yet what stands above the button");
    }
    Memo memo = below.map(Letters::memo).orElseGet(() -> Memo.in(voice.language(press.from())));
    String[] action = press.data().split(":", 2);
    String value = action.length > 1 ? action[1] : "";
    Optional<Reply> reply =
        switch (action[0]) {
          case "source", "context", "cite", "quote" ->
              statement(value, memo.spoken(), action[0])
                  .map(view -> Reply.showing(press, view, Memo.in(memo.spoken())));
          case "turn" ->
              statement(value, memo.spoken(), "quote")
                  .map(
                      view ->
                          below.isEmpty()
                              ? Reply.showing(press, view, Memo.in(memo.spoken()))
                              : Reply.replacing(press, view, Memo.in(memo.spoken())));
          case "more" -> more(press, value, memo);
          case "again" -> again(press, memo);
          case "why" -> why(press, memo);
          case "choose", "at", "days", "zone", "only", "own", "brief", "quiet", "hush", "summary" ->
              summaries
                  .press(chatId, action[0], value, voice.language(press.from()))
                  .map(view -> Reply.replacing(press, view, Memo.in(voice.language(press.from()))));
          case "follow" -> follows.chosen(press, value, memo);
          case "official" ->
              number(value).flatMap(id -> follows.official(press, id, memo.spoken()));
          case "pause", "resume", "unfollow" ->
              number(value).flatMap(id -> follows.change(press, action[0], id, memo.spoken()));
          case "forget" -> privacy.answered(press, value, memo.spoken(), update);
          case "language" ->
              Commands.languageCalled(value)
                  .map(chosen -> Reply.saying(press, chosen, commands.choose(chatId, chosen)));
          default -> Optional.empty();
        };
    return reply.orElseGet(
        () -> Reply.saying(press, memo.spoken(), Voice.bot(memo.spoken()).unknownButton()));
  }

  private Optional<Message> statement(String id, Language language, String what) {
    RecordMessages messages = new RecordMessages(Phrases.in(language));
    return number(id)
        .map(
            number ->
                store
                    .record()
                    .statement(number)
                    .filter(said -> said.status() != Status.HELD)
                    .map(said -> view(said, messages, what))
                    .orElseGet(messages::gone));
  }

  private Message view(Statement statement, RecordMessages messages, String what) {
    RecordStore record = store.record();
    Document document = record.document(statement.documentId()).orElseThrow();
    return switch (what) {
      case "source" -> messages.source(statement, document, place(statement));
      case "context" ->
          messages.context(statement, document, record.passages(document.id()), place(statement));
      case "cite" -> messages.cite(statement, document);
      default -> messages.quote(statement, document, place(statement));
    };
  }

  private Place place(Statement statement) {
    if (!(statement.speaker() instanceof Speaker.Named named)) {
      return Place.NONE;
    }
    RecordStore record = store.record();
    List<Long> quotations = record.quotations(named.officialId());
    int index = quotations.indexOf(statement.id());
    if (index < 0) {
      index =
          record.statementsOfUtterance(statement.utterance()).stream()
              .mapToInt(twin -> quotations.indexOf(twin.id()))
              .max()
              .orElse(-1);
    }
    int last = quotations.size() - 1;
    if (index < 0) {
      // A report has no place among quotations; the newest of them is the nearest.
      return new Place(0, last + 1, last < 0 ? null : quotations.get(last), null);
    }
    return new Place(
        index + 1,
        last + 1,
        index == 0 ? null : quotations.get(index - 1),
        index == last ? null : quotations.get(index + 1));
  }

  /** The next statements of the answer below which the button stands. */
  private Optional<Reply> more(Incoming.Press press, String from, Memo memo) {
    int size = memo.answer().size();
    Optional<Integer> shown =
        number(from).filter(count -> count > 0 && count < size).map(Long::intValue);
    return shown.map(
        count -> {
          List<Match> matches = memo.answer().stream().flatMap(this::match).toList();
          // Whatever was withdrawn since is left out, so there may be nothing left to show.
          Message message =
              count < matches.size()
                  ? answers.more(Phrases.in(memo.spoken()), matches, count)
                  : new RecordMessages(Phrases.in(memo.spoken())).gone();
          Memo next = Memo.in(memo.spoken()).with(ids(matches));
          return Reply.showing(press, message, next);
        });
  }

  private Stream<Match> match(long id) {
    RecordStore record = store.record();
    return record.statement(id).stream()
        .filter(Statement::standing)
        .map(
            statement ->
                new Match(
                    statement,
                    record.document(statement.documentId()).orElseThrow(),
                    0,
                    List.of(),
                    twins(statement)));
  }

  private List<Match.Twin> twins(Statement statement) {
    return store.record().statementsOfUtterance(statement.utterance()).stream()
        .filter(twin -> twin.standing() && twin.id() != statement.id())
        .map(twin -> new Match.Twin(twin, store.record().document(twin.documentId()).orElseThrow()))
        .toList();
  }

  private static Optional<Reply> why(Incoming.Press press, Memo memo) {
    return Optional.ofNullable(memo.receipt())
        .map(
            receipt ->
                Reply.saying(
                    press,
                    memo.spoken(),
                    new ReceiptMessages(Phrases.in(memo.spoken())).of(receipt)));
  }

  private static Optional<Reply> again(Incoming.Press press, Memo memo) {
    return Optional.ofNullable(memo.page())
        .map(
            page ->
                new Reply(
                    List.of(
                        Letters.of(
                            press.from().chatId(), page, Memo.in(Language.of(memo.language())))),
                    null));
  }

  /** A number as buttons carry it. */
  static Optional<Long> number(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private static List<Long> ids(List<Match> matches) {
    return matches.stream().map(match -> match.statement().id()).toList();
  }
}
