package io.github.onrecord.answer;

import io.github.onrecord.answer.Answer.Author;
import io.github.onrecord.answer.Answer.Group;
import io.github.onrecord.answer.Answer.Heading;
import io.github.onrecord.answer.Answer.NothingOnRecord;
import io.github.onrecord.answer.Answer.OnRecord;
import io.github.onrecord.answer.Answer.OutOfScope;
import io.github.onrecord.answer.Answer.Point;
import io.github.onrecord.answer.Answer.WhichOfficial;
import io.github.onrecord.record.Kind;
import io.github.onrecord.search.Evidence;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Question;
import io.github.onrecord.search.Stance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes answers without a model: it chooses, orders and groups statements and lets them speak for
 * themselves. It never writes a sentence, so it can't say what the record doesn't. Sentences of a
 * model, once verified, only take the place of its own choice under the same titles.
 */
final class Composer {
  /** Statements read at once in one list: a telephone's screen and a half. The rest is «more». */
  static final int SHOWN = 6;

  /** Statements read at once under each title, when there are several. */
  static final int SHOWN_IN_GROUP = 3;

  /** Near statements that don't answer, and passages of a source. */
  static final int SHOWN_ASIDE = 3;

  Answer compose(Evidence evidence) {
    return compose(evidence, List.of());
  }

  /**
   * The answer with verified points of a model where there are any.
   *
   * @param written points whose statements are all of one speaker and stand in the evidence
   */
  Answer compose(Evidence evidence, List<Point> written) {
    Question question = evidence.question();
    return switch (evidence.finding()) {
      case SUPPORTED -> onRecord(evidence, written);
      case WHICH_OFFICIAL -> new WhichOfficial(question, question.ambiguous());
      case NO_SUCH_OFFICIAL, WRONG_SPEAKER, NO_TOPIC, OUT_OF_RANGE ->
          nothing(evidence, evidence.finding());
      case OPINION, ABOUT_THE_BOT, OUT_OF_SCOPE -> new OutOfScope(question, evidence.finding());
    };
  }

  private static Answer nothing(Evidence evidence, Finding finding) {
    List<Match> nearest = first(standing(evidence.related()), SHOWN_ASIDE);
    return new NothingOnRecord(evidence.question(), finding, nearest, evidence.coverage());
  }

  private static Answer onRecord(Evidence evidence, List<Point> written) {
    List<Match> answers = standing(evidence.answers());
    if (answers.isEmpty() && evidence.passages().isEmpty()) {
      return nothing(evidence, Finding.NO_TOPIC);
    }
    Question question = evidence.question();
    Map<String, List<Match>> titled = grouped(question, answers);
    List<Group> groups = new ArrayList<>();
    List<Match> more = new ArrayList<>();
    if (titled.size() > 1) {
      titled.forEach(
          (title, matches) ->
              groups.add(
                  new Group(title, points(question, matches, SHOWN_IN_GROUP, written, more))));
    } else if (answers.stream().anyMatch(match -> match.stance() != Stance.OPEN)) {
      for (Stance stance : Stance.values()) {
        List<Match> alike = answers.stream().filter(match -> match.stance() == stance).toList();
        if (!alike.isEmpty()) {
          groups.add(
              new Group(null, stance, points(question, alike, SHOWN_IN_GROUP, written, more)));
        }
      }
    } else if (!answers.isEmpty()) {
      groups.add(new Group(null, points(question, answers, SHOWN, written, more)));
    }
    boolean byModel =
        groups.stream().flatMap(g -> g.points().stream()).anyMatch(p -> p.sentence() != null);
    return new OnRecord(
        question,
        heading(question.intent(), answers, !evidence.passages().isEmpty()),
        groups,
        first(evidence.passages(), SHOWN_ASIDE),
        more,
        first(standing(evidence.related()), SHOWN_ASIDE),
        byModel ? Author.MODEL : Author.COMPOSER);
  }

  private static Heading heading(Intent intent, List<Match> answers, boolean told) {
    if (told) {
      return Heading.CIRCUMSTANCE;
    }
    return switch (intent) {
      case POSITION -> Heading.POSITION;
      case COMPARISON -> Heading.COMPARISON;
      case WHO_SAID -> Heading.WHO_SAID;
      case DID_THEY_SAY -> Heading.ON_THIS_POINT;
      case QUOTE ->
          answers.stream().anyMatch(Composer::verbatim) ? Heading.QUOTES : Heading.ONLY_REPORTED;
      case WHEN, CIRCUMSTANCE, WHAT_WAS_SAID, OPINION, ABOUT_THE_BOT, OUT_OF_SCOPE ->
          Heading.ON_RECORD;
    };
  }

  /**
   * The statements under the title of whoever was asked about, in the order asked; fewer than two
   * titles mean that they are read as one list. Whoever was asked about and has nothing on record
   * keeps an empty list, but for a side outside a comparison: it may well be the topic. Nobody's
   * statement is left out.
   */
  private static Map<String, List<Match>> grouped(Question question, List<Match> answers) {
    Intent intent = question.intent();
    if (intent != Intent.COMPARISON
        && intent != Intent.POSITION
        && intent != Intent.WHAT_WAS_SAID) {
      return Map.of();
    }
    List<Subject> asked = Subject.askedAbout(question);
    if (asked.size() == 1 || (asked.isEmpty() && intent != Intent.COMPARISON)) {
      return Map.of();
    }
    Map<String, List<Match>> groups = new LinkedHashMap<>();
    asked.forEach(subject -> groups.put(subject.title(), new ArrayList<>()));
    for (Match match : answers) {
      String title =
          asked.stream()
              .filter(subject -> subject.spoke(match.statement()))
              .map(Subject::title)
              .findFirst()
              .orElseGet(() -> Subject.of(match.statement()).title());
      groups.computeIfAbsent(title, t -> new ArrayList<>()).add(match);
    }
    if (intent != Intent.COMPARISON) {
      asked.stream()
          .filter(subject -> subject instanceof Subject.Party)
          .forEach(side -> groups.remove(side.title(), List.of()));
    }
    return groups;
  }

  /** The best statements, or a model's points of them, in reading order; the rest is more. */
  private static List<Point> points(
      Question question, List<Match> matches, int bound, List<Point> written, List<Match> more) {
    List<Point> own =
        written.stream().filter(point -> matches.containsAll(point.matches())).toList();
    List<Match> shown;
    if (own.isEmpty()) {
      shown = shown(question, matches, bound);
      own = points(shown);
    } else {
      shown = own.stream().flatMap(point -> point.matches().stream()).toList();
    }
    matches.stream().filter(match -> !shown.contains(match)).forEach(more::add);
    return own;
  }

  /**
   * Chosen by fit, then ordered for reading: a position newest first, a comparison of one subject
   * with itself (a change over time) oldest first, a quotation before a report.
   */
  private static List<Match> shown(Question question, List<Match> matches, int bound) {
    List<Match> ranked = new ArrayList<>(matches);
    if (question.intent() == Intent.QUOTE) {
      ranked.sort(Comparator.comparing(match -> verbatim(match) ? 0 : 1));
    }
    List<Match> shown = new ArrayList<>(first(ranked, bound));
    if (question.intent() == Intent.POSITION) {
      shown.sort(Comparator.comparing(Composer::day).reversed());
    } else if (question.intent() == Intent.COMPARISON && bound == SHOWN) {
      shown.sort(Comparator.comparing(Composer::day));
    }
    return shown;
  }

  /** One point for each setting, at the place of its first statement. */
  private static List<Point> points(List<Match> shown) {
    Map<Setting, List<Match>> settings = new LinkedHashMap<>();
    shown.forEach(
        match ->
            settings.computeIfAbsent(Setting.of(match), setting -> new ArrayList<>()).add(match));
    return settings.values().stream().map(matches -> new Point(null, matches)).toList();
  }

  /** The day of a statement, or its document's day; unknown days are the oldest. */
  private static LocalDate day(Match match) {
    LocalDate spoken = match.statement().spoken();
    LocalDate published = match.document().published();
    return spoken != null ? spoken : published != null ? published : LocalDate.MIN;
  }

  private static boolean verbatim(Match match) {
    return match.statement().kind() == Kind.VERBATIM;
  }

  /** Retrieval leaves out what doesn't stand; here it is made sure of. */
  private static List<Match> standing(List<Match> matches) {
    return matches.stream().filter(match -> match.statement().standing()).toList();
  }

  private static <T> List<T> first(List<T> list, int bound) {
    return list.subList(0, Math.min(bound, list.size()));
  }
}
