package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises transcripts («NAME: …», «Q. … A. …», bold names) and gives each turn to its speaker.
 * Whoever only asks is no official; a label that is nobody's name in an interview is its guest's.
 */
final class Transcript {
  private static final int LEAST_TURNS = 3;
  private static final int LONGEST_LABEL = 60;

  private final String text;
  private final Grammar grammar;
  private final Scene scene;
  private final @Nullable Voice guest;

  /**
   * A turn.
   *
   * @param label what names the speaker
   * @param words the stretch of the label's block after it
   * @param paragraphs first and following paragraphs
   */
  private record Turn(String label, Span words, List<Paragraph> paragraphs) {}

  /**
   * What a transcript brought.
   *
   * @param drafts a statement for each official's turn
   * @param turns stretches that belong to turns, officials' or not
   */
  record Result(List<Draft> drafts, List<Span> turns) {}

  Transcript(String text, Grammar grammar, Scene scene, @Nullable Voice guest) {
    this.guest = guest;
    this.text = text;
    this.grammar = grammar;
    this.scene = scene;
  }

  /** Reads the turns; null when the document is no transcript. */
  @Nullable Result read(List<Paragraph> paragraphs) {
    List<Turn> turns = turns(paragraphs);
    boolean asked = turns.stream().anyMatch(t -> isAnswer(t.label()));
    if (turns.size() < (asked ? 2 : LEAST_TURNS)) {
      return null;
    }
    Map<String, Integer> questions = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Turn turn : turns) {
      counts.merge(turn.label(), 1, Integer::sum);
      if (end(turn).endsWith("?")) {
        questions.merge(turn.label(), 1, Integer::sum);
      }
    }
    if (counts.size() == turns.size()
        && turns.stream().noneMatch(t -> t.label().equals(t.label().toUpperCase(Locale.ROOT)))) {
      return null;
    }
    List<Draft> drafts = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    Map<String, Voice> voices = new HashMap<>();
    for (String label : counts.keySet()) {
      Voice voice = voice(label, counts.getOrDefault(label, 0), questions.getOrDefault(label, 0));
      if (voice != null) {
        voices.put(label, voice);
      }
    }
    for (Turn turn : turns) {
      scene.nextParagraph();
      Paragraph last = turn.paragraphs().get(turn.paragraphs().size() - 1);
      spans.add(new Span(turn.paragraphs().get(0).span().start(), last.span().end()));
      Voice voice = voices.get(turn.label());
      if (voice == null) {
        continue;
      }
      List<Span> parts = new ArrayList<>();
      add(turn.words(), parts);
      turn.paragraphs().stream().skip(1).forEach(p -> add(p.span(), parts));
      if (!parts.isEmpty()) {
        drafts.add(
            new Draft(
                parts,
                Kind.VERBATIM,
                new Scene.Found(voice, 0.95, "label"),
                "turn of a transcript",
                turn.paragraphs().get(0).ordinal(),
                parts.get(0),
                null));
        scene.saw(voice, true);
      }
    }
    return drafts.isEmpty() ? null : new Result(drafts, spans);
  }

  private void add(Span span, List<Span> parts) {
    Span words = Texts.words(text, span.start(), span.end());
    if (words != null) {
      parts.add(words);
    }
  }

  private String end(Turn turn) {
    Paragraph last = turn.paragraphs().get(turn.paragraphs().size() - 1);
    return last.span().of(text).strip();
  }

  private List<Turn> turns(List<Paragraph> paragraphs) {
    List<Turn> turns = new ArrayList<>();
    boolean inTurn = false;
    for (Paragraph paragraph : paragraphs) {
      int colon = label(paragraph);
      if (colon > 0) {
        String label =
            text.substring(paragraph.span().start(), colon).replaceAll("[*_:]", "").strip();
        Span words =
            colon + 1 < paragraph.span().end()
                ? new Span(colon + 1, paragraph.span().end())
                : new Span(colon, colon + 1);
        List<Paragraph> own = new ArrayList<>();
        own.add(paragraph);
        turns.add(new Turn(key(label), words, own));
        inTurn = true;
      } else if (inTurn) {
        boolean ends =
            paragraph.dashed(text)
                || paragraph.block().role() != Block.Role.PARAGRAPH
                || !continues(paragraphs, paragraph);
        if (ends) {
          inTurn = false;
        } else {
          turns.get(turns.size() - 1).paragraphs().add(paragraph);
        }
      }
    }
    return turns;
  }

  /** A paragraph without a label continues a turn only when another turn follows it. */
  private boolean continues(List<Paragraph> paragraphs, Paragraph paragraph) {
    for (int i = paragraphs.indexOf(paragraph) + 1; i < paragraphs.size(); i++) {
      if (label(paragraphs.get(i)) > 0) {
        return true;
      }
      if (paragraphs.get(i).dashed(text)) {
        return false;
      }
    }
    return false;
  }

  private static String key(String label) {
    int parenthesis = label.indexOf('(');
    String name = parenthesis > 0 ? label.substring(0, parenthesis) : label;
    return name.strip().replaceAll("[.]$", "");
  }

  /**
   * Index of the colon after a turn's label (or of the stop after Q or A); 0 when there is none.
   */
  private int label(Paragraph paragraph) {
    int start = paragraph.span().start();
    for (Span bold : paragraph.block().emphasis()) {
      if (bold.start() <= start + 1 && bold.end() - start <= LONGEST_LABEL) {
        int end = bold.end();
        String inside = bold.of(text).strip();
        if (inside.endsWith(":")) {
          return bold.start() + bold.of(text).lastIndexOf(':');
        }
        if (end < paragraph.span().end() && text.charAt(end) == ':') {
          return end;
        }
      }
    }
    List<Token> tokens = paragraph.tokens();
    if (tokens.size() < 2) {
      return 0;
    }
    Token first = tokens.get(0);
    boolean short_ = (first.text().length() == 1 && first.capital()) || first.initial();
    if (short_ && (grammar.is("host", first) || grammar.is("answer", first) || isQa(first))) {
      if (first.text().endsWith(".")) {
        return first.end() - 1;
      }
      if (".:".contains(tokens.get(1).key())) {
        return tokens.get(1).start();
      }
    }
    int capitals = 0;
    boolean parenthesis = false;
    for (int k = 0; k < tokens.size() && tokens.get(k).start() - start < LONGEST_LABEL + 40; k++) {
      Token token = tokens.get(k);
      if (token.is("(")) {
        parenthesis = true;
      } else if (token.is(")")) {
        parenthesis = false;
      } else if (token.is(":") && !parenthesis) {
        return capitals > 0 && k + 1 < tokens.size() ? token.start() : 0;
      } else if (!parenthesis) {
        boolean shouted =
            (token.word()
                    && token.text().length() > 1
                    && token.text().equals(token.text().toUpperCase(Locale.ROOT)))
                || token.initial()
                || token.is("'s");
        boolean named =
            (scene.cast().nameAt(tokens, k) != null && token.capital())
                || (grammar.is("host", token) && token.capital())
                || grammar.is("sir", token)
                || grammar.is("madam", token);
        if (!shouted
            && !named
            && !(token.is(".") || token.is(",") || token.is("-"))
            && !(capitals > 0 && token.capital() && k < 4)) {
          return 0;
        }
        capitals += shouted || named ? 1 : 0;
      }
    }
    return 0;
  }

  private boolean isAnswer(String label) {
    List<Token> tokens = Token.of(label, new Span(0, label.length()));
    return tokens.size() == 1 && grammar.is("answer", tokens.get(0));
  }

  private static boolean isQa(Token token) {
    return token.text().startsWith("Q") || token.text().startsWith("A");
  }

  private @Nullable Voice voice(String label, int turns, int questions) {
    List<Token> tokens = Token.of(label, new Span(0, label.length()));
    if (tokens.isEmpty()) {
      return null;
    }
    if (tokens.size() == 1
        && (grammar.is("answer", tokens.get(0)) || tokens.get(0).key().matches("a\\.?"))) {
      return guest != null ? guest : scene.lastOfficial();
    }
    if (grammar.list("host").match(tokens, 0) > 0
        || (tokens.size() == 1 && tokens.get(0).key().matches("q\\.?"))) {
      return null;
    }
    for (int k = 0; k < tokens.size(); k++) {
      Cast.NameMatch match = scene.cast().nameAt(tokens, k);
      if (match != null && match.people().size() == 1) {
        Person person = match.people().get(0);
        if (!person.isPrivate() && (person.official() || questions * 2 < turns)) {
          person.markGuest();
          return new Voice.Named(person);
        }
        return null;
      }
    }
    if (questions * 2 >= turns || isPaper(tokens)) {
      return null;
    }
    Token last = tokens.get(tokens.size() - 1);
    if (!last.word() || grammar.list("private").occursIn(tokens)) {
      return null;
    }
    String surname = last.text().charAt(0) + last.text().substring(1).toLowerCase(Locale.ROOT);
    Person person = scene.cast().add("", surname, true);
    person.markGuest();
    return new Voice.Named(person);
  }

  private boolean isPaper(List<Token> tokens) {
    return grammar.list("geography").occursIn(tokens);
  }
}
