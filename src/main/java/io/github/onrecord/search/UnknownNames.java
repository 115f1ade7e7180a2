package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds names of people who are not on record: by capital letters, and where they stand. */
final class UnknownNames {
  private final Analysis analysis;
  private final Markers markers;
  private final Offices offices;
  private final SpeechWords speech;

  UnknownNames(Analysis analysis, Markers markers, Offices offices, SpeechWords speech) {
    this.analysis = analysis;
    this.markers = markers;
    this.offices = offices;
    this.speech = speech;
  }

  /**
   * The names, whose words are understood then.
   *
   * @param quote whether a quote is asked for: then the first name is whose it should be
   */
  List<String> unknown(
      Draft draft, List<Sides.Found> sides, List<Offices.Found> officesFound, boolean quote) {
    Set<Integer> inSides = new LinkedHashSet<>();
    sides.forEach(side -> IntStream.range(side.from(), side.to()).forEach(inSides::add));
    List<String> names = new ArrayList<>();
    int at = 0;
    while (at < draft.size()) {
      int end = at;
      while (end < draft.size() && !inSides.contains(end) && capital(draft, end)) {
        end++;
      }
      boolean first = quote && names.isEmpty();
      if (end > at && asked(draft, at, end, officesFound, first)) {
        names.add(
            draft
                .text()
                .substring(
                    draft.tokens().get(at).span().start(),
                    draft.tokens().get(end - 1).span().end()));
        draft.use(at, end);
      }
      at = Math.max(at + 1, end);
    }
    return names;
  }

  /** Whether a word may be part of a name by its capital letter. */
  boolean capital(Draft draft, int at) {
    Token token = draft.tokens().get(at);
    return !draft.used(at)
        && !token.number()
        && token.capital()
        && !draft.startsSentence(at)
        && !offices.head(draft, at);
  }

  /** Whether a word is one of the small ones that never are a name. */
  boolean small(Draft draft, int at) {
    return analysis.stops().contains(draft.word(at), draft.stems().get(at), draft.language());
  }

  /** Whether a name stands where the speaker stands in a question. */
  private boolean asked(
      Draft draft, int from, int end, List<Offices.Found> officesFound, boolean first) {
    boolean placed =
        from > 0
            && (markers.at(draft, from - 1, Markers.Kind.PLACE) > 0
                || markers.at(draft, from - 1, Markers.Kind.TOPIC) > 0
                || markers.at(draft, from - 1, Markers.Kind.ADDRESSEE) > 0
                || draft.word(from - 1).equals("the"));
    if (placed || markers.first(draft, 1, Markers.Kind.CLAUSE) < from) {
      return false;
    }
    boolean titled = from > 0 && markers.at(draft, from - 1, Markers.Kind.TITLE) > 0;
    boolean inOffice =
        officesFound.stream()
            .anyMatch(
                office ->
                    office.to() <= from
                        && from < office.to() + PeopleReader.NAME_AFTER_OFFICE
                        && IntStream.range(office.to(), from).noneMatch(at -> small(draft, at)));
    // Dictionaries have many names: beside an office or a title a capital letter is enough.
    boolean strange = IntStream.range(from, end).anyMatch(at -> !isWord(draft, at));
    // In Russian and Ukrainian a capital inside a sentence is a name's: «Что сказал Брум о …».
    boolean speaks =
        draft.language() == Language.ENGLISH
            ? from > 0 && auxiliary(draft.word(from - 1)) && speech.speaking(draft, end)
            : speech.speaking(draft, from - 1) || speech.speaking(draft, end);
    return titled
        || inOffice
        || speaks
        || (first && IntStream.range(from, end).noneMatch(at -> inLexicon(draft, at)))
        || (strange && (end - from >= 2 || (from > 0 && auxiliary(draft.word(from - 1)))));
  }

  private static boolean auxiliary(String word) {
    return List.of("did", "has", "does", "was", "had", "will").contains(word);
  }

  /** Whether a word is an ordinary word of the language. */
  boolean isWord(Draft draft, int at) {
    Language language = draft.language();
    return analysis.lexicon().forms().of(draft.word(at), language).known() || inLexicon(draft, at);
  }

  /** Dictionaries have many surnames; the lexicon has none. */
  boolean inLexicon(Draft draft, int at) {
    return draft.stems().get(at).stream()
        .anyMatch(stem -> analysis.lexicon().knows(stem, draft.language()));
  }
}
