package io.github.onrecord.ingest;

import io.github.onrecord.record.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what names the speaker at the head of a transcript's turn: «KERR:», «Q.», «Мария Орт
 * (министр):», a name in bold.
 */
final class TurnLabels {
  private static final int LONGEST = 100;

  /** «Вопрос с места» is as long as a word for who asks gets. */
  private static final int HOST_WORDS = 4;

  private final String text;
  private final Grammar grammar;
  private final Cast cast;

  /**
   * A label.
   *
   * @param span its words, with what stands in parentheses after the name
   * @param end index of the first character after it and its colon
   */
  record Label(Span span, int end) {}

  TurnLabels(String text, Grammar grammar, Cast cast) {
    this.text = text;
    this.grammar = grammar;
    this.cast = cast;
  }

  /** The label of a paragraph, or null. */
  @Nullable Label of(Paragraph paragraph) {
    Label bold = bold(paragraph);
    return bold == null ? plain(paragraph) : bold;
  }

  private @Nullable Label bold(Paragraph paragraph) {
    if (paragraph.block().emphasis().isEmpty()) {
      return null;
    }
    Span bold = paragraph.block().emphasis().get(0);
    int start = paragraph.span().start();
    String before = bold.start() < start ? "" : text.substring(start, bold.start());
    if (bold.length() > LONGEST || !before.chars().allMatch(c -> c == '*' || c == '_')) {
      return null;
    }
    int end = bold.end();
    while (end < paragraph.span().end() && "*_".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    boolean inside = bold.of(text).stripTrailing().endsWith(":");
    boolean after = end < paragraph.span().end() && text.charAt(end) == ':';
    List<Token> tokens = paragraph.tokensIn(bold.start(), bold.end());
    boolean marked =
        end < paragraph.span().end() && ".—–".indexOf(text.charAt(skipSpace(end, paragraph))) >= 0;
    if (inside || after || ((marked || end == paragraph.span().end()) && names(tokens))) {
      return new Label(withoutColon(bold), after || marked ? skipSpace(end, paragraph) + 1 : end);
    }
    return null;
  }

  private Span withoutColon(Span label) {
    int end = label.end();
    while (end > label.start() + 1
        && (":.".indexOf(text.charAt(end - 1)) >= 0 || Sentences.isSpace(text.charAt(end - 1)))) {
      end--;
    }
    return new Span(label.start(), end);
  }

  private int skipSpace(int from, Paragraph paragraph) {
    int i = from;
    while (i < paragraph.span().end() - 1 && Sentences.isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /**
   * Whether the tokens are nothing but a name with its title, or a word for who asks or answers.
   */
  private boolean names(List<Token> tokens) {
    if (tokens.isEmpty()) {
      return false;
    }
    int k = 0;
    boolean named = false;
    while (k < tokens.size()) {
      Token token = tokens.get(k);
      Cast.NameMatch name = cast.nameAt(tokens, k);
      if (name != null) {
        named = true;
        k += name.words();
      } else if (party(token)) {
        named = true;
        k++;
      } else if (isTitle(token) || token.is(".") || token.is(":")) {
        k++;
      } else {
        return false;
      }
    }
    return named;
  }

  private boolean isTitle(Token token) {
    return grammar.is("sir", token) || grammar.is("madam", token);
  }

  /** Whether a word says that its turn is a question or an answer. */
  private boolean party(Token token) {
    return token.capital() && (grammar.is("host", token) || grammar.is("answer", token));
  }

  private @Nullable Label plain(Paragraph paragraph) {
    List<Token> tokens = paragraph.tokens();
    int first = stamp(tokens);
    if (first + 1 >= tokens.size()) {
      return null;
    }
    Token head = tokens.get(first);
    Label named = named(tokens, first);
    if (named == null) {
      named = stopped(tokens, first);
    }
    if (named != null) {
      return named;
    }
    if (head.initial() && head.text().endsWith(".")) {
      Span letter = new Span(head.start(), head.start() + 1);
      return party(Token.of(text, letter).get(0)) ? new Label(letter, head.end()) : null;
    }
    if (head.text().length() == 1 && party(head)) {
      Token next = tokens.get(first + 1);
      if (next.is(".") || next.is(":")) {
        return label(head, head, next.end());
      }
    }
    return null;
  }

  /** Index after the time of day before a label: «[15:32]». */
  private static int stamp(List<Token> tokens) {
    int k = 0;
    while (k < tokens.size() && k < 4 && !tokens.get(k).word()) {
      k++;
    }
    return k > 0 && tokens.stream().limit(k).anyMatch(t -> t.text().contains(":")) ? k : 0;
  }

  private @Nullable Label named(List<Token> tokens, int first) {
    int names = 0;
    boolean parenthesis = false; // or an outlet's name in quotation marks
    for (int k = first;
        k < tokens.size() && tokens.get(k).start() - tokens.get(first).start() < LONGEST;
        k++) {
      Token token = tokens.get(k);
      if ("(«“„".contains(token.text())) {
        parenthesis = true;
      } else if (")»”".contains(token.text())) {
        parenthesis = false;
      } else if (token.is(":") && !parenthesis) {
        boolean own = k + 1 == tokens.size();
        return names > 0 && (!own || k - first <= 6)
            ? label(tokens.get(first), tokens.get(k - 1), token.end())
            : null;
      } else if (!parenthesis) {
        boolean names_ = shouted(token) || speaks(tokens, k);
        boolean joins = token.is(".") || token.is(",") || token.is("-");
        if (!names_ && !joins && !(names > 0 && token.capital() && k - first < 4)) {
          return null;
        }
        names += names_ ? 1 : 0;
      }
    }
    return null;
  }

  /**
   * «С. И. Горн (с места). Мосты готовы», «Mr. KERR. I yield», «Голос из зала. Позор!»: the label
   * of a verbatim report ends with a full stop.
   */
  private @Nullable Label stopped(List<Token> tokens, int first) {
    int k = first;
    int marks = 0; // what tells a label from a sentence: initials, capitals, a word for who asks
    while (k < tokens.size() && (tokens.get(k).initial() || isTitle(tokens.get(k)))) {
      marks += tokens.get(k).initial() ? 1 : 0;
      k++;
      k += k < tokens.size() && tokens.get(k).is(".") ? 1 : 0;
    }
    int host = k == first && tokens.get(k).capital() ? grammar.list("host").match(tokens, k) : 0;
    if (host > 0) {
      int words = host;
      while (words < HOST_WORDS && k + words < tokens.size() && !tokens.get(k + words).is(".")) {
        words++;
      }
      return stop(tokens, first, k + words);
    }
    if (k >= tokens.size() || !tokens.get(k).capital()) {
      return null;
    }
    marks += tokens.get(k).initial() || !shouted(tokens.get(k)) ? 0 : 1;
    if (marks == 0) {
      return null;
    }
    k++;
    int last = k;
    if (k < tokens.size() && tokens.get(k).is("(")) {
      while (k < tokens.size() && !tokens.get(k).is(")")) {
        k++;
      }
      k++;
    }
    Label label = stop(tokens, first, k);
    return label == null
        ? null
        : new Label(new Span(tokens.get(first).start(), tokens.get(last - 1).end()), label.end());
  }

  private static @Nullable Label stop(List<Token> tokens, int first, int at) {
    boolean stops = at > first && at + 1 < tokens.size() && tokens.get(at).is(".");
    return stops ? label(tokens.get(first), tokens.get(at - 1), tokens.get(at).end()) : null;
  }

  private static boolean shouted(Token token) {
    return (token.word()
            && token.text().length() > 1
            && token.text().equals(token.text().toUpperCase(Locale.ROOT)))
        || token.initial()
        || token.is("'s");
  }

  private boolean speaks(List<Token> tokens, int k) {
    Token token = tokens.get(k);
    return (token.capital() && cast.nameAt(tokens, k) != null) || party(token) || isTitle(token);
  }

  private static Label label(Token first, Token last, int end) {
    return new Label(new Span(first.start(), last.end()), end);
  }
}
