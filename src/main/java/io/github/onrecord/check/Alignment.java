package io.github.onrecord.check;

import io.github.onrecord.check.Difference.Piece;
import io.github.onrecord.check.Difference.Where;
import io.github.onrecord.search.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The cheapest way to make a quotation of a statement's words: by leaving words out, putting words
 * in, and changing words. What the statement has before and after costs nothing.
 */
final class Alignment {
  /** Another form of the same word is half another word. */
  private static final float FORM = 0.5f;

  private static final float WORD = 1f;

  /** A little more than leaving a word out, which keeps more of the quotation's own words. */
  private static final float OTHER_WORD = 1.01f;

  /** Each further word of one omission: to leave out a clause isn't to change all its words. */
  private static final float FURTHER = 0.25f;

  private static final byte CHANGE = 0;
  private static final byte PUT_IN = 1;
  private static final byte LEAVE_OUT = 2;

  private final Text quote;
  private final Text said;
  private final float[][] best;
  private final byte[][] step;
  private final short[][] omitted;
  private final int end;

  /**
   * Words with what each leads to.
   *
   * @param stems for each word; empty lists where forms don't matter
   */
  record Text(Wording wording, List<List<String>> stems) {
    int size() {
      return wording.size();
    }

    Wording.Word word(int at) {
      return wording.words().get(at);
    }
  }

  Alignment(Text quote, Text said) {
    this.quote = quote;
    this.said = said;
    int rows = quote.size() + 1;
    int columns = said.size() + 1;
    best = new float[rows][columns];
    step = new byte[rows][columns];
    omitted = new short[rows][columns];
    for (int i = 1; i < rows; i++) {
      float gap = Float.MAX_VALUE;
      short length = 0;
      for (int j = 0; j < columns; j++) {
        best[i][j] = best[i - 1][j] + OTHER_WORD;
        step[i][j] = PUT_IN;
        if (j == 0) {
          continue;
        }
        float changed = best[i - 1][j - 1] + change(i - 1, j - 1);
        if (changed <= best[i][j]) {
          best[i][j] = changed;
          step[i][j] = CHANGE;
        }
        if (best[i][j - 1] + WORD <= gap + FURTHER) {
          gap = best[i][j - 1] + WORD;
          length = 1;
        } else {
          gap += FURTHER;
          length++;
        }
        if (gap < best[i][j]) {
          best[i][j] = gap;
          step[i][j] = LEAVE_OUT;
          omitted[i][j] = length;
        }
      }
    }
    int cheapest = 0;
    for (int j = 0; j < columns; j++) {
      if (best[rows - 1][j] <= best[rows - 1][cheapest]) {
        cheapest = j;
      }
    }
    end = cheapest;
  }

  private float change(int own, int other) {
    if (quote.word(own).same(said.word(other))) {
      return 0;
    }
    return Collections.disjoint(quote.stems().get(own), said.stems().get(other))
        ? OTHER_WORD
        : FORM;
  }

  /** What the changes cost: about the number of words left out, put in and changed. */
  float cost() {
    return best[quote.size()][end];
  }

  /** How many of the quotation's words are the statement's. */
  int kept() {
    return (int)
        difference(false).pieces().stream()
            .filter(piece -> piece.where() == Where.BOTH)
            .mapToLong(piece -> Wording.of(piece.text()).size())
            .sum();
  }

  /** The share of the quotation that is left after the changes, 0 to 1. */
  float similarity() {
    return Math.max(0, 1 - cost() / quote.size());
  }

  /**
   * The words of both, in order.
   *
   * @param severed whether the statement's word right before belongs to the difference
   */
  Difference difference(boolean severed) {
    List<Piece> pieces = new ArrayList<>();
    int own = quote.size();
    int other = end;
    while (own > 0) {
      switch (step[own][other]) {
        case PUT_IN -> pieces.add(new Piece(Where.QUOTATION, quote.word(--own).surface()));
        case LEAVE_OUT -> {
          for (int left = omitted[own][other]; left > 0; left--) {
            pieces.add(new Piece(Where.RECORD, said.word(--other).surface()));
          }
        }
        default -> {
          own--;
          other--;
          if (quote.word(own).same(said.word(other))) {
            pieces.add(new Piece(Where.BOTH, said.word(other).surface()));
          } else {
            pieces.add(new Piece(Where.QUOTATION, quote.word(own).surface()));
            pieces.add(new Piece(Where.RECORD, said.word(other).surface()));
          }
        }
      }
    }
    if (severed && other > 0) {
      pieces.add(new Piece(Where.RECORD, said.word(other - 1).surface()));
    }
    Collections.reverse(pieces);
    return Difference.of(pieces);
  }

  /** Index of the statement's first word that the quotation uses. */
  int start() {
    int own = quote.size();
    int other = end;
    while (own > 0) {
      switch (step[own][other]) {
        case PUT_IN -> own--;
        case LEAVE_OUT -> other -= omitted[own][other];
        default -> {
          own--;
          other--;
        }
      }
    }
    return other;
  }

  /** The words that the quotation changes, leaves out or puts in. */
  List<Wording.Word> changes() {
    List<Wording.Word> changes = new ArrayList<>();
    int own = quote.size();
    int other = end;
    while (own > 0) {
      switch (step[own][other]) {
        case PUT_IN -> changes.add(quote.word(--own));
        case LEAVE_OUT -> {
          for (int left = omitted[own][other]; left > 0; left--) {
            changes.add(said.word(--other));
          }
        }
        default -> {
          own--;
          other--;
          if (!quote.word(own).same(said.word(other))) {
            changes.add(quote.word(own));
            changes.add(said.word(other));
          }
        }
      }
    }
    return changes;
  }
}
