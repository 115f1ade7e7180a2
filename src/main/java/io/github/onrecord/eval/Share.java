package io.github.onrecord.eval;

/** So many of so many. */
record Share(long of, long all) {

  /** From 0 to 1; not a number when there was no case. */
  double value() {
    return all == 0 ? Double.NaN : (double) of / all;
  }

  /** From 0 to 1; 0 when there was no case. */
  double orZero() {
    return all == 0 ? 0 : value();
  }
}
