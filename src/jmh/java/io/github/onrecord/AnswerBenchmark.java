package io.github.onrecord;

import io.github.onrecord.answer.Answer;
import io.github.onrecord.answer.Answerer;
import io.github.onrecord.answer.RecordDesk;
import io.github.onrecord.search.QuestionReader;
import io.github.onrecord.search.RecordIndex;
import io.github.onrecord.search.Retriever;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.core.SimpleAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A question to its answer without a model, against a bare Lucene query of the same words. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AnswerBenchmark {
  /** Statements on record. */
  @Param({"10", "10000", "100000", "1000000"})
  private int statements;

  private GeneratedStore record;
  private RecordIndex index;
  private RecordDesk desk;
  private List<String> questions;
  private IndexSearcher bare;
  private int next;

  @Setup
  public void generate() throws IOException {
    record = new GeneratedStore(statements);
    index = record.index("index");
    desk =
        new RecordDesk(
            index,
            new QuestionReader(index, Clock.systemUTC()),
            new Retriever(index),
            Answerer.withoutModel(),
            null);
    questions = IntStream.range(0, 500).mapToObj(i -> record.generated().question()).toList();
    bare = bareIndex();
  }

  private IndexSearcher bareIndex() throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new SimpleAnalyzer()))) {
      record
          .store()
          .record()
          .forEachStatement(
              statement -> {
                try {
                  Document document = new Document();
                  document.add(new TextField("text", statement.text(), Field.Store.NO));
                  writer.addDocument(document);
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      writer.forceMerge(1);
    }
    return new IndexSearcher(DirectoryReader.open(directory));
  }

  @TearDown
  public void close() {
    index.close();
    record.close();
  }

  @Benchmark
  public Answer questionToAnswer() {
    return desk.ask(question(), List.of());
  }

  @Benchmark
  public TopDocs bareLuceneQuery() throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    try (Analyzer analyzer = new SimpleAnalyzer();
        TokenStream tokens = analyzer.tokenStream("text", question())) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) {
        query.add(new TermQuery(new Term("text", term.toString())), BooleanClause.Occur.SHOULD);
      }
      tokens.end();
    }
    return bare.search(query.build(), 20);
  }

  private String question() {
    next = (next + 1) % questions.size();
    return questions.get(next);
  }
}
