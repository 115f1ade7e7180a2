package io.github.onrecord.telegram;

import io.github.onrecord.answer.Answer;
import io.github.onrecord.answer.Answerer;
import io.github.onrecord.answer.Desk;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Aspect;
import io.github.onrecord.search.Coverage;
import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Question;
import io.github.onrecord.store.RecordStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A desk that finds statements by the words they share with a question, so that what Telegram gets
 * doesn't hang on how good the search is. «and …» continues the question before. A question with
 * the word «poison» makes it fail; a family name that fits several officials is not decided.
 */
final class PlainDesk implements Desk {
  private final RecordStore record;
  private final Runnable writing;
  private final Answerer answerer = Answerer.withoutModel();

  PlainDesk(RecordStore record) {
    this(record, () -> {});
  }

  /**
   * A desk that takes its time.
   *
   * @param writing what an answer waits for
   */
  PlainDesk(RecordStore record, Runnable writing) {
    this.record = record;
    this.writing = writing;
  }

  @Override
  public Question read(String text, List<Question> earlier) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean followUp = !earlier.isEmpty() && lower.startsWith("and ");
    List<String> terms =
        new ArrayList<>(
            Stream.of(lower.split("[^\\p{L}]+")).filter(word -> word.length() > 3).toList());
    List<Official> officials =
        record.officials().stream().filter(official -> names(official, lower)).toList();
    terms.removeIf(term -> officials.stream().anyMatch(official -> names(official, term)));
    if (followUp) {
      terms.addAll(earlier.get(earlier.size() - 1).terms());
    }
    boolean unclear =
        officials.size() > 1
            && officials.stream()
                .noneMatch(one -> lower.contains(one.name().toLowerCase(Locale.ROOT)))
            && officials.stream().map(PlainDesk::family).distinct().count() == 1;
    return new Question(
        text,
        language(lower),
        lower.contains("weather") ? Intent.OUT_OF_SCOPE : Intent.WHAT_WAS_SAID,
        unclear ? List.of() : officials,
        unclear ? officials : List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        terms,
        List.of(),
        Aspect.NONE,
        false,
        followUp);
  }

  private static String family(Official official) {
    return official.name().substring(official.name().lastIndexOf(' ') + 1);
  }

  private static boolean names(Official official, String lower) {
    return Stream.concat(Stream.of(official.name()), official.aliases().stream())
        .map(name -> name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))
        .anyMatch(lower::contains);
  }

  private static Language language(String lower) {
    if (lower
        .chars()
        .noneMatch(c -> Character.UnicodeBlock.of(c) == Character.UnicodeBlock.CYRILLIC)) {
      return Language.ENGLISH;
    }
    return lower.chars().anyMatch(c -> "іїєґ".indexOf(c) >= 0)
        ? Language.UKRAINIAN
        : Language.RUSSIAN;
  }

  @Override
  public Answer answer(Question question) {
    writing.run();
    return answerer.answer(evidence(question));
  }

  @Override
  public Answer connect(Evidence evidence) {
    return answerer.answer(evidence);
  }

  @Override
  public Set<Long> among(Question question, Collection<Long> statements) {
    return evidence(question).answers().stream()
        .map(match -> match.statement().id())
        .filter(statements::contains)
        .collect(Collectors.toSet());
  }

  @Override
  public Evidence evidence(Question question) {
    if (question.terms().contains("poison")) {
      throw new IllegalStateException("poisoned");
    }
    List<Match> matches = new ArrayList<>();
    record.forEachStatement(
        statement -> {
          if (statement.standing() && fits(statement, question)) {
            matches.add(
                new Match(
                    statement,
                    record.document(statement.documentId()).orElseThrow(),
                    1,
                    List.of(),
                    List.of()));
          }
        });
    Finding finding =
        question.intent() == Intent.OUT_OF_SCOPE
            ? Finding.OUT_OF_SCOPE
            : !question.ambiguous().isEmpty()
                ? Finding.WHICH_OFFICIAL
                : matches.isEmpty() ? Finding.NO_TOPIC : Finding.SUPPORTED;
    return new Evidence(
        question,
        finding,
        finding == Finding.SUPPORTED ? matches : List.of(),
        List.of(),
        List.of(),
        new Coverage(
            record.standing().statements(),
            null,
            null,
            record.lastUpdated().orElse(null),
            List.of()));
  }

  private static boolean fits(Statement statement, Question question) {
    String text = statement.text().toLowerCase(Locale.ROOT);
    boolean bySomebodyAskedFor =
        question.officials().isEmpty()
            || question.officials().stream()
                .anyMatch(
                    official ->
                        statement.speaker() instanceof Speaker.Named named
                            && named.officialId() == official.id());
    boolean forASideAskedFor =
        question.sides().isEmpty() || question.sides().contains(statement.side());
    return bySomebodyAskedFor
        && forASideAskedFor
        && (question.terms().stream().anyMatch(text::contains)
            || (question.terms().isEmpty() && !question.officials().isEmpty()));
  }
}
