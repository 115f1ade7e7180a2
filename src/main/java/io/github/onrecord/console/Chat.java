package io.github.onrecord.console;

import io.github.onrecord.answer.Answer;
import io.github.onrecord.answer.Receipt;
import io.github.onrecord.digest.DigestMaker;
import io.github.onrecord.message.AnswerMessages;
import io.github.onrecord.message.CheckMessages;
import io.github.onrecord.message.DigestMessages;
import io.github.onrecord.message.GuideMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.ReceiptMessages;
import io.github.onrecord.message.RecordMessages;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Question;
import io.github.onrecord.store.RecordStore;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conversation in the console: the bot without Telegram. */
final class Chat {
  /** Earlier questions that a follow-up may lean on. */
  private static final int REMEMBERED = 5;

  /** Longer input is no question; the same bound as a Telegram message. */
  static final int LONGEST = 4096;

  private static final Pattern BUTTON =
      Pattern.compile("/(source|context|cite)(?:\\s+(\\d{1,3}))?");

  private static final String CHECK = "/check";

  /** What people type to leave a console. */
  private static final Set<String> ENDS = Set.of("/quit", "/exit", "quit", "exit");

  private final Terminal terminal;
  private final Program program;
  private final AnswerMessages messages = AnswerMessages.whole();
  private final Deque<Question> earlier = new ArrayDeque<>();
  private List<Match> shown = List.of();
  private @Nullable Answer last;
  private Phrases phrases = Phrases.in(Language.of(Locale.getDefault().getLanguage()));

  Chat(Terminal terminal, Program program) {
    this.terminal = terminal;
    this.program = program;
  }

  /** Greets, and answers until an empty line or the end of input. */
  void run() {
    try (Lines lines = Lines.of(terminal)) {
      welcome();
      for (String line = lines.next(); line != null && !ends(line); line = lines.next()) {
        turn(line.strip());
      }
    }
  }

  private static boolean ends(String line) {
    return line.isBlank() || ENDS.contains(line.strip().toLowerCase(Locale.ROOT));
  }

  private void welcome() {
    GuideMessages guide = new GuideMessages(phrases);
    RecordStore record = program.store().record();
    terminal.show(
        guide.welcome(
            record.standing().statements(),
            record.officials().size(),
            program.examples(Language.of(phrases.locale().getLanguage()))));
    if (!program.hasBot()) {
      terminal.line(phrases.say("guide.telegram"));
    }
    if (!program.hasModel()) {
      terminal.line(phrases.say("guide.model"));
    }
    terminal.line(phrases.say("guide.quit"));
  }

  private void turn(String line) {
    Matcher button = BUTTON.matcher(line);
    if (line.length() > LONGEST) {
      terminal.show(new GuideMessages(phrases).tooLong(LONGEST));
    } else if (button.matches()) {
      press(button.group(1), button.group(2));
    } else if (line.equals("/why")) {
      why();
    } else if (line.equals("/help") || line.equals("/start")) {
      welcome();
    } else if (line.equals(CHECK) || line.startsWith(CHECK + " ")) {
      check(line.substring(CHECK.length()));
    } else if (line.equals("/summary")) {
      terminal.show(
          new DigestMessages(phrases)
              .now(new DigestMaker(program.store().record()).since(0), null, ZoneOffset.UTC));
    } else {
      ask(line);
    }
  }

  private void check(String text) {
    CheckMessages verdicts = new CheckMessages(phrases);
    terminal.show(verdicts.of(program.checker().check(text).quotes()));
  }

  private void ask(String line) {
    Answer answer = program.desk().ask(line, List.copyOf(earlier));
    earlier.addLast(answer.question());
    if (earlier.size() > REMEMBERED) {
      earlier.removeFirst();
    }
    last = answer;
    phrases = Phrases.in(answer.question().language());
    shown = statements(answer);
    terminal.show(messages.of(answer, program::examples));
  }

  private void why() {
    ReceiptMessages receipts = new ReceiptMessages(phrases);
    terminal.show(last == null ? receipts.none() : receipts.of(Receipt.of(last)));
  }

  private static List<Match> statements(Answer answer) {
    if (answer instanceof Answer.OnRecord found) {
      return Stream.concat(found.shown().stream(), found.more().stream()).toList();
    }
    return answer instanceof Answer.NothingOnRecord nothing ? nothing.nearest() : List.of();
  }

  /** What a button does in Telegram: «/source 2» shows where the second statement comes from. */
  private void press(String what, @Nullable String number) {
    int index = number == null ? 0 : Integer.parseInt(number) - 1;
    if (index < 0 || index >= shown.size()) {
      terminal.line(phrases.say("context.gone"));
      return;
    }
    Statement statement = shown.get(index).statement();
    Document document = shown.get(index).document();
    RecordMessages about = new RecordMessages(phrases);
    Message message =
        switch (what) {
          case "source" -> about.source(statement, document, RecordMessages.Place.NONE);
          case "context" ->
              about.context(
                  statement,
                  document,
                  program.store().record().passages(document.id()),
                  RecordMessages.Place.NONE);
          default -> about.cite(statement, document);
        };
    terminal.show(message);
  }
}
