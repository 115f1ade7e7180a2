package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sentence as attribution reads it: every outermost quotation is one token.
 *
 * @param span where it stands
 * @param tokens its tokens, a quotation being one with the key {@link #QUOTE}
 * @param quotations the quotations by token index
 * @param mentions who is mentioned outside quotations
 */
record Sentence(
    Span span, List<Token> tokens, Map<Integer, Quotation> quotations, List<Mention> mentions) {
  static final String QUOTE = "\ufffc";

  /** The name of an outlet takes no more characters. */
  private static final int TITLE = 28;

  /** The name of an outlet takes no more words. */
  private static final int RELAY_WORDS = 6;

  static Sentence of(
      Span span, List<Token> all, List<Quotation> quotations, Mentions mentions, Cast cast) {
    List<Token> tokens = new ArrayList<>();
    Map<Integer, Quotation> byToken = new HashMap<>();
    Quotation inside = null;
    for (Token token : all) {
      if (token.start() < span.start() || token.start() >= span.end()) {
        continue;
      }
      Quotation quotation = Quotation.at(quotations, token.start());
      if (quotation == null) {
        tokens.add(token);
      } else if (!quotation.equals(inside)) {
        byToken.put(tokens.size(), quotation);
        tokens.add(new Token(quotation.open(), quotation.end(), QUOTE, QUOTE, Token.Type.MARK));
      }
      inside = quotation;
    }
    return new Sentence(span, tokens, byToken, mentions.in(tokens, cast));
  }

  int size() {
    return tokens.size();
  }

  Token token(int i) {
    return tokens.get(i);
  }

  /** Whether a token is there and is this mark or word. */
  boolean is(int i, String key) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(key);
  }

  boolean quote(int i) {
    return is(i, QUOTE);
  }

  /** Whether a quotation is as short as the name of a paper: «заявил «Волне» посол». */
  boolean title(int i) {
    Quotation quotation = quotations.get(i);
    return quotation != null && quotation.end() - quotation.open() <= TITLE;
  }

  /** Whether a token is a mark that bounds a remark: comma or dash. */
  boolean bound(int i) {
    return i >= 0 && i < tokens.size() && (tokens.get(i).comma() || tokens.get(i).dash());
  }

  /** Whether nothing but closing punctuation is left from a token on. */
  boolean ends(int i) {
    for (int k = i; k < tokens.size(); k++) {
      if (!".!?…;".contains(tokens.get(k).key())) {
        return false;
      }
    }
    return true;
  }

  /**
   * Where a remark between commas ends that only says who relays the words («, передаёт
   * агентство,»); the token itself when none begins there.
   */
  int relay(int comma, Grammar grammar) {
    if (!bound(comma) || grammar.list("relay").match(tokens, comma + 1) == 0) {
      return comma;
    }
    int end = comma + 1 + grammar.list("relay").match(tokens, comma + 1);
    int limit = Math.min(tokens.size(), end + RELAY_WORDS);
    while (end < limit && (tokens.get(end).word() || quote(end))) {
      Mention mention = mentionAt(end);
      boolean official =
          mention != null
              && (mention.kind() == Mention.Kind.NAME || mention.kind() == Mention.Kind.OFFICE);
      if (official) {
        return comma;
      }
      end++;
    }
    return bound(end) ? end + 1 : ends(end) ? end : comma;
  }

  /** The mention that begins at a token; null when none does. */
  @Nullable Mention mentionFrom(int token) {
    for (Mention mention : mentions) {
      if (mention.from() == token) {
        return mention;
      }
    }
    return null;
  }

  @Nullable Mention mentionAt(int token) {
    for (Mention mention : mentions) {
      if (mention.holds(token)) {
        return mention;
      }
    }
    return null;
  }
}
