package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A pattern of words, as {@code intents.tsv} explains it. */
final class Cue {
  /** What {@code *} may stand for. */
  private static final int LONGEST_GAP = 10;

  /** A word of the pattern, or null stems for a gap. */
  private record Element(String word, List<String> stems, boolean exact, boolean gap) {}

  private final List<Element> elements;
  private final boolean atStart;
  private final boolean atEnd;

  private Cue(List<Element> elements, boolean atStart, boolean atEnd) {
    this.elements = elements;
    this.atStart = atStart;
    this.atEnd = atEnd;
  }

  static Cue parse(String pattern, Language language, Words words, WordForms forms) {
    boolean atStart = pattern.startsWith("^");
    boolean atEnd = pattern.endsWith("$");
    List<Element> elements = new ArrayList<>();
    for (String piece :
        pattern.substring(atStart ? 1 : 0, pattern.length() - (atEnd ? 1 : 0)).split(" ", -1)) {
      if (piece.equals("*")) {
        elements.add(new Element("", List.of(), true, true));
        continue;
      }
      boolean exact = piece.startsWith("=");
      for (Token token : words.of(piece)) {
        elements.add(
            new Element(
                token.text(),
                exact ? List.of() : forms.of(token.text(), language).stems(),
                exact,
                false));
      }
    }
    return new Cue(List.copyOf(elements), atStart, atEnd);
  }

  /** The words that the pattern's own words fit, or null when it doesn't fit. */
  @Nullable BitSet in(Draft draft) {
    int last = atStart ? Math.min(1, draft.size()) : draft.size();
    for (int from = 0; from < last; from++) {
      BitSet words = new BitSet();
      if (fits(draft, from, 0, words)) {
        return words;
      }
    }
    return null;
  }

  /** The words that any of several patterns fits, or null when none does. */
  static @Nullable BitSet any(List<Cue> cues, Draft draft) {
    BitSet words = null;
    for (Cue cue : cues) {
      BitSet found = cue.in(draft);
      if (found != null) {
        words = words == null ? new BitSet() : words;
        words.or(found);
      }
    }
    return words;
  }

  private boolean fits(Draft draft, int at, int element, BitSet words) {
    if (element == elements.size()) {
      return !atEnd || at == draft.size();
    }
    Element expected = elements.get(element);
    if (expected.gap()) {
      for (int gap = 0; gap <= LONGEST_GAP && at + gap <= draft.size(); gap++) {
        if (fits(draft, at + gap, element + 1, words)) {
          return true;
        }
      }
      return false;
    }
    if (at >= draft.size() || !same(expected, draft.word(at), draft.stems().get(at))) {
      return false;
    }
    words.set(at);
    if (fits(draft, at + 1, element + 1, words)) {
      return true;
    }
    words.clear(at);
    return false;
  }

  private static boolean same(Element expected, String word, List<String> stems) {
    return expected.word().equals(word)
        || (!expected.exact() && expected.stems().stream().anyMatch(stems::contains));
  }
}
