package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the small words of {@code markers.tsv}. */
final class Markers {
  /** What a marker shows. */
  enum Kind {
    TOPIC,
    CLAUSE,
    ADDRESSEE,
    AND,
    DENY,
    NEGATION,
    PRONOUN,
    BACKWARD,
    ONWARD,
    REPLY,
    SUCCESSION,
    TITLE,
    PARTY,
    ALL_SIDES,
    PLACE,
    CONDITION,
    TOGETHER,
    SOURCE,
    MODAL
  }

  private final Map<Kind, Map<Language, List<List<String>>>> phrases = new HashMap<>();

  Markers(Words words) {
    for (List<String> row : LanguageData.rows("markers.tsv", 3)) {
      Kind kind = Kind.valueOf(row.get(0).toUpperCase(java.util.Locale.ROOT));
      List<List<String>> own =
          phrases
              .computeIfAbsent(kind, key -> new HashMap<>())
              .computeIfAbsent(LanguageData.language(row.get(1)), key -> new ArrayList<>());
      for (String phrase : LanguageData.alternatives(row.get(2))) {
        own.add(words.of(phrase).stream().map(Token::text).toList());
      }
      own.sort((a, b) -> b.size() - a.size());
    }
  }

  /** How many words a marker of this kind has that begins here; 0 when none does. */
  int at(Draft draft, int at, Kind kind) {
    for (List<String> phrase :
        phrases.getOrDefault(kind, Map.of()).getOrDefault(draft.language(), List.of())) {
      if (at + phrase.size() <= draft.size()) {
        boolean fits = true;
        for (int i = 0; i < phrase.size() && fits; i++) {
          fits = draft.word(at + i).equals(phrase.get(i));
        }
        if (fits) {
          return phrase.size();
        }
      }
    }
    return 0;
  }

  /** Index of the first marker of this kind at or after a place; the draft's size when none. */
  int first(Draft draft, int from, Kind kind) {
    for (int i = from; i < draft.size(); i++) {
      if (at(draft, i, kind) > 0) {
        return i;
      }
    }
    return draft.size();
  }

  boolean any(Draft draft, Kind kind) {
    return first(draft, 0, kind) < draft.size();
  }
}
