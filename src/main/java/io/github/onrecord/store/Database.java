package io.github.onrecord.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * The connections to one SQLite file: one that writes, behind a lock, and as many that read as
 * there are readers at once. Readers never wait for the writer, nor it for them (write-ahead log).
 *
 * <p>Thread-safe. A read inside a write of the same thread sees what was written so far; a write
 * inside a write joins its transaction.
 */
final class Database implements AutoCloseable {
  /** How long a writer waits for the writer of another process before it gives up. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** One step of the copy takes the whole file, so that no writer makes it begin anew. */
  private static final int ALL_PAGES = -1;

  /** Reading connections kept open for the next reader. */
  private static final int IDLE_READERS = 4;

  private final Path file;
  private final Duration patience;
  private final ReentrantLock writing = new ReentrantLock();
  private final Session writer;
  private final Deque<Session> idle = new ArrayDeque<>();
  private boolean doomed;
  private boolean emptyLog;
  private boolean closed;

  private Database(Path file, Duration patience, Session writer) {
    this.file = file;
    this.patience = patience;
    this.writer = writer;
  }

  /** Work done in one transaction. */
  interface Work<T> {
    T in(Session session) throws SQLException;
  }

  /** Opens the file, which must exist with the present schema, and makes sure it can be written. */
  static Database open(Path file, Duration patience) {
    try {
      Database database =
          new Database(
              file, patience, connect(file, patience, SQLiteConfig.TransactionMode.IMMEDIATE));
      try {
        // SQLite opens a file that can't be written all the same, and even begins a transaction:
        // only a write tells, which is then undone.
        database.writer.begin();
        database.writer.update("UPDATE identity SET uuid = uuid");
        database.writer.undo();
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
  static SQLiteConfig settings(Duration patience) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.enforceForeignKeys(true);
    config.setBusyTimeout((int) patience.toMillis());
    // What is deleted is overwritten, so that «forgotten» is true of the file as well.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return config;
  }

  private static Session connect(Path file, Duration patience, SQLiteConfig.TransactionMode mode)
      throws SQLException {
    SQLiteConfig config = settings(patience);
    config.setTransactionMode(mode);
    return new Session(config.createConnection("jdbc:sqlite:" + file));
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
        writer.begin();
      }
      T result = work.in(writer);
      if (outermost) {
        if (doomed) {
          throw new IllegalStateException("A part of this transaction failed before");
        }
        writer.commit();
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
      writer.undo();
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
        session.begin();
        T result = work.in(session);
        session.commit();
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
    Session session = connect(file, patience, SQLiteConfig.TransactionMode.DEFERRED);
    try {
      emptyLog(session);
    } finally {
      session.close();
    }
  }

  /** Returns false when a reader still needs the log. */
  private static boolean emptyLog(Session session) throws SQLException {
    return session.one("PRAGMA wal_checkpoint(TRUNCATE)", row -> row.number(1) == 0).orElse(false);
  }

  /**
   * Writes the whole file anew, without its unused parts, and empties the log. Writers wait
   * meanwhile; there must be space for a second copy.
   *
   * @return false when a reader still needs the log, which then holds the old pages
   */
  boolean rewrite() {
    writing.lock();
    try {
      Session session = connect(file, patience, SQLiteConfig.TransactionMode.DEFERRED);
      try {
        session.update("VACUUM");
        return emptyLog(session);
      } finally {
        session.close();
      }
    } catch (SQLException e) {
      throw StoreException.of(file, e);
    } finally {
      writing.unlock();
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
    return connect(file, patience, SQLiteConfig.TransactionMode.DEFERRED);
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

  /** Copies the file as it is at one moment; other connections go on meanwhile. */
  void backup(Path copy) {
    if (Files.exists(copy)) {
      throw StoreException.exists(copy);
    }
    copy(file, patience, copy);
  }

  /** The same for a file of any schema; a file that has the copy's name is replaced. */
  static void copy(Path file, Duration patience, Path copy) {
    // Made under another name first, so that a copy with the right name is always whole.
    Path unfinished = copy.resolveSibling(copy.getFileName() + ".unfinished");
    try {
      Files.deleteIfExists(unfinished);
      Session session = connect(file, patience, SQLiteConfig.TransactionMode.DEFERRED);
      try {
        int result =
            session
                .connection()
                .unwrap(SQLiteConnection.class)
                .getDatabase()
                .backup("main", unfinished.toString(), null, 0, 0, ALL_PAGES);
        if (result != SQLiteErrorCode.SQLITE_OK.code) {
          throw new SQLException("The copy failed", null, result);
        }
      } finally {
        session.close();
      }
      Files.move(unfinished, copy, StandardCopyOption.ATOMIC_MOVE);
    } catch (SQLException e) {
      throw StoreException.of(copy, e);
    } catch (IOException e) {
      throw StoreException.unwritable(copy, e);
    }
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
