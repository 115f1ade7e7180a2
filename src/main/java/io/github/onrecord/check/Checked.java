package io.github.onrecord.check;

import io.github.onrecord.record.Language;
import java.util.List;

/**
 * A text, checked against the record.
 *
 * @param language the language that the text reads as
 * @param quotes its quotations in order; empty when there are no words in it
 */
public record Checked(Language language, List<CheckedQuote> quotes) {
  public Checked {
    quotes = List.copyOf(quotes);
  }
}
