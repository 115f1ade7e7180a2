package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the outlet to which a document owes a list: «According to the Echo, the main statements:».
 */
final class ListSource {
  private final String text;
  private final Grammar grammar;
  private final Mentions mentions;
  private final Cast cast;

  ListSource(String text, Grammar grammar, Mentions mentions, Cast cast) {
    this.text = text;
    this.grammar = grammar;
    this.mentions = mentions;
    this.cast = cast;
  }

  /** The outlet to which the introduction of a list owes it; null when none is named. */
  @Nullable String in(List<Paragraph> paragraphs) {
    for (Paragraph paragraph : paragraphs) {
      if (!paragraph.span().of(text).endsWith(":") || paragraph.sentences().isEmpty()) {
        continue;
      }
      Span last = paragraph.sentences().get(paragraph.sentences().size() - 1);
      List<Token> tokens = paragraph.tokensIn(last.start(), last.end());
      String name = grammar.list("list").occursIn(tokens) ? outlet(tokens) : null;
      if (name != null) {
        return name;
      }
    }
    return null;
  }

  private @Nullable String outlet(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      int from = i + grammar.list("source-of").match(tokens, i);
      int to = from;
      while (to < tokens.size() && !tokens.get(to).comma()) {
        to++;
      }
      if (from == i || from >= to || to == tokens.size()) {
        continue;
      }
      List<Token> named = tokens.subList(from, to);
      boolean person =
          mentions.in(named, cast).stream().anyMatch(m -> m.kind() != Mention.Kind.PRIVATE);
      return person ? null : outletName(named);
    }
    return null;
  }

  /** «газеты «Маяк»» is Маяк; without quotation marks a name is all capitals at word heads. */
  private @Nullable String outletName(List<Token> tokens) {
    Span all = new Span(tokens.get(0).start(), tokens.get(tokens.size() - 1).end());
    List<Quotation> quotations = Quotation.in(text, all);
    if (!quotations.isEmpty()) {
      return text.substring(quotations.get(0).wordsStart(), quotations.get(0).wordsEnd());
    }
    boolean name = tokens.stream().allMatch(t -> t.capital() || t.is("the"));
    Token first = tokens.get(0).is("the") && tokens.size() > 1 ? tokens.get(1) : tokens.get(0);
    return name ? text.substring(first.start(), all.end()) : null;
  }
}
