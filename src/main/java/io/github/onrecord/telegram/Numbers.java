package io.github.onrecord.telegram;

import java.util.Optional;

/** Numbers in what people send. */
final class Numbers {
  private Numbers() {}

  /** A positive number in digits, of at most 18 of them. */
  static Optional<Long> in(String text) {
    boolean digits =
        !text.isEmpty() && text.length() < 19 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }
}
