package io.github.onrecord.digest;

import io.github.onrecord.answer.Desk;
import io.github.onrecord.digest.DigestMaker.News;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Question;
import io.github.onrecord.store.RecordStore;
import io.github.onrecord.store.Tally;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a wish to be told means: an official, a side, a topic, an occasion, or several of these
 * together. A wish is kept in words and read anew each time, so that it also finds whoever comes on
 * record later. No model is asked. Safe for use by several threads.
 */
public final class Following {
  /** Characters of a wish; what is longer is no name and no topic. */
  public static final int LONGEST = 200;

  /** As many as are looked for of a topic; there may be more. */
  private static final int MANY = 60;

  private final Desk desk;
  private final RecordStore record;

  public Following(Desk desk, RecordStore record) {
    this.desk = desk;
    this.record = record;
  }

  /**
   * What following something would bring.
   *
   * @param question the wish as understood
   * @param finding {@link Finding#WHICH_OFFICIAL} when a name fits several; else whether anything
   *     on record is about it
   * @param statements how many statements are about it so far
   * @param more whether there are more than were counted
   * @param last day of the latest of them, or null when there is none or no day is known
   */
  public record Preview(
      Question question,
      Finding finding,
      long statements,
      boolean more,
      @Nullable LocalDate last) {}

  /** What following something would bring. */
  public Preview preview(String wish) {
    Question question = read(wish);
    Evidence evidence = desk.evidence(question);
    List<Statement> found =
        Stream.concat(
                evidence.answers().stream().map(match -> match.statement()),
                evidence.answers().stream()
                    .flatMap(match -> match.also().stream())
                    .map(twin -> twin.statement()))
            .toList();
    if (question.terms().isEmpty() && !found.isEmpty()) {
      // Everything by somebody: it needn't be searched for, so it can be counted whole.
      Tally tally = everything(question);
      return new Preview(question, evidence.finding(), tally.statements(), false, tally.last());
    }
    LocalDate last =
        found.stream()
            .map(Statement::spoken)
            .filter(Objects::nonNull)
            .max(LocalDate::compareTo)
            .orElse(null);
    return new Preview(question, evidence.finding(), found.size(), found.size() >= MANY, last);
  }

  private Tally everything(Question question) {
    long statements = 0;
    LocalDate last = null;
    for (Tally tally :
        Stream.concat(
                question.officials().stream().map(official -> record.standingOf(official.id())),
                question.sides().stream().map(record::standingOf))
            .toList()) {
      statements += tally.statements();
      LocalDate day = tally.last();
      last = last == null || (day != null && day.isAfter(last)) ? day : last;
    }
    return new Tally(statements, null, last);
  }

  /** News, to be compared with wishes; for use by one thread. */
  public Reading reading(News news) {
    return new Reading(news);
  }

  /** News, compared with each wish once, however many readers have it. */
  public final class Reading {
    private final News news;
    private final List<Long> ids;
    private final Map<String, Set<Long>> matching = new HashMap<>();

    private Reading(News news) {
      this.news = news;
      this.ids = news.entries().stream().map(entry -> entry.statement().id()).toList();
    }

    public News news() {
      return news;
    }

    /** The numbers of the new statements that a wish is about. */
    public Set<Long> about(String wish) {
      return ids.isEmpty()
          ? Set.of()
          : matching.computeIfAbsent(wish, words -> desk.among(read(words), ids));
    }
  }

  private Question read(String wish) {
    return desk.read(wish, List.of()).as(Intent.WHAT_WAS_SAID);
  }

  /**
   * The words in which a question is kept as a wish: its own, unless they mean something only where
   * and when it was asked.
   */
  public static String wish(Question question) {
    String text = question.text().strip();
    if (!question.followUp() && question.when() == null && text.length() <= LONGEST) {
      return text;
    }
    String words =
        Stream.of(
                question.officials().stream().map(Official::name),
                question.sides().stream().map(Side::name),
                question.unknownNames().stream(),
                question.terms().stream())
            .flatMap(each -> each)
            .collect(Collectors.joining(" "));
    return shortened(words.isBlank() ? text : words);
  }

  /** As many whole words as a wish may have. */
  private static String shortened(String words) {
    if (words.length() <= LONGEST) {
      return words;
    }
    int space = words.lastIndexOf(' ', LONGEST);
    return words.substring(0, space > 0 ? space : LONGEST);
  }
}
