package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import io.github.onrecord.record.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds officials by their office: "Tessary's defence minister", «глава миссии». */
final class Offices {
  /** Words of an office on either side of its head word. */
  private static final int LONGEST_SIDE = 5;

  /** Before a word that is no office when it stands alone. */
  private static final String NEVER_ALONE = "+";

  private static final Set<String> DETERMINERS =
      Set.of("the", "his", "her", "their", "its", "which", "what");

  private record Heads(Set<String> all, Set<String> neverAlone) {}

  private final PerLanguage<Heads> heads;
  private final PerLanguage<Set<String>> departments;
  private final Analysis analysis;
  private final SpeechWords speech;

  Offices(Analysis analysis, SpeechWords speech) {
    this.analysis = analysis;
    this.speech = speech;
    List<List<String>> rows = LanguageData.rows("offices.tsv", 3);
    heads = new PerLanguage<>(language -> heads(rows, language, analysis.lexicon().forms()));
    List<List<String>> charges = LanguageData.rows("departments.tsv", LanguageData.COLUMNS.size());
    departments =
        new PerLanguage<>(language -> heads(charges, language, analysis.lexicon().forms()).all());
  }

  private static Heads heads(List<List<String>> rows, Language language, WordForms forms) {
    Heads heads = new Heads(new HashSet<>(), new HashSet<>());
    int column = LanguageData.COLUMNS.indexOf(language);
    for (List<String> row : column < 0 ? List.<List<String>>of() : rows) {
      for (String entry : LanguageData.alternatives(row.get(column))) {
        boolean neverAlone = entry.startsWith(NEVER_ALONE);
        String word = Words.fold(neverAlone ? entry.substring(1) : entry);
        // English stems join "negotiator" and "negotiations".
        List<String> keys =
            language == Language.ENGLISH ? List.of(word) : forms.of(word, language).stems();
        heads.all().addAll(keys);
        if (neverAlone) {
          heads.neverAlone().addAll(keys);
        }
      }
    }
    return heads;
  }

  /**
   * An office named in a question.
   *
   * @param from index of its first word
   * @param to index after its last word
   * @param holders the officials on record who fit best; empty when nobody does
   * @param fitting all officials on record who fit, the best or not
   * @param definite whether a side or department is named in it
   */
  record Found(
      int from,
      int to,
      List<Roster.Person> holders,
      List<Roster.Person> fitting,
      boolean definite) {}

  boolean head(Draft draft, int at) {
    return in(heads.of(draft.language()).all(), draft, at);
  }

  private static boolean in(Set<String> words, Draft draft, int at) {
    if (draft.language() == Language.ENGLISH) {
      String word = draft.word(at);
      return words.contains(word.endsWith("'s") ? word.substring(0, word.length() - 2) : word);
    }
    return draft.stems().get(at).stream().anyMatch(words::contains);
  }

  /** Whether one word names an office: in English with an article or a name, "the minister". */
  private boolean standsAlone(Draft draft, int at) {
    if (in(heads.of(draft.language()).neverAlone(), draft, at)) {
      return false;
    }
    boolean beforeName = at + 1 < draft.size() && draft.tokens().get(at + 1).capital();
    return draft.language() != Language.ENGLISH
        || beforeName
        || at == 0
        || DETERMINERS.contains(draft.word(at - 1));
  }

  /** The offices of a question, in order. Sides found inside one are part of it. */
  List<Found> in(Draft draft, Roster roster, List<Sides.Found> sides) {
    List<Found> found = new ArrayList<>();
    List<Lexicon.Hit> phrases = analysis.lexicon().find(draft.stems(), draft.language());
    int at = 0;
    while (at < draft.size()) {
      if (!head(draft, at) || draft.used(at)) {
        at++;
        continue;
      }
      Found office = around(draft, at, roster, sides, phrases);
      boolean alone = office.to() - office.from() == 1;
      if (!alone || standsAlone(draft, at)) {
        found.add(office);
      }
      at = Math.max(at + 1, office.to());
    }
    return found;
  }

  private Found around(
      Draft draft, int head, Roster roster, List<Sides.Found> sides, List<Lexicon.Hit> phrases) {
    int from = head;
    while (from > 0
        && head - from < LONGEST_SIDE
        && part(draft, from - 1, roster, sides, phrases)) {
      from--;
    }
    int to = head + 1;
    int end = to;
    while (end < draft.size()
        && end - head <= LONGEST_SIDE
        && (part(draft, end, roster, sides, phrases) || linking(draft, end))) {
      end++;
      if (!linking(draft, end - 1)) {
        to = end;
      }
    }
    List<Analysis.Unit> units = new ArrayList<>();
    Map<Side, List<Analysis.Unit>> named = new LinkedHashMap<>();
    for (int i = from; i < to; i++) {
      Sides.Found side = sideAt(sides, i);
      List<Analysis.Unit> own = units(draft, i, phrases);
      if (side == null) {
        units.addAll(own);
      } else {
        named.computeIfAbsent(side.side(), key -> new ArrayList<>()).addAll(own);
      }
    }
    boolean definite =
        !named.isEmpty() || IntStream.range(from, to).anyMatch(at -> department(draft, at));
    return new Found(
        from, to, holders(units, named, roster), fitting(units, named, roster), definite);
  }

  /** Who fits best: speaks for the sides named, or has them in the office («ambassador to …»). */
  private static List<Roster.Person> holders(
      List<Analysis.Unit> units, Map<Side, List<Analysis.Unit>> named, Roster roster) {
    List<Roster.Person> best = new ArrayList<>();
    int fewest = Integer.MAX_VALUE;
    for (Roster.Person person : roster.people()) {
      for (Roster.Role role : person.roles()) {
        if (fits(person, role, units, named, roster) && role.words() <= fewest) {
          if (role.words() < fewest) {
            best.clear();
            fewest = role.words();
          }
          if (!best.contains(person)) {
            best.add(person);
          }
        }
      }
    }
    return best;
  }

  private static List<Roster.Person> fitting(
      List<Analysis.Unit> units, Map<Side, List<Analysis.Unit>> named, Roster roster) {
    return roster.people().stream()
        .filter(
            person ->
                person.roles().stream().anyMatch(role -> fits(person, role, units, named, roster)))
        .toList();
  }

  private static boolean fits(
      Roster.Person person,
      Roster.Role role,
      List<Analysis.Unit> units,
      Map<Side, List<Analysis.Unit>> named,
      Roster roster) {
    return borne(units, role)
        && named.entrySet().stream()
            .allMatch(
                side -> speaksFor(person, side.getKey(), roster) || borne(side.getValue(), role));
  }

  private static boolean borne(List<Analysis.Unit> units, Roster.Role role) {
    return units.stream()
        .allMatch(unit -> unit.alternatives().keySet().stream().anyMatch(role.terms()::contains));
  }

  static boolean speaksFor(Roster.Person person, Side side, Roster roster) {
    Set<String> names = roster.sides().names(side);
    return person.sides().stream()
        .flatMap(joint -> Sides.separate(joint).stream())
        .map(Words::fold)
        .anyMatch(names::contains);
  }

  private boolean part(
      Draft draft, int at, Roster roster, List<Sides.Found> sides, List<Lexicon.Hit> phrases) {
    return !draft.used(at)
        && !speech.speaking(draft, at)
        && (sideAt(sides, at) != null
            || department(draft, at)
            || roleWord(draft, at, roster, phrases));
  }

  private boolean department(Draft draft, int at) {
    return in(departments.of(draft.language()), draft, at);
  }

  /** Whether a word stands in some capacity on record, or is itself the head of an office. */
  private boolean roleWord(Draft draft, int at, Roster roster, List<Lexicon.Hit> phrases) {
    if (analysis.stops().contains(draft.word(at), draft.stems().get(at), draft.language())) {
      return false;
    }
    return head(draft, at)
        || units(draft, at, phrases).stream()
            .anyMatch(unit -> unit.alternatives().keySet().stream().anyMatch(roster::inRole));
  }

  /** A word's units of meaning, with the concepts of the phrases that it stands in. */
  private List<Analysis.Unit> units(Draft draft, int at, List<Lexicon.Hit> phrases) {
    List<Analysis.Unit> units = analysis.units(draft.word(at), draft.language());
    for (Lexicon.Hit phrase : phrases) {
      if (phrase.from() <= at && at < phrase.to()) {
        units.forEach(
            unit -> unit.alternatives().putIfAbsent("c:" + phrase.concept(), Analysis.CONCEPT));
      }
    }
    return units;
  }

  private boolean linking(Draft draft, int at) {
    return analysis.stops().contains(draft.word(at), draft.stems().get(at), draft.language())
        && List.of("of", "the", "for", "to", "по", "при", "з", "в", "у", "на")
            .contains(draft.word(at));
  }

  private static Sides.@org.jspecify.annotations.Nullable Found sideAt(
      List<Sides.Found> sides, int at) {
    for (Sides.Found side : sides) {
      if (side.from() <= at && at < side.to()) {
        return side;
      }
    }
    return null;
  }
}
