package io.github.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/**
 * Adds up how much of a question's units each document of the index bears.
 *
 * <p>A unit counts as much as the best of its alternatives that stands in the document. Lucene's
 * disjunction of maxima gives the same, but keeps a heap of dozens of scorers in order for every
 * document; here their postings are read one after the other into a window of documents, as
 * Lucene's own BooleanScorer does, which takes a quarter of the time.
 */
final class CoverageScan {
  /** Documents added up at once: their sums stay in the processor's first cache. */
  private static final int WINDOW = 2048;

  /**
   * An alternative of a unit, in one field.
   *
   * @param unit the unit's index
   * @param worth how well it bears the unit, 0 to 1
   */
  record Alternative(int unit, Term term, TermStates states, float worth) {}

  /**
   * A document found.
   *
   * @param score the weighted share of the units that it bears, 0 to 1
   * @param strengths how well it bears each unit
   */
  record Found(int doc, float score, List<Float> strengths) {}

  private static final Comparator<Found> BEST_LAST =
      Comparator.comparingDouble(Found::score)
          .thenComparing(Comparator.comparingInt(Found::doc).reversed());

  private record Reading(int unit, float worth, PostingsEnum postings) {}

  private final IndexSearcher searcher;
  private final List<Alternative> alternatives;
  private final float[] shares;
  private final float[][] strengths;
  private final float[] sums = new float[WINDOW];

  /**
   * A scan.
   *
   * @param shares each unit's share of the whole; they add up to 1
   */
  CoverageScan(IndexSearcher searcher, List<Alternative> alternatives, float[] shares) {
    this.searcher = searcher;
    this.alternatives = alternatives;
    this.shares = shares.clone();
    this.strengths = new float[shares.length][WINDOW];
  }

  /** The best documents that pass a filter and bear any unit, best first. */
  List<Found> best(Query filter, int limit) throws IOException {
    Weight passing =
        searcher.createWeight(searcher.rewrite(filter), ScoreMode.COMPLETE_NO_SCORES, 1);
    PriorityQueue<Found> best = new PriorityQueue<>(BEST_LAST);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      Scorer scorer = passing.scorer(leaf);
      if (scorer != null) {
        scan(leaf, scorer.iterator(), best, limit);
      }
    }
    List<Found> found = new ArrayList<>(best);
    found.sort(BEST_LAST.reversed());
    return found;
  }

  private void scan(
      LeafReaderContext leaf, DocIdSetIterator passing, PriorityQueue<Found> best, int limit)
      throws IOException {
    List<Reading> readings = readings(leaf);
    Bits live = leaf.reader().getLiveDocs();
    int passed = readings.isEmpty() ? DocIdSetIterator.NO_MORE_DOCS : passing.nextDoc();
    while (passed != DocIdSetIterator.NO_MORE_DOCS) {
      int start = passed - passed % WINDOW;
      read(readings, start);
      add();
      float least = least(best, limit);
      for (int at = passed - start; at < WINDOW; at++) {
        // Most documents bear too little to be looked at any further.
        if (sums[at] > least) {
          if (passed < start + at) {
            passed = passing.advance(start + at);
          }
          if (passed == start + at && (live == null || live.get(passed))) {
            offer(leaf.docBase + passed, at, best, limit);
            least = least(best, limit);
          }
        }
      }
      if (passed < start + WINDOW) {
        passed = passing.advance(start + WINDOW);
      }
    }
  }

  private static float least(PriorityQueue<Found> best, int limit) {
    return best.size() < limit ? 0 : best.element().score();
  }

  private List<Reading> readings(LeafReaderContext leaf) throws IOException {
    List<Reading> readings = new ArrayList<>();
    for (Alternative alternative : alternatives) {
      TermState state = alternative.states().get(leaf);
      Terms terms = state == null ? null : leaf.reader().terms(alternative.term().field());
      if (state != null && terms != null) {
        TermsEnum found = terms.iterator();
        found.seekExact(alternative.term().bytes(), state);
        readings.add(
            new Reading(
                alternative.unit(), alternative.worth(), found.postings(null, PostingsEnum.NONE)));
      }
    }
    return readings;
  }

  /** Reads on to the end of a window. */
  private void read(List<Reading> readings, int start) throws IOException {
    for (float[] unit : strengths) {
      Arrays.fill(unit, 0);
    }
    for (Reading reading : readings) {
      PostingsEnum postings = reading.postings();
      float[] unit = strengths[reading.unit()];
      float worth = reading.worth();
      int doc = postings.docID() < start ? postings.advance(start) : postings.docID();
      while (doc < start + WINDOW) {
        if (unit[doc - start] < worth) {
          unit[doc - start] = worth;
        }
        doc = postings.nextDoc();
      }
    }
  }

  /** Adds up the window. */
  private void add() {
    Arrays.fill(sums, 0);
    for (int unit = 0; unit < shares.length; unit++) {
      float share = shares[unit];
      float[] own = strengths[unit];
      for (int at = 0; at < WINDOW; at++) {
        sums[at] += share * own[at];
      }
    }
  }

  private void offer(int doc, int at, PriorityQueue<Found> best, int limit) {
    List<Float> own = new ArrayList<>(shares.length);
    for (float[] unit : strengths) {
      own.add(unit[at]);
    }
    best.add(new Found(doc, sums[at], own));
    if (best.size() > limit) {
      best.remove();
    }
  }
}
