package io.github.onrecord.search;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.store.Change;
import io.github.onrecord.store.RecordStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Lucene index of a record's statements and passages: a copy that can be thrown away.
 *
 * <p>It follows the record by its change numbers. Each commit carries the last change it knows, the
 * store's identity and the version of the analysis; when any of these doesn't fit, or the index is
 * missing or damaged, it is made anew from the record. Safe for use by several threads.
 */
public final class RecordIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RecordIndex.class);

  /** Changes read from the record at once. */
  private static final int BATCH = 1000;

  private final RecordStore record;
  private final Analysis analysis;
  private final Fields fields;
  private final Replay replay;
  private final RecentlyRead recent;
  private volatile Roster roster;

  private RecordIndex(RecordStore record, Analysis analysis, Replay replay) throws IOException {
    this.record = record;
    this.analysis = analysis;
    this.fields = new Fields(analysis);
    this.recent = new RecentlyRead(record);
    this.replay = replay;
    this.roster = Roster.of(record.officials(), replay.searchers(), analysis);
  }

  /**
   * Opens the index of a record and brings it up to date.
   *
   * @param record what is indexed
   * @param storeUuid the store's identity: an index of another store is not used
   * @param folder where the index is kept; null keeps it in memory, as does a folder that another
   *     process has open
   * @param lexicon the words that bridge languages
   */
  public static RecordIndex open(
      RecordStore record, String storeUuid, @Nullable Path folder, Lexicon lexicon) {
    try {
      Analysis analysis = new Analysis(lexicon);
      Replay replay = Replay.open(record, storeUuid, lexicon.fingerprint(), folder);
      RecordIndex index = new RecordIndex(record, analysis, replay);
      index.catchUp();
      return index;
    } catch (IOException e) {
      throw new UncheckedIOException("The index in " + folder + " can't be opened", e);
    }
  }

  /**
   * Compares the index kept in a folder with the record, without changing it.
   *
   * @return what differs, a sentence each; empty when all is well, and when no index is kept there
   *     or one of another state of the record, which the next start makes anew
   */
  public static List<String> verify(
      RecordStore record, String storeUuid, Path folder, Lexicon lexicon) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Directory kept = FSDirectory.open(folder);
        RecordIndex fresh = open(record, storeUuid, null, lexicon)) {
      long known = Replay.fitting(kept, record, storeUuid, lexicon.fingerprint());
      return known == 0 ? List.of() : IndexCheck.differences(kept, known, fresh, record);
    } catch (IOException | RuntimeException e) {
      LOG.debug("The index can't be read", e);
      return List.of("The index in " + folder + " is damaged.");
    }
  }

  /** Takes in what has changed in the record; when it returns, searches see it. */
  public synchronized void catchUp() {
    try {
      Map<Long, List<Passage>> passages = new HashMap<>();
      boolean changed =
          replay.catchUp(
              BATCH,
              Integer.MAX_VALUE,
              changes -> {
                for (Change change : changes) {
                  take(change, passages);
                }
                return true;
              });
      if (changed) {
        recent.forgetStatements();
        roster = Roster.of(record.officials(), replay.searchers(), analysis);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index can't follow the record", e);
    }
  }

  private void take(Change change, Map<Long, List<Passage>> passages) throws IOException {
    switch (change.type()) {
      case STATEMENT -> {
        Optional<Statement> statement = record.statement(change.id());
        Term key = new Term(Fields.KEY, "s" + change.id());
        if (statement.filter(Statement::standing).isPresent()) {
          replay.put(key, fieldsOf(statement.get(), passages));
        } else if (statement.filter(said -> said.status() != Status.HELD).isPresent()) {
          replay.put(key, Wordings.withdrawn(statement.get()));
        } else {
          replay.remove(key);
        }
      }
      case PASSAGE -> {
        Optional<Passage> passage = record.passage(change.id()).filter(Passage::narration);
        Term key = new Term(Fields.KEY, "p" + change.id());
        if (passage.isPresent()) {
          replay.put(key, fields.of(passage.get(), sourceOf(passage.get().documentId())));
        } else {
          replay.remove(key);
        }
      }
      case OFFICIAL -> {
        // The roster is read from the record as a whole.
      }
    }
  }

  private org.apache.lucene.document.Document fieldsOf(
      Statement statement, Map<Long, List<Passage>> passages) {
    if (!passages.containsKey(statement.documentId())) {
      passages.clear(); // changes come document by document
      passages.put(statement.documentId(), record.passages(statement.documentId()));
    }
    return fields.of(
        statement,
        sourceOf(statement.documentId()),
        passages.getOrDefault(statement.documentId(), List.of()));
  }

  private Document sourceOf(long id) {
    return document(id)
        .orElseThrow(() -> new IllegalStateException("The record has no document " + id));
  }

  /** A document of the record. */
  Optional<Document> document(long id) {
    return Optional.ofNullable(recent.documents(List.of(id)).get(id));
  }

  /** Statements and documents of the record. */
  RecentlyRead recent() {
    return recent;
  }

  /**
   * The days on record.
   *
   * @param first the first, or null when no day is known
   * @param last the last, or null
   */
  record Days(@Nullable LocalDate first, @Nullable LocalDate last) {}

  /** The first and last day that something on record was said or published. */
  Days days() {
    try {
      IndexSearcher searcher = searchers().acquire();
      try {
        byte[] first = PointValues.getMinPackedValue(searcher.getIndexReader(), Fields.DAY);
        byte[] last = PointValues.getMaxPackedValue(searcher.getIndexReader(), Fields.DAY);
        return first == null || last == null
            ? new Days(null, null)
            : new Days(day(first), day(last));
      } finally {
        searchers().release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index can't be read", e);
    }
  }

  private static LocalDate day(byte[] packed) {
    return LocalDate.ofEpochDay(LongPoint.decodeDimension(packed, 0));
  }

  /** Whether a word of this sound stands in what was said or around it. */
  boolean sounds(String key) {
    try {
      IndexSearcher searcher = searchers().acquire();
      try {
        return Fields.stands("x:" + key, searcher);
      } finally {
        searchers().release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The index can't be read", e);
    }
  }

  RecordStore record() {
    return record;
  }

  Analysis analysis() {
    return analysis;
  }

  SearcherManager searchers() {
    return replay.searchers();
  }

  /** Who is on record, as of the last {@link #catchUp}. */
  Roster roster() {
    return roster;
  }

  @Override
  public void close() {
    try {
      replay.close();
    } catch (IOException e) {
      throw new UncheckedIOException("The index can't be closed", e);
    }
  }
}
