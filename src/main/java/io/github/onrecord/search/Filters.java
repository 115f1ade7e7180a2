package io.github.onrecord.search;

import io.github.onrecord.record.Kind;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** What may be found for a question: whose statements, of which days, telling what. */
final class Filters {
  static final Query STATEMENTS = new TermQuery(new Term(Fields.TYPE, Fields.STATEMENT));
  static final Query VERBATIM = new TermQuery(new Term(Fields.KIND, Kind.VERBATIM.name()));
  static final Query PASSAGES = new TermQuery(new Term(Fields.TYPE, Fields.PASSAGE));

  private final RecordIndex index;

  Filters(RecordIndex index) {
    this.index = index;
  }

  /** Texts that hold a word of which one shows that what is sought is told; null for no words. */
  @Nullable Query telling(Question question) {
    List<Query> words = new ArrayList<>();
    for (String word : question.aspect().words()) {
      if (word.equals(Aspect.ANY_NUMBER)) {
        words.add(new PrefixQuery(new Term(Fields.SAID, Analysis.NUMBER)));
      }
      for (Analysis.Unit unit : index.analysis().units(word, question.language())) {
        unit.alternatives()
            .forEach(
                (term, sureness) -> {
                  if (sureness > Analysis.SOUND) {
                    words.add(new TermQuery(new Term(Fields.SAID, term)));
                  }
                });
      }
    }
    return words.isEmpty() ? null : any(words);
  }

  /** The statements of each of those asked about; none when nobody is. */
  List<Query> subjects(Question question) {
    List<Query> subjects = new ArrayList<>();
    for (Official official : question.officials()) {
      subjects.add(new TermQuery(new Term(Fields.SPEAKER, Long.toString(official.id()))));
    }
    for (Side side : question.sides()) {
      List<Query> names = new ArrayList<>();
      for (String name : index.roster().sides().names(side)) {
        names.add(new TermQuery(new Term(Fields.SIDE, name)));
      }
      subjects.add(any(names));
    }
    return subjects;
  }

  /** Some statements. */
  static Query numbered(List<Long> ids) {
    return any(
        ids.stream()
            .<Query>map(id -> new TermQuery(new Term(Fields.KEY, Fields.keyOf(id))))
            .toList());
  }

  static Query any(List<Query> queries) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    queries.forEach(query -> any.add(query, BooleanClause.Occur.SHOULD));
    return any.build();
  }

  static @Nullable Query days(@Nullable DateRange when) {
    if (when == null) {
      return null;
    }
    LocalDate from = when.from();
    LocalDate to = when.to();
    return LongPoint.newRangeQuery(
        Fields.DAY,
        from == null ? Long.MIN_VALUE : from.toEpochDay(),
        to == null ? Long.MAX_VALUE : to.toEpochDay());
  }

  static Query both(Query subject, @Nullable Query days) {
    return days == null
        ? subject
        : new BooleanQuery.Builder()
            .add(subject, BooleanClause.Occur.FILTER)
            .add(days, BooleanClause.Occur.FILTER)
            .build();
  }
}
