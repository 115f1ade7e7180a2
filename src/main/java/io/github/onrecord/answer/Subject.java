package io.github.onrecord.answer;

import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Speaker;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Somebody held against others: an official, a side, or a speaker whom the document doesn't name.
 */
sealed interface Subject {
  /** The name under which its statements are read. */
  String title();

  boolean spoke(Statement statement);

  /** A person. */
  record Person(long id, String title) implements Subject {
    @Override
    public boolean spoke(Statement statement) {
      return statement.speaker() instanceof Speaker.Named named
          && (id > 0 ? named.officialId() == id : named.name().equals(title));
    }
  }

  /** A side, whoever speaks for it. */
  record Party(Side side) implements Subject {
    @Override
    public String title() {
      return side.name();
    }

    @Override
    public boolean spoke(Statement statement) {
      return side.equals(statement.side());
    }
  }

  /** A speaker of no side. */
  record Voice(Speaker speaker) implements Subject {
    @Override
    public String title() {
      return speaker.shownAs();
    }

    @Override
    public boolean spoke(Statement statement) {
      return speaker.equals(statement.speaker());
    }
  }

  /**
   * Those whom a question names: its officials, and the sides for which none of them speaks (a side
   * is also understood from its official's office, which doesn't make it a second subject).
   */
  static List<Subject> askedAbout(Question question) {
    List<Subject> subjects = new ArrayList<>();
    for (Official official : question.officials()) {
      subjects.add(new Person(official.id(), official.name()));
    }
    for (Side side : question.sides()) {
      if (question.officials().stream().noneMatch(o -> Objects.equals(o.side(), side))) {
        subjects.add(new Party(side));
      }
    }
    return subjects.stream().distinct().toList();
  }

  /** Under whom a statement of nobody asked about is read. */
  static Subject of(Statement statement) {
    Side side = statement.side();
    return side != null ? new Party(side) : new Voice(statement.speaker());
  }
}
