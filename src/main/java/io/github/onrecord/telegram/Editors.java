package io.github.onrecord.telegram;

import io.github.onrecord.message.EditorMessages;
import io.github.onrecord.message.EditorMessages.Item;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.RecordMessages;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.store.Editing;
import io.github.onrecord.store.Store;
import io.github.onrecord.store.Verdict;
import io.github.onrecord.telegram.BotApi.Ending;
import io.github.onrecord.telegram.Incoming.From;
import io.github.onrecord.telegram.Incoming.Wish;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The editors' desk: what they send is taken in, what waits is decided, what is wrong is withdrawn.
 * Editors are known by Telegram's number of theirs and work in their private chat only; for
 * everybody else nothing of this exists.
 */
final class Editors {
  /** The largest file that Telegram hands out to a bot (Bot API, getFile). */
  static final int LARGEST_MB = 20;

  /** Statements of the queue that are looked through for the next. */
  private static final int QUEUE = 500;

  /** Names offered as the speaker of a statement. */
  private static final int CANDIDATES = 8;

  private static final int LAST_DEEDS = 10;

  private final Store store;
  private final BotApi api;
  private final Intake intake;
  private final Set<Long> editors;

  Editors(Store store, BotApi api, Intake intake, Set<Long> editors) {
    this.store = store;
    this.api = api;
    this.intake = intake;
    this.editors = Set.copyOf(editors);
  }

  /** Whether somebody is an editor at their desk. */
  boolean at(From from) {
    return !from.group() && from.chatId() == from.personId() && editors.contains(from.personId());
  }

  /** What an editor's command brings; empty when it is none, or nobody's who may give it. */
  Optional<Supplier<Reply>> command(Incoming.Command command, Language language) {
    if (!at(command.from())) {
      return Optional.empty();
    }
    return switch (command.name()) {
      case "review" -> Optional.of(() -> saying(command, language, next(0, language)));
      case "stats" -> Optional.of(() -> saying(command, language, stats(language)));
      case "correct" -> Optional.of(() -> withdraw(command, Status.CORRECTED, language));
      case "retract" -> Optional.of(() -> withdraw(command, Status.RETRACTED, language));
      case "speaker" -> Optional.of(() -> speaker(command, language));
      default -> Optional.empty();
    };
  }

  /** What an editor's button brings; empty when it means nothing, or isn't an editor's. */
  Optional<Reply> press(Incoming.Press press, String value, Language language) {
    String[] parts = value.split("[:-]", -1);
    if (!at(press.from()) || parts.length < 2) {
      return Optional.empty();
    }
    Optional<Long> id = Numbers.in(parts[1]);
    if (parts[0].equals("next")) {
      return id.map(after -> saying(press, language, next(after, language)));
    }
    Optional<Statement> found = id.flatMap(number -> store.record().statement(number));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Statement statement = found.get();
    if (parts[0].equals("see")) {
      return Optional.of(saying(press, language, passage(statement, language)));
    }
    if (statement.status() != Status.HELD) {
      return Optional.of(saying(press, language, messages(language).decidedBefore()));
    }
    return switch (parts[0]) {
      case "accept" -> Optional.of(decide(press, statement, new Verdict.Accept(), language));
      case "reject" -> Optional.of(decide(press, statement, new Verdict.Reject(), language));
      case "who" ->
          Optional.of(
              saying(
                  press,
                  language,
                  messages(language).whose(statement.id(), candidates(statement))));
      case "to" ->
          parts.length < 3
              ? Optional.empty()
              : Numbers.in(parts[2])
                  .flatMap(store.record()::official)
                  .map(official -> decide(press, statement, given(official), language));
      default -> Optional.empty();
    };
  }

  /** What an editor sent: it is taken in now, and told about later. */
  Supplier<Reply> offered(Incoming.Offer offer, Language language) {
    List<Intake.Report> reports;
    if (offer.file() != null) {
      Incoming.SentFile file = offer.file();
      if (file.bytes() > LARGEST_MB * 1_000_000L) {
        return () -> saying(offer, language, messages(language).tooLarge(LARGEST_MB));
      }
      Ending<byte[]> content = api.download(file.id(), LARGEST_MB * 1_000_000);
      if (content instanceof Ending.Done<byte[]> done) {
        reports = intake.file(file.name(), done.result(), null, null, null);
      } else if (content instanceof Ending.Refused<byte[]>
          || content instanceof Ending.Gone<byte[]>) {
        return () -> saying(offer, language, messages(language).notFetched());
      } else {
        throw new IllegalStateException("The file can't be fetched now: " + content);
      }
    } else if (offer.origin() != null) {
      Incoming.Origin origin = offer.origin();
      reports =
          intake.file(
              origin.name(),
              offer.text().getBytes(StandardCharsets.UTF_8),
              origin.day(),
              origin.source(),
              origin.url());
    } else {
      reports = intake.link(offer.text());
    }
    return () -> {
      reports.stream()
          .filter(report -> report.document() != null)
          .forEach(report -> store.editing().ingested(offer.from().personId(), report.name()));
      return saying(offer, language, messages(language).taken(taken(reports)));
    };
  }

  private List<EditorMessages.Taken> taken(List<Intake.Report> reports) {
    List<EditorMessages.Taken> taken = new ArrayList<>();
    for (Intake.Report report : reports) {
      List<Item> found =
          report.document() == null
              ? List.of()
              : store.record().statementsOf(report.document()).stream().map(this::item).toList();
      taken.add(new EditorMessages.Taken(report.name(), report.line(), found));
    }
    return taken;
  }

  /** The first statement that waits after a number; from the beginning when there is none. */
  private Message next(long after, Language language) {
    List<Statement> waiting = store.review().waiting(QUEUE);
    if (waiting.isEmpty()) {
      return messages(language).nothingWaits();
    }
    Statement next =
        waiting.stream()
            .filter(statement -> statement.id() > after)
            .findFirst()
            .orElse(waiting.get(0));
    return messages(language).waiting(item(next), store.editing().figures().held());
  }

  private Message passage(Statement statement, Language language) {
    Item item = item(statement);
    return new RecordMessages(Phrases.in(language))
        .context(
            statement,
            item.document(),
            store.record().passages(item.document().id()),
            RecordMessages.Place.NONE);
  }

  private Reply decide(
      Incoming.Press press, Statement statement, Verdict verdict, Language language) {
    String done = apply(press.from(), statement.id(), verdict);
    Item after = item(store.record().statement(statement.id()).orElseThrow());
    return Reply.replacing(press, messages(language).done(done, after), Memo.in(language));
  }

  private String apply(From from, long statement, Verdict verdict) {
    store.editing().decide(from.personId(), statement, verdict);
    if (verdict instanceof Verdict.ChangeSpeaker) {
      return "speaker_changed";
    }
    return verdict instanceof Verdict.Accept ? "accepted" : "rejected";
  }

  private static Verdict given(Official official) {
    return new Verdict.ChangeSpeaker(
        new Speaker.Named(official.id(), official.name()), official.side());
  }

  /** Who speaks in the same document, then who is named in it. */
  private List<Official> candidates(Statement statement) {
    Item item = item(statement);
    Map<Long, Official> candidates = new LinkedHashMap<>();
    for (Statement other : store.record().statementsOf(item.document().id())) {
      if (other.speaker() instanceof Speaker.Named named) {
        store.record().official(named.officialId()).ifPresent(o -> candidates.put(o.id(), o));
      }
    }
    for (Official official : store.record().officials()) {
      String surname = official.name().substring(official.name().lastIndexOf(' ') + 1);
      boolean named =
          item.document().text().contains(surname)
              || official.aliases().stream().anyMatch(item.document().text()::contains);
      if (named) {
        candidates.putIfAbsent(official.id(), official);
      }
    }
    return candidates.values().stream().limit(CANDIDATES).toList();
  }

  /** «/speaker 12 Ines Calder»: any statement that stands or waits. */
  private Reply speaker(Incoming.Command command, Language language) {
    String[] parts = command.rest().split("\\s+", 2);
    if (parts.length < 2) {
      return saying(command, language, messages(language).usage("speaker"));
    }
    Optional<Statement> statement = open(parts[0]);
    if (statement.isEmpty()) {
      return saying(command, language, messages(language).noSuchStatement(Commands.cut(parts[0])));
    }
    List<Official> named = named(parts[1]);
    if (named.size() != 1) {
      return saying(command, language, messages(language).noSuchSpeaker(Commands.cut(parts[1])));
    }
    String done = apply(command.from(), statement.get().id(), given(named.get(0)));
    Item after = item(store.record().statement(statement.get().id()).orElseThrow());
    return saying(command, language, messages(language).done(done, after));
  }

  private List<Official> named(String typed) {
    String lower = typed.strip().toLowerCase(Locale.ROOT);
    List<Official> officials = store.record().officials();
    List<Official> exact =
        officials.stream()
            .filter(official -> names(official).anyMatch(name -> name.equals(lower)))
            .toList();
    return exact.isEmpty()
        ? officials.stream()
            .filter(official -> names(official).anyMatch(name -> name.contains(lower)))
            .toList()
        : exact;
  }

  private static Stream<String> names(Official official) {
    return Stream.concat(Stream.of(official.name()), official.aliases().stream())
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  /** «/retract 12 the paper took it back»: the reason is told to whoever read the statement. */
  private Reply withdraw(Incoming.Command command, Status status, Language language) {
    String[] parts = command.rest().split("\\s+", 2);
    if (parts.length < 2) {
      return saying(command, language, messages(language).usage(command.name()));
    }
    Optional<Statement> statement = open(parts[0]);
    if (statement.isEmpty()) {
      return saying(command, language, messages(language).noSuchStatement(Commands.cut(parts[0])));
    }
    long id = statement.get().id();
    store.editing().withdraw(command.from().personId(), id, status, parts[1]);
    String done = status == Status.CORRECTED ? "corrected" : "retracted";
    return saying(
        command,
        language,
        messages(language).done(done, item(store.record().statement(id).orElseThrow())));
  }

  /** A statement that its source hasn't withdrawn. */
  private Optional<Statement> open(String typed) {
    return Numbers.in(typed)
        .flatMap(store.record()::statement)
        .filter(
            statement ->
                statement.status() == Status.STANDING || statement.status() == Status.HELD);
  }

  private Message stats(Language language) {
    Editing.Figures figures = store.editing().figures();
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("documents", figures.documents());
    counts.put("officials", figures.officials());
    counts.put("standing", figures.standing());
    counts.put("held", figures.held());
    counts.put("withdrawn", figures.withdrawn());
    counts.put("subscriptions", figures.subscriptions());
    counts.put("inbox", figures.inbox());
    counts.put("outbox", figures.outbox());
    List<EditorMessages.Deed> deeds =
        store.editing().last(LAST_DEEDS).stream().map(Editors::shown).toList();
    return messages(language).stats(counts, figures.questions(), intake.feeds(), deeds);
  }

  private static EditorMessages.Deed shown(Editing.Done done) {
    String number = done.statement() == null ? "" : " " + done.statement();
    return new EditorMessages.Deed(
        done.deed().name() + number, done.editor(), done.at(), done.about());
  }

  private Item item(Statement statement) {
    return new Item(statement, store.record().document(statement.documentId()).orElseThrow());
  }

  private static Reply saying(Wish wish, Language language, Message message) {
    return Reply.saying(wish, language, message);
  }

  private static EditorMessages messages(Language language) {
    return new EditorMessages(Phrases.in(language));
  }
}
