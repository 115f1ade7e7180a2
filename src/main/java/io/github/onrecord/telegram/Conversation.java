package io.github.onrecord.telegram;

import io.github.onrecord.answer.Answer;
import io.github.onrecord.answer.Desk;
import io.github.onrecord.answer.Receipt;
import io.github.onrecord.digest.Comparison;
import io.github.onrecord.digest.Following;
import io.github.onrecord.message.AnswerMessages;
import io.github.onrecord.message.ComparisonMessages;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.message.TimelineMessages;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Question;
import io.github.onrecord.store.Asked;
import io.github.onrecord.store.Chats;
import io.github.onrecord.store.RecordStore;
import io.github.onrecord.telegram.Incoming.Wish;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions and their answers, with the person's last questions in mind. Thread-safe. */
final class Conversation {
  /** Characters of a question; a longer one isn't a question any more. */
  static final int LONGEST = 2000;

  /** After this time a new question doesn't continue the last one. */
  private static final Duration REMEMBERED = Duration.ofHours(24);

  private final Chats chats;
  private final Desk desk;
  private final Voice voice;
  private final Drafts drafts;
  private final Clock clock;
  private final AnswerMessages answers = AnswerMessages.paged();

  Conversation(Chats chats, Desk desk, Voice voice, Drafts drafts, Clock clock) {
    this.chats = chats;
    this.desk = desk;
    this.voice = voice;
    this.drafts = drafts;
    this.clock = clock;
  }

  /** The answer to a person's words. */
  Reply answer(Incoming.Text text) {
    Language language = voice.language(text.from());
    if (text.text().isBlank()) {
      return Reply.saying(text, language, Voice.guide(language).empty(voice.examples(language)));
    }
    List<Asked> turns = chats.conversation(text.from().chatId(), text.from().personId());
    boolean same =
        turns.stream()
            .anyMatch(
                turn ->
                    turn.messageId() == text.messageId() && turn.question().equals(text.text()));
    // Telegram also calls a message edited when somebody reacts or a preview appears.
    return text.edited() && same
        ? Reply.NONE
        : answer(text, text.text(), earlier(text, turns), null);
  }

  /** The answer to a question that a button asks. */
  Reply ask(Incoming.Press press, String text) {
    return answer(press, text, List.of(), null);
  }

  /** The same question again, now that it is known whom it is about. */
  Reply ask(Incoming.Press press, String text, Official official, boolean quote) {
    Question question = desk.read(text, List.of()).by(official);
    return answer(press, text, quote ? question.as(Intent.QUOTE) : question);
  }

  /** The words of whomever a quote request names. */
  Reply quote(Incoming.Command command) {
    return answer(command, command.rest(), List.of(), Intent.QUOTE);
  }

  /** What was said on a topic, in the order of days; without a model, and no question to follow. */
  Reply timeline(Incoming.Command command) {
    if (command.rest().length() > LONGEST) {
      return answer(command, command.rest(), List.of(), null);
    }
    Question question = desk.read(command.rest(), List.of()).as(Intent.WHAT_WAS_SAID);
    List<Match> found = desk.evidence(question).answers();
    if (found.isEmpty()) {
      return answer(command, command.rest(), List.of(), Intent.WHAT_WAS_SAID);
    }
    Language language = question.language();
    return Reply.showing(
        command, new TimelineMessages(Phrases.in(language)).of(found), Memo.in(language));
  }

  /** What each side has said on a topic; without a model, and no question to follow. */
  Reply compare(Incoming.Command command, RecordStore record) {
    if (command.rest().length() > LONGEST) {
      return answer(command, command.rest(), List.of(), null);
    }
    Comparison comparison = Comparison.of(command.rest(), desk, record);
    Language language = comparison.question().language();
    return Reply.showing(
        command, new ComparisonMessages(Phrases.in(language)).of(comparison), Memo.in(language));
  }

  private Reply answer(Wish wish, String text, List<Question> earlier, @Nullable Intent intent) {
    if (text.length() > LONGEST) {
      Language language = voice.language(wish.from());
      return Reply.saying(wish, language, Voice.guide(language).tooLong(LONGEST));
    }
    Question question = desk.read(text, earlier);
    return answer(wish, text, intent == null ? question : question.as(intent));
  }

  private Reply answer(Wish wish, String text, Question question) {
    Courtesy.Sign sign = drafts.begin(wish, question);
    try {
      Answer answer = desk.answer(question, wish.from().personId());
      return reply(wish, answer)
          .remembering(
              new Asked(
                  wish.from().chatId(),
                  wish.from().personId(),
                  wish.messageId(),
                  text,
                  clock.instant()));
    } finally {
      sign.end();
    }
  }

  private Reply reply(Wish wish, Answer answer) {
    return Reply.showing(
        wish, answers.of(answer, voice::examples), memo(answer).with(ids(answering(answer))));
  }

  /** All statements that answer, shown or not. */
  private static List<Match> answering(Answer answer) {
    return answer instanceof Answer.OnRecord found ? found.answering() : List.of();
  }

  private static Memo memo(Answer answer) {
    Memo memo = Memo.in(answer.question().language()).with(Receipt.of(answer));
    if (answer instanceof Answer.WhichOfficial) {
      return memo.asking(List.of(answer.question().text()));
    }
    return answer instanceof Answer.NothingOnRecord
        ? memo.following(Following.wish(answer.question()))
        : memo;
  }

  private List<Question> earlier(Incoming.Text text, List<Asked> turns) {
    Instant oldest = clock.instant().minus(REMEMBERED);
    List<Question> earlier = new ArrayList<>();
    for (Asked turn : turns) {
      // An edited question is read in the light of what was asked before it.
      if (turn.messageId() < text.messageId() && turn.at().isAfter(oldest)) {
        earlier.add(desk.read(turn.question(), earlier));
      }
    }
    return earlier;
  }

  private static List<Long> ids(List<Match> matches) {
    return matches.stream().map(match -> match.statement().id()).toList();
  }
}
