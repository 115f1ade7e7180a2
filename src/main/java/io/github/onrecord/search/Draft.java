package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.ArrayList;
import java.util.List;

/**
 * A question while it is read: its words, and which of them have been understood. What stays is the
 * topic.
 */
final class Draft {
  private final String text;
  private final Language language;
  private final List<Token> tokens;
  private final List<List<String>> stems;
  private final boolean[] used;

  Draft(String text, Language language, Analysis analysis) {
    this.text = text;
    this.language = language;
    this.tokens = analysis.lexicon().words().of(text);
    this.stems = analysis.stems(tokens, language);
    this.used = new boolean[tokens.size()];
  }

  String text() {
    return text;
  }

  /** The text from one word up to another. */
  String text(int from, int to) {
    return text.substring(tokens.get(from).span().start(), tokens.get(to - 1).span().end());
  }

  Language language() {
    return language;
  }

  List<Token> tokens() {
    return tokens;
  }

  List<List<String>> stems() {
    return stems;
  }

  int size() {
    return tokens.size();
  }

  String word(int at) {
    return tokens.get(at).text();
  }

  /** Marks words as understood. */
  void use(int from, int to) {
    for (int i = from; i < to; i++) {
      used[i] = true;
    }
  }

  boolean used(int at) {
    return used[at];
  }

  /** Whether it was typed without a single capital letter, so that names have none either. */
  boolean careless() {
    return tokens.stream().noneMatch(Token::capital);
  }

  /** Whether a word begins a sentence, so that its capital letter says nothing. */
  boolean startsSentence(int at) {
    if (at == 0) {
      return true;
    }
    String between = text.substring(tokens.get(at - 1).span().end(), tokens.get(at).span().start());
    return between.chars().anyMatch(c -> ".!?".indexOf(c) >= 0) && between.length() > 1;
  }

  /** What was not understood, in the person's words: runs of neighbouring words. */
  List<String> rest(StopWords stops) {
    List<String> rest = new ArrayList<>();
    int at = 0;
    while (at < tokens.size()) {
      if (used[at] || stop(at, stops)) {
        at++;
        continue;
      }
      int end = at + 1;
      int last = end;
      while (end < tokens.size() && !used[end]) {
        if (!stop(end, stops)) {
          last = end + 1;
        }
        end++;
      }
      rest.add(text.substring(tokens.get(at).span().start(), tokens.get(last - 1).span().end()));
      at = end;
    }
    return rest;
  }

  private boolean stop(int at, StopWords stops) {
    return stops.contains(word(at), stems.get(at), language);
  }
}
