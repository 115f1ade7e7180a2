package io.github.onrecord.search;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.Weight;
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
  }

  /** Alternatives at least this sure tell how common a unit is. */
  private static final float SURE = 0.9f;

  /** Words rarer than this many of the square root of all weigh alike: one word isn't all. */
  private static final double RARE = 0.2;

  /** Small records would make every word rare. */
  private static final int SMALLEST_RECORD = 50;

  private final IndexSearcher searcher;
  private final List<Analysis.Unit> units;
  private final float[] weights;
  private final Query[] queries;
  private final float total;

  Coverings(IndexSearcher searcher, List<Analysis.Unit> units, Zones zones) throws IOException {
    this.searcher = searcher;
    this.units = units;
    this.weights = new float[units.size()];
    this.queries = new Query[units.size()];
    float sum = 0;
    for (int i = 0; i < units.size(); i++) {
      weights[i] = weight(units.get(i));
      queries[i] = query(units.get(i), zones);
      sum += weights[i];
    }
    this.total = sum;
  }

  /**
   * Something found.
   *
   * @param id the statement's or passage's number
   * @param utterance its utterance, 0 for a passage
   * @param day since 1970, or {@link Long#MIN_VALUE} when unknown
   * @param score share of the question's weight that it bears, 0 to 1
   * @param strengths for each unit how well it is borne, 0 to 1
   */
  record Hit(long id, long utterance, long day, float score, List<Float> strengths) {
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
    SortField byDay = new SortField(Fields.DAY, SortField.Type.LONG, last);
    byDay.setMissingValue(last ? Long.MIN_VALUE : Long.MAX_VALUE);
    TopDocs found = searcher.search(filter, 1, new Sort(byDay));
    if (found.scoreDocs.length == 0) {
      return null;
    }
    LeafReaderContext leaf =
        searcher
            .getIndexReader()
            .leaves()
            .get(ReaderUtil.subIndex(found.scoreDocs[0].doc, searcher.getIndexReader().leaves()));
    long day = value(leaf, Fields.DAY, found.scoreDocs[0].doc - leaf.docBase, Long.MIN_VALUE);
    return day == Long.MIN_VALUE ? null : LocalDate.ofEpochDay(day);
  }

  private float weight(Analysis.Unit unit) throws IOException {
    int frequency = 0;
    for (Map.Entry<String, Float> alternative : unit.alternatives().entrySet()) {
      if (alternative.getValue() >= SURE) {
        frequency =
            Math.max(
                frequency,
                searcher.getIndexReader().docFreq(new Term(Fields.SAID, alternative.getKey())));
      }
    }
    int all = Math.max(SMALLEST_RECORD, searcher.getIndexReader().numDocs());
    double floor = Math.max(1, RARE * Math.sqrt(all));
    return (float) Math.log(1 + (all + 1.0) / Math.max(frequency, floor));
  }

  private static Query query(Analysis.Unit unit, Zones zones) {
    List<Query> alternatives = new ArrayList<>();
    unit.alternatives()
        .forEach(
            (term, sureness) -> {
              alternatives.add(constant(Fields.SAID, term, sureness * zones.said()));
              alternatives.add(constant(Fields.ASKED, term, sureness * zones.asked()));
              alternatives.add(constant(Fields.NEAR, term, sureness * zones.near()));
              alternatives.add(constant(Fields.FAR, term, sureness * zones.far()));
            });
    return new DisjunctionMaxQuery(alternatives, 0);
  }

  private static Query constant(String field, String term, float score) {
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(field, term))), score);
  }

  /**
   * The best among what passes a filter.
   *
   * @param filter what may be found
   * @param limit how many at most
   */
  List<Hit> best(Query filter, int limit) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(filter, BooleanClause.Occur.FILTER);
    if (units.isEmpty()) {
      query.add(new MatchAllDocsQuery(), BooleanClause.Occur.FILTER);
    } else {
      BooleanQuery.Builder any = new BooleanQuery.Builder();
      for (int i = 0; i < queries.length; i++) {
        any.add(new BoostQuery(queries[i], weights[i] / total), BooleanClause.Occur.SHOULD);
      }
      query.add(any.build(), BooleanClause.Occur.MUST);
    }
    ScoreDoc[] found = searcher.search(query.build(), limit).scoreDocs;
    return hits(found);
  }

  private List<Hit> hits(ScoreDoc[] found) throws IOException {
    ScoreDoc[] byDoc = found.clone();
    Arrays.sort(byDoc, Comparator.comparingInt(hit -> hit.doc));
    Float[][] strengths = new Float[byDoc.length][units.size()];
    for (Float[] own : strengths) {
      Arrays.fill(own, 0f);
    }
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    for (int unit = 0; unit < queries.length; unit++) {
      Weight weight = searcher.rewrite(queries[unit]).createWeight(searcher, ScoreMode.COMPLETE, 1);
      Scorer scorer = null;
      int leaf = -1;
      for (int i = 0; i < byDoc.length; i++) {
        int own = ReaderUtil.subIndex(byDoc[i].doc, leaves);
        if (own != leaf) {
          leaf = own;
          scorer = weight.scorer(leaves.get(leaf));
        }
        int target = byDoc[i].doc - leaves.get(leaf).docBase;
        if (scorer != null) {
          int at = scorer.docID();
          if (at < target) {
            at = scorer.iterator().advance(target);
          }
          if (at == target) {
            strengths[i][unit] = scorer.score();
          }
        }
      }
    }
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < byDoc.length; i++) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(byDoc[i].doc, leaves));
      int doc = byDoc[i].doc - leaf.docBase;
      hits.add(
          new Hit(
              value(leaf, Fields.ID, doc, 0),
              value(leaf, Fields.UTTERANCE, doc, 0),
              value(leaf, Fields.DAY, doc, Long.MIN_VALUE),
              units.isEmpty() ? 0 : byDoc[i].score,
              List.of(strengths[i])));
    }
    hits.sort(
        Comparator.comparingDouble((Hit hit) -> -hit.score())
            .thenComparingLong(hit -> -hit.day())
            .thenComparingLong(Hit::id));
    return hits;
  }

  private static long value(LeafReaderContext leaf, String field, int doc, long otherwise)
      throws IOException {
    NumericDocValues values = DocValues.getNumeric(leaf.reader(), field);
    return values.advanceExact(doc) ? values.longValue() : otherwise;
  }
}
