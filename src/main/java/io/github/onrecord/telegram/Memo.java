package io.github.onrecord.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.onrecord.answer.Receipt;
import io.github.onrecord.record.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the buttons of a message need to know after it was sent.
 *
 * @param language ISO 639 code of the language that the message is written in
 * @param answer numbers of all statements that answer, in reading order, shown or not
 * @param page what «show it» shows, or null
 * @param receipt what the answer rests on, or null
 * @param follow the words of what a button below it follows, or null
 * @param asks the words that buttons below it ask, in the order of the buttons
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Memo(
    String language,
    List<Long> answer,
    @Nullable Page page,
    @Nullable Receipt receipt,
    @Nullable String follow,
    List<String> asks) {

  @SuppressWarnings("NullAway") // Letters written by an earlier version have no asks.
  Memo {
    answer = List.copyOf(answer);
    asks = asks == null ? List.of() : List.copyOf(asks);
  }

  static Memo in(Language language) {
    return new Memo(language.code(), List.of(), null, null, null, List.of());
  }

  /** The same, with a page that «show it» shows. */
  Memo with(Page shown) {
    return new Memo(language, answer, shown, receipt, follow, asks);
  }

  /** The same, with all statements that answer. */
  Memo with(List<Long> statements) {
    return new Memo(language, statements, page, receipt, follow, asks);
  }

  /** The same, with what the answer rests on. */
  Memo with(Receipt receiptOfAnswer) {
    return new Memo(language, answer, page, receiptOfAnswer, follow, asks);
  }

  /** The same, with what a button below it follows. */
  Memo following(String wish) {
    return new Memo(language, answer, page, receipt, wish, asks);
  }

  /** The same, with the words that buttons below it ask. */
  Memo asking(List<String> words) {
    return new Memo(language, answer, page, receipt, follow, words);
  }

  Language spoken() {
    return Language.of(language);
  }
}
