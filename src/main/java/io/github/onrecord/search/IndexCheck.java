package io.github.onrecord.search;

import io.github.onrecord.store.Change;
import io.github.onrecord.store.RecordStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;

/**
 * Compares a kept index with one made anew from the record: the same entries, each with the same
 * terms and numbers. An entry is known by its key; all else of it goes into a sum that doesn't
 * depend on the order in which Lucene keeps it, so that no entry is held in memory.
 */
final class IndexCheck {
  private IndexCheck() {}

  /**
   * What differs, a sentence each.
   *
   * @param known the last change that the kept index knows: what changed later isn't its fault
   */
  static List<String> differences(Directory kept, long known, RecordIndex fresh, RecordStore record)
      throws IOException {
    Map<String, Long> found;
    try (DirectoryReader reader = DirectoryReader.open(kept)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        leaf.reader().checkIntegrity();
      }
      found = sums(reader);
    }
    Map<String, Long> expected;
    IndexSearcher searcher = fresh.searchers().acquire();
    try {
      expected = sums(searcher.getIndexReader());
    } finally {
      fresh.searchers().release(searcher);
    }
    Set<String> later = changedAfter(record, known);
    Set<String> keys = new TreeSet<>(found.keySet());
    keys.addAll(expected.keySet());
    keys.removeAll(later);
    List<String> differences = new ArrayList<>();
    for (String key : keys) {
      String entry = (key.startsWith("p") ? "passage " : "statement ") + key.substring(1);
      if (!found.containsKey(key)) {
        differences.add("The index lacks " + entry + ".");
      } else if (!expected.containsKey(key)) {
        differences.add("The index has " + entry + ", which the record hasn't.");
      } else if (!expected.get(key).equals(found.get(key))) {
        differences.add("The index has other words or circumstances of " + entry + ".");
      }
    }
    return differences;
  }

  private static Set<String> changedAfter(RecordStore record, long known) {
    Set<String> keys = new HashSet<>();
    for (Change change : record.changesAfter(known, Integer.MAX_VALUE)) {
      keys.add((change.type() == Change.Type.PASSAGE ? "p" : "s") + change.id());
    }
    return keys;
  }

  private static Map<String, Long> sums(IndexReader reader) throws IOException {
    Map<String, Long> sums = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      add(leaf.reader(), sums);
    }
    return sums;
  }

  private static void add(LeafReader leaf, Map<String, Long> sums) throws IOException {
    long[] sum = new long[leaf.maxDoc()];
    String[] keys = new String[leaf.maxDoc()];
    for (FieldInfo field : leaf.getFieldInfos()) {
      Terms terms = leaf.terms(field.name);
      if (terms != null) {
        add(field.name, terms, sum, keys);
      }
      if (field.getDocValuesType() == DocValuesType.NUMERIC) {
        NumericDocValues numbers = leaf.getNumericDocValues(field.name);
        while (numbers.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          sum[numbers.docID()] += mixed(field.name, Long.toString(numbers.longValue()));
        }
      }
    }
    for (int document = 0; document < sum.length; document++) {
      boolean live = leaf.getLiveDocs() == null || leaf.getLiveDocs().get(document);
      if (live) {
        // A key twice is a difference too.
        sums.merge(String.valueOf(keys[document]), sum[document], Long::sum);
      }
    }
  }

  private static void add(String field, Terms terms, long[] sum, String[] keys) throws IOException {
    TermsEnum each = terms.iterator();
    PostingsEnum postings = null;
    while (each.next() != null) {
      String term = each.term().utf8ToString();
      long value = mixed(field, term);
      postings = each.postings(postings, PostingsEnum.NONE);
      while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        sum[postings.docID()] += value;
        if (field.equals(Fields.KEY)) {
          keys[postings.docID()] = term;
        }
      }
    }
  }

  /** A number that looks like chance, the same for the same field and value (SplitMix64). */
  private static long mixed(String field, String value) {
    long mixed = 0;
    String both = field + Fields.UNIT_SEPARATOR + value;
    for (int i = 0; i < both.length(); i++) {
      mixed = (mixed + both.charAt(i) + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
      mixed ^= mixed >>> 27;
    }
    return mixed * 0x94D049BB133111EBL;
  }
}
