package io.github.onrecord.digest;

import io.github.onrecord.answer.Desk;
import io.github.onrecord.record.Official;
import io.github.onrecord.record.Side;
import io.github.onrecord.record.Statement;
import io.github.onrecord.search.Intent;
import io.github.onrecord.search.Match;
import io.github.onrecord.search.Question;
import io.github.onrecord.store.RecordStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What each side has said on one topic; a side that is silent on it has an empty row. No model is
 * asked.
 *
 * @param question the topic as understood
 * @param rows a row for each side asked about; for each side on record when none is named
 * @param omitted how many more sides are on record that said nothing on it
 */
public record Comparison(Question question, List<Row> rows, int omitted) {
  /** Sides that one reads at once. */
  private static final int MOST = 8;

  private static final Comparator<Statement> BY_DAY =
      Comparator.comparing(
              Statement::spoken, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
          .thenComparing(Statement::id);

  public Comparison {
    rows = List.copyOf(rows);
  }

  /**
   * What a side has said.
   *
   * @param found newest first
   */
  public record Row(Side side, List<Match> found) {
    public Row {
      found = List.copyOf(found);
    }
  }

  /** Whether no topic was given. */
  public boolean withoutTopic() {
    return question.terms().isEmpty();
  }

  /** Compares the sides that the words name, or all, on the topic that they name. */
  public static Comparison of(String words, Desk desk, RecordStore record) {
    Question question = desk.read(words, List.of()).as(Intent.WHAT_WAS_SAID);
    if (question.terms().isEmpty()) {
      return new Comparison(question, List.of(), 0);
    }
    Set<Side> asked = new LinkedHashSet<>(question.sides());
    question.officials().stream().map(Official::side).filter(Objects::nonNull).forEach(asked::add);
    boolean all = asked.isEmpty();
    List<Row> rows = new ArrayList<>();
    for (Side side : all ? onRecord(record) : asked) {
      List<Match> found =
          desk.evidence(question.by(side)).answers().stream()
              .sorted(Comparator.comparing(Match::statement, BY_DAY).reversed())
              .toList();
      rows.add(new Row(side, found));
    }
    if (!all || rows.size() <= MOST) {
      return new Comparison(question, rows, 0);
    }
    List<Row> telling = new ArrayList<>(rows);
    telling.sort(Comparator.comparing(row -> row.found().isEmpty()));
    List<Row> shown = telling.subList(0, MOST);
    return new Comparison(question, shown, rows.size() - MOST);
  }

  /** The sides on record, those who said most first. */
  private static List<Side> onRecord(RecordStore record) {
    Map<Side, Long> sides = new LinkedHashMap<>();
    for (Official official : record.officials()) {
      Side side = official.side();
      if (side != null) {
        sides.computeIfAbsent(side, each -> record.standingOf(each).statements());
      }
    }
    return sides.entrySet().stream()
        .filter(side -> side.getValue() > 0)
        .sorted(Map.Entry.<Side, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }
}
