package io.github.onrecord.search;

import io.github.onrecord.record.Document;
import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Passage;
import io.github.onrecord.record.Span;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The index's fields, and how statements and passages fill them. */
final class Fields {
  /** {@code s} or {@code p} and the number: what is replaced when the record changes. */
  static final String KEY = "key";

  /** {@link #STATEMENT} or {@link #PASSAGE}. */
  static final String TYPE = "type";

  static final String STATEMENT = "statement";
  static final String PASSAGE = "passage";

  /** The statement's or passage's number. */
  static final String ID = "id";

  /** The official's number. */
  static final String SPEAKER = "speaker";

  /** The name of the statement's kind. */
  static final String KIND = "kind";

  /** Each side that the statement speaks for, folded. */
  static final String SIDE = "side";

  /** Official, side and role, between {@link #UNIT_SEPARATOR}s: who speaks in which capacity. */
  static final String CAST = "cast";

  static final char UNIT_SEPARATOR = '\u001F';

  /** Day spoken, or else the day of publication, since 1970; missing when neither is known. */
  static final String DAY = "day";

  static final String UTTERANCE = "utterance";

  /**
   * 1 for few words of the speaker's own: they leave it to what stands around to name the topic.
   */
  static final String TERSE = "terse";

  private static final int FEW_WORDS = 14;

  /** Terms of the words themselves. */
  static final String SAID = "said";

  /** Terms of the question that they answer. */
  static final String ASKED = "asked";

  /** Terms of the paragraph around them and of the occasion. */
  static final String NEAR = "near";

  /** Terms of the headline and the paragraph before. */
  static final String FAR = "far";

  private static final FieldType TERMS = new FieldType();

  static {
    TERMS.setIndexOptions(IndexOptions.DOCS);
    TERMS.setOmitNorms(true);
    TERMS.setTokenized(true);
    TERMS.freeze();
  }

  private final Analysis analysis;

  Fields(Analysis analysis) {
    this.analysis = analysis;
  }

  static String keyOf(Statement statement) {
    return keyOf(statement.id());
  }

  static String keyOf(long statement) {
    return "s" + statement;
  }

  /** What filters go by: whose statement it is, of which side, kind and day. */
  static org.apache.lucene.document.Document facts(Statement statement, Document source) {
    org.apache.lucene.document.Document fields = new org.apache.lucene.document.Document();
    fields.add(new StringField(KEY, keyOf(statement), Field.Store.NO));
    fields.add(new StringField(TYPE, STATEMENT, Field.Store.NO));
    fields.add(new NumericDocValuesField(ID, statement.id()));
    fields.add(new NumericDocValuesField(UTTERANCE, statement.utterance()));
    fields.add(new StringField(KIND, statement.kind().name(), Field.Store.NO));
    String official = "";
    if (statement.speaker() instanceof Speaker.Named named) {
      official = Long.toString(named.officialId());
      fields.add(new StringField(SPEAKER, official, Field.Store.NO));
    }
    String sides = statement.side() == null ? "" : statement.side().name();
    for (String side : Sides.separate(sides)) {
      fields.add(new StringField(SIDE, Words.fold(side), Field.Store.NO));
    }
    String role = statement.role() == null ? "" : statement.role();
    fields.add(
        new StringField(
            CAST, official + UNIT_SEPARATOR + sides + UNIT_SEPARATOR + role, Field.Store.NO));
    LocalDate day = statement.spoken() == null ? source.published() : statement.spoken();
    if (day != null) {
      fields.add(new LongPoint(DAY, day.toEpochDay()));
      fields.add(new NumericDocValuesField(DAY, day.toEpochDay()));
    }
    if (terse(statement)) {
      fields.add(new NumericDocValuesField(TERSE, 1));
    }
    return fields;
  }

  /** The fields of a statement, given the passages of its document. */
  org.apache.lucene.document.Document of(
      Statement statement, Document source, List<Passage> passages) {
    org.apache.lucene.document.Document fields = facts(statement, source);
    Language language = statement.language();
    Set<String> said = analysis.terms(statement.text(), language);
    Wordings.add(fields, statement);
    Set<String> near = new LinkedHashSet<>();
    Set<String> far = new LinkedHashSet<>();
    Set<String> asked = new LinkedHashSet<>();
    Passage before = null;
    for (Passage passage : passages) {
      if (statement.parts().stream().anyMatch(part -> part.span().overlaps(passage.span()))) {
        near.addAll(analysis.terms(passage.text(), language));
        if (before != null) {
          (asks(before.text()) ? asked : far).addAll(analysis.terms(before.text(), language));
        }
      }
      before = passage;
    }
    if (statement.occasion() != null) {
      // Occasions are an editor's or the program's words, which may be English in any document.
      near.addAll(analysis.terms(statement.occasion(), language(statement.occasion(), language)));
    }
    if (source.title() != null) {
      far.addAll(analysis.terms(source.title(), language));
    }
    // Each term stands in the best zone only, for there it counts most: the others would only be
    // searched in vain.
    // A figure nearby isn't the speaker's answer.
    List.of(asked, near, far).forEach(around -> around.remove(Amounts.TERM));
    asked.removeAll(said);
    near.removeAll(said);
    near.removeAll(asked);
    far.removeAll(said);
    far.removeAll(asked);
    far.removeAll(near);
    fields.add(terms(SAID, said));
    fields.add(terms(ASKED, asked));
    fields.add(terms(NEAR, near));
    fields.add(terms(FAR, far));
    return fields;
  }

  private static boolean terse(Statement statement) {
    return statement.kind() == Kind.VERBATIM && Wordings.wording(statement).size() <= FEW_WORDS;
  }

  /** The fields of a passage in which the source speaks in its own name. */
  org.apache.lucene.document.Document of(Passage passage, Document source) {
    org.apache.lucene.document.Document fields = new org.apache.lucene.document.Document();
    fields.add(new StringField(KEY, "p" + passage.id(), Field.Store.NO));
    fields.add(new StringField(TYPE, PASSAGE, Field.Store.NO));
    fields.add(new NumericDocValuesField(ID, passage.id()));
    if (source.published() != null) {
      fields.add(new LongPoint(DAY, source.published().toEpochDay()));
      fields.add(new NumericDocValuesField(DAY, source.published().toEpochDay()));
    }
    fields.add(terms(SAID, analysis.terms(passage.text(), source.language())));
    if (source.title() != null) {
      fields.add(terms(FAR, analysis.terms(source.title(), source.language())));
    }
    return fields;
  }

  /** Whether a term stands in any statement or its paragraph. */
  static boolean stands(String term, IndexSearcher searcher) throws IOException {
    // Narration has its words in the same field, but nobody said them.
    Query said =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(SAID, term)), BooleanClause.Occur.FILTER)
            .add(new TermQuery(new Term(TYPE, STATEMENT)), BooleanClause.Occur.FILTER)
            .build();
    return searcher.getIndexReader().docFreq(new Term(NEAR, term)) > 0 || searcher.count(said) > 0;
  }

  private static boolean asks(String text) {
    String bare = text.strip();
    return bare.endsWith("?") || bare.endsWith("?»") || bare.endsWith("?”") || bare.endsWith("?\"");
  }

  private static Language language(String text, Language otherwise) {
    boolean cyrillic = new Token(text, text, new Span(0, Math.max(1, text.length()))).cyrillic();
    return cyrillic
        ? (otherwise == Language.UKRAINIAN ? otherwise : Language.RUSSIAN)
        : Language.ENGLISH;
  }

  static Field terms(String field, Collection<String> terms) {
    return new Field(field, new TermStream(terms.iterator()), TERMS);
  }

  /** Hands terms that are ready to Lucene. */
  private static final class TermStream extends TokenStream {
    private final CharTermAttribute attribute = addAttribute(CharTermAttribute.class);
    private final Iterator<String> terms;

    private TermStream(Iterator<String> terms) {
      this.terms = terms;
    }

    @Override
    public boolean incrementToken() {
      clearAttributes();
      if (!terms.hasNext()) {
        return false;
      }
      attribute.append(terms.next());
      return true;
    }
  }
}
