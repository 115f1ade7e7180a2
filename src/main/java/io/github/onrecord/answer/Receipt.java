package io.github.onrecord.answer;

import io.github.onrecord.answer.Answer.Author;
import io.github.onrecord.answer.Answer.OnRecord;
import io.github.onrecord.answer.Answer.Point;
import io.github.onrecord.record.Document;
import io.github.onrecord.record.Part;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.PassageMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an answer rests on, line by line: a plain value that can be written as JSON.
 *
 * @param question the person's words
 * @param outcome how it was answered: the kind of {@link Answer}
 * @param finding why nothing is on record, or null when something is
 * @param lines what was shown as the answer, in reading order
 */
public record Receipt(String question, String outcome, @Nullable String finding, List<Line> lines) {
  public Receipt {
    lines = List.copyOf(lines);
  }

  /**
   * A sentence, or statements that speak for themselves.
   *
   * @param sentence the connecting sentence, or null when there is none
   * @param writtenBy {@code model} for a model's verified sentence, {@code record} where the
   *     record's words stand alone
   * @param checks what was checked before it was shown
   * @param sources what it rests on
   */
  public record Line(
      @Nullable String sentence, String writtenBy, List<String> checks, List<Source> sources) {
    public Line {
      checks = List.copyOf(checks);
      sources = List.copyOf(sources);
    }
  }

  /**
   * A statement, or a passage of a source.
   *
   * @param statement the statement's number, or null for a passage
   * @param passage the passage's number, or null for a statement
   * @param speaker whose words, or null for a passage
   * @param kind {@code verbatim}, {@code reported} or {@code narration}
   * @param spans start and end of each part in the document's text, in UTF-16 units
   * @param document the document's number
   * @param name the file or address it was read from
   * @param address where people can read it, or null
   * @param sha256 hash of the document's text
   * @param reasons why it matched the question
   */
  public record Source(
      @Nullable Long statement,
      @Nullable Long passage,
      @Nullable String speaker,
      String kind,
      List<List<Integer>> spans,
      long document,
      String name,
      @Nullable String address,
      String sha256,
      List<String> reasons) {
    public Source {
      spans = List.copyOf(spans);
      reasons = List.copyOf(reasons);
    }
  }

  /** Checks that {@link Verifier} made of a model's sentence; one that fails isn't shown. */
  private static final List<String> OF_SENTENCES =
      List.of(
          "labels",
          "speaker",
          "form",
          "language",
          "words",
          "names",
          "numbers",
          "negations",
          "modality",
          "order",
          "nothing left out");

  /** The receipt of an answer. */
  public static Receipt of(Answer answer) {
    String question = answer.question().text();
    if (answer instanceof OnRecord onRecord) {
      List<Line> lines = new ArrayList<>();
      onRecord.groups().stream()
          .flatMap(group -> group.points().stream())
          .forEach(point -> lines.add(line(point)));
      onRecord.passages().forEach(passage -> lines.add(line(passage)));
      return new Receipt(question, "ON_RECORD", null, lines);
    }
    if (answer instanceof Answer.NothingOnRecord nothing) {
      return new Receipt(question, "NOTHING_ON_RECORD", nothing.finding().name(), List.of());
    }
    if (answer instanceof Answer.OutOfScope out) {
      return new Receipt(question, "OUT_OF_SCOPE", out.finding().name(), List.of());
    }
    return new Receipt(question, "WHICH_OFFICIAL", null, List.of());
  }

  private static Line line(Point point) {
    List<Source> sources = point.matches().stream().map(Receipt::source).toList();
    List<String> checks =
        Stream.concat(
                point.sentence() == null ? Stream.empty() : OF_SENTENCES.stream(),
                ofWords(point.matches()).stream())
            .toList();
    String author = point.sentence() == null ? "record" : Author.MODEL.name();
    return new Line(point.sentence(), author.toLowerCase(Locale.ROOT), checks, sources);
  }

  private static Line line(PassageMatch match) {
    Document document = match.document();
    boolean there = match.passage().span().of(document.text()).equals(match.passage().text());
    Source source =
        new Source(
            null,
            match.passage().id(),
            null,
            "narration",
            List.of(List.of(match.passage().span().start(), match.passage().span().end())),
            document.id(),
            document.name(),
            document.url(),
            document.sha256(),
            List.of());
    return new Line(
        null, "record", there ? List.of("words in the document") : List.of(), List.of(source));
  }

  /** Made anew for each receipt: the words stand in the documents where the record says. */
  private static List<String> ofWords(List<Match> matches) {
    boolean there =
        matches.stream()
            .allMatch(
                match ->
                    match.statement().parts().stream()
                        .allMatch(part -> stands(part, match.document().text())));
    return there ? List.of("words in the document") : List.of();
  }

  private static boolean stands(Part part, String text) {
    return part.span().end() <= text.length() && part.span().of(text).equals(part.text());
  }

  private static Source source(Match match) {
    Statement statement = match.statement();
    Document document = match.document();
    return new Source(
        statement.id(),
        null,
        statement.speaker().shownAs(),
        statement.kind().name().toLowerCase(Locale.ROOT),
        statement.parts().stream()
            .map(part -> List.of(part.span().start(), part.span().end()))
            .toList(),
        document.id(),
        document.name(),
        document.url(),
        document.sha256(),
        match.reasons());
  }
}
