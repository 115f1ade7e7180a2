package io.github.onrecord.telegram;

import io.github.onrecord.message.AnswerMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.ReceiptMessages;
import io.github.onrecord.message.RecordMessages;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Match;
import io.github.onrecord.store.Outgoing;
import io.github.onrecord.store.RecordStore;
import io.github.onrecord.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
  private final Editors editors;
  private final Privacy privacy;
  private final Views views;
  private final Reports reports;
  private final Conversation conversation;
  private final AnswerMessages answers = AnswerMessages.paged();

  Presses(
      Store store,
      Voice voice,
      Commands commands,
      FollowDesk follows,
      Summaries summaries,
      Editors editors,
      Privacy privacy,
      Views views,
      Conversation conversation) {
    this.store = store;
    this.voice = voice;
    this.commands = commands;
    this.follows = follows;
    this.summaries = summaries;
    this.editors = editors;
    this.privacy = privacy;
    this.views = views;
    this.reports = new Reports(store.feedback());
    this.conversation = conversation;
  }

  /**
   * Prepares what a press brings. A question may take a model's time, so it is answered now; what
   * else a press means is done by the supplier, in the transaction that marks it as done.
   *
   * @param update the press's number in the inbox
   */
  Supplier<Reply> prepare(Incoming.Press press, long update) {
    Optional<Reply> asked = asked(press);
    return asked.isPresent() ? asked::get : () -> reply(press, update);
  }

  /** The answer to the question that a button asks. */
  private Optional<Reply> asked(Incoming.Press press) {
    String[] action = press.data().split(":", 3);
    if (action.length < 2 || !List.of("ask", "whom").contains(action[0])) {
      return Optional.empty();
    }
    List<String> asks =
        store
            .outbox()
            .delivered(press.from().chatId(), press.messageId())
            .map(below -> Letters.memo(below).asks())
            .orElse(List.of());
    Optional<Long> number = Numbers.in(action[1]);
    if (action[0].equals("ask")) {
      return number
          .filter(index -> index < asks.size())
          .map(index -> conversation.ask(press, asks.get(index.intValue())));
    }
    boolean quote = action.length == 3 && action[2].equals("quote");
    return number
        .flatMap(store.record()::official)
        .filter(official -> asks.size() == 1)
        .map(official -> conversation.ask(press, asks.get(0), official, quote));
  }

  private Reply reply(Incoming.Press press, long update) {
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
              Numbers.in(value)
                  .map(id -> views.of(id, memo.spoken(), action[0]))
                  .map(view -> Reply.saying(press, memo.spoken(), view));
          case "turn" ->
              Numbers.in(value)
                  .map(id -> views.of(id, memo.spoken(), "quote"))
                  .map(
                      view ->
                          below.isEmpty()
                              ? Reply.saying(press, memo.spoken(), view)
                              : Reply.replacing(press, view, Memo.in(memo.spoken())));
          case "card" -> Numbers.in(value).map(id -> views.card(press, id, memo.spoken()));
          case "wrong" -> reports.file(press, memo);
          case "more" -> more(press, value, memo);
          case "again" -> again(press, memo);
          case "why" -> why(press, memo);
          case "choose", "at", "days", "zone", "only", "own", "brief", "quiet", "hush", "summary" ->
              summaries
                  .press(chatId, action[0], value, voice.language(press.from()))
                  .map(view -> Reply.replacing(press, view, Memo.in(voice.language(press.from()))));
          case "follow" -> follows.chosen(press, value, memo);
          case "official" ->
              Numbers.in(value).flatMap(id -> follows.official(press, id, memo.spoken()));
          case "pause", "resume", "unfollow" ->
              Numbers.in(value).flatMap(id -> follows.change(press, action[0], id, memo.spoken()));
          case "editor" -> editors.press(press, value, memo.spoken());
          case "forget" -> privacy.answered(press, value, memo.spoken(), update);
          case "language" ->
              Commands.languageCalled(value)
                  .map(chosen -> Reply.saying(press, chosen, commands.choose(chatId, chosen)));
          default -> Optional.empty();
        };
    return reply.orElseGet(
        () -> Reply.saying(press, memo.spoken(), Voice.bot(memo.spoken()).unknownButton()));
  }

  /** The next statements of the answer below which the button stands. */
  private Optional<Reply> more(Incoming.Press press, String from, Memo memo) {
    int size = memo.answer().size();
    Optional<Integer> shown =
        Numbers.in(from).filter(count -> count > 0 && count < size).map(Long::intValue);
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

  private static List<Long> ids(List<Match> matches) {
    return matches.stream().map(match -> match.statement().id()).toList();
  }
}
