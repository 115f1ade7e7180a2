package io.github.onrecord.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The store can't do what was asked. The message is one sentence that says what to do; nothing that
 * was stored before is damaged or half changed.
 */
public final class StoreException extends RuntimeException {

  private final Fault fault;

  StoreException(Fault fault, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  /** What is wrong, for code that acts on it. */
  public Fault fault() {
    return fault;
  }

  /** Whether it may be over in a while, and says nothing about what was asked. */
  public boolean passing() {
    return fault == Fault.BUSY || fault == Fault.FULL || fault == Fault.READ_ONLY;
  }

  /** What can be wrong with a store. */
  public enum Fault {
    /** The file was made by a later version of the program. */
    NEWER_VERSION,
    /** The file is no store, or it is damaged. */
    DAMAGED,
    /** The file or its folder can't be written or created. */
    READ_ONLY,
    /** The disk is full. */
    FULL,
    /** Another process writes, and didn't finish in time. */
    BUSY,
    /** A rule of the record forbids it: a fault of the program. */
    FORBIDDEN,
    /** Anything else that the database reports. */
    OTHER
  }

  static StoreException newerVersion(Path file, int found, int known) {
    return new StoreException(
        Fault.NEWER_VERSION,
        ("The store %s was made by a newer version of OnRecord (its schema is %d, this program knows"
                + " up to %d): use that version, or name another file with --store.")
            .formatted(file, found, known),
        null);
  }

  static StoreException foreign(Path file) {
    return new StoreException(
        Fault.DAMAGED,
        "The file %s is a database of another program: name another file with --store."
            .formatted(file),
        null);
  }

  static StoreException served(Path file) {
    return new StoreException(
        Fault.BUSY,
        ("Another process serves the store %s already, and only one at a time may: stop that one, or"
                + " name another file with --store.")
            .formatted(file),
        null);
  }

  static StoreException exists(Path file) {
    return new StoreException(
        Fault.READ_ONLY,
        "The file %s exists already: name a new file for the backup.".formatted(file),
        null);
  }

  static StoreException noRoom(Path file, long bytes) {
    return new StoreException(
        Fault.FULL,
        ("There is no room beside the store %s for the copy that is made before it is brought to the"
                + " present schema: free %d MB there; nothing was changed.")
            .formatted(file, bytes / 1_000_000 + 1),
        null);
  }

  static StoreException unwritable(Path file, IOException cause) {
    return new StoreException(
        Fault.READ_ONLY, "The file %s can't be written: check its folder.".formatted(file), cause);
  }

  static StoreException of(Path file, SQLException cause) {
    SQLiteErrorCode code =
        cause instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.getErrorCode(cause.getErrorCode());
    // Extended result codes keep the primary code in their lowest byte.
    Fault fault =
        switch (SQLiteErrorCode.getErrorCode(code.code & 0xff)) {
          case SQLITE_NOTADB, SQLITE_CORRUPT -> Fault.DAMAGED;
          case SQLITE_READONLY, SQLITE_CANTOPEN, SQLITE_PERM -> Fault.READ_ONLY;
          case SQLITE_FULL -> Fault.FULL;
          case SQLITE_BUSY, SQLITE_LOCKED -> Fault.BUSY;
          case SQLITE_CONSTRAINT -> Fault.FORBIDDEN;
          default -> Fault.OTHER;
        };
    return new StoreException(fault, sentence(fault, file, cause), cause);
  }

  private static String sentence(Fault fault, Path file, SQLException cause) {
    return switch (fault) {
      case DAMAGED ->
          "The store %s is damaged or no database: restore a backup in its place, or name another file with --store."
              .formatted(file);
      case READ_ONLY ->
          "The store %s can't be written: make the file and its folder writable for this user, or name another file with --store."
              .formatted(file);
      case FULL ->
          "The disk that holds the store %s is full: free some space and try again; nothing was changed."
              .formatted(file);
      case BUSY ->
          "Another process is writing to the store %s: wait until it has finished or stop it, then try again."
              .formatted(file);
      case FORBIDDEN ->
          "The record's rules forbid this change to the store %s: please report it (%s)."
              .formatted(file, cause.getMessage());
      case NEWER_VERSION, OTHER ->
          "The store %s could not be used: check the disk it is on and try again (%s)."
              .formatted(file, cause.getMessage());
    };
  }
}
