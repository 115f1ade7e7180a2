package io.github.onrecord.store;

import java.nio.file.Path;
import java.time.Clock;

/**
 * One file that holds the record and the conversations about it.
 *
 * <p>Thread-safe. Several processes may have the same file open; each write is one short
 * transaction.
 */
public final class Store implements AutoCloseable {
  private final Database database;
  private final RecordStore record;
  private final String uuid;

  private Store(Database database, Clock clock) {
    this.database = database;
    this.record = new RecordStore(database, clock);
    this.uuid =
        database.read(
            session -> session.one("SELECT uuid FROM identity", row -> row.text(1)).orElseThrow());
  }

  /**
   * Opens a store; creates it when the file doesn't exist, and brings an older one to the present
   * schema.
   *
   * @param file the file; its folder must exist
   * @param clock gives the moments that are noted beside changes
   * @throws StoreException when the file is no store, was made by a newer version, is damaged,
   *     can't be written, or the disk is full
   */
  public static Store open(Path file, Clock clock) {
    Schema.prepare(file);
    return new Store(Database.open(file), clock);
  }

  /** What officials are on record as having said. */
  public RecordStore record() {
    return record;
  }

  /** 32 hexadecimal digits that no other store has; they stay with the file and its backups. */
  public String uuid() {
    return uuid;
  }

  Database database() {
    return database;
  }

  /** Ends all use of the file; changes that were not committed are as if they had never begun. */
  @Override
  public void close() {
    database.close();
  }
}
