package io.github.onrecord.search;

import io.github.onrecord.store.Change;
import io.github.onrecord.store.RecordStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
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
 * A Lucene index that follows a record by its change numbers, and can be thrown away.
 *
 * <p>Each commit carries the last change it knows, the store's identity and the version of whatever
 * made its fields; when any of these doesn't fit, or the index is missing or damaged, it is made
 * anew from the record.
 */
final class Replay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);

  private static final String SEQ = "seq";
  private static final String UUID = "uuid";
  private static final String VERSION = "analysis";

  /** Memory for small new segments: they are merged before they reach the disk. */
  private static final double CACHED_SEGMENT_MB = 4;

  private static final double CACHE_MB = 16;

  /** Takes changes into the index. */
  interface Taker {
    /**
     * Takes changes.
     *
     * @return false when they can't be taken now, and are to come again
     */
    boolean take(List<Change> changes) throws IOException;
  }

  private final RecordStore record;
  private final String uuid;
  private final String version;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private long seq;

  private Replay(RecordStore record, String uuid, String version, IndexWriter writer, long seq)
      throws IOException {
    this.record = record;
    this.uuid = uuid;
    this.version = version;
    this.writer = writer;
    this.searchers = new SearcherManager(writer, null);
    this.seq = seq;
  }

  /**
   * Opens an index as it was last committed.
   *
   * @param record what it follows
   * @param uuid the store's identity
   * @param version of whatever makes the fields
   * @param folder where it is kept; null keeps it in memory, as does a folder that another process
   *     has open
   */
  static Replay open(RecordStore record, String uuid, String version, @Nullable Path folder)
      throws IOException {
    if (folder != null) {
      Directory kept =
          new NRTCachingDirectory(FSDirectory.open(folder), CACHED_SEGMENT_MB, CACHE_MB);
      try {
        return open(record, uuid, version, kept);
      } catch (LockObtainFailedException e) {
        LOG.info("{} is open in another process; this one indexes in memory", folder);
        kept.close();
      }
    }
    return open(record, uuid, version, new ByteBuffersDirectory());
  }

  private static Replay open(RecordStore record, String uuid, String version, Directory directory)
      throws IOException {
    long known = known(directory, record, uuid, version);
    if (known == 0) {
      clear(directory);
    }
    IndexWriterConfig config =
        new IndexWriterConfig()
            .setCodec(new LongVectors())
            .setOpenMode(
                known == 0
                    ? IndexWriterConfig.OpenMode.CREATE
                    : IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
    return new Replay(record, uuid, version, new IndexWriter(directory, config), known);
  }

  /** The last change that a usable index knows; 0 when there is none. */
  private static long known(Directory directory, RecordStore record, String uuid, String version)
      throws IOException {
    if (SegmentInfos.getLastCommitGeneration(directory) < 0) {
      return 0;
    }
    try {
      long seq = fitting(directory, record, uuid, version);
      if (seq == 0) {
        LOG.info("The index belongs to another state of the record; it is made anew");
      }
      return seq;
    } catch (IOException | RuntimeException e) {
      LOG.warn("The index is damaged ({}); it is made anew", e.toString());
      return 0;
    }
  }

  /**
   * The last change that an index knows; 0 when there is none, or it isn't of this state of the
   * record.
   *
   * @throws IOException or {@link RuntimeException} when it is damaged
   */
  static long fitting(Directory directory, RecordStore record, String uuid, String version)
      throws IOException {
    if (SegmentInfos.getLastCommitGeneration(directory) < 0) {
      return 0;
    }
    Map<String, String> data = SegmentInfos.readLatestCommit(directory).getUserData();
    checkSums(directory);
    long seq = Long.parseLong(data.getOrDefault(SEQ, "0"));
    boolean fits =
        uuid.equals(data.get(UUID))
            && version.equals(data.get(VERSION))
            && seq <= record.lastChange();
    return fits ? seq : 0;
  }

  /** Reads every byte: a changed one would otherwise only show as a wrong answer, or never. */
  private static void checkSums(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
    }
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

  /**
   * Takes in what has changed in the record; when it returns, searches see what was taken, and it
   * is on disk.
   *
   * @param batch how many changes are taken at once
   * @param batches how many times at most
   * @return whether anything was taken
   */
  boolean catchUp(int batch, int batches, Taker taker) throws IOException {
    long before = seq;
    List<Change> changes = record.changesAfter(seq, batch);
    for (int i = 0; i < batches && !changes.isEmpty() && taker.take(changes); i++) {
      seq = changes.get(changes.size() - 1).seq();
      changes = record.changesAfter(seq, batch);
    }
    if (seq == before) {
      return false;
    }
    writer.setLiveCommitData(
        Map.of(SEQ, Long.toString(seq), UUID, uuid, VERSION, version).entrySet());
    writer.commit();
    searchers.maybeRefreshBlocking();
    return true;
  }

  void put(Term key, Document fields) throws IOException {
    writer.updateDocument(key, fields);
  }

  void remove(Term key) throws IOException {
    writer.deleteDocuments(key);
  }

  SearcherManager searchers() {
    return searchers;
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    writer.getDirectory().close();
  }
}
