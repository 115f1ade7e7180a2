package io.github.onrecord.telegram;

import io.github.onrecord.answer.Desk;
import io.github.onrecord.message.InlineMessages;
import io.github.onrecord.message.Message;
import io.github.onrecord.message.Phrases;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Question;
import io.github.onrecord.store.RecordStore;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;

/**
 * Quotes for whoever types the bot's name and a few words in any chat: the newest statements before
 * a word is typed, then those that the words find, own words first. No model is asked. Thread-safe.
 */
final class InlineDesk {
  /** Statements offered at once; Telegram takes 50 at most and asks for more as one scrolls. */
  static final int PAGE = 20;

  /** The furthest that one can scroll: nobody reads on, and each page is looked for anew. */
  private static final int DEEPEST = 200;

  /**
   * Seconds that Telegram may give the same answer again. The record can change at any moment, and
   * nobody can call an answer back: what was withdrawn must not be offered much longer. Long enough
   * to spare the same person's typing forth and back.
   */
  private static final int CACHED = 10;

  /** What the button above the results opens the bot with. */
  private static final String START = "inline";

  private final RecordStore record;
  private final Desk desk;
  private final Voice voice;
  private final Addresses addresses;

  InlineDesk(RecordStore record, Desk desk, Voice voice, Addresses addresses) {
    this.record = record;
    this.desk = desk;
    this.voice = voice;
    this.addresses = addresses;
  }

  /** The answer to what somebody has typed so far. */
  AnswerInlineQuery answer(Incoming.Inline query) {
    Language language = voice.language(query.from());
    InlineMessages messages = new InlineMessages(Phrases.in(language));
    int from = Numbers.in(query.offset()).filter(at -> at < DEEPEST).orElse(0L).intValue();
    List<Match> found = found(query.text().strip(), from + PAGE + 1);
    List<Match> page =
        found.subList(Math.min(from, found.size()), Math.min(from + PAGE, found.size()));
    AnswerInlineQuery answer =
        new AnswerInlineQuery(
            query.queryId(), page.stream().map(match -> article(match, messages)).toList());
    answer.setCacheTime(CACHED);
    // The texts around the words are in the language that this person has chosen.
    answer.setIsPersonal(true);
    boolean more = found.size() > from + PAGE && from + PAGE < DEEPEST;
    answer.setNextOffset(more ? Integer.toString(from + PAGE) : "");
    InlineQueryResultsButton button =
        new InlineQueryResultsButton(found.isEmpty() ? messages.nothing() : messages.hint());
    button.setStartParameter(START);
    answer.setButton(button);
    return answer;
  }

  /** Whether what a start link carries only says that it was this button. */
  static boolean isStart(String rest) {
    return rest.equals(START);
  }

  private List<Match> found(String text, int atMost) {
    if (text.isEmpty()) {
      return record.newest(atMost).stream().map(this::alone).toList();
    }
    Question question = desk.read(text, List.of()).as(Intent.QUOTE);
    Stream<Match> matches =
        question.ambiguous().isEmpty()
            ? desk.evidence(question).answers().stream()
            : question.ambiguous().stream().flatMap(official -> of(official, question));
    return matches
        .sorted(Comparator.comparing(match -> match.statement().kind() != Kind.VERBATIM))
        .limit(atMost)
        .toList();
  }

  /** A name that fits several officials: all of them are meant, each says who they are. */
  private Stream<Match> of(Official official, Question question) {
    return desk.evidence(question.by(official)).answers().stream();
  }

  private Match alone(Statement statement) {
    return new Match(
        statement, record.document(statement.documentId()).orElseThrow(), 0, List.of(), List.of());
  }

  private InlineQueryResult article(Match match, InlineMessages messages) {
    String link = addresses.statement(match.statement().id());
    Message message = messages.message(match.statement(), match.document(), link);
    // The words are cut to fit one message; see InlineMessages.
    Page page = Pages.of(message).get(0);
    InputTextMessageContent content = new InputTextMessageContent(page.text());
    content.setEntities(Sends.entities(page));
    content.setLinkPreviewOptions(Sends.noPreview());
    InlineQueryResultArticle article =
        new InlineQueryResultArticle(
            Addresses.STATEMENT + match.statement().id(),
            messages.title(match.statement()),
            content);
    article.setDescription(messages.description(match.statement()));
    return article;
  }
}
