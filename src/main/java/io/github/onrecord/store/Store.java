package io.github.onrecord.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One file that holds the record and the conversations about it.
 *
 * <p>Thread-safe. Several processes may have the same file open; each write is one short
 * transaction.
 */
public final class Store implements AutoCloseable {
  private final Database database;
  private final RecordStore record;
  private final Catalogue catalogue;
  private final Review review;
  private final Editing editing;
  private final Outbox outbox;
  private final Chats chats;
  private final Inbox inbox;
  private final Subscriptions subscriptions;
  private final Follows follows;
  private final Corrections corrections;
  private final Feedback feedback;
  private final PersonalData personalData;
  private final ModelUse modelUse;
  private final String uuid;

  private Store(Database database, Clock clock) {
    this.database = database;
    this.record = new RecordStore(database, clock);
    this.catalogue = new Catalogue(database);
    this.review = new Review(database, clock);
    this.editing = new Editing(database, review, clock);
    this.outbox = new Outbox(database, clock);
    this.chats = new Chats(database);
    this.inbox = new Inbox(database, outbox, chats, clock);
    this.subscriptions = new Subscriptions(database, outbox, clock);
    this.follows = new Follows(database, outbox, clock);
    this.corrections = new Corrections(database, outbox, clock);
    this.feedback = new Feedback(database, clock);
    this.personalData = new PersonalData(database);
    this.modelUse = new ModelUse(database);
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
    return open(file, clock, Database.PATIENCE);
  }

  /** The same, with another patience for writers of other processes. */
  static Store open(Path file, Clock clock, Duration patience) {
    Schema.prepare(file);
    return new Store(Database.open(file, patience), clock);
  }

  /** What officials are on record as having said. */
  public RecordStore record() {
    return record;
  }

  /** The same for readers who leaf through it. */
  public Catalogue catalogue() {
    return catalogue;
  }

  /** What an editor decides about it. */
  public Review review() {
    return review;
  }

  /** What editors do by hand, and the figures that they watch. */
  public Editing editing() {
    return editing;
  }

  /** What people sent. */
  public Inbox inbox() {
    return inbox;
  }

  /** What people get. */
  public Outbox outbox() {
    return outbox;
  }

  /** Chats, their settings and their last questions. */
  public Chats chats() {
    return chats;
  }

  /** Daily summaries: who wants them, and which were made. */
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /** What chats want to be told of. */
  public Follows follows() {
    return follows;
  }

  /** Who was shown what was withdrawn since. */
  public Corrections corrections() {
    return corrections;
  }

  /** What was used of the language model. */
  public ModelUse modelUse() {
    return modelUse;
  }

  /** What readers say about answers. */
  public Feedback feedback() {
    return feedback;
  }

  /** All that is kept about people. */
  public PersonalData personalData() {
    return personalData;
  }

  /**
   * Does several writes in one transaction: all of them are committed when {@code work} returns,
   * none when it throws. Other writers wait meanwhile, so no network call and no model belongs
   * here.
   */
  public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
    return database.write(session -> work.get());
  }

  /**
   * Copies the store, as it is at one moment, while others go on reading and writing.
   *
   * @param file where the copy is made; must not exist
   * @throws StoreException when the file exists, can't be written, or the disk is full
   */
  public void backup(Path file) {
    database.backup(file);
  }

  /**
   * Looks for anything that can't be so: damaged pages, references to nothing, spans that don't
   * hold their words, texts that aren't the ones archived, rows that no index can know.
   *
   * @return what is wrong, a sentence each; empty when all is well
   */
  public List<String> verify() {
    return new StoreCheck(database).run();
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
