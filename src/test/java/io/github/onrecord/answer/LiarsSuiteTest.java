package io.github.onrecord.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.onrecord.record.Language;
import io.github.onrecord.search.Match;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Lying drafts in three languages, made by a seeded program out of fair ones ({@link Lies}): none
 * may come through. A kind of lie counts only if at least one draft could be made of it.
 */
class LiarsSuiteTest {
  private static final long SEED = 20440512;

  /** Lies told of each kind; without the bound all of them are told, which takes half a minute. */
  private static final int MOST_OF_A_KIND = 25;

  @Test
  void letsNoLieThrough() {
    Verifier verifier = new Verifier(Draft.bridge());
    List<Draft> fair = new ArrayList<>();
    for (Draft draft : Draft.fair()) {
      Match match = draft.match(new Talks());
      if (verifier
          .check(draft.sentence(), List.of("k4"), Map.of("k4", match), draft.question())
          .isEmpty()) {
        fair.add(draft);
      }
    }
    Map<String, Map<Language, Integer>> told = new LinkedHashMap<>();
    List<String> through = new ArrayList<>();
    Random random = new Random(SEED);
    int lies = 0;
    for (Lies.Kind kind : Lies.kinds()) {
      Collections.shuffle(fair, random);
      int ofKind = 0;
      for (Draft draft : fair) {
        Lies.Lie lie = kind.tell(draft, fair, random);
        if (lie == null || ofKind == MOST_OF_A_KIND) {
          continue;
        }
        ofKind++;
        lies++;
        told.computeIfAbsent(kind.name(), name -> new TreeMap<>())
            .merge(draft.asked(), 1, Integer::sum);
        if (verifier.check(lie.sentence(), lie.labels(), lie.known(), draft.question()).isEmpty()) {
          through.add(kind.name() + " | " + draft.said() + " | " + lie.sentence());
        }
      }
    }
    System.out.printf(
        "Liar's suite (seed %d): %d kinds of lies, %d drafts, %d let through%n",
        SEED, told.size(), lies, through.size());
    through.forEach(line -> System.out.println("  let through: " + line));
    assertThat(told.keySet()).containsAll(Lies.kinds().stream().map(Lies.Kind::name).toList());
    assertThat(told).hasSizeGreaterThanOrEqualTo(60);
    assertThat(told.values().stream().flatMap(by -> by.keySet().stream()).distinct()).hasSize(3);
    assertThat(through.size()).isZero();
  }
}
