package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Speech that holds its author's words between dashes: «— Text, — said X. — More text.», both in
 * dash dialogue and inside one pair of quotation marks.
 *
 * @param parts the speaker's words, in order
 * @param inserts the author's words, in order
 * @param end where the speech ends: what follows is the author's again
 */
record Speech(List<Span> parts, List<Span> inserts, int end) {
  private static final int VERB_WITHIN = 6;

  Speech {
    parts = List.copyOf(parts);
    inserts = List.copyOf(inserts);
  }

  /** Cuts a stretch of text that begins with speech; null when no author's words stand in it. */
  static @Nullable Speech in(String text, Span region, List<Token> tokens, Grammar grammar) {
    List<Span> parts = new ArrayList<>();
    List<Span> inserts = new ArrayList<>();
    int partStart = region.start();
    int k = 0;
    while (k < tokens.size()) {
      if (!opensInsert(tokens, k, grammar)) {
        k++;
        continue;
      }
      add(text, partStart, tokens.get(k).start(), parts);
      int close = closing(tokens, k + 1);
      int insertEnd = close < tokens.size() ? tokens.get(close).start() : region.end();
      inserts.add(new Span(tokens.get(k + 1).start(), insertEnd));
      if (close >= tokens.size()) {
        return new Speech(parts, inserts, region.end());
      }
      if (!tokens.get(close).dash()) {
        return new Speech(parts, inserts, tokens.get(close).end());
      }
      partStart = tokens.get(close).end();
      k = close + 1;
    }
    if (inserts.isEmpty()) {
      return null;
    }
    add(text, partStart, region.end(), parts);
    return new Speech(parts, inserts, region.end());
  }

  private static void add(String text, int from, int to, List<Span> parts) {
    Span span = Texts.words(text, from, to);
    if (span != null) {
      parts.add(span);
    }
  }

  private static boolean opensInsert(List<Token> tokens, int k, Grammar grammar) {
    if (k == 0
        || k + 1 >= tokens.size()
        || !tokens.get(k).dash()
        || !",?!….".contains(tokens.get(k - 1).key())) {
      return false;
    }
    Token next = tokens.get(k + 1);
    if (!next.word() || (next.capital() && !tokens.get(k - 1).comma())) {
      return false;
    }
    for (int v = k + 1;
        v < Math.min(tokens.size(), k + 1 + VERB_WITHIN) && tokens.get(v).word();
        v++) {
      Verb verb = grammar.verb(tokens, v);
      if (verb != null && verb.form() != Verb.Form.BASE && verb.form() != Verb.Form.GERUND) {
        return true;
      }
    }
    return false;
  }

  /** The token that ends the author's words: a dash after a comma or stop, or a final stop. */
  private static int closing(List<Token> tokens, int from) {
    for (int k = from; k < tokens.size(); k++) {
      Token token = tokens.get(k);
      if (token.dash() && ".,:".contains(tokens.get(k - 1).key())) {
        return k;
      }
      boolean last = k + 1 >= tokens.size();
      if ((token.is(".") || token.is("!") || token.is("?"))
          && !last
          && !tokens.get(k + 1).dash()
          && tokens.get(k + 1).capital()) {
        return k;
      }
    }
    return tokens.size();
  }
}
