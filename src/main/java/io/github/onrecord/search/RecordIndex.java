package io.github.onrecord.search;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Statement;
import io.github.onrecord.record.Status;
import io.github.onrecord.store.Change;
import io.github.onrecord.store.RecordStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NRTCachingDirectory;
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

  private static final String SEQ = "seq";
  private static final String UUID = "uuid";
  private static final String ANALYSIS = "analysis";

  /** Changes read from the record at once. */
  private static final int BATCH = 1000;

  /** Memory for small new segments: they are merged before they reach the disk. */
  private static final double CACHED_SEGMENT_MB = 4;

  private static final double CACHE_MB = 16;

  private final RecordStore record;
  private final String uuid;
  private final Analysis analysis;
  private final Fields fields;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final RecentlyRead recent;
  private volatile Roster roster;
  private long seq;

  private RecordIndex(
      RecordStore record, String uuid, Analysis analysis, IndexWriter writer, long seq)
      throws IOException {
    this.record = record;
    this.uuid = uuid;
    this.analysis = analysis;
    this.fields = new Fields(analysis);
    this.recent = new RecentlyRead(record);
    this.writer = writer;
    this.seq = seq;
    this.searchers = new SearcherManager(writer, null);
    this.roster = Roster.of(record.officials(), searchers, analysis);
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
      if (folder != null) {
        Directory kept =
            new NRTCachingDirectory(FSDirectory.open(folder), CACHED_SEGMENT_MB, CACHE_MB);
        try {
          return open(record, storeUuid, kept, analysis);
        } catch (LockObtainFailedException e) {
          LOG.info("{} is open in another process; this one indexes in memory", folder);
          kept.close();
        }
      }
      return open(record, storeUuid, new ByteBuffersDirectory(), analysis);
    } catch (IOException e) {
      throw new UncheckedIOException("The index in " + folder + " can't be opened", e);
    }
  }

  private static RecordIndex open(
      RecordStore record, String uuid, Directory directory, Analysis analysis) throws IOException {
    long known = known(directory, record, uuid, version(analysis));
    if (known == 0) {
      clear(directory);
    }
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setOpenMode(
                known == 0
                    ? IndexWriterConfig.OpenMode.CREATE
                    : IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
    RecordIndex index =
        new RecordIndex(record, uuid, analysis, new IndexWriter(directory, config), known);
    index.catchUp();
    return index;
  }

  /** The last change that a usable index knows; 0 when there is none. */
  private static long known(Directory directory, RecordStore record, String uuid, String version)
      throws IOException {
    if (SegmentInfos.getLastCommitGeneration(directory) < 0) {
      return 0;
    }
    try {
      Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
      DirectoryReader.open(directory).close();
      long seq = Long.parseLong(data.getOrDefault(SEQ, "0"));
      if (uuid.equals(data.get(UUID))
          && version.equals(data.get(ANALYSIS))
          && seq <= record.lastChange()) {
        return seq;
      }
      LOG.info("The index belongs to another state of the record; it is made anew");
    } catch (IOException | RuntimeException e) {
      LOG.warn("The index is damaged ({}); it is made anew", e.toString());
    }
    return 0;
  }

  /** Takes away what can't be used, for Lucene doesn't write beside a damaged index. */
  private static void clear(Directory directory) throws IOException {
    try (Lock lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      for (String file : directory.listAll()) {
        if (!file.equals(IndexWriter.WRITE_LOCK_NAME)) {
          lock.ensureValid();
          directory.deleteFile(file);
        }
      }
    }
  }

  private static String version(Analysis analysis) {
    return analysis.lexicon().fingerprint();
  }

  /** Takes in what has changed in the record; when it returns, searches see it. */
  public synchronized void catchUp() {
    try {
      long before = seq;
      Map<Long, List<Passage>> passages = new HashMap<>();
      List<Change> changes = record.changesAfter(seq, BATCH);
      while (!changes.isEmpty()) {
        for (Change change : changes) {
          take(change, passages);
          seq = change.seq();
        }
        changes = record.changesAfter(seq, BATCH);
      }
      if (seq != before) {
        recent.forgetStatements();
        writer.setLiveCommitData(
            Map.of(SEQ, Long.toString(seq), UUID, uuid, ANALYSIS, version(analysis)).entrySet());
        writer.commit();
        searchers.maybeRefreshBlocking();
        roster = Roster.of(record.officials(), searchers, analysis);
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
          writer.updateDocument(key, fieldsOf(statement.get(), passages));
        } else if (statement.filter(said -> said.status() != Status.HELD).isPresent()) {
          writer.updateDocument(key, Wordings.withdrawn(statement.get()));
        } else {
          writer.deleteDocuments(key);
        }
      }
      case PASSAGE -> {
        Optional<Passage> passage = record.passage(change.id()).filter(Passage::narration);
        Term key = new Term(Fields.KEY, "p" + change.id());
        if (passage.isPresent()) {
          writer.updateDocument(
              key, fields.of(passage.get(), sourceOf(passage.get().documentId())));
        } else {
          writer.deleteDocuments(key);
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
      IndexSearcher searcher = searchers.acquire();
      try {
        byte[] first = PointValues.getMinPackedValue(searcher.getIndexReader(), Fields.DAY);
        byte[] last = PointValues.getMaxPackedValue(searcher.getIndexReader(), Fields.DAY);
        return first == null || last == null
            ? new Days(null, null)
            : new Days(day(first), day(last));
      } finally {
        searchers.release(searcher);
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
      IndexSearcher searcher = searchers.acquire();
      try {
        return Fields.stands("x:" + key, searcher);
      } finally {
        searchers.release(searcher);
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
    return searchers;
  }

  /** Who is on record, as of the last {@link #catchUp}. */
  Roster roster() {
    return roster;
  }

  @Override
  public void close() {
    try {
      searchers.close();
      writer.close();
      writer.getDirectory().close();
    } catch (IOException e) {
      throw new UncheckedIOException("The index can't be closed", e);
    }
  }
}
