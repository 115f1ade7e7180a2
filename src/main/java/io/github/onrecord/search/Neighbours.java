package io.github.onrecord.search;

import io.github.onrecord.record.Statement;
import io.github.onrecord.store.Change;
import io.github.onrecord.store.RecordStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the statements that mean nearly what a question does, by the vectors of a configured model.
 *
 * <p>The vectors are kept in an index of their own, since making them costs a call to a server: a
 * change of our analysis or lexicon must not ask for them again. They are made in the background; a
 * statement that has none yet is found by its words alone. Whoever is near still has to pass the
 * evidence test. Safe for use by several threads.
 */
public final class Neighbours implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);

  private static final String VECTOR = "vector";

  /** Texts placed in one call. */
  private static final int BATCH = 64;

  /** Calls after which what was made is put on disk. */
  private static final int BATCHES = 16;

  /** Characters of a statement that are placed: models read some hundreds of words. */
  private static final int MOST_CHARACTERS = 2000;

  /** How long the model is left alone after it gave nothing. */
  private static final Duration REST = Duration.ofSeconds(30);

  private final RecordStore record;
  private final Sense sense;
  private final Clock clock;
  private final Replay replay;
  private final ExecutorService background =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "neighbours");
            thread.setDaemon(true);
            return thread;
          });
  private final AtomicBoolean following = new AtomicBoolean();
  private volatile Instant notBefore = Instant.MIN;

  private Neighbours(RecordStore record, Sense sense, Clock clock, Replay replay) {
    this.record = record;
    this.sense = sense;
    this.clock = clock;
    this.replay = replay;
  }

  /**
   * Opens the vectors of a record's statements, and begins to make those that are missing.
   *
   * @param storeUuid the store's identity
   * @param folder where they are kept; null, or a folder that another process has open, keeps them
   *     in memory
   * @param patience how long to wait for them: who asks a single question wants them at once
   */
  public static Neighbours open(
      RecordStore record,
      String storeUuid,
      @Nullable Path folder,
      Sense sense,
      Clock clock,
      Duration patience) {
    try {
      Replay replay = Replay.open(record, storeUuid, sense.name(), folder);
      Neighbours neighbours = new Neighbours(record, sense, clock, replay);
      await(neighbours.background.submit(neighbours::catchUp), patience);
      return neighbours;
    } catch (IOException e) {
      throw new UncheckedIOException("The vectors in " + folder + " can't be opened", e);
    }
  }

  private static void await(Future<?> made, Duration patience) {
    try {
      made.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("The vectors can't be made", e.getCause());
    } catch (TimeoutException e) {
      LOG.info("The vectors are still being made; until then, words alone find statements");
    }
  }

  /** Takes in, in the background, what has changed in the record. */
  private void follow() {
    if (!resting() && !background.isShutdown() && following.compareAndSet(false, true)) {
      background.execute(
          () -> {
            following.set(false);
            catchUp();
          });
    }
  }

  private void catchUp() {
    try {
      boolean more = true;
      while (more && !resting()) {
        more = replay.catchUp(BATCH, BATCHES, this::take);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The vectors can't follow the record ({})", e.toString());
      rest();
    }
  }

  private boolean take(List<Change> changes) throws IOException {
    Set<Long> changed = new LinkedHashSet<>();
    for (Change change : changes) {
      if (change.type() == Change.Type.STATEMENT) {
        changed.add(change.id());
      }
    }
    List<Statement> standing = new ArrayList<>();
    for (long id : changed) {
      Optional<Statement> statement = record.statement(id).filter(Statement::standing);
      if (statement.isPresent()) {
        standing.add(statement.get());
      } else {
        replay.remove(new Term(Fields.KEY, Fields.keyOf(id)));
      }
    }
    List<float[]> vectors = placed(standing.stream().map(Neighbours::text).toList());
    if (vectors.size() != standing.size()) {
      return false;
    }
    for (int i = 0; i < vectors.size(); i++) {
      put(standing.get(i), vectors.get(i));
    }
    return true;
  }

  private static String text(Statement statement) {
    String text = statement.text();
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
  }

  private void put(Statement statement, float[] vector) throws IOException {
    org.apache.lucene.document.Document fields =
        Fields.facts(statement, record.document(statement.documentId()).orElseThrow());
    fields.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
    replay.put(new Term(Fields.KEY, Fields.keyOf(statement)), fields);
  }

  /**
   * The texts' vectors; none when the model gave none, after which it is left alone for a while.
   */
  private List<float[]> placed(List<String> texts) {
    if (texts.isEmpty() || resting()) {
      return List.of();
    }
    List<float[]> vectors = sense.of(texts).orElse(List.of());
    if (vectors.size() != texts.size()
        || vectors.stream().anyMatch(vector -> vector.length > LongVectors.MOST_DIMENSIONS)) {
      rest();
      return List.of();
    }
    return vectors;
  }

  private boolean resting() {
    return clock.instant().isBefore(notBefore);
  }

  private void rest() {
    notBefore = clock.instant().plus(REST);
  }

  /** Where a question lies, or null when the model doesn't say. */
  float @Nullable [] place(Question question) {
    follow();
    List<float[]> vectors = placed(List.of(question.text()));
    return vectors.isEmpty() ? null : vectors.get(0);
  }

  /**
   * The statements that lie nearest, nearest first.
   *
   * @param place where, as {@link #place} gave it
   * @param filter what may be found
   * @param limit how many at most
   */
  List<Long> nearest(float[] place, Query filter, int limit) throws IOException {
    IndexSearcher searcher = replay.searchers().acquire();
    try {
      List<Long> nearest = new ArrayList<>();
      FieldInfo kept = FieldInfos.getMergedFieldInfos(searcher.getIndexReader()).fieldInfo(VECTOR);
      if (kept == null || kept.getVectorDimension() != place.length) {
        return nearest; // nothing is kept yet, or the server has another model under this name
      }
      Query near = new KnnFloatVectorQuery(VECTOR, place, limit, filter);
      for (ScoreDoc found : searcher.search(near, limit).scoreDocs) {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(found.doc, leaves));
        NumericDocValues ids = DocValues.getNumeric(leaf.reader(), Fields.ID);
        if (ids.advanceExact(found.doc - leaf.docBase)) {
          nearest.add(ids.longValue());
        }
      }
      return nearest;
    } finally {
      replay.searchers().release(searcher);
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
    try {
      if (!background.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("The vectors were still being made");
      }
      replay.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("The vectors can't be closed", e);
    }
  }
}
