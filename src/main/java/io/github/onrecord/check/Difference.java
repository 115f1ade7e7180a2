package io.github.onrecord.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a quotation differs from a statement, word by word, in reading order.
 *
 * @param pieces neighbouring words of one kind
 */
public record Difference(List<Piece> pieces) {
  public Difference {
    pieces = List.copyOf(pieces);
  }

  /** Where words stand. */
  public enum Where {
    /** In both. */
    BOTH,
    /** On record, not in the quotation. */
    RECORD,
    /** In the quotation, not on record. */
    QUOTATION
  }

  /**
   * Words that stand in the same texts.
   *
   * @param text as written; where they stand in both, as on record
   */
  public record Piece(Where where, String text) {}

  /**
   * One line: words that only the record has as {@code [-…-]}, words that only the quotation has as
   * {@code {+…+}}.
   */
  public String plain() {
    return pieces.stream()
        .map(
            piece ->
                switch (piece.where()) {
                  case BOTH -> piece.text();
                  case RECORD -> "[-" + piece.text() + "-]";
                  case QUOTATION -> "{+" + piece.text() + "+}";
                })
        .collect(Collectors.joining(" "));
  }

  /** The pieces that a text consists of: the record's or the quotation's. */
  public List<Piece> of(Where text) {
    return pieces.stream()
        .filter(piece -> piece.where() == Where.BOTH || piece.where() == text)
        .toList();
  }

  /** Joins neighbouring words of one kind; what was dropped stands before what was added. */
  static Difference of(List<Piece> words) {
    List<Piece> joined = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Where where = words.get(at).where();
      if (where == Where.BOTH) {
        at = join(words, at, where, joined);
        continue;
      }
      List<Piece> changed = new ArrayList<>();
      while (at < words.size() && words.get(at).where() != Where.BOTH) {
        changed.add(words.get(at));
        at++;
      }
      for (Where side : List.of(Where.RECORD, Where.QUOTATION)) {
        List<Piece> own = changed.stream().filter(piece -> piece.where() == side).toList();
        if (!own.isEmpty()) {
          join(own, 0, side, joined);
        }
      }
    }
    return new Difference(joined);
  }

  private static int join(List<Piece> words, int from, Where where, List<Piece> joined) {
    int to = from;
    while (to < words.size() && words.get(to).where() == where) {
      to++;
    }
    joined.add(
        new Piece(
            where,
            words.subList(from, to).stream().map(Piece::text).collect(Collectors.joining(" "))));
    return to;
  }
}
