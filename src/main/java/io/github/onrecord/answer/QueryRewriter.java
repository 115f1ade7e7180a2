package io.github.onrecord.answer;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.onrecord.model.Inquiry;
import io.github.onrecord.model.JsonShape;
import io.github.onrecord.model.LanguageModel;
import io.github.onrecord.model.Outcome.Reply;
import io.github.onrecord.model.Prompt;
import io.github.onrecord.search.Question;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Has a model name other words for what a question is about. They only widen the search: what is
 * found still has to pass the evidence test.
 */
public final class QueryRewriter {
  /** The share of the deadline that a search may wait; the draft needs the rest. */
  private static final int SHARE = 4;

  private static final int MAX_TERMS = 12;
  private static final int MAX_TERM_LENGTH = 40;
  private static final int MAX_TERM_WORDS = 3;

  private final LanguageModel model;

  public QueryRewriter(LanguageModel model) {
    this.model = model;
  }

  /**
   * The question with more terms; the same question when the model gives none in time.
   *
   * @param payer whose share of the model's budget it takes, or null
   */
  public Question widen(Question question, @Nullable Long payer) {
    if (question.terms().isEmpty()) {
      return question;
    }
    Inquiry inquiry =
        new Inquiry(
            Prompt.SEARCH_TERMS,
            Map.of("question", question.text()),
            new JsonShape.Fields(
                Map.of("terms", new JsonShape.ListOf(new JsonShape.Text("A word or phrase.")))),
            payer);
    Duration atMost = model.deadline().dividedBy(SHARE);
    if (!(model.ask(inquiry, atMost) instanceof Reply reply)) {
      return question;
    }
    Set<String> terms = new LinkedHashSet<>(question.terms());
    int bound = terms.size() + MAX_TERMS;
    for (JsonNode term : reply.json().path("terms")) {
      String text = term.isTextual() ? Token.normal(term.textValue().strip()) : "";
      if (plain(text) && terms.size() < bound) {
        terms.add(text);
      }
    }
    return question.about(List.copyOf(terms));
  }

  /** Up to three words of letters: nothing that could mean something to a query parser. */
  private static boolean plain(String term) {
    long words = term.chars().filter(c -> c == ' ').count() + 1;
    return !term.isEmpty()
        && term.length() <= MAX_TERM_LENGTH
        && words <= MAX_TERM_WORDS
        && term.chars().allMatch(c -> Character.isLetter(c) || c == ' ' || c == '-' || c == '\'');
  }
}
