package io.github.onrecord.answer;

import io.github.onrecord.record.Official;
import io.github.onrecord.search.Coverage;
import io.github.onrecord.search.Finding;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.PassageMatch;
import io.github.onrecord.search.Question;
import io.github.onrecord.search.Stance;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a person gets for a question. Whatever is quoted in it was copied from the record. */
public sealed interface Answer {

  Question question();

  /**
   * Officials are on record.
   *
   * @param heading how the answer introduces itself, without accepting a premise
   * @param groups the statements, grouped for reading; an empty group says «nothing on record»
   * @param passages what a source tells in its own name
   * @param more statements that answer too, beyond what is read at once; best first
   * @param related near statements that don't answer, shown apart
   * @param author who wrote the connecting sentences
   */
  record OnRecord(
      Question question,
      Heading heading,
      List<Group> groups,
      List<PassageMatch> passages,
      List<Match> more,
      List<Match> related,
      Author author)
      implements Answer {
    public OnRecord {
      groups = List.copyOf(groups);
      passages = List.copyOf(passages);
      more = List.copyOf(more);
      related = List.copyOf(related);
    }

    /** The statements shown in the groups, in reading order. */
    public List<Match> shown() {
      return groups.stream()
          .flatMap(group -> group.points().stream())
          .flatMap(point -> point.matches().stream())
          .toList();
    }

    /** All statements that answer: those shown, then those beyond what is read at once. */
    public List<Match> answering() {
      return Stream.concat(shown().stream(), more.stream()).toList();
    }
  }

  /** The record is silent. */
  record NothingOnRecord(Question question, Finding finding, List<Match> nearest, Coverage coverage)
      implements Answer {
    public NothingOnRecord {
      nearest = List.copyOf(nearest);
    }
  }

  /** The name fits several officials; the person chooses. */
  record WhichOfficial(Question question, List<Official> candidates) implements Answer {
    public WhichOfficial {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * Not for the record: an opinion, another subject, an instruction, or a question about the bot.
   */
  record OutOfScope(Question question, Finding finding) implements Answer {}

  /**
   * Statements read together.
   *
   * @param title a side's or an official's name, or null when the answer has one group only
   * @param stance how they all stand to the claim in the question, or null when none is to be told
   * @param points what is said, in reading order; empty means nothing on record under this title
   */
  record Group(@Nullable String title, @Nullable Stance stance, List<Point> points) {
    public Group {
      points = List.copyOf(points);
    }

    /** Statements under a name, or under nothing. */
    public Group(@Nullable String title, List<Point> points) {
      this(title, null, points);
    }
  }

  /**
   * A connecting sentence and the statements that bear it.
   *
   * @param sentence a verified sentence in the question's language, or null when the composer lets
   *     the statements speak for themselves
   * @param matches the statements shown under it, at least one; several of the composer's share
   *     speaker, role, day, occasion and document, so that the attribution is read once
   */
  record Point(@Nullable String sentence, List<Match> matches) {
    public Point {
      matches = List.copyOf(matches);
      if (matches.isEmpty()) {
        throw new IllegalArgumentException("Every point is borne by a statement");
      }
    }
  }

  /** How an answer introduces itself. */
  enum Heading {
    /** «On record:» */
    ON_RECORD,
    /** A position: «What … has said on this, newest first» */
    POSITION,
    /** A comparison, one group for each side or official. */
    COMPARISON,
    /** Did they say: «On record on this point», which grants nothing. */
    ON_THIS_POINT,
    /** Who said it. */
    WHO_SAID,
    /** When, where, how long. */
    CIRCUMSTANCE,
    /** A quote request met by verbatim words. */
    QUOTES,
    /** A quote request where only reports exist: said plainly. */
    ONLY_REPORTED
  }

  /** Who wrote the connecting sentences. */
  enum Author {
    /** A language model, checked by code. */
    MODEL,
    /** OnRecord's own templates. */
    COMPOSER
  }
}
