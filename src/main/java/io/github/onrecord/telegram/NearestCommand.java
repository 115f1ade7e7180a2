package io.github.onrecord.telegram;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses which command somebody meant. */
final class NearestCommand {
  /** Letters that may differ; with more, a guess would be a surprise. */
  private static final int MOST = 2;

  private NearestCommand() {}

  /** The command that the word begins, or that is the most like it; empty when none is near. */
  static Optional<String> to(String typed, List<String> commands) {
    return commands.stream()
        .filter(command -> distance(typed, command) <= MOST)
        .min(Comparator.comparingInt(command -> distance(typed, command)));
  }

  /** Letters put in, left out or changed (Levenshtein); 0 for what the typed word begins. */
  private static int distance(String typed, String command) {
    if (typed.length() >= MOST && command.startsWith(typed)) {
      return 0;
    }
    if (Math.abs(typed.length() - command.length()) > MOST) {
      return MOST + 1;
    }
    int[] above = new int[command.length() + 1];
    for (int j = 0; j <= command.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= typed.length(); i++) {
      int[] row = new int[command.length() + 1];
      row[0] = i;
      for (int j = 1; j <= command.length(); j++) {
        int changed = above[j - 1] + (typed.charAt(i - 1) == command.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[command.length()];
  }
}
