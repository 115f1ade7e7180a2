package io.github.onrecord.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/**
 * Finds what covers a question's units of meaning, and how well.
 *
 * <p>The score of a statement is the share of the question's weight that it bears: each unit weighs
 * the more the rarer it is on record, and counts as much as the surest of its alternatives in the
 * nearest zone (the words themselves, around them, further off). So a score means the same for
 * every question, which ranking by BM25 wouldn't give.
 */
final class Coverings {
  /**
   * How much a unit counts by where it is found. Chosen on the labelled set.
   *
   * @param said in the words themselves
   * @param asked in the question that they answer
   * @param near in the paragraph around them
   * @param far in the headline or the paragraph before
   */
  record Zones(float said, float asked, float near, float far) {
    /** Whose words they are is known, so that what stands around them tells what they are about. */
    static final Zones SPEAKER_KNOWN = new Zones(1f, 1f, 0.6f, 0.4f);

    /** The words are to find the speaker: what others said nearby must not. */
    static final Zones SPEAKER_SOUGHT = new Zones(1f, 0.5f, 0.3f, 0.1f);

    private Map<String, Float> byField() {
      return Map.of(Fields.SAID, said, Fields.ASKED, asked, Fields.NEAR, near, Fields.FAR, far);
    }
  }

  /** Alternatives at least this sure tell how common a unit is. */
  private static final float SURE = 0.9f;

  /** Words rarer than this many of the square root of all weigh alike: one word isn't all. */
  private static final double RARE = 0.2;

  /** Small records would make every word rare. */
  private static final int SMALLEST_RECORD = 50;

  private final IndexSearcher searcher;
  private final List<Analysis.Unit> units;
  private final CoverageScan scan;

  Coverings(IndexSearcher searcher, List<Analysis.Unit> units, Zones zones) throws IOException {
    this.searcher = searcher;
    this.units = units;
    List<CoverageScan.Alternative> alternatives = new ArrayList<>();
    float[] weights = new float[units.size()];
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = weight(gather(i, zones, alternatives));
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    this.scan = new CoverageScan(searcher, alternatives, weights);
  }

  /**
   * Adds the alternatives of a unit that are on record.
   *
   * @return in how many statements the most frequent of the sure ones stands
   */
  private int gather(int unit, Zones zones, List<CoverageScan.Alternative> alternatives)
      throws IOException {
    int frequency = 0;
    for (Map.Entry<String, Float> alternative : units.get(unit).alternatives().entrySet()) {
      for (Map.Entry<String, Float> zone : zones.byField().entrySet()) {
        Term term = new Term(zone.getKey(), alternative.getKey());
        TermStates states = TermStates.build(searcher, term, true);
        if (states.docFreq() > 0) {
          alternatives.add(
              new CoverageScan.Alternative(
                  unit, term, states, alternative.getValue() * zone.getValue()));
          if (zone.getKey().equals(Fields.SAID) && alternative.getValue() >= SURE) {
            frequency = Math.max(frequency, states.docFreq());
          }
        }
      }
    }
    return frequency;
  }

  /**
   * Something found.
   *
   * @param id the statement's or passage's number
   * @param utterance its utterance, 0 for a passage
   * @param day since 1970, or {@link Long#MIN_VALUE} when unknown
   * @param score share of the question's weight that it bears, 0 to 1
   * @param terse whether it is few words of the speaker's own
   * @param strengths for each unit how well it is borne, 0 to 1
   */
  record Hit(long id, long utterance, long day, float score, boolean terse, List<Float> strengths) {
    Hit {
      strengths = List.copyOf(strengths);
    }
  }

  /**
   * How much there is of something on record.
   *
   * @param count how many statements
   * @param first day of the first whose day is known, or null
   * @param last day of the last, or null
   */
  record Extent(long count, @Nullable LocalDate first, @Nullable LocalDate last) {}

  /** How much passes a filter, and from when to when. */
  Extent extent(Query filter) throws IOException {
    int count = searcher.count(filter);
    return new Extent(count, end(filter, false), end(filter, true));
  }

  private @Nullable LocalDate end(Query filter, boolean last) throws IOException {
    TopDocs found = searcher.search(filter, 1, byDay(last));
    if (found.scoreDocs.length == 0) {
      return null;
    }
    long day = value(found.scoreDocs[0].doc, Fields.DAY, Long.MIN_VALUE);
    return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
  }

  private static Sort byDay(boolean lastFirst) {
    SortField byDay = new SortField(Fields.DAY, SortField.Type.LONG, lastFirst);
    byDay.setMissingValue(lastFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
    return new Sort(byDay);
  }

  private float weight(int frequency) {
    int all = Math.max(SMALLEST_RECORD, searcher.getIndexReader().numDocs());
    double floor = Math.max(1, RARE * Math.sqrt(all));
    return (float) Math.log(1 + (all + 1.0) / Math.max(frequency, floor));
  }

  /**
   * The best among what passes a filter; the newest, when there are no units to tell what is best.
   *
   * @param filter what may be found
   * @param limit how many at most
   */
  List<Hit> best(Query filter, int limit) throws IOException {
    if (units.isEmpty()) {
      return all(filter, limit);
    }
    List<Hit> hits = new ArrayList<>();
    for (CoverageScan.Found found : scan.best(filter, limit)) {
      hits.add(hit(found.doc(), found.score(), found.strengths()));
    }
    hits.sort(
        Comparator.comparingDouble((Hit hit) -> -hit.score())
            .thenComparingLong(hit -> -hit.day())
            .thenComparingLong(Hit::id));
    return hits;
  }

  /** The newest that pass a filter, whatever they cover. */
  List<Hit> all(Query filter, int limit) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (ScoreDoc found : searcher.search(filter, limit, byDay(true)).scoreDocs) {
      hits.add(hit(found.doc, 0, Collections.nCopies(units.size(), 0f)));
    }
    return hits;
  }

  private Hit hit(int doc, float score, List<Float> strengths) throws IOException {
    return new Hit(
        value(doc, Fields.ID, 0),
        value(doc, Fields.UTTERANCE, 0),
        value(doc, Fields.DAY, Long.MIN_VALUE),
        score,
        value(doc, Fields.TERSE, 0) == 1,
        strengths);
  }

  private long value(int doc, String field, long otherwise) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
    return values.advanceExact(doc - leaf.docBase) ? values.longValue() : otherwise;
  }
}
