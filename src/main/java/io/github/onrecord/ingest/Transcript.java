package io.github.onrecord.ingest;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Span;
import java.util.ArrayList;
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

  private final String text;
  private final Grammar grammar;
  private final TurnLabels labels;
  private final TurnSpeakers speakers;
  private final Introduction introduction;

  Transcript(
      String text,
      Grammar grammar,
      TurnLabels labels,
      TurnSpeakers speakers,
      Introduction introduction) {
    this.text = text;
    this.grammar = grammar;
    this.labels = labels;
    this.speakers = speakers;
    this.introduction = introduction;
  }

  /** Reads the turns; null when the document is no transcript. */
  @Nullable Taken read(List<Paragraph> paragraphs) {
    List<Turn> turns = turns(paragraphs);
    boolean asked = turns.stream().anyMatch(t -> speakers.isAnswer(t.label()));
    if (turns.size() < (asked ? 2 : LEAST_TURNS) || !looksLikeOne(turns)) {
      return null;
    }
    Map<String, Integer> questions = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Turn turn : turns) {
      counts.merge(turn.label(), 1, Integer::sum);
      questions.merge(turn.label(), turn.asks(text) ? 1 : 0, Integer::sum);
    }
    Scene.Found guest = introduction.guest(turns.get(0).ordinal(), List.of());
    Map<String, Scene.Found> voices = new LinkedHashMap<>();
    for (String label : counts.keySet()) {
      Scene.Found voice =
          speakers.of(
              label, guest, counts.getOrDefault(label, 0), questions.getOrDefault(label, 0));
      if (voice != null) {
        voices.put(label, voice);
      }
    }
    List<Draft> drafts = new ArrayList<>();
    for (Turn turn : turns) {
      Scene.Found voice = voices.get(turn.label());
      List<Span> parts = turn.parts(text);
      if (voice != null && !parts.isEmpty()) {
        drafts.add(
            new Draft(
                parts,
                Kind.VERBATIM,
                voice,
                "turn of a transcript",
                turn.ordinal(),
                parts.get(0),
                null));
      }
    }
    return drafts.isEmpty() ? null : new Taken(drafts, turns.stream().map(Turn::span).toList());
  }

  /** Lines with a colon make a transcript when labels return, are shouted, or ask. */
  private boolean looksLikeOne(List<Turn> turns) {
    long different = turns.stream().map(Turn::label).distinct().count();
    return different < turns.size()
        || turns.stream()
            .anyMatch(
                t ->
                    t.label().equals(t.label().toUpperCase(Locale.ROOT))
                        || speakers.isHost(t.label()));
  }

  private List<Turn> turns(List<Paragraph> paragraphs) {
    List<Turn> turns = new ArrayList<>();
    boolean inTurn = false;
    for (int i = 0; i < paragraphs.size(); i++) {
      Paragraph paragraph = paragraphs.get(i);
      TurnLabels.Label label = labels.of(paragraph);
      if (label != null) {
        Span words =
            new Span(Math.min(label.end(), paragraph.span().end() - 1), paragraph.span().end());
        turns.add(new Turn(label.span().of(text).strip(), words, List.of(paragraph)));
        inTurn = true;
      } else if (inTurn) {
        inTurn = continues(paragraphs, i);
        if (inTurn) {
          turns.set(turns.size() - 1, turns.get(turns.size() - 1).with(paragraph));
        }
      }
    }
    return turns;
  }

  /**
   * A paragraph without a label continues a turn when another turn follows, or when it speaks in
   * the first person.
   */
  private boolean continues(List<Paragraph> paragraphs, int i) {
    Paragraph paragraph = paragraphs.get(i);
    if (paragraph.dashed(text) || paragraph.block().role() == Block.Role.HEADING) {
      return false;
    }
    for (int k = i + 1; k < paragraphs.size(); k++) {
      if (labels.of(paragraphs.get(k)) != null) {
        return true;
      }
      if (paragraphs.get(k).dashed(text)
          || paragraphs.get(k).block().role() == Block.Role.HEADING) {
        break;
      }
    }
    return paragraph.firstPerson(grammar);
  }
}
