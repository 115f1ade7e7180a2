package io.github.onrecord.answer;

import io.github.onrecord.answer.Unit.Kind;
import io.github.onrecord.answer.Violation.Added;
import io.github.onrecord.answer.Violation.AskedNotSaid;
import io.github.onrecord.answer.Violation.Dropped;
import io.github.onrecord.answer.Violation.Empty;
import io.github.onrecord.answer.Violation.Moved;
import io.github.onrecord.answer.Violation.NotBorne;
import io.github.onrecord.answer.Violation.TooLittle;
import io.github.onrecord.answer.Violation.WrongNumber;
import io.github.onrecord.record.Language;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Whether a clause of a statement bears a claim: everything in the claim stands in the clause, and
 * nothing is left out without which the rest would say something else.
 */
final class Bearing {
  /** English puts the negation behind these: «cannot», «must not». */
  private static final Set<String> MODALS = Set.of("f:can", "f:may", "f:must", "f:should");

  private static final String FUTURE = "f:future";

  private Bearing() {}

  /**
   * What is wrong with a claim.
   *
   * @param language of the claim; when the clause is in another, the order of words is no guide,
   *     but names and numbers keep theirs, and negations their words
   */
  static List<Violation> check(List<Unit> claim, Language language, Clause clause) {
    Language other = clause.match().statement().language();
    boolean sameLanguage = language == other;
    List<Violation> violations = new ArrayList<>();
    if (clause.question()) {
      violations.add(new AskedNotSaid());
    }
    if (claim.isEmpty()) {
      violations.add(new Empty());
      return violations;
    }
    int[] place =
        sameLanguage
            ? inOrder(claim, clause.units(), violations)
            : translated(claim, clause.units(), violations);
    if (!sameLanguage) {
      negations(negated(claim, language), negated(clause.units(), other), violations);
      begins(claim, clause.units(), violations);
      time(claim, clause.units(), violations);
    }
    coverage(place, claim, clause.units(), sameLanguage, violations);
    return violations;
  }

  /** Where each unit of the claim stands in the clause, which it follows word by word. */
  private static int[] inOrder(List<Unit> claim, List<Unit> clause, List<Violation> violations) {
    int[] place = aligned(claim, clause);
    for (int i = 0; i < place.length; i++) {
      Unit unit = claim.get(i);
      if (place[i] < 0) {
        boolean elsewhere = free(unit, clause, place) >= 0;
        violations.add(elsewhere ? new Moved(unit.shown()) : missing(unit));
      }
    }
    return place;
  }

  /** The longest sequence that both have in common: for each unit of the claim its place, or -1. */
  private static int[] aligned(List<Unit> claim, List<Unit> clause) {
    int[][] longest = new int[claim.size() + 1][clause.size() + 1];
    for (int i = claim.size() - 1; i >= 0; i--) {
      for (int j = clause.size() - 1; j >= 0; j--) {
        longest[i][j] =
            claim.get(i).same(clause.get(j))
                ? longest[i + 1][j + 1] + 1
                : Math.max(longest[i + 1][j], longest[i][j + 1]);
      }
    }
    int[] place = new int[claim.size()];
    Arrays.fill(place, -1);
    int i = 0;
    int j = 0;
    while (i < claim.size() && j < clause.size()) {
      if (claim.get(i).same(clause.get(j))) {
        place[i++] = j++;
      } else if (longest[i + 1][j] >= longest[i][j + 1]) {
        i++;
      } else {
        j++;
      }
    }
    return place;
  }

  private static int free(Unit unit, List<Unit> clause, int[] place) {
    for (int j = 0; j < clause.size(); j++) {
      int at = j;
      if (unit.means(clause.get(j)) && Arrays.stream(place).noneMatch(p -> p == at)) {
        return j;
      }
    }
    return -1;
  }

  private static Violation missing(Unit unit) {
    return switch (unit.kind()) {
      case NUMBER -> new WrongNumber(unit.shown());
      case FORCE -> new Added(unit.shown());
      case CONTENT, NAME, SELF -> new NotBorne(unit.shown());
    };
  }

  /** The same across languages: names and numbers in order, each negation before the same word. */
  private static int[] translated(List<Unit> claim, List<Unit> clause, List<Violation> violations) {
    int[] place = new int[claim.size()];
    Arrays.fill(place, -1);
    int last = -1;
    for (int i = 0; i < claim.size(); i++) {
      Unit unit = claim.get(i);
      if (unit.kind() == Kind.FORCE && unit.local()) {
        continue;
      }
      place[i] = free(unit, clause, place);
      if (place[i] < 0) {
        place[i] = anywhere(unit, clause);
      }
      if (place[i] < 0) {
        violations.add(missing(unit));
      } else if (ordered(unit, clause.get(place[i]))) {
        if (place[i] < last) {
          violations.add(new Moved(unit.shown()));
        }
        last = place[i];
      }
    }
    return place;
  }

  private static boolean ordered(Unit unit, Unit borne) {
    return unit.kind() == Kind.NUMBER || unit.kind() == Kind.NAME || borne.kind() == Kind.NAME;
  }

  /** Across languages several words may stand for one: «прекращение огня» for «ceasefire». */
  private static int anywhere(Unit unit, List<Unit> clause) {
    for (int j = 0; j < clause.size(); j++) {
      boolean may = unit.negation() || unit.kind() == Kind.CONTENT;
      if (may && unit.means(clause.get(j))) {
        return j;
      }
    }
    return -1;
  }

  /** Whoever acts comes first in all three languages as a rule; where not, it is in doubt. */
  private static void begins(List<Unit> claim, List<Unit> clause, List<Violation> violations) {
    List<Unit> said = claim.stream().filter(Bearing::acting).toList();
    List<Unit> onRecord = clause.stream().filter(Bearing::acting).toList();
    if (said.isEmpty() || onRecord.isEmpty() || said.get(0).means(onRecord.get(0))) {
      return;
    }
    boolean selfLeftOut =
        onRecord.get(0).kind() == Kind.SELF
            && onRecord.size() > 1
            && said.get(0).means(onRecord.get(1));
    if (!selfLeftOut) {
      violations.add(new Moved(said.get(0).shown()));
    }
  }

  private static boolean acting(Unit unit) {
    return unit.kind() == Kind.NAME || unit.kind() == Kind.CONTENT || unit.kind() == Kind.SELF;
  }

  /**
   * A future is no past: English tells the one by a word, Russian and Ukrainian the other by form.
   */
  private static void time(List<Unit> claim, List<Unit> clause, List<Violation> violations) {
    if ((future(clause) && past(claim)) || (future(claim) && past(clause))) {
      violations.add(new Moved("the time of the verb"));
    }
  }

  private static boolean future(List<Unit> units) {
    return units.stream().anyMatch(unit -> unit.keys().contains(FUTURE));
  }

  private static boolean past(List<Unit> units) {
    return units.stream().anyMatch(unit -> unit.tense() == Unit.Tense.PAST);
  }

  private static void negations(List<Unit> said, List<Unit> onRecord, List<Violation> violations) {
    for (Unit unit : said) {
      if (onRecord.stream().noneMatch(unit::means)) {
        violations.add(new Moved(unit.shown()));
      }
    }
    for (Unit unit : onRecord) {
      if (said.stream().noneMatch(unit::means)) {
        violations.add(new Dropped(unit.shown()));
      }
    }
  }

  /** What each negation turns round: what follows it; in English, a modal verb before it. */
  private static List<Unit> negated(List<Unit> units, Language language) {
    List<Unit> turned = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      if (!units.get(i).negation()) {
        continue;
      }
      if (language == Language.ENGLISH && i > 0 && modal(units.get(i - 1))) {
        turned.add(units.get(i - 1));
      } else {
        int next = i + 1;
        while (next < units.size() && (units.get(next).local() || units.get(next).negation())) {
          next++;
        }
        turned.add(units.get(next < units.size() ? next : i));
      }
    }
    return turned;
  }

  private static boolean modal(Unit unit) {
    return unit.keys().stream().anyMatch(MODALS::contains);
  }

  /** Nothing with force or number is left out, and more than half of the words are there. */
  private static void coverage(
      int[] place,
      List<Unit> claim,
      List<Unit> clause,
      boolean sameLanguage,
      List<Violation> violations) {
    int words = 0;
    int used = 0;
    for (int j = 0; j < clause.size(); j++) {
      Unit unit = clause.get(j);
      int at = j;
      boolean there = Arrays.stream(place).anyMatch(p -> p == at);
      if (unit.required()) {
        boolean counts = sameLanguage || !unit.local();
        boolean carried = there || (!sameLanguage && claim.stream().anyMatch(unit::means));
        if (counts && !carried) {
          violations.add(new Dropped(unit.shown()));
        }
      } else if (unit.kind() != Kind.SELF) {
        words++;
        used += there ? 1 : 0;
      }
    }
    if (words > 1 ? 2 * used <= words : used < words) {
      violations.add(new TooLittle());
    }
  }
}
