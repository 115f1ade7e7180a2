package io.github.onrecord.search;

import io.github.onrecord.record.Language;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Forgives a typing error in a word that neither the lexicon nor the record has. */
final class Spelling {
  /** A word with another letter is this sure to be the one meant. */
  private static final float SURENESS = 0.8f;

  /** Shorter words have too many neighbours. */
  private static final int SHORTEST = 4;

  /** The first letters must be right: a term's prefix of two and one letter. */
  private static final int RIGHT_LETTERS = 3;

  private static final int MOST = 8;

  private final Lexicon lexicon;
  private final IndexSearcher searcher;

  Spelling(Lexicon lexicon, IndexSearcher searcher) {
    this.lexicon = lexicon;
    this.searcher = searcher;
  }

  /** The unit itself, or with what it may have been meant to be. */
  Analysis.Unit forgive(Analysis.Unit unit, Language language) throws IOException {
    if (unit.known() || unit.word().length() < SHORTEST || onRecord(unit)) {
      return unit;
    }
    Map<String, Float> alternatives = new LinkedHashMap<>(unit.alternatives());
    for (String stem : lexicon.forms().of(unit.word(), language).stems()) {
      for (String concept : lexicon.conceptsNear(stem, language)) {
        alternatives.putIfAbsent("c:" + concept, SURENESS);
      }
      addNear(Analysis.prefix(language) + stem, alternatives);
    }
    Optional<String> sound =
        unit.alternatives().keySet().stream().filter(term -> term.startsWith("x:")).findFirst();
    if (sound.isPresent()) {
      addNear(sound.get(), alternatives);
    }
    return new Analysis.Unit(unit.word(), alternatives, false, unit.weak());
  }

  private boolean onRecord(Analysis.Unit unit) throws IOException {
    for (Map.Entry<String, Float> alternative : unit.alternatives().entrySet()) {
      if (alternative.getValue() >= Analysis.SOUND
          && Fields.stands(alternative.getKey(), searcher)) {
        return true;
      }
    }
    return false;
  }

  private void addNear(String text, Map<String, Float> alternatives) throws IOException {
    int found = 0;
    for (String zone : List.of(Fields.SAID, Fields.NEAR)) {
      Terms terms = MultiTerms.getTerms(searcher.getIndexReader(), zone);
      if (terms != null) {
        TermsEnum near = new FuzzyTermsEnum(terms, new Term(zone, text), 1, RIGHT_LETTERS, true);
        for (BytesRef term = near.next(); term != null && found < MOST; term = near.next()) {
          alternatives.putIfAbsent(term.utf8ToString(), SURENESS);
          found++;
        }
      }
    }
  }
}
