package io.github.onrecord.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How one text differs from an earlier one, word by word: the longest common subsequence stays,
 * what only the earlier one has was left out, what only the later one has is new. Case and
 * punctuation at a word's ends make no difference.
 */
final class WordDifference {
  /** Above this product of the texts' words, a comparison costs more than it tells. */
  private static final int MOST = 250_000;

  /** What became of words. */
  enum Kind {
    SAME,
    LEFT_OUT,
    NEW
  }

  /** Neighbouring words of which the same became. */
  record Piece(Kind kind, String words) {}

  private final List<Piece> pieces;
  private final int same;
  private final int longer;

  private WordDifference(List<Piece> pieces, int same, int longer) {
    this.pieces = pieces;
    this.same = same;
    this.longer = longer;
  }

  static WordDifference between(String earlier, String later) {
    String[] before = earlier.strip().split("\\s+", -1);
    String[] after = later.strip().split("\\s+", -1);
    int longer = Math.max(before.length, after.length);
    if ((long) before.length * after.length > MOST) {
      return new WordDifference(List.of(), 0, longer);
    }
    int[][] common = new int[before.length + 1][after.length + 1];
    for (int i = before.length - 1; i >= 0; i--) {
      for (int j = after.length - 1; j >= 0; j--) {
        common[i][j] =
            key(before[i]).equals(key(after[j]))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Piece> pieces = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < before.length || j < after.length) {
      if (i < before.length && j < after.length && key(before[i]).equals(key(after[j]))) {
        add(pieces, Kind.SAME, after[j]);
        i++;
        j++;
      } else if (j == after.length || (i < before.length && common[i + 1][j] >= common[i][j + 1])) {
        add(pieces, Kind.LEFT_OUT, before[i]);
        i++;
      } else {
        add(pieces, Kind.NEW, after[j]);
        j++;
      }
    }
    return new WordDifference(pieces, common[0][0], longer);
  }

  /** The words in the later text's order. */
  List<Piece> pieces() {
    return pieces;
  }

  /** Whether both are so alike that their difference tells something, and not the same. */
  boolean telling() {
    return same * 2 >= longer && pieces.size() > 1;
  }

  private static void add(List<Piece> pieces, Kind kind, String word) {
    int last = pieces.size() - 1;
    if (last >= 0 && pieces.get(last).kind() == kind) {
      pieces.set(last, new Piece(kind, pieces.get(last).words() + " " + word));
    } else {
      pieces.add(new Piece(kind, word));
    }
  }

  private static String key(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
      end--;
    }
    return start == end ? word : word.substring(start, end).toLowerCase(Locale.ROOT);
  }
}
