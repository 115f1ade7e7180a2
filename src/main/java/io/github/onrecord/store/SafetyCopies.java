package io.github.onrecord.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of a store as it was before its schema was changed: the way back to the version of the
 * program before. The copy of {@code onrecord.db} at schema 5 is {@code onrecord.db.schema-5}.
 */
final class SafetyCopies {
  /** So many are kept; they are as large as the store. */
  static final int KEPT = 3;

  private static final String SUFFIX = ".schema-";

  private static final Logger LOG = LoggerFactory.getLogger(SafetyCopies.class);

  private final Path file;

  SafetyCopies(Path file) {
    this.file = file.toAbsolutePath();
  }

  /**
   * Copies the store; a copy of an earlier attempt from the same schema is replaced.
   *
   * @throws StoreException when there is no room or the folder can't be written; then nothing is
   *     changed, and the store must not be either
   */
  void make(int from, int to) {
    make(from, to, room());
  }

  /** The same, with so many bytes free beside the store. */
  void make(int from, int to, long room) {
    long needed = size(file) + size(file.resolveSibling(file.getFileName() + "-wal"));
    if (room < needed) {
      throw StoreException.noRoom(file, needed);
    }
    Path copy = file.resolveSibling(file.getFileName() + SUFFIX + from);
    Database.copy(file, Database.PATIENCE, copy);
    LOG.info(
        "The store is brought from schema {} to {}; as it was, it is kept in {}", from, to, copy);
  }

  /** Deletes all but the copies of the last schemas. */
  void keepLatest() {
    all().stream()
        .sorted(Comparator.comparing(this::schema).reversed())
        .skip(KEPT)
        .forEach(this::delete);
  }

  /** Deletes copies that were made before a moment: they hold what people asked until then. */
  void delete(Instant before) {
    all().stream().filter(copy -> modified(copy).isBefore(before)).forEach(this::delete);
  }

  private List<Path> all() {
    String prefix = file.getFileName() + SUFFIX;
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(other -> other.getFileName().toString().startsWith(prefix))
          .filter(
              other ->
                  other.getFileName().toString().substring(prefix.length()).matches("[0-9]{1,6}"))
          .toList();
    } catch (IOException e) {
      LOG.warn("Copies beside the store can't be listed: {}", e.toString());
      return List.of();
    }
  }

  private int schema(Path copy) {
    String name = copy.getFileName().toString();
    return Integer.parseInt(name.substring(name.lastIndexOf('-') + 1));
  }

  private void delete(Path copy) {
    try {
      Files.deleteIfExists(copy);
      LOG.info("Deleted {}, a copy of the store that was made before its schema changed", copy);
    } catch (IOException e) {
      LOG.warn("{} can't be deleted; please delete it: {}", copy, e.toString());
    }
  }

  private Path folder() {
    return Objects.requireNonNull(file.getParent(), "An absolute file has a folder");
  }

  private static Instant modified(Path copy) {
    try {
      return Files.getLastModifiedTime(copy).toInstant();
    } catch (IOException e) {
      // Whatever it is, it isn't ours to delete.
      return Instant.MAX;
    }
  }

  private long room() {
    try {
      return Files.getFileStore(folder()).getUsableSpace();
    } catch (IOException e) {
      // Where nobody knows, the copy itself tells.
      return Long.MAX_VALUE;
    }
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      throw StoreException.unwritable(file, e);
    }
  }
}
