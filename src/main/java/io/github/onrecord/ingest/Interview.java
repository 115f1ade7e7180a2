package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recognises interviews in which no label says who speaks: questions and answers alternate after
 * dashes, or questions stand in bold or as headings with plain answers below. The answers are the
 * words of the official who is introduced before; where none is, nobody's.
 */
final class Interview {
  /** Two questions with their answers; less is a scene in a story. */
  private static final int LEAST_TURNS = 4;

  private final String text;
  private final Grammar grammar;
  private final Introduction introduction;

  Interview(String text, Grammar grammar, Introduction introduction) {
    this.text = text;
    this.grammar = grammar;
    this.introduction = introduction;
  }

  /** Reads questions and answers; null when the document is no interview. */
  @Nullable Taken read(List<Paragraph> paragraphs) {
    Taken dialogue = dialogue(paragraphs);
    return dialogue == null ? underQuestions(paragraphs) : dialogue;
  }

  private @Nullable Taken dialogue(List<Paragraph> paragraphs) {
    List<Turn> turns = new ArrayList<>();
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      if (paragraph.dashed(text)) {
        turns.add(new Turn("", paragraph.span(), List.of(paragraph)));
      } else if (!turns.isEmpty() && goesOn(paragraphs, i)) {
        turns.set(turns.size() - 1, turns.get(turns.size() - 1).with(paragraph));
      }
    }
    if (turns.size() < LEAST_TURNS) {
      return null;
    }
    boolean[] asks = Alternation.of(turns.stream().map(t -> t.asks(text)).toList());
    int questions = 0;
    int marked = 0;
    for (int i = 0; i < turns.size(); i++) {
      questions += asks[i] ? 1 : 0;
      marked += asks[i] && turns.get(i).asks(text) ? 1 : 0;
    }
    boolean alternates = questions * 3 >= turns.size() && questions * 3 <= turns.size() * 2;
    return alternates && marked * 2 >= questions ? taken(turns, asks) : null;
  }

  /** An answer's next paragraph opens without a dash; between dashes it is told from narration. */
  private boolean goesOn(List<Paragraph> paragraphs, int i) {
    Paragraph paragraph = paragraphs.get(i);
    return paragraph.block().role() == Block.Role.PARAGRAPH
        && paragraphs.get(i).quotations().isEmpty()
        && paragraph.firstPerson(grammar)
        && paragraphs.stream().skip(i + 1L).anyMatch(p -> p.dashed(text));
  }

  private @Nullable Taken underQuestions(List<Paragraph> paragraphs) {
    List<Turn> turns = new ArrayList<>();
    int questions = 0;
    int marked = 0;
    for (Paragraph paragraph : paragraphs) {
      Turn last = turns.isEmpty() ? null : turns.get(turns.size() - 1);
      if (set(paragraph)) {
        Turn question = new Turn("?", paragraph.span(), List.of(paragraph));
        turns.add(question);
        questions++;
        marked += question.asks(text) ? 1 : 0;
      } else if (last != null && last.label().equals("?")) {
        turns.add(new Turn("", paragraph.span(), List.of(paragraph)));
      } else if (last != null) {
        turns.set(turns.size() - 1, last.with(paragraph));
      }
    }
    if (turns.size() < LEAST_TURNS || marked * 3 < questions * 2) {
      return null;
    }
    cutEnd(turns);
    boolean[] asks = new boolean[turns.size()];
    int personal = 0;
    for (int i = 0; i < turns.size(); i++) {
      asks[i] = turns.get(i).label().equals("?");
      boolean own = turns.get(i).paragraphs().stream().anyMatch(p -> p.firstPerson(grammar));
      personal += !asks[i] && own ? 1 : 0;
    }
    // An explainer's headings ask too, but its answers don't say «I» and «we».
    return personal * 2 >= turns.size() - questions ? taken(turns, asks) : null;
  }

  /** Below the last answer stands who asked and what else is to be read. */
  private void cutEnd(List<Turn> turns) {
    Turn last = turns.get(turns.size() - 1);
    int keep = 1;
    while (keep < last.paragraphs().size() && last.paragraphs().get(keep).firstPerson(grammar)) {
      keep++;
    }
    turns.set(
        turns.size() - 1, new Turn(last.label(), last.words(), last.paragraphs().subList(0, keep)));
  }

  /** Whether a paragraph is set apart as questions are: in bold from end to end, or as heading. */
  private boolean set(Paragraph paragraph) {
    if (paragraph.block().role() == Block.Role.HEADING) {
      return true;
    }
    int bold = paragraph.block().emphasis().stream().mapToInt(Span::length).sum();
    return paragraph.block().role() == Block.Role.PARAGRAPH
        && bold * 10 >= (paragraph.span().length() - 4) * 9;
  }

  private @Nullable Taken taken(List<Turn> turns, boolean[] asks) {
    List<Paragraph> questions = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      if (asks[i]) {
        questions.addAll(turns.get(i).paragraphs());
      }
    }
    Scene.Found guest = introduction.guest(turns.get(0).ordinal(), questions);
    if (guest == null) {
      return null;
    }
    List<Draft> drafts = new ArrayList<>();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < turns.size(); i++) {
      Turn turn = turns.get(i);
      boolean told =
          Speech.in(text, turn.words(), turn.paragraphs().get(0).tokens(), grammar) != null;
      if (told && !asks[i]) {
        continue; // «— Да, — кивнул он»: read as narrative
      }
      spans.add(turn.span());
      List<Span> parts = turn.parts(text);
      if (!asks[i] && !parts.isEmpty()) {
        drafts.add(
            new Draft(
                parts,
                Kind.VERBATIM,
                guest,
                "answer in an interview",
                turn.ordinal(),
                parts.get(0),
                null));
      }
    }
    return drafts.isEmpty() ? null : new Taken(drafts, spans);
  }
}
