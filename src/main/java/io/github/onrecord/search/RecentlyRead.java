package io.github.onrecord.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Statement;
import io.github.onrecord.store.RecordStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Statements and documents of the record, of which the ones read lately are kept in memory: people
 * ask about what others asked about. Safe for use by several threads.
 */
final class RecentlyRead {
  /** About a kilobyte each. */
  private static final int STATEMENTS = 20_000;

  /** Characters of the documents kept: two bytes each at most. */
  private static final int CHARACTERS = 8_000_000;

  private final RecordStore record;
  private final Cache<Long, Document> documents =
      Caffeine.newBuilder()
          .maximumWeight(CHARACTERS)
          .weigher((Long id, Document document) -> document.text().length())
          .executor(Runnable::run)
          .build();
  private volatile Cache<Long, Statement> statements = empty();

  RecentlyRead(RecordStore record) {
    this.record = record;
  }

  private static Cache<Long, Statement> empty() {
    return Caffeine.newBuilder().maximumSize(STATEMENTS).executor(Runnable::run).build();
  }

  /**
   * Forgets the statements, since one may have changed. Who began to read before this puts what he
   * read into the cache that is forgotten, so that nothing old can outlive it.
   */
  void forgetStatements() {
    statements = empty();
  }

  /** Statements by number, whatever their status. */
  Map<Long, Statement> statements(Collection<Long> ids) {
    return read(ids, statements, record::statements, Statement::id);
  }

  /** Documents by number. They never change. */
  Map<Long, Document> documents(Collection<Long> ids) {
    return read(ids, documents, record::documents, Document::id);
  }

  private static <T> Map<Long, T> read(
      Collection<Long> ids,
      Cache<Long, T> kept,
      Function<Collection<Long>, List<T>> store,
      Function<T, Long> number) {
    Map<Long, T> found = new HashMap<>();
    List<Long> missing = new ArrayList<>();
    for (Long id : ids) {
      T one = kept.getIfPresent(id);
      if (one == null) {
        missing.add(id);
      } else {
        found.put(id, one);
      }
    }
    if (!missing.isEmpty()) {
      for (T one : store.apply(missing)) {
        kept.put(number.apply(one), one);
        found.put(number.apply(one), one);
      }
    }
    return found;
  }
}
