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
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Memo(
    String language,
    List<Long> answer,
    @Nullable Page page,
    @Nullable Receipt receipt,
    @Nullable String follow) {
  Memo {
    answer = List.copyOf(answer);
  }

  static Memo in(Language language) {
    return new Memo(language.code(), List.of(), null, null, null);
  }

  /** The same, with a page that «show it» shows. */
  Memo with(Page shown) {
    return new Memo(language, answer, shown, receipt, follow);
  }

  /** The same, with all statements that answer. */
  Memo with(List<Long> statements) {
    return new Memo(language, statements, page, receipt, follow);
  }

  /** The same, with what the answer rests on. */
  Memo with(Receipt receiptOfAnswer) {
    return new Memo(language, answer, page, receiptOfAnswer, follow);
  }

  /** The same, with what a button below it follows. */
  Memo following(String wish) {
    return new Memo(language, answer, page, receipt, wish);
  }

  Language spoken() {
    return Language.of(language);
  }
}
