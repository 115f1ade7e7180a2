package io.github.onrecord.search;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/**
 * Finds statements by their very words, without stems and without a scan: each statement has its
 * words and pairs of neighbouring words as terms. What is found is a candidate; whoever needs
 * certainty compares it with the text copied from the record.
 *
 * <p>Withdrawn and corrected statements are found too, since a quotation of them should be known as
 * such; statements that wait for an editor are not. Safe for use by several threads.
 */
public final class Wordings {
  /** Words and pairs of neighbouring words, as {@link Wording} makes them. */
  private static final String WORDING = "wording";

  /** What a statement that doesn't stand any more is called in {@link Fields#TYPE}. */
  private static final String WITHDRAWN = "withdrawn";

  /** The rarest pairs of a long text find it as surely as all of them, and sooner. */
  private static final int PAIRS_ASKED = 24;

  /** Terms by which a text's neighbours are sought: those of 60 words and more. */
  private static final int TERMS_ASKED = 160;

  /** A single word that so great a share of all statements have tells nothing. */
  private static final double COMMON = 0.02;

  /** A small record would make every word common. */
  private static final int SMALLEST_RECORD = 500;

  private final RecordIndex index;
  private final TypedText typed;

  /** Statements of an index by their words. */
  public Wordings(RecordIndex index) {
    this.index = index;
    this.typed = new TypedText(index.analysis());
  }

  /** Adds to a standing statement's fields those by which its words are found. */
  static void add(org.apache.lucene.document.Document fields, Statement statement) {
    fields.add(Fields.terms(WORDING, terms(wording(statement))));
  }

  /** The fields of a statement that doesn't stand any more: nothing but its words is found. */
  static org.apache.lucene.document.Document withdrawn(Statement statement) {
    org.apache.lucene.document.Document fields = new org.apache.lucene.document.Document();
    fields.add(new StringField(Fields.KEY, Fields.keyOf(statement), Field.Store.NO));
    fields.add(new StringField(Fields.TYPE, WITHDRAWN, Field.Store.NO));
    fields.add(new NumericDocValuesField(Fields.ID, statement.id()));
    add(fields, statement);
    return fields;
  }

  /** The words of a statement, those that its source cut out left out. */
  public static Wording wording(Statement statement) {
    return Wording.of(statement.parts().stream().map(Part::text).toList());
  }

  private static Set<String> terms(Wording wording) {
    List<String> words = wording.texts();
    Set<String> terms = new LinkedHashSet<>(words);
    terms.addAll(pairs(words));
    return terms;
  }

  private static List<String> pairs(List<String> words) {
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      pairs.add(words.get(i - 1) + " " + words.get(i));
    }
    return pairs;
  }

  /** Takes in what has changed in the record since the last time. */
  public void catchUp() {
    index.catchUp();
  }

  /** The language that a text reads as. */
  public Language language(String text) {
    return typed.language(text);
  }

  /**
   * Statements that have all of these words beside each other, standing or withdrawn; nearly always
   * in this order.
   *
   * @param officials whose statements alone are wanted; of anybody when empty
   * @param limit how many at most
   */
  public List<Match.Twin> having(Wording wording, Collection<Long> officials, int limit) {
    return statements(
        search(
            searcher -> {
              Query all = all(wording.texts(), searcher.getIndexReader());
              BooleanQuery.Builder query = new BooleanQuery.Builder().add(all, Occur.FILTER);
              if (!officials.isEmpty()) {
                query.add(by(officials), Occur.FILTER);
              }
              return ids(searcher, searcher.search(query.build(), limit).scoreDocs);
            }));
  }

  private static Query by(Collection<Long> officials) {
    BooleanQuery.Builder speakers = new BooleanQuery.Builder();
    for (Long id : officials) {
      speakers.add(new TermQuery(new Term(Fields.SPEAKER, Long.toString(id))), Occur.SHOULD);
    }
    return speakers.build();
  }

  /** How many statements, standing or withdrawn, have all of these words beside each other. */
  public int count(Wording wording) {
    return search(searcher -> searcher.count(all(wording.texts(), searcher.getIndexReader())));
  }

  private static Query all(List<String> words, IndexReader reader) throws IOException {
    List<String> asked = rarest(words.size() == 1 ? words : pairs(words), reader, PAIRS_ASKED);
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    asked.forEach(term -> all.add(new TermQuery(new Term(WORDING, term)), Occur.FILTER));
    return all.build();
  }

  /** Each term once, the rarest first. */
  private static List<String> rarest(Collection<String> terms, IndexReader reader, int most)
      throws IOException {
    record Counted(String term, int statements) {}
    List<Counted> counted = new ArrayList<>();
    for (String term : new LinkedHashSet<>(terms)) {
      counted.add(new Counted(term, reader.docFreq(new Term(WORDING, term))));
    }
    return counted.stream()
        .sorted(Comparator.comparingInt(Counted::statements))
        .limit(most)
        .map(Counted::term)
        .toList();
  }

  /**
   * Statements, standing or withdrawn, that share words and pairs of words with a text, those with
   * the most and rarest first.
   *
   * @param limit how many at most
   */
  public List<Match.Twin> near(Wording wording, int limit) {
    return statements(
        search(
            searcher -> {
              IndexReader reader = searcher.getIndexReader();
              int all = Math.max(SMALLEST_RECORD, reader.numDocs());
              BooleanQuery.Builder any = new BooleanQuery.Builder();
              boolean some = false;
              for (String term : rarest(terms(wording), reader, TERMS_ASKED)) {
                int statements = reader.docFreq(new Term(WORDING, term));
                if (statements > 0 && (!some || statements < COMMON * all)) {
                  Query one = new ConstantScoreQuery(new TermQuery(new Term(WORDING, term)));
                  any.add(
                      new BoostQuery(one, (float) Math.log(1 + (double) all / statements)),
                      Occur.SHOULD);
                  some = true;
                }
              }
              return some
                  ? ids(searcher, searcher.search(any.build(), limit).scoreDocs)
                  : List.of();
            }));
  }

  /**
   * A statement that may mean what a text means.
   *
   * @param statement the statement and where it stands
   * @param borne how much of the text's meaning the statement bears, 0 to 1
   * @param bears how much of the statement's meaning the text bears, 0 to 1
   * @param numbers whether one has all the numbers of the other, in digits or words
   */
  public record Likeness(Match.Twin statement, double borne, double bears, boolean numbers) {

    /** How much of both meanings they share, 0 to 1. */
    public double shared() {
      return (borne + bears) / 2;
    }
  }

  /**
   * Statements that may mean what a text means.
   *
   * @param likenesses those that share most with it first
   * @param among how many statements were searched: among many some are alike by chance
   */
  public record Likenesses(List<Likeness> likenesses, int among) {
    public Likenesses {
      likenesses = List.copyOf(likenesses);
    }
  }

  /**
   * Standing statements that mean much of what a text means, whatever their words and language.
   *
   * @param language the text's language
   * @param officials whose statements alone are wanted; of anybody when empty
   * @param limit how many are looked at
   */
  public Likenesses meaning(String text, Language language, Collection<Long> officials, int limit) {
    List<Analysis.Unit> units = index.analysis().units(text, language);
    if (units.isEmpty()) {
      return new Likenesses(List.of(), 0);
    }
    record Found(Map<Long, Float> shares, int among) {}
    Found hits =
        search(
            searcher -> {
              Query wanted =
                  officials.isEmpty()
                      ? new TermQuery(new Term(Fields.TYPE, Fields.STATEMENT))
                      : by(officials);
              Coverings coverings =
                  new Coverings(searcher, units, new Coverings.Zones(1f, 0f, 0f, 0f));
              Map<Long, Float> shares = new LinkedHashMap<>();
              coverings.best(wanted, limit).forEach(hit -> shares.put(hit.id(), hit.score()));
              return new Found(shares, searcher.count(wanted));
            });
    Set<String> terms = index.analysis().terms(text, language);
    List<Likeness> likenesses = new ArrayList<>();
    for (Match.Twin found : statements(List.copyOf(hits.shares().keySet()))) {
      float share = hits.shares().getOrDefault(found.statement().id(), 0f);
      likenesses.add(likeness(found, share, terms));
    }
    likenesses.sort(Comparator.comparingDouble(likeness -> -likeness.shared()));
    return new Likenesses(likenesses, hits.among());
  }

  /** What a statement has in common with a text of these terms. */
  private Likeness likeness(Match.Twin found, double borne, Set<String> terms) {
    String said = found.statement().text();
    Language language = found.statement().language();
    List<Analysis.Unit> units = index.analysis().units(said, language);
    double shared = 0;
    for (Analysis.Unit unit : units) {
      float best = 0;
      for (Map.Entry<String, Float> alternative : unit.alternatives().entrySet()) {
        if (terms.contains(alternative.getKey())) {
          best = Math.max(best, alternative.getValue());
        }
      }
      shared += best;
    }
    return new Likeness(
        found,
        borne,
        units.isEmpty() ? 0 : shared / units.size(),
        agree(numbers(terms), numbers(index.analysis().terms(said, language))));
  }

  private static boolean agree(Set<String> one, Set<String> other) {
    return one.containsAll(other) || other.containsAll(one);
  }

  private static Set<String> numbers(Set<String> terms) {
    Set<String> numbers = new LinkedHashSet<>(terms);
    numbers.removeIf(term -> !term.startsWith("n:"));
    return numbers;
  }

  /** What each word leads to: words that share something here are forms of one word. */
  public List<List<String>> stems(Wording wording, Language language) {
    return wording.words().stream()
        .map(word -> index.analysis().lexicon().forms().of(word.text(), language).stems())
        .toList();
  }

  /** Those of the record that don't wait for an editor, in this order. */
  private List<Match.Twin> statements(List<Long> ids) {
    Map<Long, Statement> statements = index.recent().statements(ids);
    List<Statement> found =
        ids.stream()
            .map(statements::get)
            .filter(Objects::nonNull)
            .filter(statement -> statement.status() != Status.HELD)
            .toList();
    Map<Long, Document> documents =
        index.recent().documents(found.stream().map(Statement::documentId).distinct().toList());
    List<Match.Twin> twins = new ArrayList<>();
    for (Statement statement : found) {
      Document document = documents.get(statement.documentId());
      if (document != null) {
        twins.add(new Match.Twin(statement, document));
      }
    }
    return twins;
  }

  private static List<Long> ids(IndexSearcher searcher, ScoreDoc[] found) throws IOException {
    List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
    List<Long> numbers = new ArrayList<>();
    for (ScoreDoc hit : found) {
      LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
      NumericDocValues ids = DocValues.getNumeric(leaf.reader(), Fields.ID);
      if (ids.advanceExact(hit.doc - leaf.docBase)) {
        numbers.add(ids.longValue());
      }
    }
    return numbers;
  }

  /** Something that is looked up in one state of the index. */
  private interface Lookup<T> {
    T in(IndexSearcher searcher) throws IOException;
  }

  private <T> T search(Lookup<T> lookup) {
    try {
      IndexSearcher searcher = index.searchers().acquire();
      try {
        return lookup.in(searcher);
      } finally {
        index.searchers().release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index can't be read", e);
    }
  }
}
