package io.github.onrecord.check;

import io.github.onrecord.search.Wording;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The cheapest way to put a quotation together of runs of words out of several statements, word for
 * word, with other words between them.
 */
final class Patchwork {
  /** Shorter runs are found anywhere. */
  static final int SHORTEST = 3;

  /** A word that no run has costs as much as a changed word does in an {@link Alignment}. */
  private static final float WORD = 1f;

  /** Each run out of another statement than the one before. */
  private static final float OTHER_STATEMENT = 2f;

  /** Each run out of another place of the same statement. */
  private static final float OTHER_PLACE = 1f;

  /**
   * A run of the quotation's words that a statement has.
   *
   * @param source index of the statement
   * @param from index of the quotation's first word
   * @param to index after its last word
   */
  record Run(int source, int from, int to) {}

  /**
   * A quotation as put together.
   *
   * @param cost about the number of words that no run has, and two for each change of statement
   * @param runs in order
   */
  record Cover(float cost, List<Run> runs) {
    Cover {
      runs = List.copyOf(runs);
    }

    /** The statements used, each once, in order. */
    Set<Integer> sources() {
      Set<Integer> sources = new LinkedHashSet<>();
      runs.forEach(run -> sources.add(run.source()));
      return sources;
    }

    /** How many of the quotation's words the runs have. */
    int words() {
      return runs.stream().mapToInt(run -> run.to() - run.from()).sum();
    }
  }

  /** Decides whether a run is so common that having it says nothing. */
  interface Commonplace {
    boolean test(int from, int to);
  }

  private record Step(float cost, @Nullable Step before, @Nullable Run run) {}

  private Patchwork() {}

  /** The cheapest cover of a quotation by statements' words. */
  static Cover of(Wording quote, List<Wording> sources, Commonplace commonplace) {
    int size = quote.size();
    List<List<Step>> ends = new ArrayList<>(); // for each place: the best step for each last source
    Step[] best = new Step[size + 1];
    best[0] = new Step(0, null, null);
    for (int i = 0; i <= size; i++) {
      ends.add(new ArrayList<>());
    }
    int[][] runs = new int[sources.size()][];
    for (int s = 0; s < sources.size(); s++) {
      runs[s] = runs(quote, sources.get(s));
    }
    for (int to = 1; to <= size; to++) {
      Step before = best[to - 1];
      best[to] = new Step(before.cost() + WORD, before, null);
      for (int s = 0; s < sources.size(); s++) {
        Step own = null;
        for (int length = runs[s][to]; length >= SHORTEST; length--) {
          if (length < runs[s][to] && best[to - length].run() == null) {
            continue; // only where another run ends is a shorter run of use
          }
          if (commonplace.test(to - length, to)) {
            break;
          }
          own = cheaper(own, step(best[to - length], ends.get(to - length), s, to - length, to));
        }
        if (own != null) {
          ends.get(to).add(own);
          best[to] = cheaper(best[to], own);
        }
      }
    }
    List<Run> used = new ArrayList<>();
    for (Step step = best[size]; step != null; step = step.before()) {
      if (step.run() != null) {
        used.add(0, step.run());
      }
    }
    return new Cover(best[size].cost(), used);
  }

  private static Step cheaper(@Nullable Step one, Step other) {
    return one == null || other.cost() < one.cost() ? other : one;
  }

  private static Step step(Step best, List<Step> ends, int source, int from, int to) {
    Step cheapest =
        new Step(best.cost() + price(last(best), source), best, new Run(source, from, to));
    for (Step end : ends) {
      float cost = end.cost() + price(last(end), source);
      if (cost < cheapest.cost()) {
        cheapest = new Step(cost, end, new Run(source, from, to));
      }
    }
    return cheapest;
  }

  private static @Nullable Run last(Step step) {
    Step at = step;
    while (at != null && at.run() == null) {
      at = at.before();
    }
    return at == null ? null : at.run();
  }

  private static float price(@Nullable Run before, int source) {
    if (before == null) {
      return 0;
    }
    return before.source() == source ? OTHER_PLACE : OTHER_STATEMENT;
  }

  /** For each place in a quotation how many words that end there a statement has in a run. */
  private static int[] runs(Wording quote, Wording said) {
    int[] longest = new int[quote.size() + 1];
    int[] row = new int[quote.size() + 1];
    for (Wording.Word word : said.words()) {
      for (int i = quote.size(); i > 0; i--) {
        row[i] = quote.words().get(i - 1).same(word) ? row[i - 1] + 1 : 0;
        longest[i] = Math.max(longest[i], row[i]);
      }
    }
    return longest;
  }
}
