package io.github.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scan finds what Lucene's own queries find, in windows, segments and with deletions. */
class CoverageScanTest {
  private static final int WORDS = 12;
  private static final String WORD = "word";
  private static final String GROUP = "group";

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void finds_what_a_disjunction_of_maxima_finds(long seed) throws IOException {
    Random random = new Random(seed);
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      fill(directory, random, 3000 + random.nextInt(6000));
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        for (int question = 0; question < 20; question++) {
          compare(searcher, random);
        }
      }
    }
  }

  @Test
  void finds_nothing_when_no_alternative_is_on_record() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      fill(directory, new Random(7), 10);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        CoverageScan scan =
            new CoverageScan(new IndexSearcher(reader), List.of(), new float[] {1f});
        assertThat(scan.best(new TermQuery(new Term(GROUP, "0")), 5)).isEmpty();
      }
    }
  }

  private static void fill(ByteBuffersDirectory directory, Random random, int documents)
      throws IOException {
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (int i = 0; i < documents; i++) {
        Document document = new Document();
        for (int word = 0; word < WORDS; word++) {
          if (random.nextInt(2 + word * 8) == 0) {
            document.add(new StringField(WORD, Integer.toString(word), Field.Store.NO));
          }
        }
        String group = Integer.toString(random.nextInt(20) == 0 ? 1 : 0);
        document.add(new StringField(GROUP, group, Field.Store.NO));
        writer.addDocument(document);
        if (random.nextInt(1500) == 0) {
          writer.commit();
        }
      }
      writer.deleteDocuments(new Term(WORD, Integer.toString(WORDS - 1)));
    }
  }

  /** A question of two units with random alternatives, asked in both ways. */
  private static void compare(IndexSearcher searcher, Random random) throws IOException {
    float[] shares = {0.7f, 0.3f};
    List<CoverageScan.Alternative> alternatives = new ArrayList<>();
    BooleanQuery.Builder units = new BooleanQuery.Builder();
    for (int unit = 0; unit < shares.length; unit++) {
      List<Query> maxima = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Term term = new Term(WORD, Integer.toString(random.nextInt(WORDS)));
        float worth = (1 + random.nextInt(4)) / 4f;
        TermStates states = TermStates.build(searcher, term, true);
        alternatives.add(new CoverageScan.Alternative(unit, term, states, worth));
        maxima.add(new BoostQuery(new ConstantScoreQuery(new TermQuery(term)), worth));
      }
      units.add(
          new BoostQuery(new DisjunctionMaxQuery(maxima, 0), shares[unit]),
          BooleanClause.Occur.SHOULD);
    }
    Query filter = new TermQuery(new Term(GROUP, Integer.toString(random.nextInt(2))));
    int limit = 1 + random.nextInt(40);
    ScoreDoc[] expected =
        searcher.search(
                new BooleanQuery.Builder()
                    .add(filter, BooleanClause.Occur.FILTER)
                    .add(units.build(), BooleanClause.Occur.MUST)
                    .build(),
                limit)
            .scoreDocs;

    List<CoverageScan.Found> found =
        new CoverageScan(searcher, alternatives, shares).best(filter, limit);

    assertThat(found).extracting(CoverageScan.Found::doc).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found.get(i).score()).isCloseTo(expected[i].score, within(1e-5f));
      assertThat(found.get(i).doc()).isEqualTo(expected[i].doc);
      assertThat(
              shares[0] * found.get(i).strengths().get(0)
                  + shares[1] * found.get(i).strengths().get(1))
          .isCloseTo(found.get(i).score(), within(1e-5f));
    }
  }
}
