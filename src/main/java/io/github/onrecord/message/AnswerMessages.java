package io.github.onrecord.message;

import io.github.onrecord.answer.Answer;
import io.github.onrecord.answer.Answer.Author;
import io.github.onrecord.answer.Answer.Group;
import io.github.onrecord.answer.Answer.NothingOnRecord;
import io.github.onrecord.answer.Answer.OnRecord;
import io.github.onrecord.answer.Answer.OutOfScope;
import io.github.onrecord.answer.Answer.Point;
import io.github.onrecord.answer.Answer.WhichOfficial;
import io.github.onrecord.message.Message.Block;
import io.github.onrecord.message.Message.Button;
import io.github.onrecord.message.Message.Run;
import io.github.onrecord.record.Language;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Coverage;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.PassageMatch;
import io.github.onrecord.search.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Answers as messages, in the question's language. */
public final class AnswerMessages {
  /** Statements that one press of «more» brings. */
  private static final int MORE = 6;

  /** Names that are offered as buttons. */
  private static final int MOST_NAMES = 10;

  private final boolean whole;

  private AnswerMessages(boolean whole) {
    this.whole = whole;
  }

  /** Answers of a readable length, the rest behind a «more» button. */
  public static AnswerMessages paged() {
    return new AnswerMessages(false);
  }

  /** Answers with all that was found, for channels without buttons. */
  public static AnswerMessages whole() {
    return new AnswerMessages(true);
  }

  /**
   * The message for an answer.
   *
   * @param examples questions that the record answers, in a language: offered, and only then asked
   *     for, when the answer is that this can't be answered
   */
  public Message of(Answer answer, Function<Language, List<String>> examples) {
    Writing writing = new Writing(Phrases.in(answer.question().language()), whole);
    if (answer instanceof OnRecord onRecord) {
      return writing.onRecord(onRecord);
    }
    if (answer instanceof NothingOnRecord nothing) {
      return writing.nothing(nothing);
    }
    if (answer instanceof WhichOfficial which) {
      return writing.which(which);
    }
    return writing.outOfScope((OutOfScope) answer, examples.apply(answer.question().language()));
  }

  /**
   * What «more» shows.
   *
   * @param matches all statements of the answer, in reading order
   * @param from how many of them were shown already, more than 0 and less than all
   */
  public Message more(Phrases phrases, List<Match> matches, int from) {
    Writing writing = new Writing(phrases, whole);
    return writing.more(matches, from, whole ? matches.size() : from + MORE);
  }

  /** One message being written. */
  private static final class Writing {
    private final Phrases phrases;
    private final boolean whole;
    private final StatementBlocks statements;
    private final List<Block> blocks = new ArrayList<>();

    Writing(Phrases phrases, boolean whole) {
      this.phrases = phrases;
      this.whole = whole;
      this.statements = new StatementBlocks(phrases);
    }

    Message onRecord(OnRecord answer) {
      List<Match> shown = answer.shown();
      int found = shown.size() + answer.more().size();
      bold(
          phrases.say("answer.heading." + answer.heading().name().toLowerCase(Locale.ROOT), found));
      for (PassageMatch passage : answer.passages()) {
        passage(passage);
      }
      boolean numbered = found > 1;
      int number = 1;
      for (Group group : answer.groups()) {
        if (group.title() != null) {
          bold(group.title());
        }
        if (group.stance() != null) {
          bold(phrases.say("answer.stance." + group.stance().name().toLowerCase(Locale.ROOT)));
        }
        if (group.points().isEmpty()) {
          plain(phrases.say("answer.group.nothing"));
        }
        for (Point point : group.points()) {
          if (point.sentence() != null) {
            plain(point.sentence());
          }
          for (Match match : point.matches()) {
            blocks.addAll(statements.of(match, numbered ? number : null));
            number++;
          }
        }
      }
      if (whole) {
        list(answer.more(), number);
      } else if (!answer.more().isEmpty()) {
        italic(phrases.say("answer.more", answer.more().size()));
      }
      related("answer.related", answer.related());
      italic(
          phrases.say(
              answer.author() == Author.MODEL ? "answer.author.model" : "answer.author.composer"));
      List<List<Button>> buttons = buttons(shown, 1, numbered);
      if (!whole) {
        if (!answer.more().isEmpty()) {
          buttons.add(List.of(more(shown.size())));
        }
        buttons.add(List.of(why(), wrong()));
      }
      return new Message(blocks, buttons);
    }

    Message more(List<Match> matches, int from, int to) {
      List<Match> shown = matches.subList(from, Math.min(to, matches.size()));
      list(shown, from + 1);
      List<List<Button>> buttons = buttons(shown, from + 1, true);
      if (to < matches.size()) {
        italic(phrases.say("answer.more", matches.size() - to));
        buttons.add(List.of(more(to)));
      }
      return new Message(blocks, buttons);
    }

    Message nothing(NothingOnRecord answer) {
      Question question = answer.question();
      plain(nothingSentence(answer));
      if (!answer.coverage().nearestNames().isEmpty()) {
        plain(
            phrases.say(
                "nothing.nearestNames", String.join(", ", answer.coverage().nearestNames())));
      }
      List<Match> nearest = answer.nearest();
      if (answer.finding() == Finding.WRONG_SPEAKER) {
        related("nothing.others", nearest.stream().filter(m -> !asked(question, m)).toList());
        nearest = nearest.stream().filter(m -> asked(question, m)).toList();
      }
      related("nothing.nearest", nearest);
      italic(coverage(answer.coverage()));
      List<List<Button>> buttons = buttons(answer.nearest(), 1, answer.nearest().size() > 1);
      if (!whole) {
        buttons.add(List.of(new Button.Action(phrases.say("button.tell"), "follow:once")));
        buttons.add(List.of(why(), wrong()));
      }
      return new Message(blocks, buttons);
    }

    Message which(WhichOfficial answer) {
      bold(phrases.say("which.title"));
      plain(bullets(answer.candidates().stream().map(Writing::describe).toList()));
      if (whole) {
        plain(phrases.say("which.hint"));
        return new Message(blocks, List.of());
      }
      String suffix = answer.question().intent() == Intent.QUOTE ? ":quote" : "";
      return new Message(
          blocks,
          answer.candidates().stream()
              .limit(MOST_NAMES)
              .map(
                  official ->
                      List.<Button>of(
                          new Button.Action(
                              StatementBlocks.isolated(official.name()),
                              "whom:" + official.id() + suffix)))
              .toList());
    }

    Message outOfScope(OutOfScope answer, List<String> examples) {
      plain(phrases.say("outofscope." + answer.finding().name().toLowerCase(Locale.ROOT)));
      if (!examples.isEmpty()) {
        plain(phrases.say("outofscope.try"));
        plain(bullets(examples));
      }
      return new Message(blocks, List.of());
    }

    private String nothingSentence(NothingOnRecord answer) {
      Question question = answer.question();
      String asked = asked(question);
      return switch (answer.finding()) {
        case NO_SUCH_OFFICIAL ->
            question.unknownNames().isEmpty()
                ? phrases.say("nothing.no_such_official.unnamed")
                : phrases.say(
                    "nothing.no_such_official", String.join(", ", question.unknownNames()));
        case WRONG_SPEAKER -> phrases.say("nothing.wrong_speaker", asked);
        case OUT_OF_RANGE -> phrases.say("nothing.out_of_range");
        default ->
            asked.isEmpty()
                ? phrases.say("nothing.no_topic")
                : phrases.say("nothing.no_topic.speaker", asked);
      };
    }

    /** Whether a statement is by somebody who was asked about. */
    private static boolean asked(Question question, Match match) {
      Statement statement = match.statement();
      Side side = statement.side();
      return (side != null && question.sides().contains(side))
          || (statement.speaker() instanceof Speaker.Named named
              && question.officials().stream().anyMatch(o -> o.id() == named.officialId()));
    }

    private static String asked(Question question) {
      return String.join(
          ", ",
          Stream.concat(
                  question.officials().stream().map(Official::name),
                  question.sides().stream().map(side -> side.name()))
              .toList());
    }

    private String coverage(Coverage coverage) {
      if (coverage.updated() == null) {
        return phrases.say("nothing.coverage.empty");
      }
      StringBuilder text =
          new StringBuilder(phrases.say("nothing.coverage", coverage.statements()));
      if (coverage.statements() == 0) {
        return text.toString();
      }
      if (coverage.first() != null && coverage.last() != null) {
        text.append(
            coverage.first().equals(coverage.last())
                ? phrases.say("nothing.coverage.day", phrases.day(coverage.first()))
                : phrases.say(
                    "nothing.coverage.days",
                    phrases.day(coverage.first()),
                    phrases.day(coverage.last())));
      }
      return text + phrases.say("nothing.coverage.updated", phrases.day(coverage.updated()));
    }

    private void related(String heading, List<Match> matches) {
      if (matches.isEmpty()) {
        return;
      }
      bold(phrases.say(heading));
      matches.forEach(match -> blocks.addAll(statements.of(match, null)));
    }

    private void passage(PassageMatch match) {
      blocks.add(
          new Block(List.of(new Run.Plain(StatementBlocks.clean(match.passage().text()))), true));
      String source = match.document().source();
      blocks.add(
          new Block(
              List.of(
                  StatementBlocks.link(
                      source == null
                          ? phrases.say("answer.passage.nosource", match.document().name())
                          : phrases.say("answer.passage", source),
                      match.document())),
              false));
    }

    private void list(List<Match> matches, int number) {
      for (int i = 0; i < matches.size(); i++) {
        blocks.addAll(statements.of(matches.get(i), number + i));
      }
    }

    private Button more(int shown) {
      return new Button.Action(phrases.say("button.more"), "more:" + shown);
    }

    private Button wrong() {
      return new Button.Action(phrases.say("button.wrong"), "wrong:answer");
    }

    private Button why() {
      return new Button.Action(phrases.say("button.why"), "why:answer");
    }

    private List<List<Button>> buttons(List<Match> shown, int number, boolean numbered) {
      return StatementButtons.of(
          phrases, shown.stream().map(match -> match.statement().id()).toList(), number, numbered);
    }

    private static String describe(Official official) {
      String posts =
          String.join(", ", official.posts().stream().map(post -> post.role()).distinct().toList());
      String side = official.side() == null ? "" : official.side().name();
      String detail =
          Stream.of(posts, side)
              .filter(text -> !text.isEmpty())
              .reduce("", (a, b) -> a.isEmpty() ? b : a + ", " + b);
      String name = StatementBlocks.isolated(official.name());
      return detail.isEmpty() ? name : name + " — " + detail;
    }

    private void plain(String text) {
      blocks.add(new Block(List.of(new Run.Plain(text)), false));
    }

    private void bold(String text) {
      blocks.add(new Block(List.of(new Run.Bold(text)), false));
    }

    private void italic(String text) {
      blocks.add(new Block(List.of(new Run.Italic(text)), false));
    }
  }

  /** Lines with a bullet each. */
  static String bullets(List<String> lines) {
    return String.join("\n", lines.stream().map(line -> "• " + line).toList());
  }
}
