package io.github.onrecord.ingest;

import java.util.List;

/**
 * Tells questions from answers where they alternate without labels. A question mark makes a
 * question likely, not certain («— Вы довольны? — А вы бы были?»), and now and then two turns of
 * one person follow each other, so the likeliest course through all turns is taken.
 */
final class Alternation {
  /** A question that doesn't end with its mark, against an answer that ends with one. */
  private static final double UNMARKED_QUESTION = 1;

  private static final double ASKING_ANSWER = 1.5;

  /** Two turns of one person: dearer than either of the two above. */
  private static final double SAME_AGAIN = 2;

  private Alternation() {}

  /**
   * Which turns are questions.
   *
   * @param marked whether each turn ends with a question mark
   */
  static boolean[] of(List<Boolean> marked) {
    int size = marked.size();
    boolean[] asks = new boolean[size];
    if (size == 0) {
      return asks;
    }
    // cost[i][0]: turn i is an answer; cost[i][1]: a question.
    double[][] cost = new double[size][2];
    boolean[][] changed = new boolean[size][2];
    for (int i = 0; i < size; i++) {
      double answer = marked.get(i) ? ASKING_ANSWER : 0;
      double question = marked.get(i) ? 0 : UNMARKED_QUESTION;
      double[] own = {answer, question};
      for (int state = 0; state < 2; state++) {
        if (i == 0) {
          cost[0][state] = own[state];
          continue;
        }
        double alternating = cost[i - 1][1 - state];
        double same = cost[i - 1][state] + SAME_AGAIN;
        changed[i][state] = alternating <= same;
        cost[i][state] = own[state] + Math.min(alternating, same);
      }
    }
    int state = cost[size - 1][0] <= cost[size - 1][1] ? 0 : 1;
    for (int i = size - 1; i >= 0; i--) {
      asks[i] = state == 1;
      state = changed[i][state] ? 1 - state : state;
    }
    return asks;
  }
}
