package io.github.onrecord.search;

import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Status;
import io.github.onrecord.store.Change;
import io.github.onrecord.store.RecordStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;

/** Compares an index with the record that it is a copy of, for tests of any room. */
public final class IndexAudit {
  private IndexAudit() {}

  /** The keys that stand in only one of the two, with what they are missing in. */
  public static Set<String> differences(RecordIndex index, RecordStore record) {
    Set<String> indexed = indexed(index);
    Set<String> known = known(record);
    Set<String> differences = new TreeSet<>();
    known.stream().filter(key -> !indexed.contains(key)).forEach(key -> differences.add("-" + key));
    indexed.stream().filter(key -> !known.contains(key)).forEach(key -> differences.add("+" + key));
    return differences;
  }

  private static Set<String> known(RecordStore record) {
    Set<String> known = new TreeSet<>();
    record.forEachStatement(
        statement -> {
          if (statement.status() != Status.HELD) {
            known.add(Fields.keyOf(statement));
          }
        });
    for (Change change : record.changesAfter(0, Integer.MAX_VALUE)) {
      if (change.type() == Change.Type.PASSAGE
          && record.passage(change.id()).filter(Passage::narration).isPresent()) {
        known.add("p" + change.id());
      }
    }
    return known;
  }

  private static Set<String> indexed(RecordIndex index) {
    try {
      IndexSearcher searcher = index.searchers().acquire();
      try {
        Set<String> keys = new TreeSet<>();
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
          TermsEnum terms = leaf.reader().terms(Fields.KEY).iterator();
          Bits live = leaf.reader().getLiveDocs();
          while (terms.next() != null) {
            PostingsEnum documents = terms.postings(null, PostingsEnum.NONE);
            for (int i = documents.nextDoc();
                i != DocIdSetIterator.NO_MORE_DOCS;
                i = documents.nextDoc()) {
              if (live == null || live.get(i)) {
                keys.add(terms.term().utf8ToString());
              }
            }
          }
        }
        return keys;
      } finally {
        index.searchers().release(searcher);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
