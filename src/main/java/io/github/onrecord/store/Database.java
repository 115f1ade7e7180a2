package io.github.onrecord.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;

/**
 * The connections to one SQLite file: one that writes, behind a lock, and as many that read as
 * there are readers at once. Readers never wait for the writer, nor it for them (write-ahead log).
 *
 * <p>Thread-safe. A read inside a write of the same thread sees what was written so far; a write
 * inside a write joins its transaction.
 */
final class Database implements AutoCloseable {
  /** How long a writer waits for the writer of another process before it gives up. */
  private static final int BUSY_TIMEOUT_MILLIS = 5_000;

  /** Reading connections kept open for the next reader. */
  private static final int IDLE_READERS = 4;

  private final Path file;
  private final ReentrantLock writing = new ReentrantLock();
  private final Session writer;
  private final Deque<Session> idle = new ArrayDeque<>();
  private boolean doomed;
  private boolean emptyLog;
  private boolean closed;

  private Database(Path file, Session writer) {
    this.file = file;
    this.writer = writer;
  }

  /** Work done in one transaction. */
  interface Work<T> {
    T in(Session session) throws SQLException;
  }

  /** Opens the file, which must exist with the present schema, and makes sure it can be written. */
  static Database open(Path file) {
    try {
      Database database =
          new Database(file, connect(file, SQLiteConfig.TransactionMode.IMMEDIATE, false));
      try {
        // Takes and releases the write lock: a file that can't be written is found out here.
        database.writer.one("SELECT 1", row -> row.number(1));
        database.writer.connection().rollback();
        return database;
      } catch (SQLException e) {
        database.close();
        throw e;
      }
    } catch (SQLException e) {
      throw StoreException.of(file, e);
    }
  }

  /** The settings that every connection to a store must have. */
  static SQLiteConfig settings() {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    // What is deleted is overwritten, so that «forgotten» is true of the file as well.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return config;
  }

  private static Session connect(Path file, SQLiteConfig.TransactionMode mode, boolean autoCommit)
      throws SQLException {
    SQLiteConfig config = settings();
    config.setTransactionMode(mode);
    var connection = config.createConnection("jdbc:sqlite:" + file);
    connection.setAutoCommit(autoCommit);
    return new Session(connection);
  }

  Path file() {
    return file;
  }

  /** Does the work in a transaction that is committed when it returns, and leaves no trace else. */
  <T> T write(Work<T> work) {
    boolean outermost = !writing.isHeldByCurrentThread();
    writing.lock();
    try {
      if (outermost) {
        doomed = false;
        emptyLog = false;
      }
      T result = work.in(writer);
      if (outermost) {
        if (doomed) {
          throw new IllegalStateException("A part of this transaction failed before");
        }
        writer.connection().commit();
        if (emptyLog) {
          emptyLog();
        }
      }
      return result;
    } catch (SQLException e) {
      undo(outermost);
      throw StoreException.of(file, e);
    } catch (RuntimeException | Error e) {
      undo(outermost);
      throw e;
    } finally {
      writing.unlock();
    }
  }

  private void undo(boolean outermost) {
    doomed = true;
    if (outermost) {
      try {
        writer.connection().rollback();
      } catch (SQLException ignored) {
        // SQLite has rolled back by itself, as it does when the disk is full.
      }
    }
  }

  /** Does the work on one unchanging view of the file. */
  <T> T read(Work<T> work) {
    if (writing.isHeldByCurrentThread()) {
      return write(work);
    }
    try {
      Session session = borrow();
      boolean healthy = false;
      try {
        T result = work.in(session);
        session.connection().rollback();
        healthy = true;
        return result;
      } finally {
        giveBack(session, healthy);
      }
    } catch (SQLException e) {
      throw StoreException.of(file, e);
    }
  }

  /**
   * Once the present transaction is committed, empties the write-ahead log into the file, as far as
   * no reader still needs it: deleted text stands there longer than in the file itself.
   */
  void emptyLogAfterCommit() {
    emptyLog = true;
  }

  private void emptyLog() throws SQLException {
    emptyLog = false;
    Session session = connect(file, SQLiteConfig.TransactionMode.DEFERRED, true);
    try {
      session.one("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.number(1));
    } finally {
      session.close();
    }
  }

  private Session borrow() throws SQLException {
    synchronized (idle) {
      if (closed) {
        throw new IllegalStateException("The store is closed");
      }
      Session session = idle.poll();
      if (session != null) {
        return session;
      }
    }
    return connect(file, SQLiteConfig.TransactionMode.DEFERRED, false);
  }

  private void giveBack(Session session, boolean healthy) throws SQLException {
    synchronized (idle) {
      if (healthy && !closed && idle.size() < IDLE_READERS) {
        idle.push(session);
        return;
      }
    }
    session.close();
  }

  /** Waits for the writer, then closes all connections; a reader still at work closes its own. */
  @Override
  public void close() {
    writing.lock();
    try {
      synchronized (idle) {
        closed = true;
        while (!idle.isEmpty()) {
          idle.pop().close();
        }
      }
      writer.close();
    } catch (SQLException e) {
      throw StoreException.of(file, e);
    } finally {
      writing.unlock();
    }
  }
}
